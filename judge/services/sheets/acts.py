"""Act on one sheet: mark, note, submit, recuse; each a durable entry of the reviewer's own pen."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from judge.domain.refusal import Refusal
from judge.domain.sheet import AT_WORK, Mark, Sheet, SheetState
from judge.ledger import acts
from judge.ledger.apply import apply
from judge.ledger.chain import Head
from judge.locale import language
from judge.services.editions.edition import Edition
from judge.services.packets.sealing import seal
from judge.services.sheets.closed import check_open
from judge.services.texts import check_text, given_reason
from judge.store.connection import Connection
from judge.store.pens import head_of, keep
from judge.store.queries.revisions import lock_revision
from judge.store.sheet_writing import Change, claim
from judge.store.sheets import SheetRow, copy_of, load
from rubrics.model import Criterion, Rubric
from rubrics.scale import plain_decimal

Act = Callable[[SheetRow], tuple[str, acts.Payload]]


def read_sheet(connection: Connection, nomination: str, reviewer: str) -> SheetRow:
    """A sheet as last committed; Refusal "sheet-not-assigned"."""
    row = load(connection, nomination, reviewer)
    if row is None:
        raise Refusal("sheet-not-assigned", nomination=nomination, reviewer=reviewer)
    return row


@dataclass(frozen=True, slots=True)
class Seen:
    """The sheet that a reviewer has before their eyes: whose, and at which revision."""

    nomination: str
    reviewer: str
    revision: int


def set_mark(edition: Edition, seen: Seen, criterion: str, mark: Mark | None) -> Sheet:
    """Give a criterion its mark, or clear it with None.

    Refusal codes: "mark-out-of-range", "criterion-unknown", "criterion-always-applies" and those of
    `act_on`.
    """

    def act(row: SheetRow) -> tuple[str, acts.Payload]:
        rubric = rubric_of(edition, row.rubric, row.award)
        judged = _criterion(rubric, criterion)
        if mark is None:
            return acts.MARK_CLEARED, acts.mark_cleared(row.projection.head, criterion)
        _check(rubric, judged, mark)
        return acts.MARK_SET, acts.mark_set(row.projection.head, criterion, mark.ticks)

    return act_on(edition, seen, act)


def set_note(edition: Edition, seen: Seen, criterion: str, text: str) -> Sheet:
    """Write the note of a criterion, or the sheet's own where `criterion` is ""."""
    check_text(text)

    def act(row: SheetRow) -> tuple[str, acts.Payload]:
        if criterion:
            _criterion(rubric_of(edition, row.rubric, row.award), criterion)
        return acts.NOTE_SET, acts.note_set(row.projection.head, criterion, text)

    return act_on(edition, seen, act)


def submit(edition: Edition, seen: Seen, judged: int) -> Sheet:
    """Hand a complete sheet in; `judged` is the revision of the nomination that the reviewer read.

    Refusal codes: "sheet-incomplete" (missing, the criteria without a mark), "nomination-revised" (revision)
    where a later one has been filed since, and those of `act_on`.
    """

    def act(row: SheetRow) -> tuple[str, acts.Payload]:
        rubric = rubric_of(edition, row.rubric, row.award)
        missing = tuple(
            c.title.language(language()) for c in rubric.criteria if c.key not in row.projection.marks
        )
        if missing:
            raise Refusal("sheet-incomplete", missing=missing)
        return acts.SHEET_SUBMITTED, acts.sheet_submitted(row.projection.head, row.rubric, judged)

    return act_on(edition, seen, act, judged=judged)


def recuse(edition: Edition, seen: Seen, reason: str) -> Sheet:
    """Step back from a nomination; Refusal "reason-missing" without a reason."""
    said = given_reason(reason)

    def act(row: SheetRow) -> tuple[str, acts.Payload]:
        return acts.SHEET_RECUSED, acts.sheet_recused(row.projection.head, said)

    return act_on(edition, seen, act)


def act_on(
    edition: Edition,
    seen: Seen,
    act: Act,
    states: frozenset[SheetState] = AT_WORK,
    *,
    judged: int | None = None,
) -> Sheet:
    """One entry and the sheet it leaves, committed before this returns.

    What this process remembers of sheet and pen saves reading them anew; the writes are guarded, so that
    a memory overtaken by another window changes nothing and is read anew.

    Refusal codes: "sheet-not-assigned", "sheet-changed-elsewhere" (the sheet is not the one that the
    reviewer saw), "sheet-closed" (its state is none of `states`), those of `closed.check_open`,
    "nomination-revised" (where `judged` is
    given and is not the nomination's last revision: the database is asked, whatever is remembered).
    """
    deed = _Deed(seen, act, judged, states)
    pen = edition.pen_of(seen.reviewer)
    known = edition.memory.recall(seen.nomination, seen.reviewer, pen, seen.revision)
    done = _attempt(edition, deed, known) if known else None
    return done or _attempt_anew(edition, deed)


@dataclass(frozen=True, slots=True)
class _Deed:
    """An act on the sheet that was seen, and the revision of the nomination that it judges."""

    seen: Seen
    act: Act
    judged: int | None
    states: frozenset[SheetState]


def _attempt_anew(edition: Edition, deed: _Deed) -> Sheet:
    edition.memory.forget(deed.seen.nomination, deed.seen.reviewer)
    done = _attempt(edition, deed, None)
    if done is None:
        # Read under lock in the same transaction, a sheet cannot have changed since.
        raise Refusal("sheet-changed-elsewhere")
    return done


class _Overtaken(Exception):  # noqa: N818 - rolls a transaction back, and is caught where it is raised
    """Sheet or pen are not as remembered."""


def _attempt(edition: Edition, deed: _Deed, known: tuple[SheetRow, Head] | None) -> Sheet | None:
    """The sheet after the act; None where what is known was overtaken, and nothing was written."""
    try:
        with edition.store.write() as connection:
            if deed.judged is not None:
                # Before the pen: whoever files a revision locks the nomination, and after it no pen.
                _check_judged(connection, deed.seen, deed.judged)
            row, head = _write(
                edition, connection, deed, known or _read_locked(edition, connection, deed.seen)
            )
    except _Overtaken:
        return None
    edition.memory.keep(row, head)
    return row.view()


def _write(
    edition: Edition, connection: Connection, deed: _Deed, known: tuple[SheetRow, Head]
) -> tuple[SheetRow, Head]:
    """The sheet and its pen after the act; _Overtaken where they are not as known."""
    row, head = known
    seen = deed.seen
    _check_state(row, deed)
    kind, payload = deed.act(row)
    subject = acts.sheet_subject(seen.nomination, seen.reviewer)
    written, head = head.next(kind, subject, payload, edition.now())
    after = copy_of(row.projection)
    apply(after, written.digest, written.entry)
    if not (keep(connection, [written], head) and claim(connection, Change(row, after))):
        raise _Overtaken
    # Asked last: who closes a sheet locks it first, so that no act slips in beside the ruling.
    check_open(connection, row)
    if edition.packet and kind == acts.SHEET_SUBMITTED:
        seal(edition.id, edition.packet, connection, head)
    return replace(row, projection=after), head


def _read_locked(edition: Edition, connection: Connection, seen: Seen) -> tuple[SheetRow, Head]:
    # The pen before the sheet, as in every write: two orders of locking would be a deadlock.
    head = head_of(connection, edition.pen_of(seen.reviewer), locked=True)
    row = load(connection, seen.nomination, seen.reviewer, locked=True)
    if row is None:
        raise Refusal("sheet-not-assigned", nomination=seen.nomination, reviewer=seen.reviewer)
    return row, head


def _check_judged(connection: Connection, seen: Seen, judged: int) -> None:
    last = lock_revision(connection, seen.nomination)
    if last is not None and last != judged:
        raise Refusal("nomination-revised", revision=last)


def _check_state(row: SheetRow, deed: _Deed) -> None:
    if row.projection.revision != deed.seen.revision:
        raise Refusal("sheet-changed-elsewhere")
    if row.projection.state not in deed.states:
        raise Refusal("sheet-closed", state=row.projection.state.value)


def rubric_of(edition: Edition, digest: str, award: str) -> Rubric:
    """The rubric that a sheet is pinned to; Refusal "sheets-of-other-rubric" where the edition has none."""
    try:
        return edition.rubrics[digest]
    except KeyError:
        raise Refusal("sheets-of-other-rubric", award=award) from None


def _criterion(rubric: Rubric, key: str) -> Criterion:
    try:
        return rubric.criterion(key)
    except KeyError:
        raise Refusal("criterion-unknown", criterion=key) from None


def _check(rubric: Rubric, criterion: Criterion, mark: Mark) -> None:
    if mark.ticks is None:
        if not criterion.may_not_apply:
            raise Refusal("criterion-always-applies", criterion=criterion.title.language(language()))
    elif not 0 <= mark.ticks <= criterion.full_ticks:
        points, full = (plain_decimal(ticks * rubric.step) for ticks in (mark.ticks, criterion.full_ticks))
        raise Refusal("mark-out-of-range", points=points, full=full)
