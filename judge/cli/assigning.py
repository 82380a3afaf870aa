"""judge assign: a balanced plan of who judges what."""

import sys
from typing import NamedTuple

import click

from judge.assignment.plan import Wishes
from judge.cli.arguments import alone, as_json, dry_run, edition_words
from judge.cli.assignment_data import as_data
from judge.cli.assignment_tables import print_loads, print_matrices, print_outcome
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.domain.refusal import Refusal
from judge.locale import N_, _, language, ngettext
from judge.locale.conflicts import conflict_words
from judge.services.editions.edition import Edition
from judge.services.sheets.assigning import Asked, Plan, assign, plan_assignments
from judge.services.sheets.manual_pairs import PairInConflict


class _Anchors(NamedTuple):
    """So many anchors an award, or so many in a hundred nominations."""

    number: int
    in_hundred: bool


def _anchors(_context: click.Context, _option: click.Parameter, given: str | None) -> _Anchors:
    share = (given or "0").strip()
    number = share.removesuffix("%").strip()
    in_hundred = number != share
    if not (number.isascii() and number.isdigit()) or (in_hundred and int(number) > 100):
        raise click.BadParameter(_("Give a number of nominations, such as 6, or a share, such as 5%."))
    return _Anchors(int(number), in_hundred)


def _pairs(
    _context: click.Context, _option: click.Parameter, given: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    split = [pair.partition("=") for pair in given]
    if not all(nomination.strip() and reviewer.strip() for nomination, _equals, reviewer in split):
        raise click.BadParameter(_("Put “=” between nomination and reviewer: qc-group-0001=R07."))
    return tuple((nomination.strip(), reviewer.strip()) for nomination, _equals, reviewer in split)


@click.command(help=N_("Give every nomination its reviewers, the load shared evenly."))
@edition_words()
@click.option(
    "--per-nomination",
    type=click.IntRange(0, 99),
    default=5,
    show_default=True,
    help=N_("Sheets a nomination; 0 assigns nothing but --pair."),
)
@click.option("--award", help=N_("Plan for this award alone, by its key."))
@click.option("--seed", type=int, default=0, show_default=True, help=N_("Same seed, same plan."))
@click.option("--limit", type=click.IntRange(1), help=N_("At most so many sheets a reviewer."))
@click.option(
    "--anchors",
    callback=_anchors,
    metavar="N|N%",
    help=N_("Nominations of each award that reviewers of other sections judge, too."),
)
@click.option(
    "--connect/--no-connect",
    default=True,
    show_default=True,
    help=N_("Join what no sheet connects, with the fewest extra sheets."),
)
@click.option(
    "--pair",
    "pairs",
    multiple=True,
    callback=_pairs,
    metavar="NOMINATION=REVIEWER",
    help=N_("Assign this pair, whatever the plan would say."),
)
@dry_run
@as_json
def command(  # noqa: PLR0913 - each is an option of the command
    words: tuple[str, ...],
    *,
    per_nomination: int,
    award: str | None,
    seed: int,
    limit: int | None,
    anchors: _Anchors,
    connect: bool,
    pairs: tuple[tuple[str, str], ...],
    dry_run: bool,
    as_json: bool,
) -> None:
    """Plan, show, assign; exit 1 where not everything can be met."""
    if not per_nomination and not pairs:
        raise click.UsageError(_("With --per-nomination 0 only pairs are assigned; name one with --pair."))
    wishes = Wishes(anchors.number, anchors.in_hundred, connect)
    with opened(alone(words)) as edition:
        plan = _planned(edition, per_nomination, seed, Asked(award, limit, pairs, wishes))
        if not dry_run:
            assign(edition, plan)
        titles = {one.key: one.title.language(language()) for one in edition.programme.awards}
    if as_json:
        print_json(as_data(plan))
    else:
        print_loads(plan, titles)
        if dry_run:
            print_matrices(plan, titles)
        print_outcome(plan, titles, connect=connect)
        count = len(plan.pairs)
        said = (
            ngettext("Would open {count} sheet.", "Would open {count} sheets.", count)
            if dry_run
            else ngettext("Opened {count} sheet.", "Opened {count} sheets.", count)
        )
        click.echo(said.format(count=count))
    if plan.shortfalls:
        sys.exit(1)


def _planned(edition: Edition, per_nomination: int, seed: int, asked: Asked) -> Plan:
    try:
        return plan_assignments(edition, per_nomination, seed, asked)
    except PairInConflict as refused:
        grounds = conflict_words(refused.conflicts)
        raise Refusal(refused.code, **{**refused.params, "grounds": grounds}) from refused
