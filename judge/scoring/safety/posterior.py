"""What the crossed model makes of a place: nominations drawn from their posterior.

The model is that of `judge.scoring.severity`, y = level + nomination + reviewer + error, on sheet totals. Its
variances are taken as known; then nominations, reviewers and level are jointly normal around what Henderson's
equations give, with the error's variance times the inverse of their matrix (G. K. Robinson, "That BLUP is a
good thing", Statistical Science 6 (1991), 15-51). Given level and reviewers, nominations are independent:
those are drawn first, and then these.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import numpy as np
from scipy import sparse
from scipy.linalg import cho_solve, cholesky, solve_triangular

from judge.scoring.codes import Codes
from judge.scoring.exact import Exact, Positions, distinct
from judge.scoring.panel import Panel
from judge.scoring.safety.compared import Compared
from judge.scoring.safety.narrow import Narrow, narrow
from judge.scoring.safety.sheets_drawn import rows
from judge.scoring.safety.tally import LEVEL, Tally, tally
from judge.scoring.severity.equations import Variances
from judge.scoring.severity.ratings import Floats, Ratings, components
from judge.scoring.severity.reml import fit
from judge.scoring.severity.unsettled import VariancesUnsettledError


class NoPosterior(StrEnum):
    """Why the model has nothing to say."""

    NOT_CONNECTED = "not-connected"
    UNSETTLED = "unsettled"
    NOMINATIONS_ALIKE = "nominations-alike"
    NO_ERROR = "no-error"
    IN_STAGES = "in-stages"


class NoPosteriorError(ArithmeticError):
    """There is no posterior; `reason` says why, and where the variances did not settle, `detail` more."""

    def __init__(self, reason: NoPosterior, detail: str = "") -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """The tally of draws from the posterior.

    `mean` is each nomination's, in points above or below the level, shrunken towards 0; `variances` are what
    the model settled on.
    """

    tally: Tally
    mean: Floats
    variances: Variances


@dataclass(frozen=True, slots=True, eq=False)
class _Equations:
    """Level and reviewers with the nominations eliminated, for the panel's nominations with sheets.

    `design` is (nominations, 1 + reviewers), what of level and reviewers is in each nomination's sum;
    `sums` those of the totals, `diagonal` what they are divided by; `factor` the upper Cholesky factor.
    """

    design: sparse.csr_array
    sums: Floats
    diagonal: Floats
    factor: Floats
    centre: Floats
    error: float

    @classmethod
    def of(cls, ratings: Ratings, variances: Variances) -> "_Equations":
        count, reviewers = int(ratings.nominations.max()) + 1, int(ratings.reviewers.max()) + 1
        values = ratings.values - ratings.values.mean()
        # Where reviewers do not differ at all, none of them has an effect to draw.
        reviewers = reviewers if variances.reviewer > 0 else 0
        sheets = np.arange(len(values))
        ones = np.ones(len(values))
        columns = [sparse.csr_array(ones[:, None])]
        if reviewers:
            shape = (len(values), reviewers)
            columns.append(sparse.csr_array((ones, (sheets, ratings.reviewers)), shape=shape))
        known = sparse.csr_array(sparse.hstack(columns))
        owner = sparse.csr_array((ones, (ratings.nominations, sheets)), shape=(count, len(values)))
        design = sparse.csr_array(owner @ known)
        sums = owner @ values
        diagonal = owner.sum(axis=1) + variances.error / variances.nomination
        divided = sparse.diags_array(1 / diagonal) @ design
        matrix = (known.T @ known - design.T @ divided).toarray()
        if reviewers:
            at = np.arange(1, reviewers + 1)
            matrix[at, at] += variances.error / variances.reviewer
        factor = cholesky(matrix)
        centre = cho_solve((factor, False), known.T @ values - divided.T @ sums)
        return cls(design, sums, diagonal, factor, centre, variances.error)

    def mean(self) -> Floats:
        return np.asarray((self.sums - self.design @ self.centre) / self.diagonal)

    def drawn(self, at: Positions, normal: Floats) -> Floats:
        """Nominations for standard normal numbers (draws, 1 + reviewers + nominations)."""
        many = len(self.centre)
        known = self.centre[:, None] + np.sqrt(self.error) * solve_triangular(self.factor, normal[:, :many].T)
        diagonal = self.diagonal[at][:, None]
        given = (self.sums[at][:, None] - self.design[at] @ known) / diagonal
        return np.asarray((given + np.sqrt(self.error / diagonal) * normal[:, many:].T).T)


def posterior(  # noqa: PLR0913 - what is compared and by what; and how it is drawn
    panel: Panel,
    totals: Exact,
    compared: Compared,
    *,
    replicates: int,
    seed: int,
    level: Fraction = LEVEL,
) -> Posterior:
    """Draw the compared nominations from their posterior and count their places.

    Args:
        panel: the award's panel; every counted sheet says something of its reviewer.
        totals: the sheets' totals.
        compared: the nominations whose places are counted.
        replicates: how many draws.
        seed: of the draws; the first of many are those of few.
        level: of the rank intervals.

    Raises:
        NoPosteriorError: where the panel falls apart, or its variances leave nothing to say.
    """
    with_sheets = Codes(panel.nominations[panel.sheet_nomination])
    nominations = with_sheets.positions(panel.nominations[panel.sheet_nomination])
    reviewers = Codes(panel.sheet_reviewer).positions(panel.sheet_reviewer)
    if components(nominations, reviewers)[0] != 1:
        raise NoPosteriorError(NoPosterior.NOT_CONNECTED)
    values = np.array(totals.numerators / totals.denominator, np.float64)
    ratings = Ratings(nominations, reviewers, values)
    variances = _variances(ratings)
    equations = _Equations.of(ratings, variances)
    at = with_sheets.positions(compared.panel.nominations)
    normal = np.random.Generator(np.random.Philox(np.random.SeedSequence(seed)))
    places: Narrow = np.empty((replicates, len(compared)), narrow(len(compared) + 1))
    step = rows(len(compared) + len(equations.centre))
    for begin in range(0, replicates, step):
        size = (min(step, replicates - begin), len(equations.centre) + len(compared))
        drawn = equations.drawn(at, normal.standard_normal(size))
        places[begin : begin + size[0]] = _places(drawn, compared.groups)
    counted = tally(places, np.ones(replicates, np.int64), compared.groups, compared.seats, level)
    return Posterior(counted, equations.mean()[at], variances)


def _variances(ratings: Ratings) -> Variances:
    try:
        variances = fit(ratings).variances
    except VariancesUnsettledError as unsettled:
        detail = str(getattr(unsettled, "reason", ""))
        raise NoPosteriorError(NoPosterior.UNSETTLED, detail) from unsettled
    if not variances.nomination > 0:
        raise NoPosteriorError(NoPosterior.NOMINATIONS_ALIKE)
    if not variances.error > 0:
        raise NoPosteriorError(NoPosterior.NO_ERROR)
    return variances


def _places(values: Floats, groups: Positions) -> Positions:
    """The place of each value within its group, the largest first; drawn values have no ties."""
    place = np.empty(values.shape, np.int64)
    for group in distinct(groups).tolist():
        chosen = np.flatnonzero(groups == group)
        order = np.argsort(-values[:, chosen], axis=1)
        here = np.empty(order.shape, np.int64)
        np.put_along_axis(here, order, np.arange(1, len(chosen) + 1)[None, :], axis=1)
        place[:, chosen] = here
    return place
