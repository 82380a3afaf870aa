"""A reviewer's sheets in a packet: as they stand in the edition, with every act on them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from judge.ledger.acts import EDITION_MADE, sheet_subject
from judge.ledger.pens import SECRETARY
from judge.store.chunks import chunks
from judge.store.driver import append, fetch
from judge.store.tables import entry, mark, nomination, note, reviewer, sheet


def copy_sheets(source: Connection, target: Connection, reviewer_key: str) -> None:
    """Copy a reviewer's sheets; the nominations and the reviewer are there already."""
    mine = select(reviewer.c.id).where(reviewer.c.key == reviewer_key).scalar_subquery()
    append(target, sheet, _rows(source, select(sheet).where(sheet.c.reviewer_id == mine)))
    for table in (mark, note):
        asked = select(table).join(sheet, sheet.c.id == table.c.sheet_id).where(sheet.c.reviewer_id == mine)
        append(target, table, _rows(source, asked))
    keys = source.execute(
        select(nomination.c.key)
        .join(sheet, sheet.c.nomination_id == nomination.c.id)
        .where(sheet.c.reviewer_id == mine)
    ).scalars()
    subjects = sorted(sheet_subject(key, reviewer_key) for key in keys)
    for some in chunks(subjects):
        append(target, entry, _rows(source, select(entry).where(entry.c.subject.in_(some))))


def copy_first_entry(source: Connection, target: Connection) -> None:
    """Copy the entry that made the edition, which the edition's own row is held against."""
    made = select(entry).where(entry.c.pen == SECRETARY, entry.c.kind == EDITION_MADE)
    append(target, entry, _rows(source, made))


def heads_of(connection: Connection, reviewer_key: str) -> dict[str, bytes]:
    """By nomination, the digest of the last act on the reviewer's sheet; b"" where there is none."""
    asked = (
        select(nomination.c.key, sheet.c.head)
        .join(sheet, sheet.c.nomination_id == nomination.c.id)
        .join(reviewer, reviewer.c.id == sheet.c.reviewer_id)
        .where(reviewer.c.key == reviewer_key)
    )
    return {key: bytes(head) for key, head in connection.execute(asked)}


def _rows(connection: Connection, asked: Select[*tuple[Any, ...]]) -> Sequence[tuple[Any, ...]]:
    return list(fetch(connection, asked))
