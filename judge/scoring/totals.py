"""Exact totals: ticks (or their means) times step and weight, rescaled where criteria do not apply."""

import math
from fractions import Fraction

import numpy as np

from judge.scoring.exact import SAFE, Exact, Flags, Whole, largest, roomy, shared_denominator, whole
from judge.scoring.panel import Panel
from judge.scoring.spans import spans
from rubrics.model import Rubric


def sheet_totals(panel: Panel) -> Exact:
    """The total of each counted sheet in points, exact.

    A criterion that is not applicable leaves both the points and the maximum; the rest is rescaled to the
    rubric's full points, as fractions and without rounding.
    """
    return weigh(Exact(panel.grid, 1), panel.applicable, panel.rubric)


def weigh(ticks: Exact, applicable: Flags, rubric: Rubric) -> Exact:
    """Σ ticks × step × weight over the applicable criteria, rescaled to full points.

    Args:
        ticks: (n, criteria), in the rubric's steps; what stands where not applicable is not read.
        applicable: (n, criteria); every row needs an applicable criterion that has points.
        rubric: step, full ticks and weights.

    Returns:
        n totals in points.
    """
    points = [rubric.step * criterion.weight for criterion in rubric.criteria]
    scale = shared_denominator(points)
    weights = [int(point * scale) for point in points]
    bound = sum(map(abs, weights)) * largest(ticks.numerators)
    everything = bool(applicable.all())
    marked = None if everything else applicable
    raw = Exact(_weighed(ticks.numerators, marked, weights, bound), ticks.denominator * scale)
    return raw if everything else _rescaled(raw, applicable, rubric)


def _weighed(numerators: Whole, applicable: Flags | None, weights: list[int], bound: int) -> Whole:
    """Each row's numerators times the weights, without what does not apply; None where everything does."""
    sums = np.empty(len(numerators), np.int64 if bound < SAFE else object)
    # Narrow numbers are summed up several times as fast, and `bound` says how narrow they may be.
    kind = np.min_scalar_type(-bound - 1) if bound < SAFE else sums.dtype
    for rows in spans(len(numerators)):
        part = np.zeros(len(sums[rows]), kind)
        for at, weight in enumerate(weights):
            given = numerators[rows, at].astype(kind, copy=False)
            part += (given if applicable is None else np.where(applicable[rows, at], given, 0)) * weight
        sums[rows] = part
    return sums


def _rescaled(raw: Exact, applicable: Flags, rubric: Rubric) -> Exact:
    """Each row times full points ÷ the points of what applies to it."""
    patterns, pattern_of = np.unique(applicable, axis=0, return_inverse=True)
    factors = [_factor(pattern.tolist(), rubric) for pattern in patterns]
    scale = math.lcm(*(factor.denominator for factor in factors))
    multipliers = [int(factor * scale) for factor in factors]
    bound = largest(raw.numerators) * max(multipliers, default=1)
    numerators: Whole = roomy(raw.numerators, bound) * whole(multipliers, bound)[pattern_of.ravel()]
    return Exact(numerators, raw.denominator * scale)


def _factor(applies: list[bool], rubric: Rubric) -> Fraction:
    pairs = zip(rubric.criteria, applies, strict=True)
    left = sum((c.full_ticks * rubric.step * c.weight for c, here in pairs if here), start=Fraction(0))
    return rubric.full_points / left
