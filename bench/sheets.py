"""Whole sheets filed in bulk against a bare Core executemany of the same rows into the same tables.

The peer writes the very rows that filing wrote, read back beforehand, with its digests thus computed; into
the same tables with the same indexes and triggers. Seconds are the processor's: both wait alike for one
commit, and a busy machine would decide the ratio otherwise.
"""

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, select, update

from bench.season import edition_with
from bench.verdict import tell
from judge.ledger.chain import Head
from judge.ledger.pens import SECRETARY
from judge.services.editions.edition import Edition
from judge.services.sheets.filing import FiledSheet, file_sheets
from judge.store.pens import head_of
from judge.store.tables import entry, mark, pen, sheet
from rubrics.model import Rubric

NOMINATIONS, REVIEWERS, PER_NOMINATION = 2000, 50, 10
ROUNDS = 3
AT_MOST = {"time": 2.0}

Rows = dict[Table, list[dict[str, Any]]]


def main() -> bool:
    """File 20,000 sheets of six marks both ways by turns, print the medians, and hold them to the bound."""
    judge_seconds, bare_seconds = (
        statistics.median(times) for times in zip(*(_turn() for _ in range(ROUNDS)), strict=True)
    )
    said = (
        f"sheets: judge {judge_seconds:.2f} s, bare executemany {bare_seconds:.2f} s"
        f" ({NOMINATIONS * PER_NOMINATION} sheets)"
    )
    return tell(said, {"time": judge_seconds / bare_seconds}, AT_MOST)


def _turn() -> tuple[float, float]:
    """Seconds of Judge and of the peer, each into an edition of its own."""
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
        filed = edition_with(Path(ours), NOMINATIONS, REVIEWERS)
        bare = edition_with(Path(theirs), NOMINATIONS, REVIEWERS)
        papers = _papers(filed.programme.rubric_of("qc-group"))
        judge_seconds = _seconds(lambda: _file(filed, papers))
        rows, head = _rows(filed)
        bare_seconds = _seconds(lambda: _executemany(bare, rows, head))
        filed.close()
        bare.close()
    return judge_seconds, bare_seconds


def _seconds(work: Callable[[], None]) -> float:
    gc.collect()
    # Neither shall pay for looking through what was made beforehand, again and again.
    gc.freeze()
    started = time.process_time()
    work()
    took = time.process_time() - started
    gc.unfreeze()
    return took


def _file(edition: Edition, papers: dict[tuple[str, str], FiledSheet]) -> None:
    with edition.store.write() as connection:
        file_sheets(edition, connection, head_of(connection, SECRETARY), papers)


def _papers(rubric: Rubric) -> dict[tuple[str, str], FiledSheet]:
    return {
        (f"qc-group-{n:04}", f"R{(n * 7 + k) % REVIEWERS + 1:04}"): FiledSheet(
            {c.key: (n + k) % (c.full_ticks + 1) for c in rubric.criteria}
        )
        for n in range(1, NOMINATIONS + 1)
        for k in range(PER_NOMINATION)
    }


def _rows(filed: Edition) -> tuple[Rows, Head]:
    """What filing wrote."""
    fresh = select(entry).where(entry.c.pen == SECRETARY, entry.c.kind == "sheet.filed").order_by(entry.c.seq)
    queries = ((entry, fresh), (sheet, select(sheet)), (mark, select(mark)))
    with filed.store.read() as connection:
        head = head_of(connection, SECRETARY)
        rows = {
            table: [dict(row._mapping) for row in connection.execute(query)]  # noqa: SLF001 - SQLAlchemy's public name
            for table, query in queries
        }
    return rows, head


def _executemany(bare: Edition, rows: Rows, head: Head) -> None:
    with bare.store.write() as connection:
        for table, found in rows.items():
            connection.execute(insert(table), found)
        connection.execute(update(pen).where(pen.c.name == SECRETARY).values(seq=head.seq, head=head.digest))


if __name__ == "__main__":
    sys.exit(not main())
