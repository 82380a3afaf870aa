"""judge export: the award book as a workbook."""

from pathlib import Path

import click

from judge.cli.arguments import check_new_name, edition_words, split
from judge.cli.opening import opened
from judge.locale import N_, _
from judge.locale.sentences import Where, say_at
from judge.services.lists.exporting import export_book


@click.command(help=N_("Write the award book: quotas used, every ranked list, method and digests."))
@edition_words("OUT.xlsx")
@click.option("--force", is_flag=True, help=N_("Replace a file that is there already."))
def command(words: tuple[str, ...], *, force: bool) -> None:
    """Write it, and say where it is and what it holds."""
    location, targets = split(words)
    if len(targets) != 1:
        raise click.UsageError(_("Say where the workbook is to go: one path, such as list.xlsx."))
    target = Path(targets[0])
    check_new_name(target)
    if target.suffix.lower() != ".xlsx":
        # An edition named twice by a slip of the hand would be replaced by its own workbook.
        raise click.UsageError(
            _("{file} does not end in .xlsx; give the workbook a name that does.").format(file=target)
        )
    with opened(location) as edition:
        book = export_book(edition, target, replace=force)
    for altered in book.alterations:
        where = Where(str(target), altered.table, altered.row, altered.label)
        click.echo(say_at(where, altered.code, {}), err=True)
    said = _("Wrote {file} ({status}): {lists} lists, {lines} lines.")
    click.echo(said.format(file=target, status=book.status, lists=book.lists, lines=book.lines))
