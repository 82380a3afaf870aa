"""Which nominations of a queue are shown, and in which order: functions of queue and view alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import lcm

from imports.matching import name_key
from judge.domain.desk import QueueItem
from judge.domain.sheet import AT_WORK, SheetState
from judge.tui.search_term import Term
from judge.tui.spelling import Spelling


class Filter(StrEnum):
    """Which sheets are shown."""

    ALL = "all"
    TO_DO = "to-do"
    OPEN = "open"
    SUBMITTED = "submitted"
    RECUSED = "recused"
    RETURNED = "returned"
    FORKED = "forked"


class Order(StrEnum):
    """In which order they are shown: as assigned, by pinyin, highest total first, by state."""

    ASSIGNED = "assigned"
    NAME = "name"
    TOTAL = "total"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class QueueView:
    """What a reviewer asks the queue for."""

    filter: Filter = Filter.ALL
    order: Order = Order.ASSIGNED
    search: str = ""


_PASS: dict[Filter, Callable[[QueueItem], bool]] = {
    Filter.ALL: lambda _item: True,
    Filter.TO_DO: lambda item: item.state in AT_WORK,
    Filter.OPEN: lambda item: item.state is SheetState.OPEN and item.marked > 0,
    Filter.SUBMITTED: lambda item: item.state is SheetState.SUBMITTED,
    Filter.RECUSED: lambda item: item.state is SheetState.RECUSED,
    Filter.RETURNED: lambda item: item.state is SheetState.RETURNED,
    Filter.FORKED: lambda item: item.state is SheetState.FORKED,
}
_URGENCY = (
    SheetState.RETURNED,
    SheetState.OPEN,
    SheetState.FORKED,
    SheetState.SUBMITTED,
    SheetState.RECUSED,
)

Spellings = Sequence[Spelling] | None
"""A spelling for each item, or None while there are none yet: names then match and sort as they stand."""


def listed(items: Sequence[QueueItem], view: QueueView, spellings: Spellings = None) -> list[int]:
    """The places in `items` of those that `view` shows, in its order; equals stay in order of assignment."""
    passes = _PASS[view.filter]
    places = [place for place, item in enumerate(items) if passes(item)]
    terms = [Term(word) for word in view.search.split()]
    if terms:
        places = [p for p in places if _has(terms, items[p], spellings[p] if spellings else None)]
    return _ordered(items, places, view.order, spellings)


def _has(terms: Sequence[Term], item: QueueItem, spelling: Spelling | None) -> bool:
    return all(term.finds((item.name, item.organisation, item.nomination), spelling) for term in terms)


def standing_order(items: Sequence[QueueItem], view: QueueView, spellings: Spellings = None) -> list[int]:
    """All places in the order of `view`, whatever it shows of them."""
    return _ordered(items, range(len(items)), view.order, spellings)


def _ordered(
    items: Sequence[QueueItem], places: Sequence[int], order: Order, spellings: Spellings
) -> list[int]:
    if order is Order.NAME:
        if spellings is None:
            return sorted(places, key=lambda place: name_key(items[place].name))
        return sorted(places, key=lambda place: spellings[place].rank)
    if order is Order.TOTAL:
        return sorted(places, key=_by_total(items))
    if order is Order.STATE:
        return sorted(places, key=lambda place: _urgency(items[place]))
    return list(places)


def _by_total(items: Sequence[QueueItem]) -> Callable[[int], tuple[bool, int]]:
    """Exact, but in whole numbers: ten thousand fractions compare too slowly."""
    common = lcm(*{item.total.denominator for item in items if item.total is not None})

    def key(place: int) -> tuple[bool, int]:
        total = items[place].total
        if total is None:
            return True, 0
        return False, -total.numerator * (common // total.denominator)

    return key


def _urgency(item: QueueItem) -> tuple[int, bool]:
    rank = _URGENCY.index(item.state) if item.state in _URGENCY else len(_URGENCY)
    return rank, item.marked == 0
