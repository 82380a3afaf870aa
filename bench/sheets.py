"""Whole sheets filed in bulk against a bare Core executemany of the same rows into the same tables.

The peer writes the very rows that filing wrote, read back beforehand, with its digests thus computed; into
the same tables with the same indexes and triggers. Target: at most twice as long.
"""

import tempfile
import time
from pathlib import Path

from sqlalchemy import insert, select, update

from bench.season import edition_with
from judge.ledger.pens import SECRETARY
from judge.services.editions import Edition
from judge.services.filing import FiledSheet, file_sheets
from judge.store.pens import head_of
from judge.store.tables import entry, mark, pen, sheet
from rubrics.model import Rubric

NOMINATIONS, REVIEWERS, PER_NOMINATION = 2000, 50, 10


def main() -> None:
    """File 20,000 sheets of six marks both ways and print the seconds and their ratio."""
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
        filed = edition_with(Path(ours), NOMINATIONS, REVIEWERS)
        bare = edition_with(Path(theirs), NOMINATIONS, REVIEWERS)
        judge_seconds = _file(filed)
        bare_seconds = _executemany(filed, bare)
        filed.close()
        bare.close()
    count = NOMINATIONS * PER_NOMINATION
    print(
        f"sheets: judge {judge_seconds:.2f} s, bare executemany {bare_seconds:.2f} s,"
        f" ratio {judge_seconds / bare_seconds:.2f} ({count} sheets)"
    )


def _file(edition: Edition) -> float:
    papers = _papers(edition.programme.rubric_of("qc-group"))
    started = time.perf_counter()
    with edition.store.write() as connection:
        file_sheets(edition, connection, head_of(connection, SECRETARY), papers)
    return time.perf_counter() - started


def _papers(rubric: Rubric) -> dict[tuple[str, str], FiledSheet]:
    return {
        (f"qc-group-{n:04}", f"R{(n * 7 + k) % REVIEWERS + 1:04}"): FiledSheet(
            {c.key: (n + k) % (c.full_ticks + 1) for c in rubric.criteria}
        )
        for n in range(1, NOMINATIONS + 1)
        for k in range(PER_NOMINATION)
    }


def _executemany(filed: Edition, bare: Edition) -> float:
    with filed.store.read() as connection:
        head = head_of(connection, SECRETARY)
        fresh = (
            select(entry).where(entry.c.pen == SECRETARY, entry.c.kind == "sheet.filed").order_by(entry.c.seq)
        )
        rows = {
            table: [dict(row._mapping) for row in connection.execute(query)]  # noqa: SLF001 - SQLAlchemy's public name
            for table, query in ((entry, fresh), (sheet, select(sheet)), (mark, select(mark)))
        }
    started = time.perf_counter()
    with bare.store.write() as connection:
        for table, found in rows.items():
            connection.execute(insert(table), found)
        connection.execute(update(pen).where(pen.c.name == SECRETARY).values(seq=head.seq, head=head.digest))
    return time.perf_counter() - started
