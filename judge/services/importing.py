"""Read the papers that bodies and panels sent into a report; nothing is written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from imports.findings import Finding, Place, Severity
from imports.reading import kind_of, read
from imports.records import DocumentRecord, FileReading, Kind
from imports.register import Register
from judge.domain.refusal import Refusal
from judge.ledger.pens import CHAIR, SECRETARY
from judge.services.editions import Edition
from judge.services.keying import Keying
from judge.services.own_forms import edition_forms
from judge.services.papers import ImportReport, Paper
from judge.services.terms import filing_terms
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


def read_papers(
    edition: Edition,
    paths: Sequence[Path],
    *,
    kind: Kind | None = None,
    nomination: str | None = None,
    on_progress: Progress = lambda _done, _all: None,
) -> ImportReport:
    """Read files and folders into a report; the edition stays as it is.

    `kind` overrides what files are found to be; `nomination` says to which one a report belongs, also one
    that is attached to another already (warning "report-attached-elsewhere" with `known`, their keys), or
    which one a form or table row revises.
    Note "file-known" (known, its path) for a file whose bytes the edition keeps, and those of `Keying`.
    `on_progress` is told (files read, files in all). Refusal "file-missing" for a path that is not there.
    """
    found = list(_files(paths))
    with edition.store.read() as connection:
        rules = Register(edition.programme, forms=edition_forms(connection), year=edition.year)
    kinds = {path: kind or kind_of(path, rules, nomination) for path, _ in found}
    found.sort(key=lambda item: _turn(kinds[item[0]]))
    with edition.store.read() as connection:
        with_marks = Kind.SCORES in kinds.values()
        # Forms may have been taken since; the report is stale only by what comes after this moment.
        rules = replace(rules, forms=edition_forms(connection))
        terms = filing_terms(edition, connection)
        keying = Keying(connection, register(connection, rules, with_marks=with_marks), terms, nomination)
        files = _KnownFiles(held_files(connection), attachments(connection), said=nomination is not None)
        papers: list[Paper] = []
        for path, name in found:
            reading = read(path, keying.register, kinds[path], nomination)
            papers.append(_paper(keying, files, path, name, reading))
            on_progress(len(papers), len(found))
        return ImportReport(
            tuple(papers),
            head_of(connection, SECRETARY).seq,
            seq_of(connection, CHAIR),
            terms.late,
        )


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Every file with the name that the edition will know it by: its path from the folder given."""
    for path in paths:
        if not path.exists():
            raise Refusal("file-missing", file=str(path))
        if path.is_file():
            yield path, path.name
            continue
        for inside in sorted(path.rglob("*")):
            name = inside.relative_to(path)
            passed_over = any(part.startswith((".", "~$")) for part in name.parts) or _is_edition(inside)
            if inside.is_file() and not inside.is_symlink() and not passed_over:
                yield inside, name.as_posix()


def _is_edition(path: Path) -> bool:
    """An edition file, or SQLite's own files beside it: no paper, wherever the folder is that holds both."""
    return path.suffix in {".judge", ".judge-wal", ".judge-shm"}


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


def _paper(keying: Keying, files: _KnownFiles, path: Path, name: str, reading: FileReading) -> Paper:
    """The file with its new records keyed; a file that is known already has nothing new."""
    if files.is_known(reading):
        known = {"known": files.paths[reading.sha256]}
        note = Finding("file-known", Severity.NOTE, Place(str(path)), known)
        return Paper(path, name, replace(reading, records=(), findings=(note,)), ())
    if reading.refused:
        return Paper(path, name, reading, ())
    taken = keying.take(reading)
    reading = replace(reading, findings=(*reading.findings, *files.elsewhere(reading), *taken.findings))
    if reading.refused:
        return Paper(path, name, reading, ())
    files.remember(reading, name)
    keying.remember(str(path), name, taken)
    return Paper(path, name, reading, taken.keyed, taken.revised)
