"""What stands in each place of a sheet for somebody who knows certain acts; what one more makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import or_
from typing import Generic, TypeVar

from judge.domain.sheet import Mark, SheetState
from judge.ledger.projection import Turn
from judge.ledger.reading import (
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
)

Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class Write(Generic[Content]):
    """What the act that is the `at`-th in the order wrote.

    `returns` are the acts, as bits, that handed in what this one returns; 0 for what is no return.
    """

    at: int
    content: Content
    returns: int = 0


Standing = tuple[Write[Content], ...]
"""What stands in one place: writes of acts of which none follows another."""


@dataclass(frozen=True, slots=True)
class View:
    """What stands where: marks (None for unmarked) and notes by criterion, and what became of the sheet.

    `judged` are the revisions of the nomination that were handed in.
    """

    marks: Mapping[str, Standing[Mark | None]] = field(default_factory=dict)
    notes: Mapping[str, Standing[str]] = field(default_factory=dict)
    turns: Standing[Turn] = ()
    judged: Standing[int] = ()


def advanced(view: View, at: int, act: SheetAct) -> View:
    """What stands for somebody who knows that act, the `at`-th in the order, besides all that it follows."""
    match act:
        case MarkSet(criterion=criterion, ticks=ticks):
            return replace(view, marks={**view.marks, criterion: (Write(at, Mark(ticks)),)})
        case MarkCleared(criterion=criterion):
            return replace(view, marks={**view.marks, criterion: (Write(at, None),)})
        case NoteSet(criterion=criterion, text=text):
            return replace(view, notes={**view.notes, criterion: (Write(at, text),)})
        case SheetSubmitted(revision=revision):
            return _submitted(view, at, revision)
        case SheetFiled(marks=marks, complete=complete, revision=revision, notes=notes):
            noted = {criterion: (Write(at, text),) for criterion, text in notes.items()}
            written = {**view.marks, **_written(at, marks)}
            filed = replace(view, marks=written, notes={**view.notes, **noted})
            return _submitted(filed, at, revision) if complete else filed
        case _:
            return _turned(view, at, act)


def _turned(view: View, at: int, act: SheetAct) -> View:
    match act:
        case SheetRecused(reason=reason):
            return replace(view, turns=(Write(at, Turn(SheetState.RECUSED, reason)),))
        case SheetReopened():
            return replace(view, turns=(Write(at, Turn(SheetState.OPEN)),))
        case SheetReturned(reason=reason):
            return _returned(view, at, reason)
        case SheetSettled():
            return _settled(view, at, act)
        case _:
            return view


def _submitted(view: View, at: int, revision: int) -> View:
    """Who hands a sheet in vouches for every mark on it, and so writes them all once more."""
    marks = {
        criterion: (Write(at, standing[0].content),) if _is_one(standing) else standing
        for criterion, standing in view.marks.items()
    }
    handed_in = Turn(SheetState.SUBMITTED, judged=revision)
    return replace(view, marks=marks, turns=(Write(at, handed_in),), judged=(Write(at, revision),))


def _is_one(standing: Standing[Mark | None]) -> bool:
    return len({one.content for one in standing}) == 1


def _returned(view: View, at: int, reason: str) -> View:
    """Only what is handed in can be returned."""
    if not view.turns or any(one.content.state is not SheetState.SUBMITTED for one in view.turns):
        return view
    returns = reduce(or_, (1 << one.at for one in view.turns))
    return replace(view, turns=(Write(at, Turn(SheetState.RETURNED, reason), returns),))


def _settled(view: View, at: int, act: SheetSettled) -> View:
    """The chair says of every mark what it is, and what becomes of the sheet."""
    cleared: dict[str, Standing[Mark | None]] = {key: (Write(at, None),) for key in view.marks}
    turn = settled_turn(act)
    judged = (Write(at, act.revision),) if act.state is SheetState.SUBMITTED else view.judged
    return replace(
        view, marks={**cleared, **_written(at, act.marks)}, turns=(Write(at, turn),), judged=judged
    )


def settled_turn(act: SheetSettled) -> Turn:
    """What the chair makes of a sheet; the reason is read on top of one that is not handed in."""
    if act.state is SheetState.SUBMITTED:
        return Turn(act.state, judged=act.revision)
    return Turn(act.state, act.reason)


def _written(at: int, marks: Mapping[str, int | None]) -> dict[str, Standing[Mark | None]]:
    return {criterion: (Write(at, Mark(ticks)),) for criterion, ticks in marks.items()}
