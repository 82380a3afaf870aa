"""judge safety: how safe each place is, were others to judge."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.safety_data import as_data, is_contested
from judge.cli.tables import Cell, Column, print_table
from judge.locale import N_, _, language, ngettext
from judge.locale.safety import caveat_words, percent, place_word, refused_words
from judge.scoring.safety.bootstrap import REPLICATES, SEED
from judge.services.figures.safety import Asked, ListSafety, Reach, SafeLine, safety

MOST_REPLICATES = 100_000
MOST_SEED = 2**63 - 1

ABOVE = N_("above", "line")


@click.command(help=N_("Show how safe each place is: how far it reaches, were others like these to judge."))
@edition_words("[LIST…]")
@click.option(
    "--replicates",
    type=click.IntRange(100, MOST_REPLICATES),
    default=REPLICATES,
    show_default=True,
    help=N_("How often reviewers are drawn anew; every way to draw them, where there are fewer."),
)
@click.option(
    "--seed",
    type=click.IntRange(0, MOST_SEED),
    default=SEED,
    show_default=True,
    help=N_("Same seed, same draws."),
)
@click.option(
    "--level",
    type=click.IntRange(50, 99),
    default=90,
    show_default=True,
    help=N_("Of 100 draws, how many a range takes in."),
)
@click.option(
    "--posterior", is_flag=True, help=N_("Beside it, what the model of severity makes of each place.")
)
@click.option("--contested", is_flag=True, help=N_("Show contested places only."))
@as_json
def command(  # noqa: PLR0913 - click gives each option by name
    words: tuple[str, ...],
    *,
    replicates: int,
    seed: int,
    level: int,
    posterior: bool,
    contested: bool,
    as_json: bool,
) -> None:
    """Work it out for the lists named, or for all."""
    location, keys = split(words)
    asked = Asked(replicates, seed, Fraction(level, 100), posterior)
    with opened(location) as edition:
        found = safety(edition, keys, asked)
    if as_json:
        print_json({"lists": [as_data(one, contested_only=contested) for one in found]})
        return
    for at, one in enumerate(found):
        if at:
            click.echo()
        _print(one, contested_only=contested)


def _print(one: ListSafety, *, contested_only: bool) -> None:
    rows = [tuple(_cells(line, one)) for line in shown(one, contested_only=contested_only)]
    title = one.ranked.title.language(language())
    if rows:
        print_table(_columns(one), rows, title)
    else:
        click.echo(title)
    if contested_only and one.lines and not one.has_line:
        click.echo(_("This list has no line, so nothing can be contested."))
        return
    for said in sentences(one):
        click.echo(said)


def _columns(one: ListSafety) -> list[Column]:
    columns = [
        Column(_("place"), figures=True),
        Column(_("body"), spare=2),
        Column(_("nomination"), key=True, spare=1),
        Column(_("name")),
        Column(_("score"), figures=True),
        Column(_("reaches"), figures=True),
    ]
    columns += [Column(_(ABOVE), figures=True), Column(_("how safe"), key=True)] if one.has_line else []
    if one.variances:
        columns += [Column(_("by the model"), figures=True, spare=3)]
        columns += [Column(_("above by it"), figures=True, spare=3)] if one.has_line else []
    return columns


def shown(one: ListSafety, *, contested_only: bool) -> Sequence[SafeLine]:
    """The lines by body and place; of those with a line the contested ones only, if asked for."""
    lines = [line for line in one.lines if not contested_only or is_contested(line)]
    return sorted(lines, key=lambda line: (line.line.body if one.by_body else 0, line.place))


def _cells(line: SafeLine, one: ListSafety) -> Iterator[Cell]:
    yield from (line.place, line.listed.body, line.listed.nomination.key, line.listed.nomination.name)
    yield line.line.printed
    yield from _reach(line.drawn, has_line=one.has_line)
    if one.has_line:
        yield place_word(line.drawn.word) if line.drawn and line.drawn.word else "–"
    if one.variances:
        yield from _reach(line.modelled, has_line=one.has_line)


def _reach(reach: Reach | None, *, has_line: bool) -> Iterator[str]:
    yield _range(reach)
    if has_line:
        yield "–" if reach is None or reach.above is None else percent(reach.above, exact=reach.exact)


def _range(reach: Reach | None) -> str:
    if reach is None:
        return "–"
    return str(reach.low) if reach.low == reach.high else f"{reach.low}–{reach.high}"


def sentences(one: ListSafety) -> Iterator[str]:
    """What was drawn, what the figures mean, and what is to be kept in mind."""
    if any(line.drawn for line in one.lines):
        yield _drawn(one)
        yield from _meaning(one)
        yield _(
            "This shows how far places hang on who judged, not whether marks are right or a seat deserved; "
            "marks, "
            "rules and nominations are taken as they are."
        )
    yield from map(caveat_words, one.caveats)
    if one.refused:
        yield refused_words(one.refused)
    if one.variances:
        yield _(
            "The model (total = level + nomination + reviewer + chance) has standard deviations of "
            "{nomination:.2f} "
            "points among nominations, {reviewer:.2f} among reviewers and {error:.2f} by chance, taken as "
            "known; its "
            "places are those of the nominations themselves, whoever judges."
        ).format(**{name: variance**0.5 for name, variance in one.variances.items()})


def _drawn(one: ListSafety) -> str:
    if one.exhaustive:
        return _(
            "Each of the {chances} ways to draw the {reviewers} reviewers anew from themselves, with "
            "replacement, is "
            "counted: the figures are exact."
        ).format(chances=one.chances, reviewers=one.reviewers)
    return _(
        "The {reviewers} reviewers are drawn anew from themselves, with replacement, {draws} times; seed "
        "{seed} draws "
        "the same again."
    ).format(reviewers=one.reviewers, draws=one.draws, seed=one.asked.seed)


def _meaning(one: ListSafety) -> Iterator[str]:
    level, few = 100 * one.asked.level, 50 * (1 - one.asked.level)
    yield _("A place reaches over at least {level} of 100 draws.").format(level=_number(level))
    if not one.has_line:
        return
    count = sum(map(is_contested, one.lines))
    also = ngettext(
        "“Above” is how often it is within the body's seats, ties on the line included. {count} nomination "
        "is "
        "contested: above in more than {few} of 100 draws, and without a tie in fewer than {many}.",
        "“Above” is how often it is within the body's seats, ties on the line included. {count} nominations "
        "are "
        "contested: above in more than {few} of 100 draws, and without a tie in fewer than {many}.",
        count,
    )
    yield also.format(count=count, few=_number(few), many=_number(100 - few))


def _number(value: Fraction) -> str:
    return f"{float(value):g}"
