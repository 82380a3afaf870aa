"""judge sheets: score sheets as workbooks, for reviewers who can install nothing."""

from pathlib import Path

import click

from judge.cli.arguments import alone, as_json, check_new_name, dry_run, edition_words
from judge.cli.opening import opened
from judge.cli.output import print_json, progress
from judge.cli.tables import Column, print_table
from judge.locale import N_, _, language, ngettext, speak
from judge.locale.sentences import Where, say_at
from judge.services.sheets.sending import Sent, send_sheets


@click.command(
    help=N_("Write each reviewer's score sheets as a workbook; “judge import” reads it back, filled in.")
)
@edition_words()
@click.option("--all", "everybody", is_flag=True, help=N_("Write those of every reviewer with sheets."))
@click.option(
    "--reviewer", "reviewers", multiple=True, metavar="KEY", help=N_("Write one reviewer's. Repeatable.")
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=N_("The folder that the workbooks go to."),
)
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    help=N_("The workbooks' language; otherwise that of the command."),
)
@click.option("--force", is_flag=True, help=N_("Replace a file that is there already."))
@dry_run
@as_json
def command(  # noqa: PLR0913 - the options of one command
    words: tuple[str, ...],
    *,
    everybody: bool,
    reviewers: tuple[str, ...],
    out: Path,
    lang: str | None,
    force: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write them, and say where each is and what it holds."""
    location = alone(words)
    if everybody == bool(reviewers):
        raise click.UsageError(_("Say whose sheets: --all, or --reviewer with a key."))
    check_new_name(out)
    spoken = language()
    with opened(location) as edition, progress(_("Writing")) as on_progress:
        speak(lang or spoken)
        try:
            sent = send_sheets(
                edition, reviewers, out, replace=force, dry_run=dry_run, on_progress=on_progress
            )
        finally:
            speak(spoken)
    for one in sent:
        for altered in one.alterations:
            where = Where(str(one.path), altered.table, altered.row, altered.label)
            click.echo(say_at(where, altered.code, {}), err=True)
    if as_json:
        print_json({"workbooks": [_as_json(one) for one in sent]})
    else:
        _print(sent, dry_run=dry_run)


def _print(sent: tuple[Sent, ...], *, dry_run: bool) -> None:
    columns = (
        Column(_("reviewer"), key=True),
        Column(_("name")),
        Column(_("sheets"), figures=True),
        Column(_("open"), figures=True),
        Column(_("fingerprint")),
        Column(_("file")),
    )
    print_table(
        columns,
        [(one.reviewer, one.name, one.sheets, one.open, one.fingerprint, str(one.path)) for one in sent],
    )
    said = (
        ngettext("Would write {count} workbook.", "Would write {count} workbooks.", len(sent))
        if dry_run
        else ngettext("Wrote {count} workbook.", "Wrote {count} workbooks.", len(sent))
    )
    click.echo(said.format(count=len(sent)))


def _as_json(one: Sent) -> dict[str, object]:
    return {
        "reviewer": one.reviewer,
        "name": one.name,
        "file": str(one.path),
        "sheets": one.sheets,
        "open": one.open,
        "fingerprint": one.fingerprint,
    }
