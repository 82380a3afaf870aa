"""Kendall's W: how far raters put the same units in the same order.

Source: M. G. Kendall, J. D. Gibbons, "Rank Correlation Methods" (5th edition, 1990), chapter 6, with the
correction for ties.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from scipy.special import chdtrc

from judge.scoring.agreement.ratings import Crossed
from judge.scoring.exact import Positions


@dataclass(frozen=True, slots=True)
class Concordance:
    """W from 0 to 1, and the chance of one as large among raters who order at random.

    `chi_square` has `units` - 1 degrees of freedom; for fewer than eight units or so `chance` is rough.
    """

    w: float
    chi_square: float
    degrees: int
    chance: float


def concordance(block: Crossed) -> Concordance | None:
    """Kendall's W of a complete block; None where every rater ties all units, which is no order."""
    n, m = block.values.shape
    places = [_doubled_ranks(block.values[:, rater]) for rater in range(m)]
    ties = sum(_ties(block.values[:, rater]) for rater in range(m))
    sums = np.sum(places, axis=0)
    # Ranks are doubled to be whole: their sums' squared deviations are four times too large.
    squared = n * int((sums * sums).sum()) - int(sums.sum()) ** 2
    below = m * m * (n**3 - n) - m * ties
    if not below:
        return None
    w = Fraction(12 * squared, 4 * n * below)
    chi_square = float(m * (n - 1) * w)
    return Concordance(float(w), chi_square, n - 1, float(chdtrc(n - 1, chi_square)))


def _doubled_ranks(values: Positions) -> Positions:
    """Twice the rank of each value, ties in the middle of the places they share."""
    _, kind, count = np.unique(values, return_inverse=True, return_counts=True)
    return (2 * np.cumsum(count) - count + 1)[kind]


def _ties(values: Positions) -> int:
    _, count = np.unique(values, return_counts=True)
    return sum(c**3 - c for c in count.tolist())
