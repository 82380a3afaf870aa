"""A sheet's own history, and what of it can be taken back."""

from collections.abc import Iterator, Mapping

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, Sheet
from judge.domain.sheet_history import Author, HistoryItem, SheetDeed
from judge.ledger import acts as ledger
from judge.ledger.pens import CHAIR, SECRETARY
from judge.ledger.reading import (
    ConflictDenied,
    MarkCleared,
    MarkSet,
    NoteSet,
    SheetAct,
    SheetFiled,
    SheetRecused,
    SheetReopened,
    SheetReturned,
    SheetSettled,
)
from judge.ledger.steps import Step
from judge.ledger.undoing import Edit, Edits, Written, edits_of
from judge.services.editions.edition import Edition
from judge.services.sheets.acts import Seen, act_on
from judge.store.queries.sheet_acts import sheet_steps
from judge.store.sheets import SheetRow

_AUTHORS = {SECRETARY: Author.SECRETARY, CHAIR: Author.CHAIR}
_REASONED: Mapping[type[SheetAct], SheetDeed] = {
    SheetReturned: SheetDeed.RETURNED,
    SheetRecused: SheetDeed.RECUSED,
    ConflictDenied: SheetDeed.CONFLICT_DENIED,
}
_PLAIN: Mapping[type[SheetAct], SheetDeed] = {SheetReopened: SheetDeed.TAKEN_BACK}


def history(edition: Edition, nomination: str, reviewer: str) -> tuple[HistoryItem, ...]:
    """Every deed on a sheet, the first first; marks that came in together are an item each."""
    with edition.store.read() as connection:
        steps = sheet_steps(connection, nomination, reviewer)
    return tuple(item for kept in steps for item in _items(kept.step, kept.at))


def _items(step: Step, at: str) -> Iterator[HistoryItem]:
    author = _AUTHORS.get(step.pen, Author.REVIEWER)
    match step.act:
        case MarkSet(criterion=criterion, ticks=ticks, undoes=undoes):
            yield HistoryItem(at, author, SheetDeed.MARKED, criterion, Mark(ticks), undoing=bool(undoes))
        case MarkCleared(criterion=criterion, undoes=undoes):
            yield HistoryItem(at, author, SheetDeed.CLEARED, criterion, undoing=bool(undoes))
        case NoteSet(criterion=criterion, text=text, undoes=undoes):
            yield HistoryItem(at, author, SheetDeed.NOTED, criterion, text=text, undoing=bool(undoes))
        case SheetFiled() as filed:
            yield from _filed_items(filed, at, author)
        case SheetSettled(marks=marks, reason=why):
            for criterion, ticks in marks.items():
                yield HistoryItem(at, author, SheetDeed.MARKED, criterion, Mark(ticks))
            yield HistoryItem(at, author, SheetDeed.SETTLED, text=why)
        case SheetReturned(reason=why) | SheetRecused(reason=why) | ConflictDenied(reason=why) as act:
            yield HistoryItem(at, author, _REASONED[type(act)], text=why)
        case _:
            yield HistoryItem(at, author, _PLAIN.get(type(step.act), SheetDeed.SUBMITTED))


def _filed_items(filed: SheetFiled, at: str, author: Author) -> Iterator[HistoryItem]:
    for criterion, ticks in filed.marks.items():
        yield HistoryItem(at, author, SheetDeed.FILED, criterion, Mark(ticks))
    for criterion, text in filed.notes.items():
        yield HistoryItem(at, author, SheetDeed.NOTED, criterion, text=text)
    if filed.complete:
        yield HistoryItem(at, author, SheetDeed.SUBMITTED)


def undo(edition: Edition, seen: Seen) -> Sheet:
    """Take back what the reviewer last wrote on the sheet, in this sitting or an earlier one.

    Refusal codes: "nothing-to-undo", and those of `judge.services.sheets.acts.act_on`.
    """
    edits = _edits(edition, seen)
    if not edits.done:
        raise Refusal("nothing-to-undo")
    last = edits.done[-1]
    return _write(edition, seen, last, last.before)


def redo(edition: Edition, seen: Seen) -> Sheet:
    """Do again what was last taken back; Refusal codes: "nothing-to-redo", and those of `act_on`."""
    edits = _edits(edition, seen)
    if not edits.undone:
        raise Refusal("nothing-to-redo")
    last = edits.undone[-1]
    return _write(edition, seen, last, last.after)


def _edits(edition: Edition, seen: Seen) -> Edits:
    with edition.store.read() as connection:
        steps = sheet_steps(connection, seen.nomination, seen.reviewer)
    if len(steps) != seen.revision:
        raise Refusal("sheet-changed-elsewhere")
    return edits_of(kept.step for kept in steps)


def _write(edition: Edition, seen: Seen, edit: Edit, content: Written) -> Sheet:
    def act(row: SheetRow) -> tuple[str, ledger.Payload]:
        on = row.projection.head
        match content:
            case str(text):
                return ledger.NOTE_SET, ledger.note_set(on, edit.criterion, text, edit.digest)
            case Mark(ticks=ticks):
                return ledger.MARK_SET, ledger.mark_set(on, edit.criterion, ticks, edit.digest)
            case None:
                return ledger.MARK_CLEARED, ledger.mark_cleared(on, edit.criterion, edit.digest)

    return act_on(edition, seen, act)
