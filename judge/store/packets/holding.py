"""What a packet holds, as one digest: nothing of it changes after it was issued."""

from typing import Any

from sqlalchemy import Column, Connection, Table, select

from judge.ledger.canonical import Value, digest, encode
from judge.store.tables import (
    body,
    document,
    edition,
    nomination,
    nomination_revision,
    packet_page,
    reviewer,
    setting,
    sheet,
    source_file,
)
from judge.store.values import is_sound

_WHOLE: tuple[Table, ...] = (
    edition,
    body,
    nomination,
    nomination_revision,
    document,
    packet_page,
    reviewer,
    setting,
)
_IN_PART: tuple[tuple[Column[Any], ...], ...] = (
    (source_file.c.id, source_file.c.path, source_file.c.kind, source_file.c.sha256),
    (sheet.c.id, sheet.c.nomination_id, sheet.c.reviewer_id, sheet.c.rubric),
)
"""A file's content has its own digest; what a sheet says is the ledger's to prove."""


def holds_digest(connection: Connection) -> bytes:
    """SHA-256 over every row that the reviewer was given, each table's rows by their spelling."""
    columns = (*(tuple(table.c) for table in _WHOLE), *_IN_PART)
    tables: list[Value] = [_spelled(connection, some) for some in columns]
    return digest(encode({"format": 1, "tables": tables}))


def _spelled(connection: Connection, columns: tuple[Column[Any], ...]) -> list[Value]:
    asked = select(*columns).where(is_sound(connection, columns[0].table))
    rows: list[list[Value]] = [
        [digest(value).hex() if isinstance(value, bytes) else value for value in row]
        for row in connection.execute(asked)
    ]
    return sorted(rows, key=encode)
