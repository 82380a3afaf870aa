"""Codes (row ids of nominations, reviewers) and their positions in order."""

import numpy as np

from judge.scoring.exact import Positions, distinct, within


class Codes:
    """Distinct whole-number codes in ascending order; `positions` finds codes among them."""

    def __init__(self, codes: Positions) -> None:
        self.codes: Positions = distinct(codes)

    def __len__(self) -> int:
        return len(self.codes)

    def positions(self, wanted: Positions) -> Positions:
        """The position of each wanted code, -1 where it is none of these."""
        if not len(self.codes) or not len(wanted):
            return np.full(len(wanted), -1, np.int64)
        first, last = int(self.codes[0]), int(self.codes[-1])
        # Row ids have gaps, but seldom many: a table beats a search by ten times on millions of marks.
        if last - first >= 8 * len(self.codes) + 65_536:
            return self._searched(wanted)
        offsets = wanted - first
        if not within(offsets, last - first + 1):
            return self._searched(wanted)
        return offsets if last - first + 1 == len(self.codes) else self._tabled(offsets, last - first + 1)

    def _tabled(self, offsets: Positions, span: int) -> Positions:
        table = np.full(span, -1, np.int64)
        table[self.codes - self.codes[0]] = np.arange(len(self.codes))
        return table[offsets]

    def _searched(self, wanted: Positions) -> Positions:
        at = np.minimum(np.searchsorted(self.codes, wanted), len(self.codes) - 1)
        return np.where(self.codes[at] == wanted, at, -1)
