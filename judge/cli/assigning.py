"""judge assign: a balanced plan of who judges what."""

import sys

import click

from judge.cli.arguments import alone, as_json, dry_run, edition_words
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.tables import Column, print_table
from judge.locale import N_, _
from judge.services.sheets.assigning import Plan, assign, plan_assignments


@click.command(help=N_("Give every nomination its reviewers, the load shared evenly."))
@edition_words()
@click.option(
    "--per-nomination",
    type=click.IntRange(1, 99),
    default=5,
    show_default=True,
    help=N_("Sheets a nomination."),
)
@click.option("--seed", type=int, default=0, show_default=True, help=N_("Same seed, same plan."))
@dry_run
@as_json
def command(words: tuple[str, ...], *, per_nomination: int, seed: int, dry_run: bool, as_json: bool) -> None:
    """Plan, show, assign; exit 1 where a panel is too small."""
    with opened(alone(words)) as edition:
        plan = plan_assignments(edition, per_nomination, seed)
        if not dry_run:
            assign(edition, plan)
    if as_json:
        print_json(_as_json(plan))
    else:
        _print(plan, dry_run=dry_run)
    if plan.shortfalls:
        sys.exit(1)


def _print(plan: Plan, *, dry_run: bool) -> None:
    columns = [Column(_("reviewer"), key=True), Column(_("sheets"), figures=True)]
    print_table(columns, [(key, count) for key, count in sorted(plan.load.items())])
    for shortfall in plan.shortfalls:
        click.echo(
            _(
                "{nomination} has {found} of {wanted} reviewers: its panel has no more without a conflict."
            ).format(nomination=shortfall.nomination, found=shortfall.found, wanted=shortfall.wanted)
        )
    said = _("Would open {count} sheets.") if dry_run else _("Opened {count} sheets.")
    click.echo(said.format(count=len(plan.pairs)))


def _as_json(plan: Plan) -> dict[str, object]:
    return {
        "assigned": [{"nomination": c.key, "reviewer": m.key} for c, m in plan.pairs],
        "shortfalls": [
            {"nomination": s.nomination, "found": s.found, "wanted": s.wanted} for s in plan.shortfalls
        ],
        "load": dict(sorted(plan.load.items())),
    }
