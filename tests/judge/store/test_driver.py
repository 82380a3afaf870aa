"""Rows that go straight through the driver arrive as they were, and come back as they are."""

import pytest
from sqlalchemy import select

from judge.domain.refusal import Refusal
from judge.ledger.pens import SECRETARY
from judge.services.editions.edition import Edition
from judge.store.driver import append, fetch
from judge.store.tables import entry, reviewer, source_file

MORE_THAN_ONE_FETCH = 2500

Rows = list[tuple[object, ...]]


@pytest.mark.parametrize("count", [0, 1, 2, MORE_THAN_ONE_FETCH])
def test_appended_rows_come_back_as_they_were(edition: Edition, count: int) -> None:
    rows: Rows = [(n, 1, f"R{n:04}", f"艾力·买买提 %s ? [/{n}]", "=1+1", "") for n in range(1, count + 1)]
    with edition.store.write() as connection:
        connection.exec_driver_sql("INSERT INTO batch (id, imported_at) VALUES (1, '')")
        append(connection, reviewer, rows)
    with edition.store.read() as connection:
        assert list(fetch(connection, select(reviewer).order_by(reviewer.c.id))) == rows


def test_bytes_come_back_byte_for_byte(edition: Edition) -> None:
    every = bytes(range(256))
    rows: Rows = [(n, 1, "书.docx", "word", every[n:] + every[:n], every) for n in (1, 2)]
    with edition.store.write() as connection:
        connection.exec_driver_sql("INSERT INTO batch (id, imported_at) VALUES (1, '')")
        append(connection, source_file, rows)
        kept = connection.execute(select(source_file).order_by(source_file.c.id)).all()
    assert [(*row[:4], bytes(row[4]), bytes(row[5])) for row in kept] == rows


def test_what_the_tables_forbid_takes_everything_back(edition: Edition) -> None:
    rows: Rows = [(SECRETARY, seq, bytes(32), "note.set", "sheet/a/b", b"{}") for seq in (2, 3, 3)]
    with pytest.raises(Refusal, match="edition-changed-meanwhile"), edition.store.write() as connection:
        append(connection, entry, rows)
    with edition.store.read() as connection:
        assert list(fetch(connection, select(entry.c.seq))) == [(1,)]
