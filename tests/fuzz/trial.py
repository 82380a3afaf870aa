"""One file imported twice, and everything that must hold meanwhile and afterwards."""

import time
from pathlib import Path

from imports.reading import read
from imports.records import FileReading
from imports.register import Register
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from tests.fuzz.cases import Case
from tests.fuzz.ground import Ground, rows_of
from tests.fuzz.kept import check_kept
from tests.fuzz.said import check_findings
from tests.fuzz.seeds import BODIES, PROGRAMME

SECONDS = 5.0
"""Of the processor, for reading a file and for reading and filing it."""
_REGISTER = Register(PROGRAMME, BODIES, year=2019)
_BARE_REGISTER = Register(PROGRAMME)


def try_case(ground: Ground, tried: Case, folder: Path) -> str:
    """Import the file; what became of it: "filed", "refused" or "known".

    Raises:
        AssertionError: where something that must hold of any file does not.
        Exception: whatever the product lets through.
    """
    path = folder / tried.name
    path.write_bytes(tried.content)
    try:
        for register in (_REGISTER, _BARE_REGISTER):
            began = time.process_time()
            assert isinstance(read(path, register), FileReading)
            _check_time(began, "reading")
        return _import(ground, path)
    finally:
        path.unlink()


def _check_time(began: float, what: str) -> None:
    took = time.process_time() - began
    assert took < SECONDS, f"{what} took {took:.1f} s"


def _import(ground: Ground, path: Path) -> str:
    edition = ground.edition
    began = time.process_time()
    report = read_papers(edition, [path])
    # Nobody else is at work, so that there is no refusal either: what is wrong with a file is a finding.
    filed = file_papers(edition, report, accept_good=True)
    _check_time(began, "filing")
    check_findings(report)
    if not filed.files:
        assert rows_of(edition) == ground.rows, "an import without papers has left rows"
        return "refused" if report.refused else "known"
    try:
        check_kept(edition, report)
        before = rows_of(edition)
        again = file_papers(edition, read_papers(edition, [path]), accept_good=True)
        assert again.files == 0, "the same file was filed twice"
        assert rows_of(edition) == before
    finally:
        ground.renew()
    return "filed"
