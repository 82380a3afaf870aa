"""The crossed model fitted: its variances, the reviewers' effects, and how sure these are."""

from dataclasses import dataclass, replace
from operator import attrgetter

import numpy as np

from judge.scoring.severity.beginning import NOTHING, accounts_for_all, least_squares, rough_variances
from judge.scoring.severity.descent import Descent
from judge.scoring.severity.equations import Effects, Variances
from judge.scoring.severity.ratings import Floats, Ratings, Table
from judge.scoring.severity.unsettled import Unsettled, VariancesUnsettledError, hold

FEW = 20
"""Ratings left for the error: with fewer there can be two lows, and least squares lead to the higher one."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """The model fitted: variances and fixed levels, the reviewers' effects with their standard errors.

    Effects are in points, above 0 for the lenient, shrunken towards 0 the fewer ratings say so; the standard
    error is that of predicting a reviewer's effect. A variance that is nothing is 0.0, and so are its
    effects. `criterion` is minus twice the restricted log-likelihood, as other programs give it to the last
    digit; minus infinity where nominations and reviewers account for every rating exactly.
    """

    variances: Variances
    fixed: Floats
    nominations: Floats
    reviewers: Floats
    standard_errors: Floats
    criterion: float
    steps: int


def fit(ratings: Ratings) -> Fit:
    """Fit the crossed model.

    Effects of parts that share neither nomination nor reviewer are not comparable: ask `components` first.

    Raises:
        VariancesUnsettledError: with the reason, where no variances follow from these ratings.
    """
    left = hold(ratings)
    table = Table.of(ratings.in_order())
    levels = table.ratings.levels
    centres = np.bincount(levels, table.ratings.values) / np.bincount(levels)
    try:
        found = _fit(table, table.ratings.values - centres[levels], left)
    except np.linalg.LinAlgError:
        raise VariancesUnsettledError(Unsettled.NOT_SETTLED) from None
    return replace(found, fixed=found.fixed + centres)


def _fit(table: Table, values: Floats, left: int) -> Fit:
    unshrunken = least_squares(table, values)
    if accounts_for_all(unshrunken, values):
        return _exact(unshrunken, NOTHING * float(values.var()))
    beginnings = [rough_variances(table, values, unshrunken, left)]
    if left < FEW:
        third = float(values.var()) / 3
        beginnings.append(Variances(third, third, third))
    descents = [Descent(table, values, beginning) for beginning in beginnings]
    for descent in descents:
        descent.settle()
    return _inexact(min(descents, key=attrgetter("criterion")))


def _inexact(descent: Descent) -> Fit:
    v, effects = descent.equations.variances, descent.effects
    seen = np.where(v.array() > 2 * descent.floor, v.array(), 0.0)
    none = np.zeros_like(effects.reviewers)
    return Fit(
        Variances(*seen.tolist()),
        _levels(effects),
        effects.nominations if seen[0] else np.zeros_like(effects.nominations),
        effects.reviewers if seen[1] else none,
        np.sqrt(descent.equations.reviewer_spreads() * v.error) if seen[1] else none,
        descent.criterion,
        descent.steps,
    )


def _exact(effects: Effects, floor: float) -> Fit:
    """What the fit comes to as the error goes to nothing.

    All differences are known, and none is shrunken: the variances are those of the effects. What stays
    unknown is how lenient all reviewers together are.
    """
    nominations, of_nominations = _about_mean(effects.nominations, floor)
    reviewers, of_reviewers = _about_mean(effects.reviewers, floor)
    return Fit(
        Variances(of_nominations, of_reviewers, 0.0),
        _levels(effects) + effects.nominations.mean() + effects.reviewers.mean(),
        nominations,
        reviewers,
        np.full(len(reviewers), np.sqrt(of_reviewers / len(reviewers))),
        -np.inf,
        0,
    )


def _levels(effects: Effects) -> Floats:
    """The fixed levels themselves: the equations have the first, and what the others have more."""
    return np.concatenate([effects.fixed[:1], effects.fixed[0] + effects.fixed[1:]])


def _about_mean(effects: Floats, floor: float) -> tuple[Floats, float]:
    """Effects about their mean, with their variance; zeros where that is nothing."""
    about, variance = effects - effects.mean(), float(effects.var(ddof=1))
    return (about, variance) if variance > floor else (np.zeros_like(about), 0.0)
