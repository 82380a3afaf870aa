"""Read the papers that bodies and panels sent into a report; nothing is written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, select

from imports.findings import Finding, Place, Severity
from imports.reading import kind_of, read
from imports.records import FileReading, Kind
from judge.domain.refusal import Refusal
from judge.ledger.pens import SECRETARY
from judge.services.editions import Edition
from judge.services.keying import Keying
from judge.services.papers import ImportReport, Paper
from judge.store.pens import head_of
from judge.store.queries.register import register
from judge.store.tables import source_file

Progress = Callable[[int, int], None]

READING_ORDER = (Kind.QUOTAS, Kind.REVIEWERS, Kind.NOMINATIONS, Kind.FORM, Kind.REPORT, Kind.SCORES)
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

    `kind` overrides what files are found to be; `nomination` says to which one a report belongs.
    `on_progress` is told (files read, files in all). Refusal "file-missing" for a path that is not there.
    """
    found = list(_files(paths))
    kinds = {path: kind or kind_of(path, edition.programme, nomination) for path, _ in found}
    found.sort(key=lambda item: _turn(kinds[item[0]]))
    with edition.store.read() as connection:
        with_marks = Kind.SCORES in kinds.values()
        keying = Keying(connection, register(connection, edition.programme, with_marks=with_marks))
        known = _known_files(connection)
        papers: list[Paper] = []
        for path, name in found:
            reading = read(path, keying.register, kinds[path], nomination)
            papers.append(_paper(keying, known, path, name, reading))
            on_progress(len(papers), len(found))
        return ImportReport(tuple(papers), head_of(connection, SECRETARY).seq)


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


def _known_files(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(source_file.c.sha256, source_file.c.path))
    return {bytes(sha256).hex(): path for sha256, path in rows}


def _paper(keying: Keying, known: dict[str, str], path: Path, name: str, reading: FileReading) -> Paper:
    """The file with its new records keyed; a file that is known already has nothing new."""
    if reading.sha256 in known:
        note = Finding("file-known", Severity.NOTE, Place(str(path)), {"known": known[reading.sha256]})
        return Paper(path, name, replace(reading, records=(), findings=(note,)), ())
    if reading.refused:
        return Paper(path, name, reading, ())
    keyed, findings = keying.take(reading)
    reading = replace(reading, findings=(*reading.findings, *findings))
    if reading.refused:
        return Paper(path, name, reading, ())
    known[reading.sha256] = name
    keying.remember(keyed)
    return Paper(path, name, reading, keyed)
