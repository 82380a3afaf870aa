"""judge check: what is not met, missing, too long or beyond its quota, and what is still open."""

from pathlib import Path

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.check_data import as_data
from judge.cli.check_tables import print_report
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.domain.checking import CheckReport
from judge.locale import N_, _, ngettext
from judge.locale.sentences import Where, say_at
from judge.services.checks.checking import check
from judge.services.checks.checklists import Tick, tick, tick_from
from judge.services.checks.returning import write_return_book, write_return_folder
from judge.services.editions.edition import Edition

_TICK_WORDS = 2
"""A nomination and an item; the state is a third."""


@click.command(help=N_("Check conditions, seals, attachments, lengths and quotas; tick what has arrived."))
@edition_words("[STATE]")
@click.option("--body", help=N_("Check one recommending body alone, by its name."))
@click.option("--award", help=N_("Check one award alone, by its key."))
@click.option(
    "--xlsx",
    "target",
    help=N_("Write what each body is to mend: one workbook, or with a name ending in / one for each body."),
)
@click.option("--force", is_flag=True, help=N_("Replace a file that is there already."))
@click.option(
    "--tick",
    "ticked",
    nargs=_TICK_WORDS,
    metavar="NOMINATION ITEM",
    help=N_("Tick a seal or an attachment as present; as missing or clear with that word behind it."),
)
@click.option("--remark", default="", help=N_("A remark to the tick; kept in the ledger."))
@click.option(
    "--ticks",
    "table",
    type=click.Path(path_type=Path),
    help=N_("Tick everything in a table of nomination, item, result and remark."),
)
@as_json
def command(  # noqa: PLR0913 - one parameter an option
    words: tuple[str, ...],
    *,
    body: str | None,
    award: str | None,
    target: str | None,
    force: bool,
    ticked: tuple[str, str] | None,
    remark: str,
    table: Path | None,
    as_json: bool,
) -> None:
    """Tick, or check; exit 1 where something is not met or missing."""
    location, more = split(words)
    if ticked and table:
        raise click.UsageError(_("Choose --tick or --ticks."))
    if (ticked or table) and (body or award or target or as_json):
        raise click.UsageError(_("Tick first, then check: the two are two commands."))
    if len(more) > (1 if ticked else 0):
        raise click.UsageError(_("Not expected here: {words}.").format(words=" ".join(more)))
    if remark and not ticked:
        raise click.UsageError(_("--remark goes with --tick."))
    with opened(location) as edition:
        if ticked:
            nomination, item = ticked
            state = more[0] if more else "present"
            _say_ticked(tick(edition, [Tick(nomination, item, state, remark)]))
            return
        if table:
            _say_ticked(tick_from(edition, table))
            return
        report = check(edition, body=body, award=award)
        written = _write(edition, report, target, replace=force) if target else ()
    if as_json:
        print_json(as_data(report))
    else:
        print_report(report, of_body=body is not None)
    for path in written:
        click.echo(_("Wrote {file}.").format(file=path), err=as_json)
    if report.has_fault:
        raise click.exceptions.Exit(1)


def _say_ticked(changed: int) -> None:
    said = ngettext("{count} item was ticked anew.", "{count} items were ticked anew.", changed)
    click.echo(said.format(count=changed))


def _write(edition: Edition, report: CheckReport, target: str, *, replace: bool) -> tuple[Path, ...]:
    path = Path(target)
    if target.endswith(("/", "\\")) or path.is_dir():
        return write_return_folder(edition, report, path, replace=replace)
    if path.suffix.lower() != ".xlsx":
        # An edition named twice by a slip of the hand would be replaced by its own workbook.
        raise click.UsageError(
            _("{file} does not end in .xlsx; give the workbook a name that does.").format(file=target)
        )
    for altered in write_return_book(edition, report, path, replace=replace):
        where = Where(target, altered.table, altered.row, altered.label)
        click.echo(say_at(where, altered.code, {}), err=True)
    return (path,)
