"""Sheets in the database: loaded, brought forward by an act, and written back by their difference."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, literal, null, select, union_all

from judge.domain.sheet import Mark, Sheet, SheetState
from judge.ledger.projection import SheetProjection
from judge.store.batches import next_id
from judge.store.chunks import chunks
from judge.store.tables import mark, nomination, note, reviewer, sheet


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A sheet's row with the projection that it and its marks and notes hold."""

    id: int
    nomination: str
    reviewer: str
    award: str
    rubric: str
    projection: SheetProjection

    def view(self) -> Sheet:
        """The sheet as the rest of Judge sees it."""
        return self.view_of(self.projection)

    def view_of(self, p: SheetProjection) -> Sheet:
        """The same sheet with another projection, one that an act has just left."""
        return Sheet(
            nomination=self.nomination,
            reviewer=self.reviewer,
            state=p.state,
            revision=p.revision,
            rubric_digest=self.rubric,
            marks={key: Mark(ticks) for key, ticks in p.marks.items()},
            notes=dict(p.notes),
            reason=p.reason,
            judged_revision=p.judged_revision,
        )


_SHEETS = (
    select(
        sheet,
        nomination.c.key.label("nomination"),
        nomination.c.award,
        reviewer.c.key.label("reviewer"),
    )
    .join(nomination, nomination.c.id == sheet.c.nomination_id)
    .join(reviewer, reviewer.c.id == sheet.c.reviewer_id)
    .order_by(sheet.c.id)
)
_SHEET = _SHEETS.where(
    nomination.c.key == bindparam("nomination_key"), reviewer.c.key == bindparam("reviewer_key")
)
_SHEET_LOCKED = _SHEET.with_for_update(of=sheet)

# Marks and notes in one round trip; a note's row has its text where a mark's has NULL.
_MARKS_AND_NOTES = union_all(
    select(mark.c.criterion, mark.c.ticks, null().label("text")).where(mark.c.sheet_id == bindparam("id")),
    select(note.c.criterion, literal(0).label("ticks"), note.c.text).where(
        note.c.sheet_id == bindparam("id")
    ),
)


def load(
    connection: Connection, nomination_key: str, reviewer_key: str, *, locked: bool = False
) -> SheetRow | None:
    """One sheet; None where it is not assigned."""
    asked = {"nomination_key": nomination_key, "reviewer_key": reviewer_key}
    row = next(_rows(connection.execute(_SHEET_LOCKED if locked else _SHEET, asked)), None)
    if row is not None:
        for criterion, ticks, text in connection.execute(_MARKS_AND_NOTES, {"id": row.id}):
            if text is None:
                row.projection.marks[criterion] = ticks
            else:
                row.projection.notes[criterion] = text
    return row


def load_many(
    connection: Connection, pairs: Iterable[tuple[str, str]], *, locked: bool = False
) -> dict[tuple[str, str], SheetRow]:
    """The sheets of (nomination, reviewer) pairs, as far as they are assigned."""
    wanted = set(pairs)
    found: dict[tuple[str, str], SheetRow] = {}
    for keys in chunks(sorted({nomination_key for nomination_key, _ in wanted})):
        asked = _SHEETS.where(nomination.c.key.in_(keys))
        if locked:
            asked = asked.with_for_update(of=sheet)
        rows = {
            row.id: row
            for row in _rows(connection.execute(asked))
            if (row.nomination, row.reviewer) in wanted
        }
        _fill(connection, rows)
        found |= {(row.nomination, row.reviewer): row for row in rows.values()}
    return found


def next_sheet_id(connection: Connection) -> int:
    """The first free id of a sheet, for whoever holds the secretary's pen, as who opens sheets does."""
    return next_id(connection, sheet)


def _rows(result: Iterable[Any]) -> Iterator[SheetRow]:
    for row in result:
        projection = SheetProjection(
            SheetState(row.state),
            row.revision,
            bytes(row.head),
            row.reason,
            judged_revision=row.judged_revision,
        )
        yield SheetRow(row.id, row.nomination, row.reviewer, row.award, row.rubric, projection)


def _fill(connection: Connection, rows: Mapping[int, SheetRow]) -> None:
    for ids in chunks(sorted(rows)):
        for sheet_id, criterion, ticks in connection.execute(select(mark).where(mark.c.sheet_id.in_(ids))):
            rows[sheet_id].projection.marks[criterion] = ticks
        for sheet_id, criterion, text in connection.execute(select(note).where(note.c.sheet_id.in_(ids))):
            rows[sheet_id].projection.notes[criterion] = text


def copy_of(projection: SheetProjection) -> SheetProjection:
    """A projection that can be brought forward without touching the one it came from."""
    return SheetProjection(
        projection.state,
        projection.revision,
        projection.head,
        projection.reason,
        dict(projection.marks),
        dict(projection.notes),
        projection.judged_revision,
    )
