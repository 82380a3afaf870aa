"""Read the papers that bodies and panels sent into a report; nothing is written."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from imports.findings import Finding, Place, Severity
from imports.intake.beside import Beside
from imports.intake.cancelling import NEVER, Cancel, Cancelled, check
from imports.intake.folders import others_papers
from imports.intake.gathering import gather
from imports.intake.opening import OnOpen, open_files
from imports.intake.sent import Said, SentFile
from imports.intake.spool import Spool, SpoolFullError
from imports.records import DocumentRecord, FileReading, Kind
from imports.register import Register
from judge.domain.refusal import Refusal
from judge.ledger.pens import CHAIR, SECRETARY
from judge.services.editions.edition import Edition
from judge.services.forms.held import edition_forms
from judge.services.papers.kept_headings import NOTHING_SAID, HeadingChoices, check_met, headings_for
from judge.services.papers.keying import Keying
from judge.services.papers.report import ImportReport, Paper, in_order
from judge.services.papers.terms import filing_terms
from judge.store.pens import head_of, seq_of
from judge.store.queries.known import attachments, held_files
from judge.store.queries.register import register

Progress = Callable[[int, int], None]

READING_ORDER = (
    Kind.QUOTAS,
    Kind.REVIEWERS,
    Kind.ALIASES,
    Kind.HISTORY,
    Kind.NOMINATIONS,
    Kind.FORM,
    Kind.REPORT,
    Kind.SCAN,
    Kind.SCORES,
)
"""Each kind is read once all that it refers to has been."""

_MANY = {Kind.FORM, Kind.REPORT, Kind.SCAN}
"""Kinds of which there is a file for every nomination, and more."""


class _Watch(NamedTuple):
    """How a reading is told of and stopped."""

    on_open: OnOpen
    on_old: Progress
    on_progress: Progress
    cancel: Cancel


def read_papers(  # noqa: PLR0913 - files, all that a user may say of them, and how to be told and stopped
    edition: Edition,
    paths: Sequence[Path],
    *,
    kind: Kind | None = None,
    nomination: str | None = None,
    headings: HeadingChoices = NOTHING_SAID,
    on_open: OnOpen = lambda _path, _done, _all: None,
    on_old: Progress = lambda _done, _all: None,
    on_progress: Progress = lambda _done, _all: None,
    cancel: Cancel = NEVER,
) -> ImportReport:
    """Read files, folders and archives into a report; the edition stays as it is.

    `kind` overrides what files are found to be; `nomination` says to which one a report belongs, also one
    that is attached to another already (warning "report-attached-elsewhere" with `known`, their keys), or
    which one a form or table row revises. Note "file-known" (known, its path) for a file whose bytes the
    edition keeps, and those of `Keying`; blocking "file-name-not-text" for a file whose name could not be
    kept; warning "folder-of-another" (folder, written). Files are opened first, of which `on_open` is told;
    LibreOffice turns old Word files, of which `on_old` is told (files turned, such files in all); then all
    are read against each other: `on_progress` is told (files read, files in all).
    `headings` is what the user says of headings of nomination tables; what of it is met in a file that is
    filed is kept with it.

    Refusal codes: "file-missing" for a path that is not there; "import-cancelled" once `cancel` is set,
    which is looked at between files; "target-disk-full" (path) where there is no room to lay things down;
    and those of `judge.services.papers.kept_headings`.
    """
    try:
        watch = _Watch(on_open, on_old, on_progress, cancel)
        return _read_papers(edition, paths, _Asked(Said(kind, nomination), headings), watch)
    except FileNotFoundError as missing:
        raise Refusal("file-missing", file=str(missing)) from missing
    except Cancelled as cancelled:
        raise Refusal("import-cancelled") from cancelled
    except SpoolFullError as full:
        raise Refusal("target-disk-full", path=str(full.filename)) from full


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the user says of the papers, and of the headings of their tables."""

    said: Said
    headings: HeadingChoices


def _read_papers(edition: Edition, paths: Sequence[Path], asked: _Asked, watch: _Watch) -> ImportReport:
    spool, said = Spool(), asked.said
    found = gather(paths, spool, watch.cancel)
    with edition.store.read() as connection:
        rules = Register(edition.programme, forms=edition_forms(connection), year=edition.year)
        rules = replace(rules, headings=headings_for(connection, rules, asked.headings))
        known = register(connection, rules, with_marks=False)
    opened = open_files(found, known, said, spool, watch.cancel, on_open=watch.on_open, on_old=watch.on_old)
    opened.sort(key=lambda one: _turn(one.kind))
    with edition.store.read() as connection:
        with_marks = any(one.kind is Kind.SCORES for one in opened)
        # Forms may have been taken since; the report is stale only by what comes after this moment.
        rules = replace(rules, forms=edition_forms(connection))
        terms = filing_terms(edition, connection)
        keying = Keying(
            connection, register(connection, rules, with_marks=with_marks), terms, said.nomination
        )
        files = _KnownFiles(held_files(connection), attachments(connection), said=said.nomination is not None)
        beside = Beside()
        papers: list[Paper] = []
        for one in opened:
            check(watch.cancel)
            file = one.file.take()
            reading = file.read(keying.register, said.nomination, beside.of(file))
            if warnings := tuple(others_papers(reading, file.sent.folders, keying.register)):
                reading = replace(reading, findings=(*reading.findings, *warnings))
            paper = _paper(keying, files, file.sent, reading)
            beside.remember(file.sent, reading.records, keying.register)
            papers.append(paper if one.in_memory else _laid_down(paper, spool))
            watch.on_progress(len(papers), len(found))
        check_met((paper.reading for paper in papers), asked.headings)
        return ImportReport(
            tuple(papers),
            head_of(connection, SECRETARY).seq,
            seq_of(connection, CHAIR),
            terms.late,
            spool,
        )


def _turn(kind: Kind | None) -> int:
    return READING_ORDER.index(kind) if kind else len(READING_ORDER)


@dataclass(frozen=True, slots=True)
class _KnownFiles:
    """The files that the edition keeps: their paths, and the nominations they are attached to, by SHA-256.

    `said`: the user names the nomination that papers belong to; then a report is known only where it is
    attached to that one, and a form or table is compared with what that one says now.
    """

    paths: dict[str, str]
    attached: dict[str, set[str]]
    said: bool

    def is_known(self, reading: FileReading) -> bool:
        """True where nothing in the file is new."""
        if reading.sha256 not in self.paths:
            return False
        if self.said and reading.kind in {Kind.FORM, Kind.NOMINATIONS}:
            return False
        if reading.kind is not Kind.REPORT or not self.said:
            return True
        return not reading.refused and _owners(reading) <= self.attached.get(reading.sha256, set())

    def elsewhere(self, reading: FileReading) -> Iterator[Finding]:
        """That a report is attached to other nominations already."""
        held = self.attached.get(reading.sha256, set())
        if reading.kind is Kind.REPORT and held:
            known = {"known": tuple(sorted(held))}
            yield Finding("report-attached-elsewhere", Severity.WARNING, Place(reading.path), known)

    def remember(self, reading: FileReading, name: str) -> None:
        """Let files read later know this one."""
        self.paths.setdefault(reading.sha256, name)
        self.attached.setdefault(reading.sha256, set()).update(_owners(reading))


def _owners(reading: FileReading) -> set[str]:
    return {record.nomination for record in reading.records if isinstance(record, DocumentRecord)}


def _is_text(name: str) -> bool:
    """False for a file name whose bytes are no characters here; the edition keeps names as text."""
    return not any(unicodedata.category(c) == "Cs" for c in name)


def _paper(keying: Keying, files: _KnownFiles, sent: SentFile, reading: FileReading) -> Paper:
    """The file with its new records keyed; a file that is known already has nothing new."""
    if not _is_text(sent.name):
        fault = Finding("file-name-not-text", Severity.BLOCKING, Place(reading.path))
        reading = replace(reading, findings=(fault, *reading.findings))
    paper = Paper(sent.path, sent.name, reading, (), sent.at)
    if files.is_known(reading):
        known = {"known": files.paths[reading.sha256]}
        note = Finding("file-known", Severity.NOTE, Place(str(sent.path)), known)
        return replace(paper, reading=replace(reading, records=(), findings=(note,)))
    taken = keying.take(reading)
    findings = taken.findings
    if reading.refused:
        # Whatever else refuses the file is said with it; what is known of it is of no use to anyone.
        findings = tuple(finding for finding in findings if finding.severity is Severity.BLOCKING)
    else:
        findings = (*files.elsewhere(reading), *findings)
    if reading.findings or findings:
        reading = replace(reading, findings=in_order((*reading.findings, *findings)))
    if reading.refused:
        return replace(paper, reading=reading)
    files.remember(reading, sent.name)
    keying.remember(str(sent.path), sent.name, taken)
    counts = Counter(type(record) for _, record in taken.keyed)
    return Paper(sent.path, sent.name, reading, taken.keyed, sent.at, taken.revised, counts)


def _laid_down(paper: Paper, spool: Spool) -> Paper:
    """The paper with its records on disk, where there may be thousands like it."""
    if paper.reading.kind not in _MANY:
        return paper
    records, keyed = spool.shelve(paper.reading.records, paper.keyed)
    return replace(paper, reading=replace(paper.reading, records=records), keyed=keyed)
