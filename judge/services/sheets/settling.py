"""Forked sheets: what their sides are, and the chair's ruling on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from judge.domain.fork import ContestedMark, ForkedSheet, ForkSide, MarkVariant
from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, Sheet, SheetState
from judge.ledger import acts as ledger
from judge.ledger.apply import apply
from judge.ledger.pens import CHAIR
from judge.ledger.projection import Fork, Side, Turn
from judge.ledger.union import Union
from judge.locale import language
from judge.services.editions.edition import Edition
from judge.services.sheets.acts import read_sheet
from judge.services.sheets.dictation import dictated
from judge.services.texts import given_reason
from judge.store.connection import Connection
from judge.store.pens import head_of, keep, provide_pens
from judge.store.queries.sheet_acts import KeptStep, forked, sheet_steps
from judge.store.sheet_writing import Change, save
from judge.store.sheets import SheetRow, copy_of, load
from rubrics.model import Rubric

KEY_DIGITS = 12
_LEAST_DIGITS = 4
"""So many digits of a side's key are enough to name it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the chair chooses where the sides differ.

    `take` names a side by its pen or by its key: it holds wherever `marks`, each "criterion=points" as
    `judge.services.sheets.dictation` reads it, say nothing else.
    """

    take: str = ""
    marks: Sequence[str] = ()


def forked_sheets(edition: Edition) -> tuple[ForkedSheet, ...]:
    """Every sheet that waits for the chair to settle it, in the order of filing."""
    with edition.store.read() as connection:
        return tuple(_forked(connection, *pair) for pair in forked(connection))


def _forked(connection: Connection, nomination: str, reviewer: str) -> ForkedSheet:
    row = read_sheet(connection, nomination, reviewer)
    steps = sheet_steps(connection, nomination, reviewer)
    moments = {kept.step.digest: kept.at for kept in steps}
    fork = _fork(steps)
    return ForkedSheet(
        nomination=nomination,
        reviewer=reviewer,
        rubric=row.rubric,
        marks=_marks(fork.sheet.marks),
        contested=tuple(
            ContestedMark(
                one.criterion,
                tuple(
                    MarkVariant(variant.content, variant.pens)
                    for variant in one.variants
                    if not isinstance(variant.content, Turn)
                ),
            )
            for one in fork.sheet.contested
            if one.criterion
        ),
        state_contested=fork.turn is None,
        sides=tuple(_side(side, moments[side.digest]) for side in fork.sides),
    )


def _side(side: Side, at: str) -> ForkSide:
    sheet = side.sheet
    return ForkSide(_key(side), side.pen, at, sheet.state, sheet.reason, _marks(sheet.marks))


def _marks(marks: Mapping[str, int | None]) -> dict[str, Mark]:
    return {criterion: Mark(ticks) for criterion, ticks in marks.items()}


def _key(side: Side) -> str:
    return side.digest.hex()[:KEY_DIGITS]


def _fork(steps: Sequence[KeptStep]) -> Fork:
    return Union([kept.step for kept in steps]).fork()


def settle(edition: Edition, nomination: str, reviewer: str, choice: Choice, reason: str) -> Sheet:
    """Say what holds of a forked sheet; what its sides agree on stays as it is.

    The sheet is then what the chosen side made of it: recused, submitted where it is complete, and else
    returned to its reviewer with the reason. All that the sides said stays in the ledger.

    Refusal codes: "reason-missing", "sheet-not-assigned", "sheet-not-forked" (state), "side-unknown" (side,
    known), "side-ambiguous" (side, known), "settling-not-contested" (criterion), "settling-leaves-open"
    (criteria), "settling-leaves-state-open"; FileFaults for marks that cannot be.
    """
    said = given_reason(reason)
    with edition.store.write() as connection:
        provide_pens(connection, edition.id, [CHAIR])
        head = head_of(connection, CHAIR, locked=True)
        row = load(connection, nomination, reviewer, locked=True)
        if row is None:
            raise Refusal("sheet-not-assigned", nomination=nomination, reviewer=reviewer)
        if row.projection.state is not SheetState.FORKED:
            raise Refusal("sheet-not-forked", state=row.projection.state.value)
        fork = _fork(sheet_steps(connection, nomination, reviewer))
        payload = _settled(edition.rubrics[row.rubric], row, fork, choice, said)
        subject = ledger.sheet_subject(nomination, reviewer)
        written, head = head.next(ledger.SHEET_SETTLED, subject, payload, edition.now())
        after = copy_of(row.projection)
        apply(after, written.digest, written.entry)
        keep(connection, [written], head)
        save(connection, [Change(row, after)])
    edition.memory.forget(nomination, reviewer)
    return row.view_of(after)


def _settled(rubric: Rubric, row: SheetRow, fork: Fork, choice: Choice, reason: str) -> ledger.Payload:
    side = _chosen(fork, choice.take) if choice.take else None
    marks = _chosen_marks(rubric, fork, side, choice.marks)
    turn = fork.turn or _turn_of(side)
    complete = all(criterion.key in marks for criterion in rubric.criteria)
    match turn.state:
        case SheetState.RECUSED:
            state, judged = SheetState.RECUSED, 0
        case SheetState.SUBMITTED if complete:
            state, judged = SheetState.SUBMITTED, turn.judged
        case _:
            state, judged = SheetState.RETURNED, 0
    return ledger.sheet_settled(
        row.projection.head, marks, reason, state=state.value, rubric=row.rubric, revision=judged
    )


def _chosen(fork: Fork, named: str) -> Side:
    """The side that is named by its pen, or by the first digits of its key."""
    wanted = named.strip()
    by_key = len(wanted) >= _LEAST_DIGITS
    found = [
        side
        for side in fork.sides
        if side.pen == wanted or (by_key and side.digest.hex().startswith(wanted.casefold()))
    ]
    if len(found) == 1:
        return found[0]
    known = tuple(f"{_key(side)} ({side.pen})" for side in found or fork.sides)
    raise Refusal("side-ambiguous" if found else "side-unknown", side=wanted, known=known)


def _chosen_marks(
    rubric: Rubric, fork: Fork, side: Side | None, given: Sequence[str]
) -> dict[str, int | None]:
    """All marks of the sheet: those that nobody contests, and those chosen where somebody does."""
    marks = dict(fork.sheet.marks)
    contested = {one.criterion for one in fork.sheet.contested if one.criterion}
    chosen = {one.criterion: one.mark for one in dictated(rubric, given, ())}
    for criterion in chosen.keys() - contested:
        raise Refusal("settling-not-contested", criterion=_title(rubric, criterion))
    disputed_there = {one.criterion for one in side.sheet.contested} if side else contested
    open_ones = (contested & disputed_there) - chosen.keys()
    if open_ones:
        titles = tuple(_title(rubric, c.key) for c in rubric.criteria if c.key in open_ones)
        raise Refusal("settling-leaves-open", criteria=titles)
    for criterion in sorted(contested):
        if criterion in chosen:
            mark = chosen[criterion]
            if mark is not None:
                marks[criterion] = mark.ticks
        elif side and criterion in side.sheet.marks:
            marks[criterion] = side.sheet.marks[criterion]
    return marks


def _turn_of(side: Side | None) -> Turn:
    """What the chosen side made of the sheet, where the sides made different things of it."""
    if side is None or side.sheet.state is SheetState.FORKED:
        raise Refusal("settling-leaves-state-open")
    judged = side.sheet.judged_revision if side.sheet.state is SheetState.SUBMITTED else 0
    return Turn(side.sheet.state, side.sheet.reason, judged)


def _title(rubric: Rubric, criterion: str) -> str:
    return rubric.criterion(criterion).title.language(language())
