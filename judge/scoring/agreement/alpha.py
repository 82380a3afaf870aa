"""Krippendorff's alpha: agreement beyond chance with any number of raters and with gaps.

Source: K. Krippendorff, "Content Analysis" (3rd edition, 2013), chapter 12; the differences of his four
levels of measurement. What is observed is summed over pairs of ratings of one unit, what is expected over
all pairs of ratings that have a partner. Everything but the last division is done in whole numbers, the
ratio level apart, whose differences are fractions.
"""

from collections.abc import Callable
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from judge.scoring.agreement.ratings import Ratings
from judge.scoring.exact import SAFE, Positions, largest, opens


class Level(StrEnum):
    """What differences between values mean."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


Floats = npt.NDArray[np.float64]


def alpha(ratings: Ratings, level: Level) -> float | None:
    """Krippendorff's alpha: 1 is perfect agreement, 0 what chance gives, below 0 worse than that.

    None where it is not defined or says nothing: fewer than two units have two ratings, or all ratings that
    have a partner are equal. Of a single unit, what is observed is all that is expected: alpha would be 0
    however far the raters agree.

    Raises:
        ValueError: for a negative value at the ratio level, which knows a true zero.
    """
    paired = _paired(ratings.in_order())
    if not len(paired.units) or paired.units[0] == paired.units[-1]:
        return None
    if level is Level.RATIO and int(paired.values.min()) < 0:
        raise ValueError("the ratio level takes no negative values")
    observed, expected = _SUMS[level](paired)
    if not expected:
        return None
    return 1 - (len(paired.values) - 1) * observed / expected


def _paired(ordered: Ratings) -> Ratings:
    """The ratings whose unit has another one."""
    if not len(ordered.units):
        return ordered
    sizes = np.bincount(np.cumsum(opens(ordered.units)) - 1)
    chosen = np.repeat(sizes > 1, sizes)
    return Ratings(ordered.units[chosen], ordered.raters[chosen], ordered.values[chosen])


def _squares(paired: Ratings, values: Positions) -> tuple[float, float]:
    """Summed squared differences: within units, each by the unit's ratings less one, and over all."""
    begins = np.flatnonzero(opens(paired.units))
    sizes = np.diff(begins, append=len(values))
    # Differences do not change when all values move; small ones keep the squares within whole numbers.
    moved = values - int(values.min())
    if largest(moved) ** 2 * len(moved) * int(sizes.max()) >= SAFE:
        return _float_squares(moved.astype(np.float64), begins, sizes)
    sums, squares = np.add.reduceat(moved, begins), np.add.reduceat(moved * moved, begins)
    observed = float((2 * (sizes * squares - sums * sums) / (sizes - 1)).sum())
    total, count = int(moved.sum()), len(moved)
    return observed, float(2 * (count * int(squares.sum()) - total * total))


def _float_squares(moved: Floats, begins: Positions, sizes: Positions) -> tuple[float, float]:
    """The same where whole numbers would not hold the squares."""
    sums, squares = np.add.reduceat(moved, begins), np.add.reduceat(moved * moved, begins)
    observed = float((2 * (sizes * squares - sums * sums) / (sizes - 1)).sum())
    return observed, float(2 * len(moved) * ((moved - moved.mean()) ** 2).sum())


def _interval(paired: Ratings) -> tuple[float, float]:
    return _squares(paired, paired.values)


def _ordinal(paired: Ratings) -> tuple[float, float]:
    """As of the interval level, of each value's place in the middle of its equals, twice over."""
    _, kind, count = np.unique(paired.values, return_inverse=True, return_counts=True)
    return _squares(paired, (2 * np.cumsum(count) - count)[kind])


def _nominal(paired: Ratings) -> tuple[float, float]:
    """Pairs that differ, each way: all pairs less those that are equal."""
    kinds, kind = np.unique(paired.values, return_inverse=True)
    begins = np.flatnonzero(opens(paired.units))
    sizes = np.diff(begins, append=len(kind))
    unit = np.repeat(np.arange(len(sizes)), sizes)
    cell, equal = np.unique(unit * len(kinds) + kind, return_counts=True)
    alike = np.bincount(cell // len(kinds), weights=equal * equal, minlength=len(sizes))
    observed = float(((sizes * sizes - alike) / (sizes - 1)).sum())
    counts = np.bincount(kind)
    return observed, float(len(kind) ** 2 - int((counts * counts).sum()))


def _ratio(paired: Ratings) -> tuple[float, float]:
    begins = np.flatnonzero(opens(paired.units))
    sizes = np.diff(begins, append=len(paired.values))
    observed = 0.0
    for size in np.unique(sizes).tolist():
        cells = begins[sizes == size][:, None] + np.arange(size)
        rows = paired.values[cells].astype(np.float64)
        observed += sum(_ratio_squares(rows, rows[:, [at]]).sum() for at in range(size)) / (size - 1)
    values, counts = np.unique(paired.values, return_counts=True)
    points, weight = values.astype(np.float64), counts.astype(np.float64)
    return float(observed), float(
        sum(n * (weight * _ratio_squares(points, at)).sum() for at, n in zip(points, weight, strict=True))
    )


def _ratio_squares(some: Floats, others: Floats | np.float64) -> Floats:
    """((a - b) / (a + b)) ², and 0 for two zeros, which do not differ."""
    above, below = some - others, some + others
    share = np.divide(above, below, out=np.zeros_like(above), where=below != 0)
    return share * share


_SUMS: dict[Level, Callable[[Ratings], tuple[float, float]]] = {
    Level.NOMINAL: _nominal,
    Level.ORDINAL: _ordinal,
    Level.INTERVAL: _interval,
    Level.RATIO: _ratio,
}
