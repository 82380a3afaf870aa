"""What has become of every sheet, and when each pen last wrote."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from sqlalchemy import Connection, and_, case, func, literal, select

from judge.ledger.ruled import Version
from judge.store.current import current_nomination
from judge.store.tables import entry, mark, nomination, panel_member, reviewer, sheet


class SheetRecord(NamedTuple):
    """A sheet as it stands; of its marks how many there are, are zero, and do not apply."""

    award: str
    version: Version
    rubric: str
    reason: str
    marked: int
    zeros: int
    not_applicable: int
    last: str


class Appointed(NamedTuple):
    """A reviewer, and the awards whose panels they sit on."""

    key: str
    name: str
    organisation: str
    phone: str
    awards: frozenset[str]


_MARKS = (
    select(
        mark.c.sheet_id,
        func.count().label("marked"),
        func.sum(case((mark.c.ticks == 0, 1), else_=0)).label("zeros"),
        func.sum(case((mark.c.ticks.is_(None), 1), else_=0)).label("not_applicable"),
    )
    .group_by(mark.c.sheet_id)
    .subquery()
)
_SUBJECT = literal("sheet/") + nomination.c.key + literal("/") + reviewer.c.key
_SHEETS = (
    select(
        nomination.c.award,
        nomination.c.key.label("nomination"),
        reviewer.c.key.label("reviewer"),
        sheet.c.state,
        sheet.c.head,
        sheet.c.rubric,
        sheet.c.reason,
        _MARKS.c.marked,
        _MARKS.c.zeros,
        _MARKS.c.not_applicable,
        entry.c.data,
    )
    .join_from(sheet, nomination, nomination.c.id == sheet.c.nomination_id)
    .join(reviewer, reviewer.c.id == sheet.c.reviewer_id)
    .outerjoin(_MARKS, _MARKS.c.sheet_id == sheet.c.id)
    .outerjoin(entry, and_(entry.c.subject == _SUBJECT, entry.c.digest == sheet.c.head))
    .order_by(sheet.c.nomination_id, sheet.c.reviewer_id)
)


def sheet_records(connection: Connection, award: str = "") -> Iterator[SheetRecord]:
    """Every sheet of an award, or of all, nomination by nomination."""
    asked = _SHEETS.where(nomination.c.award == award) if award else _SHEETS
    for row in connection.execute(asked):
        yield SheetRecord(
            award=row.award,
            version=Version(row.nomination, row.reviewer, row.state, bytes(row.head)),
            rubric=row.rubric,
            reason=row.reason,
            marked=row.marked or 0,
            zeros=int(row.zeros or 0),
            not_applicable=int(row.not_applicable or 0),
            last=_moment(row.data),
        )


def last_written(connection: Connection) -> dict[str, str]:
    """By pen, the moment of its last entry by its author's clock."""
    newest = select(entry.c.pen, func.max(entry.c.seq).label("seq")).group_by(entry.c.pen).subquery()
    rows = connection.execute(
        select(entry.c.pen, entry.c.data).join(
            newest, and_(newest.c.pen == entry.c.pen, newest.c.seq == entry.c.seq)
        )
    )
    return {row.pen: _moment(row.data) for row in rows}


def appointed(connection: Connection) -> tuple[Appointed, ...]:
    """Every reviewer, in the order of appointment."""
    seats: dict[int, set[str]] = {}
    for reviewer_id, award in connection.execute(select(panel_member.c.reviewer_id, panel_member.c.award)):
        seats.setdefault(reviewer_id, set()).add(award)
    rows = connection.execute(
        select(
            reviewer.c.id, reviewer.c.key, reviewer.c.name, reviewer.c.organisation, reviewer.c.phone
        ).order_by(reviewer.c.id)
    )
    return tuple(Appointed(*row[1:], frozenset(seats.get(row.id, ()))) for row in rows)


def nominated(connection: Connection, award: str = "") -> tuple[tuple[str, str, str], ...]:
    """(key, award, name) of every nomination, in the order of filing."""
    now = current_nomination.c
    asked = select(now.key, now.award, now.name).order_by(now.id)
    rows = connection.execute(asked.where(now.award == award) if award else asked)
    return tuple((row.key, row.award, row.name) for row in rows)


def _moment(data: bytes | None) -> str:
    """When an entry was written, by its author's clock; what the audit finds unreadable has no moment."""
    if data is not None:
        with suppress(ValueError, KeyError, TypeError):
            return str(json.loads(bytes(data))["at"])
    return ""
