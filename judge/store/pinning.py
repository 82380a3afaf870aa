"""What pins a batch: one digest over every row that it added, of columns that never change."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, or_, select

from imports.records import REPORT
from judge.ledger.canonical import Value, digest, encode
from judge.store.tables import (
    batch,
    body,
    body_paper,
    document,
    nomination,
    nomination_revision,
    organisation_alias,
    panel_member,
    past_award,
    quota,
    reviewer,
    source_file,
)
from judge.store.values import is_sound

FORMAT = 2
"""The choice of columns below, hashed with them. A later migration that adds a column adds a format."""

Columns = tuple[Column[Any], ...]

_FIRST: tuple[Columns, ...] = (
    (source_file.c.id, source_file.c.path, source_file.c.kind, source_file.c.sha256),
    (body.c.id, body.c.number, body.c.name),
    (
        nomination.c.id,
        nomination.c.source_file_id,
        nomination.c.source_table,
        nomination.c.source_row,
        nomination.c.key,
        nomination.c.award,
        nomination.c.body_id,
        nomination.c.name,
        nomination.c.organisation,
        nomination.c.subject,
        nomination.c.filed,
    ),
    (reviewer.c.id, reviewer.c.key, reviewer.c.name, reviewer.c.organisation, reviewer.c.phone),
    (document.c.id, document.c.source_file_id, document.c.nomination_id, document.c.title, document.c.blocks),
)


def _all_but_batch(table: Table) -> Columns:
    return tuple(column for column in table.c if column.name != "batch_id")


_SINCE_SECOND: tuple[Columns, ...] = tuple(
    map(_all_but_batch, (nomination_revision, body_paper, organisation_alias, past_award))
)
_DOCUMENTS_SINCE_SECOND: Columns = (document.c.id, document.c.attachment, document.c.total)
_OWN: Mapping[int, tuple[Columns, ...]] = {
    1: _FIRST,
    2: (*_FIRST, *_SINCE_SECOND, _DOCUMENTS_SINCE_SECOND),
}
"""By format, tables whose rows name their batch. A file's content is pinned by its sha256."""


def is_known(pinning: int) -> bool:
    """Whether this program knows the format; one from a later program it cannot check."""
    return pinning in _OWN


def rows_digest(connection: Connection, batch_id: int, pinning: int = FORMAT) -> bytes:
    """SHA-256 over the batch's rows in canonical form: table by table, bytes by their own digest.

    Rows are sorted by their spelling, not by the database, whose collation may change under an upgrade. A row
    with a value of a foreign sort has no spelling and is left out.
    """
    tables: list[Value] = [
        sorted(_spelled(connection, query.where(is_sound(connection, table))), key=encode)
        for query, table in _pinned(batch_id, pinning)
    ]
    return digest(encode({"format": pinning, "tables": tables}))


def holds_unpinned(connection: Connection, batch_id: int, pinning: int) -> bool:
    """Whether a batch of an early format has what that format does not cover: nothing could vouch for it."""
    if pinning >= FORMAT:
        return False
    queries = [select(columns[0]).where(columns[0].table.c.batch_id == batch_id) for columns in _SINCE_SECOND]
    changed = or_(document.c.attachment != REPORT, document.c.total.is_not(None))
    queries.append(select(document.c.id).where(document.c.batch_id == batch_id, changed))
    return any(connection.execute(query.limit(1)).first() is not None for query in queries)


def _pinned(batch_id: int, pinning: int) -> Iterator[tuple[Select[*tuple[Any, ...]], Table]]:
    """The rows of each table that the batch added, and the table."""
    yield select(batch.c.id, batch.c.imported_at).where(batch.c.id == batch_id), batch
    for columns in _OWN[pinning]:
        table = columns[0].table
        yield select(*columns).where(table.c.batch_id == batch_id), table
    seats = select(quota.c.body_id, quota.c.category, quota.c.seats)
    yield seats.join(body, body.c.id == quota.c.body_id).where(body.c.batch_id == batch_id), quota
    panels = select(panel_member.c.award, panel_member.c.reviewer_id)
    of_batch = panels.join(reviewer, reviewer.c.id == panel_member.c.reviewer_id)
    yield of_batch.where(reviewer.c.batch_id == batch_id), panel_member


def _spelled(connection: Connection, query: Select[*tuple[Any, ...]]) -> Iterator[Value]:
    for row in connection.execute(query):
        yield [digest(v).hex() if isinstance(v, bytes) else v for v in row]
