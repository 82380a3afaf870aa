"""Act on one sheet: mark, note, submit, recuse; each a durable entry of the reviewer's own pen."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, Sheet, SheetState
from judge.ledger import acts
from judge.ledger.apply import apply
from judge.ledger.pens import reviewer_pen
from judge.services.editions import Edition
from judge.store.pens import keep
from judge.store.sheet_writing import Change, save
from judge.store.sheets import SheetRow, copy_of, load
from rubrics.model import Criterion, Rubric

NOTE_LIMIT = 5000
"""Characters of a note or reason; far beyond what anyone writes, short of what hurts a screen."""

Act = Callable[[SheetRow], tuple[str, acts.Payload]]


def read_sheet(connection: Connection, nomination: str, reviewer: str) -> SheetRow:
    """A sheet as last committed; Refusal "sheet-not-assigned"."""
    found = load(connection, nomination, reviewer, reviewer_pen(reviewer))
    if found is None:
        raise Refusal("sheet-not-assigned", nomination=nomination, reviewer=reviewer)
    return found[0]


@dataclass(frozen=True, slots=True)
class Seen:
    """The sheet that a reviewer has before their eyes: whose, and at which revision."""

    nomination: str
    reviewer: str
    revision: int


def set_mark(edition: Edition, seen: Seen, criterion: str, mark: Mark | None) -> Sheet:
    """Give a criterion its mark, or clear it with None.

    Refusal codes: "mark-out-of-range", "criterion-unknown", "criterion-always-applies" and those of
    `_act`.
    """

    def act(row: SheetRow) -> tuple[str, acts.Payload]:
        judged = _criterion(edition.rubrics[row.rubric], criterion)
        if mark is None:
            return acts.MARK_CLEARED, acts.mark_cleared(row.projection.head, criterion)
        _check(judged, mark)
        return acts.MARK_SET, acts.mark_set(row.projection.head, criterion, mark.ticks)

    return _act(edition, seen, act)


def set_note(edition: Edition, seen: Seen, criterion: str, text: str) -> Sheet:
    """Write the note of a criterion, or the sheet's own where `criterion` is ""."""
    _check_length(text)

    def act(row: SheetRow) -> tuple[str, acts.Payload]:
        if criterion:
            _criterion(edition.rubrics[row.rubric], criterion)
        return acts.NOTE_SET, acts.note_set(row.projection.head, criterion, text)

    return _act(edition, seen, act)


def submit(edition: Edition, seen: Seen) -> Sheet:
    """Hand a complete sheet in; Refusal "sheet-incomplete" names the criteria without a mark."""

    def act(row: SheetRow) -> tuple[str, acts.Payload]:
        rubric = edition.rubrics[row.rubric]
        missing = tuple(c.key for c in rubric.criteria if c.key not in row.projection.marks)
        if missing:
            raise Refusal("sheet-incomplete", missing=missing)
        return acts.SHEET_SUBMITTED, acts.sheet_submitted(row.projection.head, row.rubric)

    return _act(edition, seen, act)


def recuse(edition: Edition, seen: Seen, reason: str) -> Sheet:
    """Step back from a nomination; Refusal "reason-missing" without a reason."""
    _check_length(reason)
    if not reason.strip():
        raise Refusal("reason-missing")

    def act(row: SheetRow) -> tuple[str, acts.Payload]:
        return acts.SHEET_RECUSED, acts.sheet_recused(row.projection.head, reason.strip())

    return _act(edition, seen, act)


def _act(edition: Edition, seen: Seen, act: Act) -> Sheet:
    """One entry and the sheet it leaves, committed before this returns.

    Refusal codes: "sheet-not-assigned", "sheet-changed-elsewhere" (the sheet is not the one that the
    reviewer saw), "sheet-closed" (submitted or recused).
    """
    with edition.store.write() as connection:
        found = load(connection, seen.nomination, seen.reviewer, reviewer_pen(seen.reviewer), locked=True)
        if found is None:
            raise Refusal("sheet-not-assigned", nomination=seen.nomination, reviewer=seen.reviewer)
        row, head = found
        if row.projection.revision != seen.revision:
            raise Refusal("sheet-changed-elsewhere")
        if row.projection.state not in {SheetState.OPEN, SheetState.RETURNED}:
            raise Refusal("sheet-closed", state=row.projection.state.value)
        kind, payload = act(row)
        written, head = head.next(
            kind, acts.sheet_subject(seen.nomination, seen.reviewer), payload, edition.now()
        )
        after = copy_of(row.projection)
        apply(after, written.digest, written.entry)
        keep(connection, [written], head)
        save(connection, [Change(row, after)])
    return row.view_of(after)


def _criterion(rubric: Rubric, key: str) -> Criterion:
    try:
        return rubric.criterion(key)
    except KeyError:
        raise Refusal("criterion-unknown", criterion=key) from None


def _check(criterion: Criterion, mark: Mark) -> None:
    if mark.ticks is None:
        if not criterion.may_not_apply:
            raise Refusal("criterion-always-applies", criterion=criterion.key)
    elif not 0 <= mark.ticks <= criterion.full_ticks:
        raise Refusal("mark-out-of-range", criterion=criterion.key)


def _check_length(text: str) -> None:
    if len(text) > NOTE_LIMIT:
        raise Refusal("note-too-long", limit=NOTE_LIMIT)
