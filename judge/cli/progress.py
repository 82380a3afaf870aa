"""judge progress: who has done what, and who is to be reminded."""

from pathlib import Path

import click

from judge.cli.arguments import alone, as_json, edition_words
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.progress_tables import (
    by_nomination_json,
    by_reviewer_json,
    print_by_nomination,
    print_by_reviewer,
    print_reminders,
    reminder_rows,
    reminders_json,
    total_json,
)
from judge.locale import N_, _, ngettext
from judge.services.sheets.progress import progress, write_reminder_list

REVIEWER, NOMINATION = "reviewer", "nomination"


@click.command(help=N_("Show what has become of every sheet, expected and entered, and whom to remind."))
@edition_words()
@click.option("--award", default="", help=N_("One award alone, by its key."))
@click.option(
    "--by",
    type=click.Choice([REVIEWER, NOMINATION]),
    default=REVIEWER,
    show_default=True,
    help=N_("A line for each reviewer, or for each nomination."),
)
@click.option("--reminders", is_flag=True, help=N_("Show whose sheets are still to do, with telephones."))
@click.option(
    "--csv",
    "target",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_("With --reminders: write them as CSV, safe to open in Excel."),
)
@click.option("--force", is_flag=True, help=N_("Replace a file that is there already."))
@as_json
def command(  # noqa: PLR0913 - one parameter an option
    words: tuple[str, ...],
    *,
    award: str,
    by: str,
    reminders: bool,
    target: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Count, and show by reviewer, by nomination, or who is to be reminded."""
    if target and not reminders:
        raise click.UsageError(_("--csv writes the reminders; say --reminders, too."))
    with opened(alone(words)) as edition:
        shown = progress(edition, award)
    if target:
        heads, *rows = reminder_rows(shown)
        write_reminder_list([str(head) for head in heads], rows, target, replace=force)
        said = ngettext("{count} reminder is in {file}.", "{count} reminders are in {file}.", len(rows))
        click.echo(said.format(count=len(rows), file=target), err=True)
    if as_json:
        lines = by_reviewer_json if by == REVIEWER else by_nomination_json
        told = {"reminders": reminders_json(shown)} if reminders else {"by": by, "lines": lines(shown)}
        print_json({**told, "total": total_json(shown)})
    elif reminders and not target:
        print_reminders(shown)
    elif not reminders:
        (print_by_reviewer if by == REVIEWER else print_by_nomination)(shown)
