"""judge merge: check what packets send back, and take it into the edition."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from judge.cli.arguments import as_json, dry_run, edition_words, split
from judge.cli.cancelling import cancelled_by_interrupt
from judge.cli.opening import opened
from judge.cli.output import at_a_terminal, print_json, progress
from judge.cli.tables import Column, print_table
from judge.domain.merge_report import MergedFile, MergeReport
from judge.domain.refusal import Refusal
from judge.locale import N_, _
from judge.locale.merged import refused_words, remarks
from judge.locale.sentences import on_one_line
from judge.packets.keys import read_fingerprint
from judge.services.packets.merging import Merging, merge
from judge.services.packets.passphrases import passphrase_in
from judge.services.packets.returned_files import find_returns, needs_passphrase


@click.command(help=N_("Take in what reviewers did in their packets: check each return, and append it."))
@edition_words("FILE…")
@click.option(
    "--confirm",
    "fingerprints",
    multiple=True,
    metavar="FINGERPRINT",
    help=N_("Confirm the key with this fingerprint, which its reviewer has told you. Repeatable."),
)
@click.option(
    "--passphrase-file",
    "passphrase_files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_("A file whose first line is the passphrase of sealed returns. Repeatable."),
)
@dry_run
@as_json
def command(
    words: tuple[str, ...],
    *,
    fingerprints: tuple[str, ...],
    passphrase_files: tuple[Path, ...],
    dry_run: bool,
    as_json: bool,
) -> None:
    """Merge and say what came; exit 1 where a file was refused."""
    location, files = split(words)
    confirmed = frozenset(map(_fingerprint, fingerprints))
    if not files and not (confirmed or passphrase_files or dry_run or as_json) and at_a_terminal():
        _on_screen(location)
        return
    if not files or not all(files):
        raise click.UsageError(_("Say which returns to merge: files, or folders that hold them."))
    paths = list(find_returns([Path(file) for file in files]))
    passphrases = tuple(map(passphrase_in, passphrase_files))
    if not passphrases and sys.stdin.isatty() and any(map(needs_passphrase, paths)):
        passphrases = (click.prompt(_("Passphrase of the returns"), hide_input=True, err=True),)
    how = Merging(confirmed, passphrases, dry_run)
    with (
        opened(location) as edition,
        cancelled_by_interrupt() as cancel,
        progress(_("Merging")) as on_progress,
    ):
        report = merge(edition, paths, how, on_progress, cancel)
    if as_json:
        print_json(_as_json(report, dry_run=dry_run))
    else:
        _print(report, dry_run=dry_run)
    if report.refused:
        sys.exit(1)


def _on_screen(location: str) -> None:
    """Let somebody merge returns on the screen, and say afterwards what was taken."""
    from judge.services.packets.merge_desk import MergeDesk  # noqa: PLC0415 - plain merges need no screen
    from judge.tui.merge_app import run  # noqa: PLC0415 - likewise
    from judge.tui.own import own_here  # noqa: PLC0415 - likewise

    with opened(location) as edition:
        merged = run(MergeDesk(edition), Path.cwd(), own_here())
    for report in merged:
        _print(report, dry_run=False)


def _fingerprint(typed: str) -> str:
    read = read_fingerprint(typed)
    if read is None:
        said = _("“{typed}” is no fingerprint; give the 16 letters and digits that the reviewer told you.")
        raise click.UsageError(said.format(typed=on_one_line(typed)))
    return read


def _print(report: MergeReport, *, dry_run: bool) -> None:
    taken = [file for file in report.files if file.brought]
    if taken:
        _print_taken(taken)
    for file in report.files:
        for line in remarks(file):
            click.echo(line)
    said = (
        _("Would merge: {new} new entries from {files} of {all} files.")
        if dry_run
        else _("Merged: {new} new entries from {files} of {all} files.")
    )
    click.echo(said.format(new=report.new, files=len(taken), all=len(report.files)))


def _print_taken(taken: Sequence[MergedFile]) -> None:
    columns = (
        Column(_("reviewer"), key=True),
        Column(_("name"), spare=2),
        Column(_("fingerprint"), key=True, spare=3),
        Column(_("new entries"), figures=True),
        Column(_("known"), figures=True, spare=1),
        Column(_("sheets"), figures=True),
        Column(_("file")),
    )
    rows = [
        (
            file.sender.reviewer,
            file.sender.name,
            file.sender.fingerprint,
            file.brought.new,
            file.brought.known,
            file.brought.sheets,
            file.path.name,
        )
        for file in taken
        if file.sender and file.brought
    ]
    print_table(columns, rows)


def _as_json(report: MergeReport, *, dry_run: bool) -> dict[str, object]:
    return {
        "merged": not dry_run and any(file.brought for file in report.files),
        "new": report.new,
        "files": [_file_as_json(file) for file in report.files],
    }


def _file_as_json(file: MergedFile) -> dict[str, object]:
    sender, brought, refusal = file.sender, file.brought, file.refusal
    return {
        "file": str(file.path),
        "reviewer": sender.reviewer if sender else None,
        "name": sender.name if sender else None,
        "pen": sender.pen if sender else None,
        "fingerprint": sender.fingerprint if sender else None,
        "standing": sender.standing if sender else None,
        "successor": sender.successor if sender else None,
        "confirmed": bool(brought and brought.confirmed),
        "new": file.new,
        "known": file.known,
        "sheets": brought.sheets if brought else 0,
        "states": dict(brought.states) if brought else {},
        "forked": list(brought.forked) if brought else [],
        "apart": {state: list(keys) for state, keys in brought.apart.items()} if brought else {},
        "refusal": _refusal_as_json(file, refusal) if refusal else None,
    }


def _refusal_as_json(file: MergedFile, refusal: Refusal) -> dict[str, object]:
    return {"code": refusal.code, "params": dict(refusal.params), "sentence": refused_words(file)}
