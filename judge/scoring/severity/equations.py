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
from scipy.linalg import blas, lapack

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
        left = -table.squares(1 / diagonal)
        left[np.diag_indices_from(left)] += table.reviewer_counts + v.error / v.reviewer
        left -= levels @ level_inverse @ levels.T
        # Transposed it is the same, and in the order of columns, which LAPACK takes without a copy.
        factor, failed = lapack.dpotrf(left.T, lower=1, clean=1, overwrite_a=1)
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
        severe, _ = lapack.dpotrs(self.factor, right - self.levels @ (self.level_inverse @ levels), lower=1)
        fixed = self.level_inverse @ (levels - self.levels.T @ severe)
        good = (by_nomination - table.by_nomination @ fixed - table.incidence @ severe) / self.diagonal
        left = values - table.fixed @ fixed - good[ratings.nominations] - severe[ratings.reviewers]
        return Effects(fixed, good, severe, left)

    def traces(self) -> tuple[float, float]:
        """The traces of the nominations' and of the reviewers' block of the whole inverse.

        With d the diagonal and c a nomination's coefficients of levels and reviewers, its place on the
        diagonal of the inverse is 1/d + c' (inverse of what is left) c / d². Summed over nominations, that
        asks of the inverse only its products with the table's squares, each nomination weighing 1/d².
        """
        table = self.table
        block, _ = lapack.dpotri(self.factor, lower=1)
        level = self.levels @ self.level_inverse
        across = -blas.dsymm(1.0, block, level, lower=1)
        among = self.level_inverse - level.T @ across
        squared = 1 / self.diagonal**2
        weighted = table.by_nomination * squared[:, None]
        pairs = table.squares(squared)
        nominations = (
            (1 / self.diagonal).sum()
            # Of the symmetric block only the lower half is there, and 0 above it.
            + 2 * np.vdot(block.T, pairs)
            - np.diag(block) @ np.diag(pairs)
            + 2 * (across * (table.incidence.T @ weighted)).sum()
            + (among * (table.by_nomination.T @ weighted)).sum()
        )
        return float(nominations), float(np.trace(block))

    def reviewer_spreads(self) -> Floats:
        """The diagonal of the reviewers' block of the whole inverse: of L'^-1 L^-1, L the factor."""
        lower, _ = lapack.dtrtri(self.factor, lower=1)
        return np.asarray(np.einsum("ij,ij->j", lower, lower), np.float64)
