"""Lists side by side by several methods: which places move, and who gets or loses a seat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from judge.domain.standing import RankedLine, Standing
from judge.services.editions.edition import Edition
from judge.services.lists.ranking import ListedNomination, RankedList, rank_by
from judge.services.methods.catalogue import NamedMethod
from judge.services.methods.using import check_method


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
    """One list as it is, what each method would change, and every nomination in the list's order."""

    now: RankedList
    effects: tuple[Effect, ...]
    nominations: tuple[Moved, ...]


def compare_methods(
    edition: Edition, keys: Sequence[str], methods: Sequence[NamedMethod]
) -> tuple[Comparison, ...]:
    """Compare lists as they are with the same by other methods, all from one view of the edition.

    The lists as they are heed what was ruled on methods and quorums; the other methods are taken as they are.

    Args:
        edition: whose lists.
        keys: of lists; all where there are none.
        methods: to compare with.

    Refusal codes: "list-unknown", "panel-refused". Raises FileFaults where a method cannot count an award.
    """
    with edition.store.read() as connection:
        now = rank_by(edition, connection, keys, None)
        for named in methods:
            check_method(edition.programme, named, dict.fromkeys(ranked.award for ranked in now))
        others = [rank_by(edition, connection, keys, named.method) for named in methods]
    return tuple(
        _compared(ranked, {named.name: lists[at] for named, lists in zip(methods, others, strict=True)})
        for at, ranked in enumerate(now)
    )


def _compared(now: RankedList, others: Mapping[str, RankedList]) -> Comparison:
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
