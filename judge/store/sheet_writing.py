"""Sheets written: new ones added, and others brought forward by what distinguishes them from their rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, update

from judge.ledger.projection import SheetProjection
from judge.store.dialects import Insert, insert_for
from judge.store.driver import append
from judge.store.sheets import SheetRow
from judge.store.tables import mark, note, sheet

Row = Mapping[str, object]

_BRING_FORWARD = (
    update(sheet)
    .where(
        sheet.c.id == bindparam("sheet_id"),
        sheet.c.revision == bindparam("old_revision"),
        sheet.c.head == bindparam("old_head"),
    )
    .values(
        state=bindparam("new_state"),
        revision=bindparam("new_revision"),
        head=bindparam("new_head"),
        reason=bindparam("new_reason"),
        judged_revision=bindparam("new_judged_revision"),
    )
)
_CLEAR_MARK = delete(mark).where(mark.c.sheet_id == bindparam("id"), mark.c.criterion == bindparam("key"))
_CLEAR_NOTE = delete(note).where(note.c.sheet_id == bindparam("id"), note.c.criterion == bindparam("key"))


@cache
def _upserts(engine: str) -> tuple[Insert, Insert]:
    """Statements that set a mark and a note whether or not there is one."""
    make = insert_for(engine)
    marks, notes = make(mark), make(note)
    return (
        marks.on_conflict_do_update(
            index_elements=["sheet_id", "criterion"], set_={"ticks": marks.excluded.ticks}
        ),
        notes.on_conflict_do_update(
            index_elements=["sheet_id", "criterion"], set_={"text": notes.excluded.text}
        ),
    )


@dataclass(frozen=True, slots=True)
class Change:
    """A sheet as its row says it is, and as it is to be."""

    row: SheetRow
    after: SheetProjection


def save(connection: Connection, changes: Sequence[Change]) -> None:
    """Write what distinguishes each sheet from its row; the rows are locked, so nobody else can have."""
    if changes:
        connection.execute(_BRING_FORWARD, [_forward(change) for change in changes])
        _save_marks_and_notes(connection, changes)


def claim(connection: Connection, change: Change) -> bool:
    """Like `save` for a sheet that is remembered, not locked: False where it has changed since."""
    if connection.execute(_BRING_FORWARD, _forward(change)).rowcount != 1:
        return False
    _save_marks_and_notes(connection, [change])
    return True


def _save_marks_and_notes(connection: Connection, changes: Sequence[Change]) -> None:
    set_mark, set_note = _upserts(connection.dialect.name)
    for statement, rows in (
        (set_mark, [row for change in changes for row in _new_marks(change)]),
        (set_note, [row for change in changes for row in _new_notes(change)]),
        (_CLEAR_MARK, [row for change in changes for row in _gone(change, "marks")]),
        (_CLEAR_NOTE, [row for change in changes for row in _gone(change, "notes")]),
    ):
        if rows:
            connection.execute(statement, rows if len(rows) > 1 else rows[0])


def add(connection: Connection, new: Sequence[tuple[Mapping[str, int], str, SheetProjection]]) -> None:
    """Insert sheets that are not there yet.

    Each is ({"id", "nomination_id", "reviewer_id"}, rubric digest, projection).
    """
    append(connection, sheet, [_row(ids, rubric, projection) for ids, rubric, projection in new])
    marks = [(ids["id"], key, ticks) for ids, _, p in new for key, ticks in p.marks.items()]
    append(connection, mark, marks)


def _row(ids: Mapping[str, int], rubric: str, projection: SheetProjection) -> tuple[object, ...]:
    """A new row of table `sheet`."""
    return (
        ids["id"],
        ids["nomination_id"],
        ids["reviewer_id"],
        rubric,
        projection.state.value,
        projection.revision,
        projection.head,
        projection.reason,
        projection.judged_revision,
    )


def _new_marks(change: Change) -> Iterator[Row]:
    before = change.row.projection.marks
    for key, ticks in change.after.marks.items():
        if key not in before or before[key] != ticks:
            yield {"sheet_id": change.row.id, "criterion": key, "ticks": ticks}


def _new_notes(change: Change) -> Iterator[Row]:
    before = change.row.projection.notes
    for key, text in change.after.notes.items():
        if before.get(key) != text:
            yield {"sheet_id": change.row.id, "criterion": key, "text": text}


def _gone(change: Change, what: Literal["marks", "notes"]) -> Iterator[Row]:
    before, after = change.row.projection, change.after
    keys = (
        before.marks.keys() - after.marks.keys()
        if what == "marks"
        else before.notes.keys() - after.notes.keys()
    )
    for key in keys:
        yield {"id": change.row.id, "key": key}


def _forward(change: Change) -> Row:
    after = change.after
    return {
        "sheet_id": change.row.id,
        "old_revision": change.row.projection.revision,
        "old_head": change.row.projection.head,
        "new_state": after.state.value,
        "new_revision": after.revision,
        "new_head": after.head,
        "new_reason": after.reason,
        "new_judged_revision": after.judged_revision,
    }
