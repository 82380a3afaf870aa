"""Who may do what to a sheet, and when: what the services refuse, an entry past them is found by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from judge.domain.sheet import AT_WORK, SheetState
from judge.ledger.apply import bring
from judge.ledger.pens import CHAIR, SECRETARY, reviewer_of_pen
from judge.ledger.projection import SheetProjection
from judge.ledger.reading import (
    ConflictDenied,
    MarkCleared,
    MarkSet,
    NoteSet,
    SheetFiled,
    SheetRecused,
    SheetReopened,
    SheetReturned,
    SheetSettled,
    SheetSubmitted,
    WrittenAct,
)
from judge.ledger.steps import Step
from judge.ledger.union import Union
from rubrics.model import Rubric

_TAKEN_BACK = frozenset({SheetState.SUBMITTED, SheetState.RETURNED})
"""The reviewer may have taken a sheet back before word came that the chair returned it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A sheet as it was opened: for whom, and pinned to which rubric, by digest and in full.

    `revisions` is how many revisions its nomination has.
    """

    reviewer: str
    digest: str
    rubric: Rubric
    revisions: int = 1


def replay(opened: Opened, steps: Iterable[Step]) -> tuple[SheetProjection, tuple[Step, ...]]:
    """The sheet that the ordered acts add up to, and those of them that were not allowed.

    Each is held against the sheet as its author knew it, not as it was elsewhere. An act that was not
    allowed is applied all the same: the tables must say what the entries say.
    """
    ordered = list(steps)
    sheet = SheetProjection()
    refused: list[Step] = []
    for step in ordered:
        if step.act.on != sheet.head:
            return _replay_union(opened, ordered)
        if not is_allowed(opened, sheet, step):
            refused.append(step)
        bring(sheet, step.digest, step.act)
    return sheet, tuple(refused)


def _replay_union(opened: Opened, ordered: Sequence[Step]) -> tuple[SheetProjection, tuple[Step, ...]]:
    """The same where the acts do not form one line."""
    union = Union(ordered)
    refused = tuple(step for step, sheet in union.known() if not is_allowed(opened, sheet, step))
    return union.whole(), refused


def is_allowed(opened: Opened, sheet: SheetProjection, step: Step) -> bool:
    """Whether this pen may do this to the sheet as it stands.

    Reviewers mark, annotate, submit and recuse from their own sheets, by whichever of their pens, and deny
    conflicts; the secretary files whole sheets and recusals that papers bring. Of a submitted sheet the
    reviewer can only take it back, and the chair return it, with a reason; nobody touches one that is
    recused. A forked sheet waits for the chair, who settles it, with a reason.
    """
    match step.act:
        case MarkSet() | MarkCleared() | NoteSet() as act:
            # Nearly all that is ever done; asked first for those who ask a million times.
            own = reviewer_of_pen(step.pen) == opened.reviewer
            return own and sheet.state in AT_WORK and _may_be_written(opened.rubric, act)
        case SheetReturned(reason=why):
            return step.pen == CHAIR and sheet.state is SheetState.SUBMITTED and bool(why.strip())
        case SheetReopened():
            return reviewer_of_pen(step.pen) == opened.reviewer and sheet.state in _TAKEN_BACK
        case SheetSettled() as act:
            return step.pen == CHAIR and sheet.state is SheetState.FORKED and _may_be_settled(opened, act)
        case _:
            return sheet.state in AT_WORK and _may_be_done(opened, sheet, step)


def _may_be_done(opened: Opened, sheet: SheetProjection, step: Step) -> bool:
    """The same of an act on a sheet at work."""
    rubric = opened.rubric
    own, secretary = reviewer_of_pen(step.pen) == opened.reviewer, step.pen == SECRETARY
    match step.act:
        case SheetFiled() as filed:
            return secretary and _may_be_filed(opened, sheet, filed)
        case SheetRecused(reason=reason):
            return (own or secretary) and bool(reason.strip())
        case ConflictDenied(grounds=grounds, reason=reason):
            return own and bool(grounds) and bool(reason.strip())
        case SheetSubmitted(rubric=judged_by, revision=judged):
            there = judged <= opened.revisions
            return own and there and judged_by == opened.digest and _complete(rubric, sheet.marks)
        case _:
            return False


def _may_be_written(rubric: Rubric, act: WrittenAct) -> bool:
    match act:
        case MarkSet():
            return _fits(rubric, act.criterion, act.ticks)
        case MarkCleared():
            return _names(rubric, act.criterion)
        case NoteSet():
            return not act.criterion or _names(rubric, act.criterion)


def _may_be_filed(opened: Opened, sheet: SheetProjection, act: SheetFiled) -> bool:
    """Papers add marks and close a sheet just when it is complete; a mark changes only where it was seen."""
    rubric = opened.rubric
    return (
        (act.reviewer, act.rubric) == (opened.reviewer, opened.digest)
        and act.revision <= opened.revisions
        and all(_fits(rubric, key, ticks) for key, ticks in act.marks.items())
        and all(_may_replace(sheet, act, key, ticks) for key, ticks in act.marks.items())
        and all(not key or _names(rubric, key) for key in act.notes)
        and act.complete == _complete(rubric, sheet.marks.keys() | act.marks.keys())
    )


def _may_be_settled(opened: Opened, act: SheetSettled) -> bool:
    """What is handed in is complete and judges a revision that is there; nothing else judges any."""
    rubric = opened.rubric
    if act.state is SheetState.SUBMITTED:
        fitting = 1 <= act.revision <= opened.revisions and _complete(rubric, act.marks)
    else:
        fitting = act.revision == 0
    return (
        fitting
        and bool(act.reason.strip())
        and act.rubric == opened.digest
        and all(_fits(rubric, key, ticks) for key, ticks in act.marks.items())
    )


def _names(rubric: Rubric, criterion: str) -> bool:
    return any(known.key == criterion for known in rubric.criteria)


def _fits(rubric: Rubric, criterion: str, ticks: int | None) -> bool:
    for known in rubric.criteria:
        if known.key == criterion:
            return known.may_not_apply if ticks is None else 0 <= ticks <= known.full_ticks
    return False


def _complete(rubric: Rubric, marked: Iterable[str]) -> bool:
    return {criterion.key for criterion in rubric.criteria} <= set(marked)


def _may_replace(sheet: SheetProjection, act: SheetFiled, key: str, ticks: int | None) -> bool:
    stands = sheet.marks.get(key, ticks)
    return stands == ticks or (key in act.replaced and act.replaced[key] == stands)
