"""judge packet: a file for each reviewer, to score without the edition."""

from collections.abc import Sequence
from pathlib import Path

import click

from judge.cli.arguments import alone, as_json, dry_run, edition_words
from judge.cli.cancelling import cancelled_by_interrupt
from judge.cli.opening import opened
from judge.cli.output import print_json, progress
from judge.cli.packet_place import new_passphrase
from judge.cli.tables import Column, print_table
from judge.locale import N_, _, ngettext
from judge.services.packets.issuing import WrittenPacket, issue_packets
from judge.services.packets.planning import PlannedPacket, Wanted, plan_packets


@click.command(
    help=N_("Write packets: a file for each reviewer with what they are to judge, to score offline.")
)
@edition_words()
@click.option("--all", "everybody", is_flag=True, help=N_("For every reviewer who has sheets."))
@click.option(
    "--reviewer", "reviewers", multiple=True, metavar="KEY", help=N_("For this reviewer; can be repeated.")
)
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="DIR", help=N_("The folder for them.")
)
@click.option(
    "--passphrase",
    "prompted",
    is_flag=True,
    help=N_("Seal them with a passphrase, asked for now; takes a second or two each."),
)
@click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path),
    help=N_("Seal them with the passphrase in the first line of a file."),
)
@click.option(
    "--without-files", is_flag=True, help=N_("Leave out the files as they were sent: packets get smaller.")
)
@click.option(
    "--force", is_flag=True, help=N_("Replace packets that are there already and were never opened.")
)
@dry_run
@as_json
def command(  # noqa: PLR0913 - the options of one command
    words: tuple[str, ...],
    *,
    everybody: bool,
    reviewers: tuple[str, ...],
    out: Path,
    prompted: bool,
    passphrase_file: Path | None,
    without_files: bool,
    force: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Plan, write, and say what was written."""
    location = alone(words)
    if everybody == bool(reviewers):
        raise click.UsageError(_("Say for whom: either --all, or --reviewer with a key."))
    sealing = new_passphrase(passphrase_file, prompted=prompted and not dry_run)
    wanted = Wanted(prompted or bool(sealing), sealing, with_files=not without_files, replace=force)
    written: tuple[WrittenPacket, ...] = ()
    with opened(location) as edition:
        plan = plan_packets(edition, reviewers, out, wanted)
        if not dry_run:
            with cancelled_by_interrupt() as cancel, progress(_("Writing packets")) as told:
                written = issue_packets(edition, plan, wanted, told, cancel)
    if as_json:
        print_json(_as_json(plan, written, dry_run=dry_run))
    else:
        _print(plan, written, dry_run=dry_run)
    if not dry_run and len(written) < len(plan):
        raise click.exceptions.Exit(1)


def _print(plan: Sequence[PlannedPacket], written: Sequence[WrittenPacket], *, dry_run: bool) -> None:
    sizes = {one.planned.reviewer: one.size for one in written}
    columns = [
        Column(_("reviewer"), key=True),
        Column(_("name")),
        Column(_("sheets"), figures=True),
        Column(_("to do"), figures=True),
        Column(_("file")),
        Column(_("size"), figures=True),
    ]
    rows = [
        (p.reviewer, p.name, len(p.nominations), p.left, p.path.name, _size(sizes.get(p.reviewer)))
        for p in plan
        if dry_run or p.reviewer in sizes
    ]
    print_table(columns, rows)
    if plan[0].blind:
        click.echo(_("Names are masked in them, and no file as it was sent is in them."))
    count, folder = len(plan) if dry_run else len(written), plan[0].path.parent
    if dry_run:
        said = ngettext(
            "Would write {count} packet to {folder}.", "Would write {count} packets to {folder}.", count
        )
    else:
        said = ngettext("Wrote {count} packet to {folder}.", "Wrote {count} packets to {folder}.", count)
    click.echo(said.format(count=count, folder=folder))
    if len(written) < len(plan) and not dry_run:
        click.echo(_("Interrupted: the other packets were not written."), err=True)


def _size(count: int | None) -> str:
    if count is None:
        return ""
    return f"{count / 1_000_000:.1f} MB"


def _as_json(
    plan: Sequence[PlannedPacket], written: Sequence[WrittenPacket], *, dry_run: bool
) -> dict[str, object]:
    by_reviewer = {one.planned.reviewer: one for one in written}
    packets = []
    for one in plan:
        done = by_reviewer.get(one.reviewer)
        packets.append(
            {
                "reviewer": one.reviewer,
                "name": one.name,
                "file": str(one.path),
                "blind": one.blind,
                "sheets": len(one.nominations),
                "to_do": one.left,
                "packet": done.id if done else None,
                "bytes": done.size if done else None,
                "files": done.files if done else None,
            }
        )
    return {"written": not dry_run, "packets": packets}
