"""Which reviewers a panel might have had: drawn with replacement, by lot or every way there is."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement
from math import comb, factorial, prod

import numpy as np

from judge.scoring.codes import Codes
from judge.scoring.exact import SAFE, Positions
from judge.scoring.panel import Panel
from judge.scoring.safety.narrow import Narrow
from judge.scoring.severity.ratings import components

FEW_DRAWS = 1000
"""Up to as many different draws are all looked at, even where fewer replicates were asked for."""

_ROWS = 4096


@dataclass(frozen=True, slots=True, eq=False)
class Circles:
    """The reviewers with counted sheets, by the circle that they judged in.

    Reviewers of one circle share nominations, directly or through others; between circles nobody does.
    `codes` are the reviewers' codes, `sizes` how many each circle has; `order` puts the reviewers of each
    circle side by side.
    """

    codes: Positions
    sizes: tuple[int, ...]
    order: Positions

    @classmethod
    def of(cls, panel: Panel) -> "Circles":
        """The circles of a panel whose nominations all have a counted sheet."""
        reviewers = Codes(panel.sheet_reviewer)
        at = reviewers.positions(panel.sheet_reviewer)
        count, _, circle = components(panel.sheet_nomination, at)
        sizes = np.bincount(circle, minlength=count)
        return cls(reviewers.codes, tuple(sizes.tolist()), np.argsort(circle, kind="stable"))

    @property
    def different(self) -> int:
        """How many different draws there are, whichever order their reviewers come in."""
        return prod(comb(2 * size - 1, size) for size in self.sizes)


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Draws of reviewers: (draws, reviewers), how often each was drawn.

    `chances` says how many of the equally likely draws each row stands for: 1 of as many as there are rows
    where they are by lot; where they are all there are (`exhaustive`), in how many orders it may come.
    """

    times: Narrow
    chances: Positions
    exhaustive: bool

    def __len__(self) -> int:
        return len(self.times)


def draws(circles: Circles, replicates: int, seed: int) -> Draws:
    """As many draws as asked for, by lot; or all of them, where there are no more than those.

    In each, every circle is drawn anew, with replacement, from its own reviewers. The same seed draws the
    same, and the first draws of many are those of few.
    """
    if circles.different <= max(replicates, FEW_DRAWS) and prod(n**n for n in circles.sizes) < SAFE:
        return _every(circles)
    lots = np.random.Philox(np.random.SeedSequence(seed))
    times = np.concatenate(list(_by_lot(circles, replicates, lots)))
    return Draws(times, np.ones(replicates, np.int64), exhaustive=False)


def _by_lot(circles: Circles, replicates: int, lots: np.random.Philox) -> Iterator[Narrow]:
    """Raw bits, scaled: unlike a Generator's draws, these stay the same with every version of numpy."""
    sizes = np.array(circles.sizes)
    size, first = np.repeat(sizes, sizes), np.repeat(np.cumsum(sizes) - sizes, sizes)
    count = len(size)
    for begin in range(0, replicates, _ROWS):
        rows = min(_ROWS, replicates - begin)
        bits = lots.random_raw(rows * count).reshape(rows, count) >> np.uint64(32)
        slot = (bits * size.astype(np.uint64) >> np.uint64(32)).astype(np.int64) + first
        cell = circles.order[slot] + np.arange(rows)[:, None] * count
        yield np.bincount(cell.ravel(), minlength=rows * count).reshape(rows, count).astype(np.int16)


def _every(circles: Circles) -> Draws:
    """Every draw once, whatever its order, with the number of its orders."""
    times: Narrow = np.zeros((1, 0), np.int16)
    chances = np.ones(1, np.int64)
    for size in circles.sizes:
        drawn = list(combinations_with_replacement(range(size), size))
        here = np.array([np.bincount(one, minlength=size) for one in drawn], np.int16)
        orders = [factorial(size) // prod(map(factorial, row)) for row in here.tolist()]
        times = np.hstack([np.repeat(times, len(here), axis=0), np.tile(here, (len(times), 1))])
        chances = np.repeat(chances, len(here)) * np.tile(np.array(orders, np.int64), len(chances))
    placed = np.empty_like(times)
    placed[:, circles.order] = times
    return Draws(placed, chances, exhaustive=True)
