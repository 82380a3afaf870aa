"""Batches, files and sheets as the tables keep them, whatever somebody's hand has done to them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from judge.domain.sheet import SheetState
from judge.ledger.acts import sheet_subject
from judge.ledger.projection import SheetProjection
from judge.store.tables import batch, mark, nomination, note, reviewer, sheet, source_file
from judge.store.values import is_sound

_STATES = {state.value: state for state in SheetState}


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """A sheet as the tables keep it; `sound` where its state is one that sheets have."""

    rubric: str
    sound: bool
    projection: SheetProjection


def batch_ids(connection: Connection) -> tuple[int, ...]:
    """Every batch, in the order of import."""
    asked = select(batch.c.id).where(is_sound(connection, batch)).order_by(batch.c.id)
    return tuple(connection.execute(asked).scalars())


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as kept; `sha256` is the digest that it was imported with."""

    path: str
    sha256: bytes
    content: bytes


def kept_files(connection: Connection) -> Iterator[KeptFile]:
    """Every kept file, few at a time in memory."""
    columns = (source_file.c.path, source_file.c.sha256, source_file.c.content)
    asked = select(*columns).where(is_sound(connection, source_file))
    for row in connection.execute(asked.execution_options(yield_per=50)):
        yield KeptFile(*row)


def kept_sheets(connection: Connection) -> dict[str, KeptSheet]:
    """Every sheet by subject, whatever state its row names; what hangs on no sheet is left out."""
    columns = (sheet, nomination.c.key.label("nomination"), reviewer.c.key.label("reviewer"))
    joined = select(*columns).join(nomination).join(reviewer)
    by_id: dict[int, KeptSheet] = {}
    kept: dict[str, KeptSheet] = {}
    for row in connection.execute(joined.where(is_sound(connection, sheet, nomination, reviewer))):
        state = _STATES.get(row.state)
        projection = SheetProjection(
            state or SheetState.OPEN, row.revision, row.head, row.reason, judged_revision=row.judged_revision
        )
        by_id[row.id] = KeptSheet(row.rubric, state is not None, projection)
        kept[sheet_subject(row.nomination, row.reviewer)] = by_id[row.id]
    _fill(connection, by_id)
    return kept


def _fill(connection: Connection, by_id: dict[int, KeptSheet]) -> None:
    marks = select(mark).where(is_sound(connection, mark))
    for sheet_id, criterion, ticks in connection.execute(marks):
        if sheet_id in by_id:
            by_id[sheet_id].projection.marks[criterion] = ticks
    notes = select(note).where(is_sound(connection, note))
    for sheet_id, criterion, text in connection.execute(notes):
        if sheet_id in by_id:
            by_id[sheet_id].projection.notes[criterion] = text
