"""Restricted maximum likelihood by average information, with a step that never fails behind it.

Sources: H. D. Patterson, R. Thompson, Biometrika 58 (1971), 545-554, for the criterion; A. R. Gilmour,
R. Thompson, B. R. Cullis, Biometrics 51 (1995), 1440-1450, for the steps: each solves the equations for
four right-hand sides and needs two traces of their inverse. Where such a step leads nowhere, one of the EM
algorithm follows, which always leads down, if slowly (N. M. Laird, J. H. Ware, Biometrics 38 (1982),
963-974).
"""

from math import log, pi

import numpy as np

from judge.scoring.severity.beginning import NOTHING
from judge.scoring.severity.equations import Effects, Equations, Variances
from judge.scoring.severity.ratings import Floats, Table
from judge.scoring.severity.unsettled import Unsettled, VariancesUnsettledError

CLOSE = 1e-8
"""How far the variances may still be from where the steps lead, in relation to themselves."""

NEAR = 1e-3
"""How small a step must be to foretell the next."""

MOST_STEPS, MOST_HALVINGS = 1_000, 8

VAST = 1e3
"""Times the ratings' variance: no component goes above."""


class Descent:
    """The way to the variances of the lowest criterion; each step leads down."""

    equations: Equations
    effects: Effects
    criterion: float

    def __init__(self, table: Table, values: Floats, beginning: Variances) -> None:
        self._table = table
        self._values = values
        self._whole = float(values.var())
        self.floor = NOTHING * self._whole
        self.steps = 0
        self._move(beginning.array())

    def settle(self) -> None:
        """Step until nothing changes.

        Raises:
            VariancesUnsettledError: `not-settled`, where there is no end to it.
        """
        change = np.inf
        for self.steps in range(1, MOST_STEPS + 1):
            before = self.equations.variances.array()
            if not self._step():
                return
            last, change = change, float(np.abs(self.equations.variances.array() / before - 1).max())
            # Close to the end each step is to the last as the last to the one before, or shorter.
            sure = change < NEAR and change < last / 10
            if change < CLOSE or (sure and change**2 / last < CLOSE):
                return
        raise VariancesUnsettledError(Unsettled.NOT_SETTLED)

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

    def _step(self) -> bool:
        """Lower the criterion; whether that could be done."""
        before = self.equations.variances.array()
        here = self.equations, self.effects, self.criterion
        for way in self._ways(before):
            for halving in range(MOST_HALVINGS):
                there = np.clip(before + way / 2**halving, self.floor, VAST * self._whole)
                if self._lowers(there, here[2]):
                    return True
        self.equations, self.effects, self.criterion = here
        return False

    def _lowers(self, there: Floats, criterion: float) -> bool:
        try:
            self._move(there)
        except np.linalg.LinAlgError:
            return False
        return self.criterion <= criterion + abs(criterion) * 1e-12

    def _ways(self, before: Floats) -> list[Floats]:
        """The steps to try: by average information, then by EM."""
        score, information = self._slopes()
        ways = []
        # A variance that is nothing and would get less stays out of the step.
        free = (before > self.floor) | (score > 0)
        if free.any():
            scale = free / np.sqrt(np.diag(information))
            ways.append(scale * np.linalg.lstsq(information * np.outer(scale, scale), score * scale)[0])
        count, nominations, reviewers, _ = self._table.size
        ways.append(2 * before**2 * score / np.array([nominations, reviewers, count]))
        return ways

    def _slopes(self) -> tuple[Floats, Floats]:
        """The score of the three variances, and their average information."""
        v, effects = self.equations.variances, self.effects
        count, nominations, reviewers, levels = self._table.size
        of_nominations, of_reviewers = self.equations.traces()
        known_nominations = nominations - of_nominations * v.error / v.nomination
        known_reviewers = reviewers - of_reviewers * v.error / v.reviewer
        known_error = count - levels - known_nominations - known_reviewers
        squares = [float(part @ part) for part in (effects.nominations, effects.reviewers, effects.residuals)]
        score = squares / v.array() ** 2 - [known_nominations, known_reviewers, known_error] / v.array()
        pulls = self._pulls(effects)
        solved = [self.equations.solve(pull).residuals / v.error for pull in pulls]
        information = np.array([[float(one @ pull) for one in solved] for pull in pulls]) / 2
        # Effects that are nothing at all inform of nothing, though there is much to know: a tenth of what
        # is to be expected is below whatever is seen where the variance is right.
        known = np.array([known_nominations, known_reviewers, known_error])
        least = known**2 / np.array([nominations, reviewers, count]) / v.array() ** 2 / 20
        np.fill_diagonal(information, np.maximum(np.diag(information), least))
        return score / 2, information

    def _pulls(self, effects: Effects) -> tuple[Floats, Floats, Floats]:
        v, ratings = self.equations.variances, self._table.ratings
        return (
            effects.nominations[ratings.nominations] / v.nomination,
            effects.reviewers[ratings.reviewers] / v.reviewer,
            effects.residuals / v.error,
        )
