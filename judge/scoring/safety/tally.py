"""From places in many draws to rank intervals and to how often a nomination is above the line."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from judge.scoring.allocation import NOT_SET
from judge.scoring.exact import Flags, Positions, distinct
from judge.scoring.safety.narrow import Narrow, narrow

_CELLS = 1 << 22

LEVEL = Fraction(9, 10)
"""Of all draws, how many a rank interval takes in at least; the rest is left out evenly at both ends."""


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """By nomination: places from `low` to `high`, and in how many of `chances` it is above the line.

    `above` counts places up to the seats, with everybody who shares the last one; `tied` those of them in
    which too many share it, so that the seats would be for the chair to give. Both mean nothing where the
    group's seats are not set.
    """

    low: Positions
    high: Positions
    above: Positions
    tied: Positions
    chances: int


def tally(
    places: Narrow, chances: Positions, groups: Positions, seats: Positions, level: Fraction = LEVEL
) -> Tally:
    """Count the places of each nomination.

    Args:
        places: (draws, nominations), within `groups`.
        chances: of each draw.
        groups: of each nomination.
        seats: of each nomination's group, or `NOT_SET`.
        level: as `LEVEL`.

    The limits are the first places at or before which a nomination stands in at least (1 - level) / 2 of all
    draws, and in at least (1 + level) / 2: places that occurred, never one between two.
    """
    whole = int(chances.sum())
    tail = (1 - level) / 2 * whole
    low, high = _limits(places, chances, (-(-tail // 1), -(-(whole - tail) // 1)))
    above, tied = np.zeros((2, len(groups)), np.int64)
    for some in _spans(len(places), len(groups)):
        reaches = places[some] <= seats
        above += _weighed(reaches, chances[some])
        tied += _weighed(_tied(places[some], reaches, groups, seats), chances[some])
    return Tally(low, high, above, tied, whole)


def _spans(count: int, width: int) -> Iterator[slice]:
    """Slices that cover `count` rows, few enough at a time for what is made of them to take little room."""
    size = max(_CELLS // max(width, 1), 1)
    return (slice(begin, begin + size) for begin in range(0, count, size))


def _weighed(flags: Flags, chances: Positions) -> Positions:
    # Counting flags is many times faster than multiplying them by ones.
    counts = np.count_nonzero(flags, axis=0) if (chances == 1).all() else chances @ flags
    return np.asarray(counts, np.int64)


def _limits(places: Narrow, chances: Positions, ranks: tuple[int, int]) -> tuple[Positions, Positions]:
    """The places of the `ranks`-th chances from the best on."""
    limits = np.empty((2, places.shape[1]), np.int64)
    kind = narrow(int(places.max(initial=0)) + 1)
    once = bool((chances == 1).all())
    for some in _spans(places.shape[1], len(places)):
        by_nomination: Narrow = np.ascontiguousarray(places[:, some].T, kind)
        limits[:, some] = (
            _of_equal(by_nomination, ranks) if once else _of_weighed(by_nomination, chances, ranks)
        )
    return limits[0], limits[1]


def _of_equal(places: Narrow, ranks: tuple[int, int]) -> list[Narrow]:
    # Small whole numbers are sorted stably by their digits, several times faster than otherwise.
    places.sort(axis=1, kind="stable")
    return [places[:, max(rank - 1, 0)] for rank in ranks]


def _of_weighed(places: Narrow, chances: Positions, ranks: tuple[int, int]) -> list[Narrow]:
    order = np.argsort(places, axis=1, kind="stable")
    reached = np.cumsum(chances[order], axis=1)
    at = [np.count_nonzero(reached < rank, axis=1)[:, None] for rank in ranks]
    draws = [np.take_along_axis(order, one, axis=1) for one in at]
    return [np.take_along_axis(places, draw, axis=1)[:, 0] for draw in draws]


def _tied(places: Narrow, reaches: Flags, groups: Positions, seats: Positions) -> Flags:
    """Who shares the last place above the line with more than there are seats."""
    tied = np.zeros(places.shape, np.bool_)
    for group in distinct(groups[seats != NOT_SET]).tolist():
        chosen = np.flatnonzero(groups == group)
        every = len(chosen) == len(groups)
        here, above = (places, reaches) if every else (places[:, chosen], reaches[:, chosen])
        rows = np.flatnonzero(np.count_nonzero(above, axis=1) > seats[chosen[0]])
        last = (here[rows] * above[rows]).max(axis=1, initial=0)
        shares = (here[rows] == last[:, None]) & (last > 0)[:, None]
        if every:
            tied[rows] = shares
        else:
            tied[np.ix_(rows, chosen)] = shares
    return tied
