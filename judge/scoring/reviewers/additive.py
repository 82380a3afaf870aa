"""The additive model total = nomination + reviewer + error by least squares, in memory of the sheets' size.

With the nominations eliminated, the reviewers' normal equations are as many as reviewers; they are solved
by conjugate gradients (M. R. Hestenes, E. Stiefel, Journal of Research of the National Bureau of Standards
49, 1952), which need nothing but sums by nomination and by reviewer.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from judge.scoring.reviewers.shared import Floats, Shared

_CLOSE = 1e-12
"""What may be left of the equations' right-hand side."""


@dataclass(frozen=True, slots=True, eq=False)
class Additive:
    """The model fitted: each reviewer's effect in points, and what is left of each sheet.

    Effects of reviewers whom no chain of shared nominations connects are not comparable; what is left of the
    sheets is the same whichever solution is found.
    """

    effects: Floats
    left: Floats


def additive(shared: Shared) -> Additive:
    """Fit the model to shared sheets."""
    values = shared.points - shared.points.mean() if len(shared.points) else shared.points
    apart = _within(shared, values)
    effects = _solved(shared, shared.by_reviewer(apart), float(np.abs(values).sum()))
    return Additive(effects, apart - _within(shared, effects[shared.reviewers]))


def _within(shared: Shared, column: Floats) -> Floats:
    """A column less its nominations' means."""
    if not len(column):
        return column
    return column - (shared.by_nomination(column) / shared.sizes)[shared.nominations]


def _solved(shared: Shared, right: Floats, whole: float) -> Floats:
    """The reviewers' equations solved from 0, with their diagonal as preconditioner."""
    bounds = np.append(shared.firsts, len(shared.nominations))
    met = csr_array(
        (np.ones(len(shared.nominations)), shared.reviewers, bounds), (len(shared.sizes), shared.count)
    )
    met_by_reviewer = met.T.tocsr()
    diagonal = shared.by_reviewer(1 - 1 / shared.sizes[shared.nominations])
    diagonal[diagonal == 0] = 1
    effects, left = np.zeros(shared.count), right.copy()
    towards = left / diagonal
    gain = float(left @ towards)
    enough = _CLOSE * (float(np.sqrt(gain)) + whole / max(len(shared.points), 1))
    for _step in range(10 * shared.count):
        if np.sqrt(gain) <= enough:
            break
        turned = shared.sheets * towards - met_by_reviewer @ ((met @ towards) / shared.sizes)
        length = gain / float(towards @ turned)
        effects += length * towards
        left -= length * turned
        eased = left / diagonal
        before, gain = gain, float(left @ eased)
        towards = eased + gain / before * towards
    return effects
