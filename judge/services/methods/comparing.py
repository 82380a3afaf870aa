"""Lists side by side by several methods: which places move, and who gets or loses a seat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from judge.domain.refusal import Refusal
from judge.domain.standing import RankedLine, Standing
from judge.ledger.ruled import ruled
from judge.services.editions.edition import Edition
from judge.services.lists.methods import method_of
from judge.services.lists.ranking import ListedNomination, RankedList, award_of, list_keys, rank_by
from judge.services.methods.catalogue import NamedMethod
from judge.services.methods.using import check_method
from judge.store.connection import Connection
from judge.store.queries.office import rulings


@dataclass(frozen=True, slots=True)
class Moved:
    """A nomination's line as the list is, and by each of the methods in their order; None: not on that list.

    `differs` says by which of the methods rank, standing or place in reserve are another.
    """

    nomination: ListedNomination
    before: RankedLine | None
    after: tuple[RankedLine | None, ...]
    differs: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What one method would change in a list, by nomination key.

    `moved` have another rank; `seated` are awarded by it and not as the list is, `unseated` the reverse.
    """

    name: str
    ranked: RankedList
    moved: tuple[str, ...]
    seated: tuple[str, ...]
    unseated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One list as it is, what each method would change, and every nomination in the list's order.

    `uncounted` says why it cannot be counted as it is; then it has no lines, nothing moves and every
    nomination differs.
    """

    now: RankedList
    effects: tuple[Effect, ...]
    nominations: tuple[Moved, ...]
    uncounted: Refusal | None = None


def compare_methods(
    edition: Edition, keys: Sequence[str], methods: Sequence[NamedMethod]
) -> tuple[Comparison, ...]:
    """Compare lists as they are with the same by other methods, all from one view of the edition.

    The lists as they are heed what was ruled on methods and quorums; the other methods are taken as they are.

    Args:
        edition: whose lists.
        keys: of lists; all where there are none.
        methods: to compare with.

    Refusal codes: "list-unknown", "panel-refused", those of `rank` where one of the methods to compare with
    cannot count an award; that the award cannot be counted as it is is no refusal. Raises FileFaults where a
    method cannot count an award.
    """
    awards = dict.fromkeys(award_of(edition, key) for key in keys or list_keys(edition))
    with edition.store.read() as connection:
        for named in methods:
            check_method(edition.programme, named, awards)
        others = [rank_by(edition, connection, keys, named.method) for named in methods]
        now = _as_they_are(edition, connection, others[0])
    return tuple(
        _compared(*ranked, {named.name: lists[at] for named, lists in zip(methods, others, strict=True)})
        for at, ranked in enumerate(now)
    )


_AsItIs = tuple[RankedList, Refusal | None]
"""A list as it is; without lines where it cannot be counted, and why."""


def _as_they_are(edition: Edition, connection: Connection, others: Sequence[RankedList]) -> list[_AsItIs]:
    """These lists as they are: all at once, or one by one where one of them cannot be counted."""
    try:
        counted = rank_by(edition, connection, [one.key for one in others], None)
    except Refusal:
        return [_as_it_is(edition, connection, one) for one in others]
    return [(one, None) for one in counted]


def _as_it_is(edition: Edition, connection: Connection, other: RankedList) -> _AsItIs:
    try:
        (counted,) = rank_by(edition, connection, [other.key], None)
    except Refusal as refused:
        method = method_of(edition, ruled(rulings(connection)), other.award)
        return replace(
            other, method=method, lines=(), straddles=False, calibration=None, reviewers={}
        ), refused
    return counted, None


def _compared(now: RankedList, uncounted: Refusal | None, others: Mapping[str, RankedList]) -> Comparison:
    if uncounted:
        return _uncompared(now, uncounted, others)
    before = _by_key(now)
    after = [_by_key(ranked) for ranked in others.values()]
    everybody = {key: one for lines in (*reversed(after), before) for key, one in lines.items()}
    in_order = [*before, *(key for key in everybody if key not in before)]
    return Comparison(
        now=now,
        effects=tuple(
            _effect(name, ranked, before, lines)
            for (name, ranked), lines in zip(others.items(), after, strict=True)
        ),
        nominations=tuple(
            _moved(everybody[key], before.get(key), [a.get(key) for a in after]) for key in in_order
        ),
    )


def _uncompared(now: RankedList, uncounted: Refusal, others: Mapping[str, RankedList]) -> Comparison:
    """What the methods make of a list that cannot be counted as it is: nobody has a place to move from."""
    after = [_by_key(ranked) for ranked in others.values()]
    everybody = {key: one for lines in reversed(after) for key, one in lines.items()}
    return Comparison(
        now=now,
        effects=tuple(Effect(name, ranked, (), (), ()) for name, ranked in others.items()),
        nominations=tuple(
            replace(_moved(one, None, [lines.get(key) for lines in after]), differs=(True,) * len(after))
            for key, one in everybody.items()
        ),
        uncounted=uncounted,
    )


def _by_key(ranked: RankedList) -> dict[str, ListedNomination]:
    return {one.nomination.key: one for one in ranked.lines}


def _effect(
    name: str,
    ranked: RankedList,
    before: Mapping[str, ListedNomination],
    after: Mapping[str, ListedNomination],
) -> Effect:
    keys = tuple(dict.fromkeys((*after, *before)))
    pairs = {key: (before.get(key), after.get(key)) for key in keys}
    return Effect(
        name=name,
        ranked=ranked,
        moved=tuple(key for key, (one, other) in pairs.items() if _rank(one) != _rank(other)),
        seated=tuple(key for key, (one, other) in pairs.items() if _awarded(other) and not _awarded(one)),
        unseated=tuple(key for key, (one, other) in pairs.items() if _awarded(one) and not _awarded(other)),
    )


def _moved(
    one: ListedNomination, before: ListedNomination | None, after: Sequence[ListedNomination | None]
) -> Moved:
    return Moved(
        nomination=one,
        before=before.line if before else None,
        after=tuple(other.line if other else None for other in after),
        differs=tuple(_place(before) != _place(other) for other in after),
    )


def _place(one: ListedNomination | None) -> tuple[object, ...] | None:
    if one is None:
        return None
    return one.line.rank, one.line.rank_in_body, one.line.standing, one.line.reserve_place


def _rank(one: ListedNomination | None) -> int | None:
    return one.line.rank if one else None


def _awarded(one: ListedNomination | None) -> bool:
    return one is not None and one.line.standing is Standing.AWARDED
