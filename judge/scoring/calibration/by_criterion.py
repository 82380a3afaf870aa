"""Severity by marks instead of totals: each criterion has a level of its own, each reviewer one effect."""

from dataclasses import dataclass

import numpy as np

from judge.scoring.calibration.parts import Part
from judge.scoring.panel import Panel
from judge.scoring.severity.equations import Variances
from judge.scoring.severity.ratings import Floats, Ratings
from judge.scoring.severity.reml import fit
from judge.scoring.severity.unsettled import Unsettled, VariancesUnsettledError


@dataclass(frozen=True, slots=True, eq=False)
class MarksSeverity:
    """The model of marks fitted to a part: y = criterion + nomination + reviewer + error.

    All in percent of a criterion's full points, since criteria are out of different ones. `criteria` are
    positions in the rubric with their `levels`; `effects` and `standard_errors` are by the part's reviewers.
    All of them are empty, and `variances` None, where `unsettled` says why.
    """

    criteria: tuple[int, ...]
    levels: Floats
    variances: Variances | None
    effects: Floats
    standard_errors: Floats
    unsettled: Unsettled | None = None


def severity_by_criterion(part: Part, panel: Panel) -> MarksSeverity:
    """Fit the model to the marks of a part's sheets, on the criteria that have points and weight.

    What is not applicable is no mark. The model takes errors of marks as independent; those of one sheet
    hang together where one impression colours all criteria, and standard errors are then too small.
    """
    criteria = [at for at, one in enumerate(panel.rubric.criteria) if one.full_ticks and one.weight]
    full = np.array([panel.rubric.criteria[at].full_ticks for at in criteria], np.float64)
    ticks = panel.ticks[part.sheets][:, criteria]
    sheet, column = np.nonzero(panel.applicable[part.sheets][:, criteria])
    used = np.unique(column)
    ratings = Ratings(
        part.ratings.nominations[sheet],
        part.ratings.reviewers[sheet],
        100 * ticks[sheet, column] / full[column],
        np.searchsorted(used, column),
    )
    try:
        found = fit(ratings)
    except VariancesUnsettledError as unsettled:
        nothing = np.empty(0)
        return MarksSeverity((), nothing, None, nothing, nothing, unsettled.reason)
    return MarksSeverity(
        tuple(criteria[at] for at in used.tolist()),
        found.fixed,
        found.variances,
        found.reviewers,
        found.standard_errors,
    )
