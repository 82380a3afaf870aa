"""What is kept of drawn sheets, many draws at a time.

Each sum and how many totals it is of come as one whole number, sum << bits | count, as `Order` takes them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from judge.scoring.exact import Flags, Positions, distinct
from judge.scoring.method import Method
from judge.scoring.safety.narrow import Narrow


@dataclass(frozen=True, slots=True, eq=False)
class Sheets:
    """Counted sheets: their nominations and reviewers (positions), and totals, whole numbers from 0 on."""

    nominations: Positions
    reviewers: Positions
    totals: Narrow

    @property
    def counted(self) -> Positions:
        """How many sheets each nomination has."""
        return np.bincount(self.nominations)

    def incidence(self, values: Narrow, reviewers: int) -> Any:  # noqa: ANN401 - scipy has no common name
        """The sparse matrix (nominations, reviewers) of a value for each sheet."""
        shape = (len(self.counted), reviewers)
        return sparse.csr_array((values, (self.nominations, self.reviewers)), shape=shape)


def turned(times: Narrow) -> Narrow:
    """Draws (draws, reviewers) as sparse products take them."""
    return np.ascontiguousarray(times.T, np.int32)


def bits_for(most: int, greatest: int) -> tuple[int, type[np.int32] | type[np.int64]]:
    """How many bits a count up to `most` takes, and a type for sums of so many totals up to `greatest`."""
    bits = most.bit_length()
    return bits, np.int32 if greatest * most + 1 << bits < 1 << 31 else np.int64


class Means:
    """All sheets are kept: one product of sparse matrices gives sum and count in one."""

    def __init__(self, sheets: Sheets, reviewers: int, most: int) -> None:
        bits, self._type = bits_for(most, int(sheets.totals.max()))
        packed: Narrow = (sheets.totals << bits | 1).astype(self._type)
        self._matrix = sheets.incidence(packed, reviewers)
        self._own = np.asarray(self._matrix.sum(axis=1)).astype(self._type)

    def quotients(self, times: Narrow) -> Narrow:
        """(draws, nominations); of its own sheets, once each, where none is drawn."""
        packed = np.ascontiguousarray((self._matrix @ turned(times).astype(self._type, copy=False)).T)
        draw, nomination = np.nonzero(packed == 0)
        packed[draw, nomination] = self._own[nomination]
        return packed


class Middles:
    """Some at each end are left out: sheets are laid side by side in the order of their totals."""

    def __init__(self, sheets: Sheets, method: Method, most: int) -> None:
        counted = sheets.counted
        order = np.lexsort((sheets.totals, sheets.nominations))
        first = np.cumsum(counted) - counted
        self._bits, self._type = bits_for(most, int(sheets.totals.max()))
        self._blocks = []
        for count in distinct(counted).tolist():
            nominations = np.flatnonzero(counted == count)
            at = order[first[nominations] + np.arange(count)[:, None]]
            self._blocks.append((nominations, sheets.reviewers[at], sheets.totals[at].astype(self._type)))
        self._nominations = len(counted)
        low, end = zip(*(kept(method, count) for count in range(most + 1)), strict=True)
        self._low, self._end = np.array(low, np.int32), np.array(end, np.int32)

    def quotients(self, times: Narrow) -> Narrow:
        """As `Means.quotients`."""
        times = times.astype(np.int32)
        packed: Narrow = np.empty((len(times), self._nominations), self._type)
        for nominations, reviewers, totals in self._blocks:
            here = self._kept([times.take(row, axis=1) for row in reviewers], totals)
            if len(self._blocks) == 1:
                return here
            packed[:, nominations] = here
        return packed

    def _kept(self, drawn: Sequence[Narrow], totals: Narrow) -> Narrow:
        """Of sheets in ascending order, each drawn so often, the ones from `low` up to `end` are kept."""
        count: Narrow = np.asarray(np.sum(drawn, axis=0, dtype=np.int32))
        none: Flags = count == 0
        if none.any():
            count[none] = len(drawn)
            for one in drawn:
                one[none] = 1
        low, end = self._low.take(count), self._end.take(count)
        before: Narrow = np.zeros_like(count)
        total: Narrow = np.zeros(count.shape, self._type)
        for one, points in zip(drawn, totals, strict=True):
            after = before + one
            inside = np.minimum(after, end)
            inside -= np.maximum(before, low)
            np.maximum(inside, 0, out=inside)
            total += inside * points
            before = after
        total <<= self._bits
        total |= end - low
        return total


def kept(method: Method, count: int) -> tuple[int, int]:
    """Which of `count` totals in ascending order the score is the mean of: from, up to."""
    if method.combine == "median":
        return max(count - 1, 0) // 2, count // 2 + 1
    low, high = method.dropped(count)
    return low, count - high
