"""Restricted maximum likelihood by average information.

Sources: H. D. Patterson, R. Thompson, Biometrika 58 (1971), 545-554, for the criterion; A. R. Gilmour,
R. Thompson, B. R. Cullis, Biometrics 51 (1995), 1440-1450, for the steps: each solves the equations for
four right-hand sides and needs two traces of their inverse.
"""

from dataclasses import dataclass
from math import log, pi

import numpy as np

from judge.scoring.exact import Positions
from judge.scoring.severity.equations import Effects, Equations, Variances
from judge.scoring.severity.ratings import Floats, Ratings, Table
from judge.scoring.severity.unsettled import Unsettled, VariancesUnsettledError, hold

CLOSE = 1e-9
"""How little the variances may change, in relation to themselves, for the last step to be the last."""

MOST_STEPS = 100

NOTHING = 1e-9
"""Of the ratings' variance: a component that would go below is nothing, and stays there."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """The model fitted: variances and fixed levels, the reviewers' effects with their standard errors.

    `criterion` is minus twice the restricted log-likelihood, comparable with other programs' to the last
    digit. Effects are in points, above 0 for the lenient, shrunken towards 0 the fewer ratings say so; the
    standard error is that of predicting a reviewer's effect.
    """

    variances: Variances
    fixed: Floats
    nominations: Floats
    reviewers: Floats
    standard_errors: Floats
    criterion: float
    steps: int


def fit(ratings: Ratings) -> Fit:
    """Fit the crossed model; the ratings must be connected and not all of them fitted exactly.

    Raises:
        VariancesUnsettledError: where the variances do not settle.
    """
    hold(ratings)
    table = Table.of(ratings.in_order())
    values = table.ratings.values
    centre = float(values.mean())
    search = _Search(table, values - centre)
    steps = search.settle()
    inverse = search.equations.reviewer_inverse()
    v, effects = search.equations.variances, search.effects
    floor = search.floor
    return Fit(
        Variances(_seen(v.nomination, floor), _seen(v.reviewer, floor), _seen(v.error, floor)),
        effects.fixed + centre,
        effects.nominations,
        effects.reviewers,
        np.sqrt(np.diag(inverse) * v.error),
        search.criterion,
        steps,
    )


def _seen(variance: float, floor: float) -> float:
    return 0.0 if variance <= floor else variance


class _Search:
    """The way to the best variances; every step lowers the criterion, or is halved until it does."""

    def __init__(self, table: Table, values: Floats) -> None:
        self._table = table
        self._values = values
        self.floor = NOTHING * float(values.var())
        self._move(self._beginning())

    def settle(self) -> int:
        """Step until nothing changes; how many steps that took."""
        for step in range(1, MOST_STEPS + 1):
            before = self.equations.variances.array()
            self._advance(before)
            if np.abs(self.equations.variances.array() / before - 1).max() < CLOSE:
                return step
        raise VariancesUnsettledError(Unsettled.NOT_SETTLED)

    def _beginning(self) -> Floats:
        """Rough variances from three sums of squares: all, and those within nominations and reviewers."""
        ratings, values = self._table.ratings, self._values
        whole = float(values.var())

        def within(owners: Floats, owner: Positions) -> float:
            means = np.bincount(owner, values, len(owners)) / owners
            return float(((values - means[owner]) ** 2).sum()) / max(len(values) - len(owners), 1)

        in_nomination = within(self._table.nomination_counts, ratings.nominations)
        in_reviewer = within(self._table.reviewer_counts, ratings.reviewers)
        rough = np.array([whole - in_nomination, whole - in_reviewer, in_nomination + in_reviewer - whole])
        return np.asarray(np.maximum(rough, whole / 100), np.float64)

    def _move(self, variances: Floats) -> None:
        self.equations = Equations.at(self._table, Variances(*variances.tolist()))
        self.effects = self.equations.solve(self._values)
        self.criterion = self._criterion()

    def _criterion(self) -> float:
        count, nominations, reviewers, levels = self._table.size
        v, free = self.equations.variances, count - levels
        return (
            free * log(2 * pi)
            + (free - nominations - reviewers) * log(v.error)
            + nominations * log(v.nomination)
            + reviewers * log(v.reviewer)
            + self.equations.log_determinant
            + float(self._values @ self.effects.residuals) / v.error
        )

    def _advance(self, before: Floats) -> None:
        score, information = self._slopes()
        # A variance that is nothing and would get less stays out of the step.
        free = (before > self.floor) | (score > 0)
        step = np.zeros(3)
        step[free] = np.linalg.solve(information[np.ix_(free, free)], score[free])
        criterion, here = self.criterion, (self.equations, self.effects)
        for halving in range(40):
            try:
                self._move(np.maximum(before + step / 2**halving, self.floor))
            except np.linalg.LinAlgError:
                continue
            if self.criterion <= criterion + abs(criterion) * 1e-12:
                return
        # Not even the smallest step lowers it: this is as low as floating point can tell.
        (self.equations, self.effects), self.criterion = here, criterion

    def _slopes(self) -> tuple[Floats, Floats]:
        """The score of the three variances, and their average information."""
        table, v, effects = self._table, self.equations.variances, self.effects
        count, nominations, reviewers, levels = table.size
        of_nominations, of_reviewers = self.equations.traces(self.equations.reviewer_inverse())
        known_nominations = nominations - of_nominations * v.error / v.nomination
        known_reviewers = reviewers - of_reviewers * v.error / v.reviewer
        traces = np.array(
            [
                known_nominations / v.nomination,
                known_reviewers / v.reviewer,
                (count - levels - known_nominations - known_reviewers) / v.error,
            ]
        )
        pulls = self._pulls(effects)
        squares = np.array(
            [_square(effects.nominations), _square(effects.reviewers), _square(effects.residuals)]
        )
        score = (squares / v.array() ** 2 - traces) / 2
        solved = [self.equations.solve(pull).residuals / v.error for pull in pulls]
        return score, np.array([[float(one @ pull) for one in solved] for pull in pulls]) / 2

    def _pulls(self, effects: Effects) -> tuple[Floats, Floats, Floats]:
        v, ratings = self.equations.variances, self._table.ratings
        return (
            effects.nominations[ratings.nominations] / v.nomination,
            effects.reviewers[ratings.reviewers] / v.reviewer,
            effects.residuals / v.error,
        )


def _square(values: Floats) -> float:
    return float(values @ values)
