"""What several reviewers gave the same nominations, in columns, and how each differs from the others."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from judge.scoring.exact import Exact, Flags, Positions, Whole, distinct, largest, opens, roomy

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Shared:
    """One row a sheet whose nomination has another one, by (nomination, reviewer).

    `nominations` (0 … without a gap) and `reviewers` (0 … `count` - 1, some perhaps without a row) are
    positions, `values` whole numbers over one denominator, in points; `rows` says where each row stood in
    what it was chosen from.
    """

    nominations: Positions
    reviewers: Positions
    values: Exact
    rows: Positions
    count: int

    @classmethod
    def of(cls, nominations: Positions, reviewers: Positions, values: Exact, count: int) -> "Shared":
        """The shared ones of sheets in the order of (nomination, reviewer), each pair at most once."""
        if not len(nominations):
            return cls(nominations, reviewers, values, nominations, count)
        begins = np.flatnonzero(opens(nominations))
        sizes = np.diff(begins, append=len(nominations))
        rows = np.flatnonzero(np.repeat(sizes > 1, sizes))
        compact = np.cumsum(opens(nominations[rows])) - 1 if len(rows) else rows
        return cls(compact, reviewers[rows], values.take(rows), rows, count)

    @cached_property
    def firsts(self) -> Positions:
        """Where each nomination's rows begin."""
        return np.flatnonzero(opens(self.nominations))

    @cached_property
    def sizes(self) -> Positions:
        """How many rows each nomination has: two at least."""
        return np.diff(self.firsts, append=len(self.nominations))

    @cached_property
    def sheets(self) -> Positions:
        """How many rows each reviewer has."""
        return np.bincount(self.reviewers, minlength=self.count)

    @cached_property
    def points(self) -> Floats:
        """The values in points."""
        return as_floats(self.values)

    @cached_property
    def differences(self) -> Exact:
        """Of each row, how far it lies above the mean of the others on its nomination; exact."""
        denominators = self.sizes - 1
        scale = math.lcm(*distinct(denominators).tolist())
        bound = 2 * largest(self.values.numerators) * scale * max(int(self.sizes.max(initial=2)), 2)
        own = roomy(self.values.numerators, bound)
        per_row: Whole = (scale // roomy(denominators, bound))[self.nominations]
        above = (own * self.sizes[self.nominations] - self.by_nomination(own)[self.nominations]) * per_row
        return Exact(above, self.values.denominator * scale)

    @cached_property
    def others(self) -> Exact:
        """Of each row, the mean of the others on its nomination; exact."""
        above = self.differences
        factor = above.denominator // self.values.denominator
        own = roomy(self.values.numerators, 2 * largest(self.values.numerators) * factor)
        return Exact(own * factor - above.numerators, above.denominator)

    @cached_property
    def step(self) -> float:
        """The most points of which all differences between values are whole multiples; 0 for none."""
        numerators = self.values.numerators
        if not len(numerators):
            return 0.0
        apart = numerators - numerators[0]
        common = math.gcd(*apart.tolist()) if apart.dtype == object else int(np.gcd.reduce(apart))
        return common / self.values.denominator

    def by_nomination(self, column: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Sums by nomination, of whatever type the column has."""
        return np.add.reduceat(column, self.firsts) if len(column) else column

    def by_reviewer(self, column: Floats) -> Floats:
        """Sums of floats by reviewer."""
        return np.asarray(np.bincount(self.reviewers, column, self.count), np.float64)

    def exactly_by_reviewer(self, column: Whole) -> list[int]:
        """Sums of whole numbers by reviewer, exact."""
        sums = [0] * self.count
        # A sum is no larger than so many of the largest.
        safe = roomy(column, largest(column) * max(len(column), 1))
        for reviewer, total in zip(self._present, self._reduced(np.add, safe), strict=True):
            sums[reviewer] = total
        return sums

    def steady(self, column: Whole) -> Flags:
        """Whose values do not differ; of nobody's, none do."""
        flags: Flags = np.ones(self.count, np.bool_)
        if len(column):
            flags[self._present] = np.array(self._reduced(np.minimum, column)) == self._reduced(
                np.maximum, column
            )
        return flags

    def spread(self, column: Floats) -> Floats:
        """The sum of squares about each reviewer's own mean."""
        centred = self.centred(column)
        return self.by_reviewer(centred * centred)

    def centred(self, column: Floats) -> Floats:
        """A column less each reviewer's mean."""
        return column - (self.by_reviewer(column) / np.maximum(self.sheets, 1))[self.reviewers]

    @cached_property
    def _order(self) -> Positions:
        return np.argsort(self.reviewers, kind="stable")

    @cached_property
    def _present(self) -> list[int]:
        present: list[int] = distinct(self.reviewers).tolist()
        return present

    def _reduced(self, how: np.ufunc, column: Whole) -> list[int]:
        if not len(column):
            return []
        begins = np.flatnonzero(opens(self.reviewers[self._order]))
        reduced: Whole = how.reduceat(column[self._order], begins)
        sums: list[int] = reduced.tolist()
        return sums


def given(values: Floats, known: Flags) -> list[float | None]:
    """The values that are known, None for the others."""
    return [value if there else None for value, there in zip(values.tolist(), known.tolist(), strict=True)]


def as_floats(values: Exact) -> Floats:
    """Exact values as floats, each rounded once."""
    return np.asarray(values.numerators.astype(np.float64) / float(values.denominator), np.float64)
