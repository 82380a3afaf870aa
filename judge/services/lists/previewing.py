"""What a ruling on panels would change in the lists, before it is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from judge.domain.refusal import Refusal
from judge.domain.standing import RankedLine
from judge.ledger.office_apply import Ruling
from judge.ledger.pens import CHAIR
from judge.services.editions.edition import Edition
from judge.services.lists.ranking import ListedNomination, RankedList, lists_of, rank_supposing
from judge.services.lists.ruling import Decided
from judge.store.connection import Connection

Decide = Callable[[Connection], Decided]

_LAST = 2**31 - 1
"""The number of a ruling that is only supposed: later than every one that was made."""


@dataclass(frozen=True, slots=True)
class Change:
    """A nomination's line before and after; None where it is not on the list."""

    list: str
    nomination: str
    name: str
    before: RankedLine | None
    after: RankedLine | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a ruling would say, the lists as they would be, and what changes in them.

    `uncounted` says why the lists cannot be counted as they are; then each of their lines is a change, with
    nothing before it.
    """

    decided: Decided
    lists: tuple[RankedList, ...]
    changes: tuple[Change, ...]
    uncounted: Refusal | None = None


def preview(edition: Edition, decide: Decide) -> Preview:
    """Rank with and without the ruling, from one view of the edition; nothing is written.

    Refusal codes: those of `rank`, for the lists as they would be. That they cannot be counted as they are is
    no refusal: the ruling may be what mends it.
    """
    with edition.store.read() as connection:
        decided = decide(connection)
        keys = [key for award in decided.awards for key in lists_of(edition, award)]
        kind, subject, detail, reason = decided.decision
        supposed = Ruling(CHAIR, _LAST, kind, subject, detail, reason)
        after = rank_supposing(edition, connection, keys, [supposed])
        before: Sequence[RankedList | None]
        try:
            before, uncounted = rank_supposing(edition, connection, keys, ()), None
        except Refusal as refused:
            before, uncounted = [None] * len(after), refused
    changes = (change for pair in zip(before, after, strict=True) for change in _changes(*pair))
    return Preview(decided, after, tuple(changes), uncounted)


def _changes(before: RankedList | None, after: RankedList) -> tuple[Change, ...]:
    old = {one.nomination.key: one for one in before.lines} if before else {}
    new = {one.nomination.key: one for one in after.lines}
    return tuple(
        Change(after.key, key, _either(old.get(key), new.get(key)), *lines)
        for key in {**new, **old}
        if (lines := (_line(old.get(key)), _line(new.get(key))))[0] != lines[1]
    )


def _line(listed: ListedNomination | None) -> RankedLine | None:
    return listed.line if listed else None


def _either(*listed: ListedNomination | None) -> str:
    return next(one.nomination.name for one in listed if one)
