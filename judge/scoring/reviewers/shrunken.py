"""Severity by the crossed model: shrunken towards 0 the fewer sheets say so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import sqrt
from types import MappingProxyType

import numpy as np

from judge.scoring.exact import distinct
from judge.scoring.panel import Panel
from judge.scoring.reviewers.shared import as_floats
from judge.scoring.reviewers.words import Lack
from judge.scoring.severity.ratings import Ratings, components
from judge.scoring.severity.reml import fit
from judge.scoring.severity.unsettled import Unsettled, VariancesUnsettledError
from judge.scoring.totals import sheet_totals


@dataclass(frozen=True, slots=True)
class Effect:
    """A reviewer's effect in points, above 0 for the lenient, and the standard error of predicting it."""

    points: float
    error: float


@dataclass(frozen=True, slots=True)
class Shrunken:
    """The effects by reviewer code; none, and the `reason`, where no model can be fitted.

    `among` is the standard deviation of severity among reviewers, `within` that of what is left of totals,
    both in points and None without a model.
    """

    effects: Mapping[int, Effect] = field(default_factory=lambda: MappingProxyType({}))
    among: float | None = None
    within: float | None = None
    reason: Lack | Unsettled | None = None


def shrunken(panel: Panel) -> Shrunken:
    """Fit total = nomination + reviewer + error to all counted sheets of an award."""
    codes = distinct(panel.sheet_reviewer)
    reviewers = np.searchsorted(codes, panel.sheet_reviewer)
    nominations = np.searchsorted(distinct(panel.sheet_nomination), panel.sheet_nomination)
    if components(nominations, reviewers)[0] > 1:
        return Shrunken(reason=Lack.IN_PARTS)
    try:
        fitted = fit(Ratings(nominations, reviewers, as_floats(sheet_totals(panel))))
    except VariancesUnsettledError as unsettled:
        return Shrunken(reason=unsettled.reason)
    effects = zip(fitted.reviewers.tolist(), fitted.standard_errors.tolist(), strict=True)
    return Shrunken(
        {code: Effect(*one) for code, one in zip(codes.tolist(), effects, strict=True)},
        sqrt(fitted.variances.reviewer),
        sqrt(fitted.variances.error),
    )
