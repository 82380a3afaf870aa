"""Sheets shared among reviewers: mixed by lot, solved as a flow, proved even on all that is allowed."""

from dataclasses import dataclass

import numpy as np

from judge.assignment.arrays import Flags, Positions, whole
from judge.assignment.evenness import is_even
from judge.assignment.flow import Offers, cheapest, evenly_short

_OFFERED, _AND = 4, 8
"""How many reviewers a part is offered at first: so many for each sheet that it wants, and some more."""

_ROWS = 4096
"""Rows of the matrix that are drawn at once."""


@dataclass(frozen=True, eq=False)
class Parts:
    """What is to be shared: of each part its nomination, how many sheets it wants, and who may be given it.

    A nomination is one part, or several of disjoint reviewers. `has` is how many sheets its nomination holds.
    """

    nomination: Positions
    wanted: Positions
    able: Flags
    has: Positions


@dataclass(frozen=True, eq=False)
class Shared:
    """The sheets given, as parts and reviewers by position, in order; and what each part still lacks."""

    parts: Positions
    reviewers: Positions
    lacks: Positions


def share(parts: Parts, load: Positions, room: Positions, seed: int) -> Shared:
    """Give every part its sheets with loads as even as can be, or as many as there are, evenly short.

    Each part is first offered a few reviewers drawn by lot, which mixes who sits with whom; whether the loads
    are the best possible is then proved on all who may be given it, and if not, all are offered.
    """
    possible = np.minimum(parts.wanted, parts.able.sum(axis=1))
    few = Offers(*_few(parts, possible, seed), possible, load, room)
    taken = few.only(cheapest(few))
    if _is_best(parts, taken):
        return _shared(parts, taken)
    every = Offers.all_of(parts.able, possible, load, room)
    taken = every.only(cheapest(every))
    if len(taken.parts) < possible.sum():
        taken = every.only(evenly_short(every, parts.has))
    return _shared(parts, taken)


def _is_best(parts: Parts, taken: Offers) -> bool:
    return len(taken.parts) == taken.wanted.sum() and is_even(parts.able, taken)


def _shared(parts: Parts, taken: Offers) -> Shared:
    order = np.lexsort((taken.reviewers, taken.parts))
    lacks = parts.wanted - np.bincount(taken.parts, minlength=len(parts.wanted))
    return Shared(taken.parts[order], taken.reviewers[order], lacks)


def _few(parts: Parts, possible: Positions, seed: int) -> tuple[Positions, Positions]:
    """A few reviewers for each part, drawn by lot from those who may be given it."""
    lot = np.random.default_rng(seed & (2**64 - 1))
    count, all_of_them = len(parts.wanted), parts.able.shape[1]
    few = _OFFERED * int(possible.max(initial=0)) + _AND
    if few >= all_of_them:
        at, reviewers = np.nonzero(parts.able)
        return whole(at), whole(reviewers)
    rows, columns = [], []
    for start in range(0, count, _ROWS):
        able = parts.able[start : start + _ROWS]
        drawn = lot.random(able.shape, dtype=np.float32)
        drawn[~able] = 2
        chosen = np.argpartition(drawn, few, axis=1)[:, :few]
        row = np.repeat(np.arange(start, start + len(able)), few)
        column = chosen.ravel()
        kept = (parts.able[row, column]) & np.repeat(possible[start : start + len(able)] > 0, few)
        rows.append(row[kept])
        columns.append(column[kept])
    return whole(np.concatenate(rows)), whole(np.concatenate(columns))
