"""Why not everything can be met, and the smallest changes with which it could be."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from judge.assignment.arrays import Flags, Positions, whole
from judge.assignment.components import components
from judge.assignment.evenness import hands_on
from judge.assignment.flow import Offers, cheapest_raises
from judge.assignment.sharing import Parts, Shared


@dataclass(frozen=True, slots=True, eq=False)
class Knot:
    """Nominations that together want more sheets than their reviewers' limits allow.

    `nominations` lack `lacks` sheets together; `reviewers` are those who could give them and are at their
    limit, shared with `others` nominations that lack nothing. Positions all.
    """

    nominations: tuple[int, ...]
    reviewers: tuple[int, ...]
    lacks: int
    others: int


@dataclass(frozen=True, slots=True, eq=False)
class Shortage:
    """What cannot be met, by part: for want of reviewers whom nothing ties to it, and because of limits.

    `raises` is how much more each reviewer would have to be allowed, the fewest sheets in all, for the
    limits to stop nothing.
    """

    too_few: Positions
    limited: Positions
    knots: tuple[Knot, ...]
    raises: Positions


def shortage(parts: Parts, shared: Shared, load: Positions, room: Positions) -> Shortage:
    """What lies behind the sheets that a plan lacks."""
    too_few = np.maximum(parts.wanted - parts.able.sum(axis=1), 0)
    limited = shared.lacks - too_few
    if not limited.any():
        return Shortage(too_few, limited, (), np.zeros(len(room), np.int64))
    every = Offers.all_of(parts.able, parts.wanted - too_few, load, room)
    raises, met = cheapest_raises(every)
    if not met:
        raise RuntimeError("higher limits must meet whatever reviewers could be found for")
    return Shortage(too_few, limited, tuple(_knots(parts, shared, limited)), raises)


def _knots(parts: Parts, shared: Shared, limited: Positions) -> Iterable[Knot]:
    """The side of a least cut on which the lacking parts are, as it hangs together."""
    reached = _reached(parts, shared, limited)
    competing = limited > 0
    competing[shared.parts[reached[shared.reviewers]]] = True
    at, who = np.nonzero(parts.able & reached & competing[:, None])
    found = components(whole(at), whole(who), parts.able.shape)
    for number in range(found.count):
        here = found.nominations == number
        lacking = np.unique(parts.nomination[here & (limited > 0)])
        if len(lacking):
            yield Knot(
                tuple(lacking.tolist()),
                tuple(np.nonzero(found.reviewers == number)[0].tolist()),
                int(limited[here].sum()),
                len(np.unique(parts.nomination[here])) - len(lacking),
            )


def _reached(parts: Parts, shared: Shared, limited: Positions) -> Flags:
    """Reviewers whom a lacking part could have if they handed another sheet on, and so on: all at limits."""
    given = np.zeros(parts.able.shape, bool)
    given[shared.parts, shared.reviewers] = True
    reached = np.asarray((parts.able & ~given)[limited > 0].any(axis=0), bool)
    could = hands_on(parts.able, shared.parts, shared.reviewers)
    while True:
        further = np.asarray(reached | could[reached].any(axis=0), bool)
        if np.array_equal(further, reached):
            return reached
        reached = further
