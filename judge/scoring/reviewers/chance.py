"""How probable figures are by chance alone, and what remains of them where many are looked at.

Sources: R. A. Fisher, "Statistical Methods for Research Workers" (1925), § 35, for z; S. Holm, "A simple
sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979), 65-70.
"""

from collections.abc import Sequence
from math import pi

import numpy as np
from scipy.special import fdtr, fdtrc, ndtr, ndtri, stdtr

from judge.scoring.exact import Flags, Positions
from judge.scoring.reviewers.shared import Floats

_ONE = 1 - 1e-12
"""What a correlation of 1 is taken for, whose z has no end."""


def of_t(value: Floats, degrees: Floats | Positions) -> Floats:
    """The two-sided chance of a t as large."""
    return np.asarray(2 * stdtr(np.maximum(degrees, 1), -np.abs(value)), np.float64)


def of_ratio(ratio: Floats, above: Floats | Positions, below: Floats) -> Floats:
    """The two-sided chance of a ratio of two variances as far from 1."""
    ends = np.minimum(fdtr(above, below, ratio), fdtrc(above, below, ratio))
    return np.asarray(np.minimum(2 * ends, 1), np.float64)


def fisher(correlations: Floats) -> Floats:
    """Fisher's z, whose standard error is 1 / √(n - 3)."""
    return np.arctanh(np.clip(correlations, -_ONE, _ONE))


def interval(correlations: Floats, sheets: Positions, level: float = 0.95) -> tuple[Floats, Floats]:
    """The limits of correlations over so many sheets, four at least."""
    reach = float(ndtri((1 + level) / 2)) / np.sqrt(np.maximum(sheets - 3, 1))
    z = fisher(correlations)
    return np.tanh(z - reach), np.tanh(z + reach)


def beside_others(z: Floats, sheets: Floats | Positions, known: Flags) -> tuple[Floats, Floats, Flags]:
    """Each z beside the median of the others', which one or two odd ones hardly move.

    Returns the medians, how many standard errors each z lies above its own, and of whom there are both. The
    median's standard error is √(π/2) of what the mean's would be. Correlations on the same nominations go up
    and down together, so that the distance is rather too careful than too bold.
    """
    typical, apart = np.zeros(len(z)), np.zeros(len(z))
    judged: Flags = known & (np.count_nonzero(known) > 1)
    at = np.flatnonzero(judged)
    if len(at):
        weights = sheets[at] - 3.0
        typical[at] = _medians_of_others(z[at])
        error = np.sqrt(1 / weights + pi / 2 / (weights.sum() - weights))
        apart[at] = (z[at] - typical[at]) / error
    return typical, apart, judged


def _medians_of_others(values: Floats) -> Floats:
    """Of each of two values or more the median of all but this one."""
    order = np.argsort(values, kind="stable")
    ordered, place = values[order], np.arange(len(values))
    low, high = (len(values) - 2) // 2, (len(values) - 1) // 2
    medians = np.empty(len(values))
    medians[order] = (ordered[low + (place <= low)] + ordered[high + (place <= high)]) / 2
    return medians


def below(apart: Floats) -> Floats:
    """The chance of so many standard errors above, or more negative ones: one-sided, downwards."""
    return np.asarray(ndtr(apart), np.float64)


def holm(chances: Sequence[float]) -> list[float]:
    """The chances adjusted for being so many: whoever takes those up to a level errs at all that seldom."""
    order = sorted(range(len(chances)), key=chances.__getitem__)
    adjusted, so_far = [1.0] * len(chances), 0.0
    for rank, at in enumerate(order):
        so_far = max(so_far, min((len(chances) - rank) * chances[at], 1.0))
        adjusted[at] = so_far
    return adjusted
