"""Ratings in columns, and the blocks of them in which the same reviewers rated everything."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from judge.scoring.exact import Positions, opens


@dataclass(frozen=True, slots=True, eq=False)
class Ratings:
    """What raters gave units, one row a rating: positions and whole numbers of whatever unit.

    No figure of agreement but the ratio alpha changes when all values are scaled, so ticks, or the
    numerators of exact totals, are as good as points. A pair of unit and rater occurs at most once; what was
    not rated has no row.
    """

    units: Positions
    raters: Positions
    values: Positions

    def in_order(self) -> "Ratings":
        """The same by (unit, rater), so that sums do not depend on the order of rows."""
        order = np.lexsort((self.raters, self.units))
        return Ratings(self.units[order], self.raters[order], self.values[order])


@dataclass(frozen=True, slots=True, eq=False)
class Crossed:
    """Units that the very same raters rated: `values` is (units, raters), complete."""

    raters: tuple[int, ...]
    units: Positions
    values: Positions


def crossed(ratings: Ratings) -> Iterator[Crossed]:
    """The blocks of two units or more that two raters or more rated, the block with most ratings first.

    Equal ones come in the order of their raters. Sections whose whole panel rates everything give one block
    each; where units are dealt to reviewers one by one, there may be none.
    """
    ordered = ratings.in_order()
    begins = np.flatnonzero(opens(ordered.units))
    sizes = np.diff(begins, append=len(ordered.units))
    members: dict[tuple[int, ...], list[int]] = {}
    for begin, size in zip(begins.tolist(), sizes.tolist(), strict=True):
        if size > 1:
            panel = tuple(ordered.raters[begin : begin + size].tolist())
            members.setdefault(panel, []).append(begin)
    blocks = [(panel, rows) for panel, rows in members.items() if len(rows) > 1]
    blocks.sort(key=lambda block: (-len(block[0]) * len(block[1]), block[0]))
    for panel, rows in blocks:
        at = np.array(rows, np.int64)
        cells = at[:, None] + np.arange(len(panel))
        yield Crossed(panel, ordered.units[at], ordered.values[cells])
