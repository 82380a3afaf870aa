"""Henderson's mixed-model equations of the crossed model, with the nominations eliminated.

The model is y = fixed level + nomination + reviewer + error, nominations and reviewers random. Their
equations are (C. R. Henderson, "Applications of Linear Models in Animal Breeding", 1984, chapter 5), divided
through by the error's variance,

    | X'X   X'Z     X'W     |   | level      |   | X'y |
    | Z'X   D + a   N       | × | nomination | = | Z'y |    a, b = error variance / variance of each
    | W'X   N'      E + b   |   | reviewer   |   | W'y |

D + a is diagonal, so that nominations go first and at no cost; levels are few and go next. What is left is
one dense system as large as there are reviewers.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_solve, lapack

from judge.scoring.severity.ratings import Floats, Table


@dataclass(frozen=True, slots=True)
class Variances:
    """The model's three variances, in squared points."""

    nomination: float
    reviewer: float
    error: float

    def array(self) -> Floats:
        """The three in a row."""
        return np.array([self.nomination, self.reviewer, self.error])


@dataclass(frozen=True, slots=True, eq=False)
class Effects:
    """What the equations make of one right-hand side: levels, effects, and what is left of each rating."""

    fixed: Floats
    nominations: Floats
    reviewers: Floats
    residuals: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Equations:
    """The equations at given variances, reduced and factorised.

    `diagonal` is D + a; `levels` (reviewers, levels) and `level_inverse` what the levels leave once
    nominations are eliminated; `factor` the lower Cholesky factor of what is left for the reviewers;
    `log_determinant` that of the whole matrix.
    """

    table: Table
    variances: Variances
    diagonal: Floats
    levels: Floats
    level_inverse: Floats
    factor: Floats
    log_determinant: float

    @classmethod
    def at(cls, table: Table, variances: Variances) -> "Equations":
        """Set up and factorise; LinAlgError where the matrix is not positive definite."""
        v = variances
        diagonal = table.nomination_counts + v.error / v.nomination
        shared = table.by_nomination / diagonal[:, None]
        levels = table.by_reviewer - table.incidence.T @ shared
        among = table.fixed.T @ table.fixed - table.by_nomination.T @ shared
        level_inverse = np.asarray(np.linalg.inv(among), np.float64)
        left = -table.squares(1 / diagonal).toarray()
        left[np.diag_indices_from(left)] += table.reviewer_counts + v.error / v.reviewer
        left -= levels @ level_inverse @ levels.T
        factor, failed = lapack.dpotrf(left, lower=1, clean=0)
        if failed:
            raise np.linalg.LinAlgError("the equations are singular")
        log_determinant = (
            np.log(diagonal).sum() + np.linalg.slogdet(among)[1] + 2 * np.log(np.diag(factor)).sum()
        )
        return cls(table, v, diagonal, levels, level_inverse, factor, float(log_determinant))

    def solve(self, values: Floats) -> Effects:
        """Levels and effects for ratings `values`."""
        table, ratings = self.table, self.table.ratings
        _, nominations, reviewers, _ = table.size
        by_nomination = np.bincount(ratings.nominations, values, nominations)
        by_reviewer = np.bincount(ratings.reviewers, values, reviewers)
        shared = by_nomination / self.diagonal
        right = by_reviewer - table.incidence.T @ shared
        levels = table.fixed.T @ values - table.by_nomination.T @ shared
        severe = cho_solve((self.factor, True), right - self.levels @ (self.level_inverse @ levels))
        fixed = self.level_inverse @ (levels - self.levels.T @ severe)
        good = (by_nomination - table.by_nomination @ fixed - table.incidence @ severe) / self.diagonal
        left = values - table.fixed @ fixed - good[ratings.nominations] - severe[ratings.reviewers]
        return Effects(fixed, good, severe, left)

    def reviewer_inverse(self) -> Floats:
        """The reviewers' block of the whole inverse."""
        lower, _ = lapack.dpotri(self.factor, lower=1)
        inverse = np.tril(lower)
        inverse += np.tril(lower, -1).T
        return np.asarray(inverse, np.float64)

    def traces(self, inverse: Floats) -> tuple[float, float]:
        """The traces of the nominations' and of the reviewers' block of the whole inverse."""
        table = self.table
        level = self.levels @ self.level_inverse
        across = -inverse @ level
        among = self.level_inverse + level.T @ inverse @ level
        squared = 1 / self.diagonal**2
        pairs = table.squares(squared).tocoo()
        weighted = table.by_nomination * squared[:, None]
        nominations = (
            (1 / self.diagonal).sum()
            + (inverse[pairs.row, pairs.col] * pairs.data).sum()
            + 2 * (across * (table.incidence.T @ weighted)).sum()
            + (among * (table.by_nomination.T @ weighted)).sum()
        )
        return float(nominations), float(np.trace(inverse))
