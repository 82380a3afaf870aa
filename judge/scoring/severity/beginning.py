"""Least squares: rough variances to begin with, and whether there is any error at all."""

import numpy as np

from judge.scoring.exact import Positions
from judge.scoring.severity.equations import Effects, Equations, Variances
from judge.scoring.severity.ratings import Floats, Table

NOTHING = 1e-9
"""Of the ratings' variance: a component that would go below is nothing, and stays there."""

LITTLE = 1e-2
"""Of the ratings' variance: the least that a component begins with."""

EXACT = 1e-6
"""Of the ratings' standard deviation: what floating point leaves of ratings accounted for exactly."""


def least_squares(table: Table, values: Floats) -> Effects:
    """Effects without shrinkage, each part's about 0.

    The equations' limit where nominations and reviewers vary without bound; solved a second time for what
    the first leaves, since the bound is not quite out of sight.
    """
    whole = float(values.var())
    equations = Equations.at(table, Variances(whole, whole, NOTHING * whole))
    first = equations.solve(values)
    second = equations.solve(first.residuals)
    return Effects(
        first.fixed + second.fixed,
        first.nominations + second.nominations,
        first.reviewers + second.reviewers,
        second.residuals,
    )


def accounts_for_all(effects: Effects, values: Floats) -> bool:
    """Whether no error is left."""
    return bool(np.sqrt(effects.residuals.var()) <= EXACT * np.sqrt(values.var()))


def rough_variances(table: Table, values: Floats, effects: Effects, left: int) -> Variances:
    """Variances by sums of squares: of what least squares leave, and within nominations and reviewers.

    `left` is how many ratings are left for the error. (C. R. Henderson, Biometrics 9 (1953), 226-252, in
    spirit: within a nomination ratings differ by reviewer and error, and the other way round.)
    """
    ratings = table.ratings
    error = float(effects.residuals @ effects.residuals) / left

    def within(owners: Floats, owner: Positions) -> float:
        means = np.bincount(owner, values, len(owners)) / owners
        return float(((values - means[owner]) ** 2).sum()) / max(len(values) - len(owners), 1)

    least = LITTLE * float(values.var())
    return Variances(
        max(within(table.reviewer_counts, ratings.reviewers) - error, least),
        max(within(table.nomination_counts, ratings.nominations) - error, least),
        max(error, least),
    )
