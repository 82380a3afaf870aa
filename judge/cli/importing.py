"""judge import: read papers, show everything that was found, and file what may be filed."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from imports.findings import Finding, Severity
from imports.matching import label_key
from imports.records import Kind
from judge.cli.arguments import as_json, dry_run, edition_words, split
from judge.cli.cancelling import cancelled_by_interrupt
from judge.cli.opening import opened
from judge.cli.output import at_a_terminal, print_json, progress
from judge.domain.refusal import Refusal
from judge.domain.shown_url import without_password
from judge.locale import N_, _
from judge.locale.papers import RECORDS, RESTATED, REVISIONS, SEVERITIES
from judge.locale.sentences import Where, on_one_line, say_at
from judge.services.papers.filing import Filed, file_papers
from judge.services.papers.importing import read_papers
from judge.services.papers.kept_headings import HeadingChoices
from judge.services.papers.report import ImportReport, Paper

_NAMES = dict(RECORDS)


@click.command(help=N_("File quotas, nominations, Word forms, reviewers, score tables and result reports."))
@edition_words("PATH…")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    help=N_("What the files are, where Judge cannot tell."),
)
@click.option(
    "--nomination", help=N_("The nomination, by its key, that a report belongs to or a form changes.")
)
@click.option(
    "--map",
    "maps",
    multiple=True,
    metavar="HEADING=COLUMN",
    help=N_("Which column a heading of a nomination table means; kept for later tables. Repeatable."),
)
@click.option("--accept-heads", is_flag=True, help=N_("Take every column that is proposed for a heading."))
@click.option("--no-profile", is_flag=True, help=N_("Leave aside what earlier imports say headings mean."))
@click.option(
    "--take-names",
    is_flag=True,
    help=N_("Let score tables name nominations and reviewers, where the edition has none yet."),
)
@click.option(
    "--accept-good", is_flag=True, help=N_("File the files without faults and leave out the others.")
)
@click.option(
    "--screen", "on_screen", is_flag=True, help=N_("Import on a screen, as without paths in a terminal.")
)
@click.option("--quiet", is_flag=True, help=N_("Say nothing of notes."))
@dry_run
@as_json
def command(  # noqa: PLR0913 - the options of one command
    words: tuple[str, ...],
    *,
    kind: str | None,
    nomination: str | None,
    maps: tuple[str, ...],
    accept_heads: bool,
    no_profile: bool,
    take_names: bool,
    accept_good: bool,
    on_screen: bool,
    quiet: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Read, show, file; exit 1 where a file has faults."""
    location, paths = split(words)
    if take_names and kind not in {None, Kind.SCORES}:
        raise click.UsageError(_("--take-names is for score tables: leave it out, or say --kind scores."))
    said = Kind.SCORES if take_names else Kind(kind) if kind else None
    plain = accept_good or quiet or dry_run or as_json
    if on_screen and plain:
        raise click.UsageError(
            _("--screen asks for consent itself: leave out --accept-good, --quiet, --dry-run and --json.")
        )
    if all(paths) and (on_screen or (not paths and not plain and at_a_terminal())):
        _on_screen(location, paths, said, nomination, take_names=take_names)
        return
    if not paths or not all(paths):
        raise click.UsageError(_("Say which files or folders to import."))
    headings = HeadingChoices(tuple(map(_pair, maps)), accept_heads, profile=not no_profile)
    with opened(location) as edition, cancelled_by_interrupt() as cancel:
        with progress(_("Reading")) as on_progress:
            report = read_papers(
                edition,
                [Path(path) for path in paths],
                kind=said,
                nomination=nomination,
                headings=headings,
                take_names=take_names,
                on_progress=on_progress,
                cancel=cancel,
            )
        if not report.papers:
            words_of = _("There is no file in {folder}; name the folder that holds the papers.")
            click.echo(words_of.format(folder=on_one_line(", ".join(paths))), err=True)
            sys.exit(1)
        holds = not report.refused or accept_good
        filed = (
            file_papers(edition, report, accept_good=accept_good, cancel=cancel)
            if holds and not dry_run
            else None
        )
    if as_json:
        print_json(_as_json(report, filed))
    else:
        _print(report, filed, quiet=quiet, dry_run=dry_run)
    if report.refused:
        sys.exit(1)


def _on_screen(
    location: str, paths: Sequence[str], kind: Kind | None, nomination: str | None, *, take_names: bool
) -> None:
    """Let somebody import papers on the screen, and say afterwards what was filed."""
    from judge.services.papers.desk import ImportDesk  # noqa: PLC0415 - plain imports need no screen
    from judge.tui.import_app import run  # noqa: PLC0415 - likewise
    from judge.tui.own import own_here  # noqa: PLC0415 - likewise

    if not at_a_terminal():
        raise Refusal("screen-without-terminal")
    with opened(location) as edition:
        desk = ImportDesk(edition, kind, nomination, take_names=take_names)
        filed = run(desk, without_password(location), own_here(), [Path(path) for path in paths])
    for consent in filed:
        brought = {_(word): consent.records.get(record, 0) for record, word in RECORDS}
        brought[_(REVISIONS)] = len(consent.revisions)
        brought[_(RESTATED)] = len(consent.restated)
        counts = ", ".join(f"{count} {word}" for word, count in brought.items() if count)
        click.echo(_("Filed: {counts}.").format(counts=counts or _("nothing new")))


def _pair(said: str) -> tuple[str, str]:
    """A heading and the label of the column that it means, as typed with = or ＝ between them."""
    heading, _equals, label = said.replace("＝", "=").partition("=")
    if not label_key(heading) or not label_key(label):
        words = _("--map takes a heading and a column, such as “所属企业=企业名称”, not “{said}”.")
        raise click.UsageError(words.format(said=on_one_line(said)))
    return heading.strip(), label.strip()


def _print(report: ImportReport, filed: Filed | None, *, quiet: bool, dry_run: bool) -> None:
    for finding in report.findings():
        if finding.severity is not Severity.NOTE or not quiet:
            click.echo(f"{_(SEVERITIES[finding.severity])}{_(': ')}{sentence(finding)}")
    for paper in report.refused:
        click.echo(_("Refused: {file}").format(file=on_one_line(str(paper.path))))
    counts = ", ".join(f"{count} {_(word)}" for word, count in _counts(report).items() if count)
    if dry_run:
        click.echo(_("Would file: {counts}.").format(counts=counts or _("nothing new")))
    elif filed is None:
        click.echo(_("Nothing was filed. Mend the refused files, or file the others with --accept-good."))
    else:
        click.echo(_("Filed: {counts}.").format(counts=counts or _("nothing new")))


def sentence(finding: Finding) -> str:
    """A finding in words, its place first."""
    place = finding.place
    return say_at(Where(place.file, place.table, place.row, place.label), finding.code, finding.params)


def _counts(report: ImportReport) -> dict[str, int]:
    counts = {word: report.count(kind) for kind, word in RECORDS}
    return counts | {REVISIONS: report.revisions, RESTATED: report.restated}


def _new(paper: Paper) -> dict[str, int]:
    """How much of each sort a file brings."""
    new = {_NAMES[kind]: count for kind, count in paper.counts.items()}
    changed = {REVISIONS: len(paper.revised), RESTATED: len(paper.restated)}
    return new | {word: count for word, count in changed.items() if count}


def _as_json(report: ImportReport, filed: Filed | None) -> dict[str, object]:
    return {
        "filed": filed is not None and filed.files > 0,
        "counts": _counts(report),
        "files": [
            {
                "file": str(paper.path),
                "kind": paper.reading.kind,
                "sha256": paper.reading.sha256,
                "refused": paper.reading.refused,
                "new": _new(paper),
                "findings": [_finding(finding) for finding in paper.reading.findings],
            }
            for paper in report.papers
        ],
    }


def _finding(finding: Finding) -> dict[str, object]:
    place = finding.place
    return {
        "severity": finding.severity,
        "code": finding.code,
        "file": place.file,
        "table": place.table,
        "row": place.row,
        "label": place.label,
        "params": dict(finding.params),
        "sentence": sentence(finding),
    }
