"""judge admit: who goes on to a later stage."""

import click

from judge.cli.arguments import as_json, dry_run, edition_words, split
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.tables import Column, print_table
from judge.locale import N_, _, language, ngettext
from judge.locale.methods import stage_words
from judge.services.papers.admitting import Admission, admit, plan_admission


@click.command(help=N_("Admit nominations to a later stage of their award, as its method says."))
@edition_words("AWARD STAGE")
@dry_run
@as_json
def command(words: tuple[str, ...], *, dry_run: bool, as_json: bool) -> None:
    """Find who goes on, and file them for the stage's award."""
    location, named = split(words)
    if len(named) != 2:
        raise click.UsageError(_("Name the award and, after it, the stage, by their keys."))
    award, stage = named
    with opened(location) as edition:
        work = plan_admission if dry_run else admit
        admission = work(edition, award, stage)
        title = edition.programme.award(stage).title.language(language())
    if as_json:
        print_json(as_data(admission))
        return
    _print(admission, title)
    count = len(admission.new)
    said = (
        ngettext("Would admit {count} nomination.", "Would admit {count} nominations.", count)
        if dry_run
        else ngettext("Admitted {count} nomination.", "Admitted {count} nominations.", count)
    )
    click.echo(said.format(count=count))


def _print(admission: Admission, title: str) -> None:
    columns = [
        Column(_("rank"), figures=True),
        Column(_("score"), figures=True),
        Column(_("nomination"), key=True),
        Column(_("name")),
        Column(_("body"), spare=2),
        Column(_("in the stage"), key=True),
    ]
    new = {one.nomination.key: key for key, one in admission.new}
    rows = [
        (
            one.line.rank,
            one.line.printed,
            one.nomination.key,
            one.nomination.name,
            one.body,
            new.get(one.nomination.key, _("admitted before")),
        )
        for one in admission.entrants.admitted
    ]
    print_table(columns, rows, title)
    click.echo(stage_words(admission.entrants.stage))
    if admission.beyond:
        said = ngettext(
            "{count} nomination of the stage is not one that it admits: {keys}.",
            "{count} nominations of the stage are not ones that it admits: {keys}.",
            len(admission.beyond),
        )
        click.echo(said.format(count=len(admission.beyond), keys=", ".join(admission.beyond)))


def as_data(admission: Admission) -> dict[str, object]:
    """Whom a stage admits, for programs."""
    new = {one.nomination.key: key for key, one in admission.new}
    return {
        "award": admission.entrants.award,
        "stage": admission.entrants.stage.to_mapping(),
        "admitted": [
            {
                "nomination": one.nomination.key,
                "rank": one.line.rank,
                "score": one.line.printed or None,
                "new": new.get(one.nomination.key),
            }
            for one in admission.entrants.admitted
        ],
        "beyond": list(admission.beyond),
    }
