"""judge sensitivity: what of a list changes when a reviewer, a weight or the method does."""

from collections.abc import Iterator, Mapping

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.sensitivity_data import as_data
from judge.cli.tables import Cell, Column, print_table
from judge.domain.standing import Standing
from judge.locale import N_, _, language, ngettext
from judge.locale.sensitivity import factor_words, method_words, refused_words, turning_words
from judge.locale.standings import STANDINGS
from judge.scoring.safety.changes import Change, Shift
from judge.scoring.safety.sensitivity import FACTORS
from judge.services.figures.sensitivity import ListSensitivity, sensitivity


@click.command(
    help=N_(
        "Show what changes without each reviewer, with each criterion weighed otherwise, by other methods."
    )
)
@edition_words("[LIST…]")
@as_json
def command(words: tuple[str, ...], *, as_json: bool) -> None:
    """Work it out for the lists named, or for all."""
    location, keys = split(words)
    with opened(location) as edition:
        found = sensitivity(edition, keys)
    if as_json:
        print_json({"lists": [as_data(one) for one in found]})
        return
    for at, one in enumerate(found):
        if at:
            click.echo()
        _print(one)


def _print(one: ListSensitivity) -> None:
    click.echo(one.ranked.title.language(language()))
    if not one.ranked_count:
        click.echo(_("No nomination of this list has a place yet: there is nothing to be said of places."))
        return
    _print_changes(_("without"), one.reviewers)
    _print_weights(one)
    if one.weights and one.seated:
        _print_turns(one)
    _print_changes(_("by"), {method_words(name): change for name, change in one.methods.items()})
    _print_shifts(one)
    for said in _sentences(one):
        click.echo(said)


def _print_changes(title: str, changes: Mapping[str, Change]) -> None:
    columns = [
        Column(title),
        Column(_("other places"), figures=True),
        Column(_("furthest by"), figures=True),
        Column(_("other standings"), figures=True),
    ]
    print_table(columns, [(name, *_figures(change)) for name, change in changes.items()])
    for name, change in changes.items():
        if change.refused:
            said = _("{name}: not counted, since {reason}")
            click.echo(said.format(name=name, reason=refused_words(change.refused)))


def _figures(change: Change) -> tuple[Cell, ...]:
    if change.refused:
        return ("–", "–", "–")
    return (change.moved + change.unplaced, change.furthest, len(change.shifts))


def _print_weights(one: ListSensitivity) -> None:
    if not one.weights:
        click.echo(_("There is one criterion only: whatever it weighs, places are the same."))
        return
    columns = [Column(_("weight of"))]
    columns += [Column(factor_words(factor), figures=True) for factor in FACTORS]
    titles = _titles(one)
    print_table(columns, [(titles[key], *map(_both, by.values())) for key, by in one.weights.items()])
    click.echo(
        _("Under a change of a weight stands how many have another place / how many have another standing.")
    )


def _both(change: Change) -> str:
    return "–" if change.refused else f"{change.moved + change.unplaced} / {len(change.shifts)}"


def _print_turns(one: ListSensitivity) -> None:
    """A table of its own: beside the other figures there is no room for it in a window of 80 columns."""
    columns = [
        Column(_("weight of")),
        Column(_("less by"), figures=True),
        Column(_("more by"), figures=True),
    ]
    titles = _titles(one)
    rows = [
        (titles[key], turning_words(turns.less), turning_words(turns.more))
        for key, turns in one.turns.items()
    ]
    print_table(columns, rows)
    click.echo(
        _(
            "This is the change of a weight at which the first standing changes (≈ where it was found by "
            "trying; – for none between no weight and double)."
        )
    )


def _titles(one: ListSensitivity) -> dict[str, str]:
    return {criterion.key: criterion.title.language(language()) for criterion in one.ranked.rubric.criteria}


def _print_shifts(one: ListSensitivity) -> None:
    """Whose standing changes, and with what."""
    causes: dict[int, list[str]] = {}
    for cause, shift in _shifts(one):
        if shift.before is Standing.UNDECIDED:
            continue
        causes.setdefault(shift.nomination, []).append(cause)
    if not causes:
        click.echo(
            _("In none of this anybody loses a seat or gets one.")
            if one.seated
            else _("No seats are set on this list, so no standing can change.")
        )
        return
    columns = [
        Column(_("nomination"), key=True),
        Column(_("name"), spare=1),
        Column(_("standing")),
        Column(_("other")),
    ]
    standing = {line.line.nomination: line.line.standing for line in one.ranked.lines}
    rows = [
        (
            one.nominations[code].key,
            one.nominations[code].name,
            _(STANDINGS[standing[code]]) if code in standing else _("not on the list"),
            _("; ").join(said),
        )
        for code, said in causes.items()
    ]
    print_table(columns, sorted(rows))


def _shifts(one: ListSensitivity) -> Iterator[tuple[str, Shift]]:
    for key, change in one.reviewers.items():
        yield from ((_("without {reviewer}").format(reviewer=key), shift) for shift in change.shifts)
    titles = _titles(one)
    for key, changes in one.weights.items():
        for factor, change in changes.items():
            said = f"{titles[key]} {factor_words(factor)}"
            yield from ((said, shift) for shift in change.shifts)
    for name, change in one.methods.items():
        yield from ((method_words(name), shift) for shift in change.shifts)


def _sentences(one: ListSensitivity) -> Iterator[str]:
    yield ngettext(
        "Everything else stays as it is, and each list is counted anew in full; {count} nomination has a "
        "place.",
        "Everything else stays as it is, and each list is counted anew in full; {count} nominations have "
        "places.",
        one.ranked_count,
    ).format(count=one.ranked_count)
    tied = {shift.nomination for _cause, shift in _shifts(one) if shift.before is Standing.UNDECIDED}
    if tied:
        yield ngettext(
            "{count} nomination is tied across the line; in some of this its tie is parted, and counted.",
            "{count} nominations are tied across the line; in some of this ties are parted, and counted.",
            len(tied),
        ).format(count=len(tied))
    if one.undecided:
        yield ngettext(
            "{count} nomination is undecided and takes no part.",
            "{count} nominations are undecided and take no part.",
            one.undecided,
        ).format(count=one.undecided)
