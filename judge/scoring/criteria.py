"""Criterion by criterion: what the sheets of a nomination say on average, exact."""

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from judge.scoring.exact import Exact, Flags, Positions, Whole, distinct, largest, roomy
from judge.scoring.method import Method
from judge.scoring.panel import Panel
from judge.scoring.rounding import rounded


@dataclass(frozen=True, slots=True, eq=False)
class CriterionMeans:
    """Means of each nomination's ticks, (nominations, criteria), in the panel's order.

    `ticks` are in the rubric's steps; 0 and meaningless where no counted sheet gave the criterion a mark
    (not `marked`). `count` is how many marks there are before any is dropped.
    """

    ticks: Exact
    marked: Flags
    count: Positions


def criterion_means(panel: Panel, method: Method) -> CriterionMeans:
    """The mean of each criterion's marks over the counted sheets of each nomination.

    All marks where sheets are combined by total: which of two equal sheets was dropped must not show. With
    `trim` "criterion" the highest and lowest marks of each criterion are dropped, and the score is made of
    exactly these means, rounded as points with `round_at` "criterion".
    """
    count, sums, dropped = (
        np.zeros((len(panel.nominations), panel.grid.shape[1]), np.int64) for _ in range(3)
    )
    first = panel.first_sheets()
    for sheets in distinct(panel.counted[panel.counted > 0]).tolist():
        nominations = np.flatnonzero(panel.counted == sheets)
        ticks = np.sort(panel.grid[first[nominations][:, None] + np.arange(sheets)], axis=1)
        count[nominations] = marks = (ticks >= 0).sum(axis=1)
        low, high = _dropped(marks, method)
        # Not applicable sorts before every tick, so a criterion's marks are its last `marks` places.
        place = np.arange(sheets)[None, :, None]
        kept = (place >= (sheets - marks + low)[:, None, :]) & (place < (sheets - high)[:, None, :])
        sums[nominations] = np.where(kept, ticks, 0).sum(axis=1)
        dropped[nominations] = low + high
    divisors = count - dropped
    scale = math.lcm(*distinct(divisors[divisors > 0]).tolist())
    bound = largest(sums) * scale
    per_mark: Whole = scale // roomy(np.maximum(divisors, 1), bound)
    means = Exact(roomy(sums, bound) * per_mark, scale)
    if method.round_at == "criterion":
        means = _rounded(means, panel.rubric.step, method)
    return CriterionMeans(means, count > 0, count)


def _rounded(ticks: Exact, step: Fraction, method: Method) -> Exact:
    """The means rounded as points, which is how people read them, and in ticks again."""
    bound = largest(ticks.numerators) * step.numerator
    points = Exact(roomy(ticks.numerators, bound) * step.numerator, ticks.denominator * step.denominator)
    full = rounded(points, method.decimals, method.rounding)
    bound = largest(full.numerators) * step.denominator
    numerators: Whole = roomy(full.numerators, bound) * step.denominator
    return Exact(numerators, full.denominator * step.numerator)


def _dropped(marks: Positions, method: Method) -> tuple[Positions, Positions]:
    by_criterion = method.combine == "trimmed-mean" and method.trim == "criterion"
    trimmed = (marks >= method.trim_from) & by_criterion
    return trimmed * method.drop_low, trimmed * method.drop_high
