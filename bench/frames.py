"""600,000 marks from an edition's file into frames, against sqlite3's own fetchall of the same rows.

What the whole list takes from there, until every line has its names, is told beside it.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.season import edition_with
from bench.verdict import Ratios, tell
from judge.ledger.pens import SECRETARY
from judge.services.editions.edition import Edition
from judge.services.lists.ranking import rank
from judge.services.sheets.filing import FiledSheet, file_sheets
from judge.store.pens import head_of
from judge.store.queries.frames import marks_frame, sheets_frame

NOMINATIONS, REVIEWERS, PER_NOMINATION = 20_000, 100, 5
AWARD = "qc-group"
RUNS = 5
AT_MOST: Ratios = {}

_SHEETS = """
SELECT sheet.nomination_id, sheet.reviewer_id, sheet.state, sheet.rubric
FROM sheet JOIN nomination ON nomination.id = sheet.nomination_id WHERE nomination.award = ?
"""
_MARKS = """
SELECT sheet.nomination_id, sheet.reviewer_id, mark.criterion, mark.ticks
FROM mark JOIN sheet ON sheet.id = mark.sheet_id
JOIN nomination ON nomination.id = sheet.nomination_id WHERE nomination.award = ?
"""


def main() -> bool:
    """Time all three by turns and print their medians; there is no bound to miss."""
    with tempfile.TemporaryDirectory() as folder:
        edition = _filed(Path(folder))
        bare = sqlite3.connect(edition.store.name)
        works = (lambda: _frames(edition), lambda: _fetch(bare), lambda: rank(edition, AWARD))
        turns = [[_seconds(work) for work in works] for _ in range(RUNS)]
        bare.close()
        edition.close()
    frames, fetched, ranked = (statistics.median(times) for times in zip(*turns, strict=True))
    said = f"frames: judge {frames:.2f} s, bare fetchall {fetched:.2f} s, the whole list {ranked:.2f} s"
    return tell(said, {"time": frames / fetched}, AT_MOST)


def _filed(folder: Path) -> Edition:
    edition = edition_with(folder, NOMINATIONS, REVIEWERS)
    criteria = edition.programme.rubric_of(AWARD).criteria
    papers = {
        (f"{AWARD}-{n:04}", f"R{(n * 7 + k) % REVIEWERS + 1:04}"): FiledSheet(
            {c.key: (3 * n + 5 * k + at) % (c.full_ticks + 1) for at, c in enumerate(criteria)}
        )
        for n in range(1, NOMINATIONS + 1)
        for k in range(PER_NOMINATION)
    }
    with edition.store.write() as connection:
        file_sheets(edition, connection, head_of(connection, SECRETARY), papers)
    return edition


def _frames(edition: Edition) -> None:
    criteria = [criterion.key for criterion in edition.programme.rubric_of(AWARD).criteria]
    with edition.store.read() as connection:
        sheets_frame(connection, AWARD)
        marks_frame(connection, AWARD, criteria)


def _fetch(bare: sqlite3.Connection) -> None:
    for query in (_SHEETS, _MARKS):
        bare.execute(query, (AWARD,)).fetchall()


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(not main())
