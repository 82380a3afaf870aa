"""The state that a sheet's acts add up to: a pure function of the set of acts, never of a clock.

Nearly every sheet's acts form one line, each by somebody who knew all that came before; they are brought in
one by one. What was done in several places adds up in `judge.ledger.union`.
"""

from collections.abc import Iterable

from judge.domain.sheet import SheetState
from judge.ledger.entry import Entry
from judge.ledger.projection import SheetProjection
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
    SheetSubmitted,
    StateAct,
    read_sheet_act,
)
from judge.ledger.standing import settled_turn
from judge.ledger.steps import Step, in_order
from judge.ledger.union import Union

__all__ = ["SheetProjection", "Step", "add_up", "apply", "bring", "in_order", "project"]


def project(entries: Iterable[tuple[bytes, Entry]]) -> SheetProjection:
    """The sheet that the acts (digest, entry) on one subject add up to, in whatever order they come."""
    return add_up(in_order(Step.of(d, e, read_sheet_act(e)) for d, e in entries))


def add_up(steps: Iterable[Step]) -> SheetProjection:
    """The sheet that ordered acts add up to."""
    ordered = list(steps)
    sheet = SheetProjection()
    for step in ordered:
        if step.act.on != sheet.head:
            return Union(ordered).whole()
        bring(sheet, step.digest, step.act)
    return sheet


def apply(sheet: SheetProjection, digest: bytes, entry: Entry) -> None:
    """Bring the sheet forward by one act; the same code that rebuilds a sheet also keeps it up to date."""
    bring(sheet, digest, read_sheet_act(entry))


def bring(sheet: SheetProjection, digest: bytes, act: SheetAct) -> None:
    """As `apply`, for an act that is read already.

    It must name the sheet's head, and a sheet that is forked can only be settled: what else there is
    adds up from all acts alone.
    """
    _act(sheet, act)
    sheet.revision += 1
    sheet.head = digest


def _act(sheet: SheetProjection, act: SheetAct) -> None:
    match act:
        case MarkSet():
            sheet.marks[act.criterion] = act.ticks
        case MarkCleared():
            sheet.marks.pop(act.criterion, None)
        case NoteSet():
            _write_note(sheet, act)
        case _:
            _turn(sheet, act)


def _turn(sheet: SheetProjection, act: StateAct) -> None:
    match act:
        case SheetSubmitted():
            _submit(sheet, act.revision)
        case SheetRecused():
            sheet.state, sheet.reason = SheetState.RECUSED, act.reason
        case SheetFiled():
            _file(sheet, act)
        case SheetReturned():
            # It means the one submission that it names, and says nothing of a later one.
            if sheet.state is SheetState.SUBMITTED and sheet.head == act.on:
                sheet.state, sheet.reason = SheetState.RETURNED, act.reason
        case SheetReopened():
            sheet.state, sheet.reason = SheetState.OPEN, ""
        case SheetSettled():
            _settle(sheet, act)
        case ConflictDenied():
            pass  # It stands in the ledger, and the sheet is what it was.


def _file(sheet: SheetProjection, act: SheetFiled) -> None:
    sheet.marks.update(act.marks)
    for criterion, text in act.notes.items():
        _write_note(sheet, NoteSet(act.on, criterion, text))
    if act.complete:
        _submit(sheet, act.revision)


def _submit(sheet: SheetProjection, revision: int) -> None:
    sheet.state, sheet.reason, sheet.judged_revision = SheetState.SUBMITTED, "", revision


def _settle(sheet: SheetProjection, act: SheetSettled) -> None:
    sheet.state, sheet.reason, judged = settled_turn(act)
    sheet.judged_revision = judged or sheet.judged_revision
    sheet.marks, sheet.contested = dict(act.marks), ()


def _write_note(sheet: SheetProjection, act: NoteSet) -> None:
    if act.text:
        sheet.notes[act.criterion] = act.text
    else:
        sheet.notes.pop(act.criterion, None)
