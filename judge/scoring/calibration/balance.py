"""Whether reviewers were given nominations of the same strength, as far as chance allows.

A reviewer's effect can be estimated in two ways that are independent of each other: *within* nominations,
by how far their sheets stand from the others' on the same nomination, whatever its strength; and *between*
nominations, by the means of those that they judged, which is right only if strength has nothing to do with
who judged. The shrunken effects weigh both. J. A. Hausman, Econometrica 46 (1978), 1251-1271, tests whether
the two agree: the sum of squares by which the two estimates together fit worse than each alone, over the
error's variance, is chi-square where assignment was balanced.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from scipy.linalg import eigh, lapack, solve_triangular
from scipy.special import gammaincc

from judge.scoring.severity.equations import Variances
from judge.scoring.severity.ratings import Floats, Ratings

UNLIKELY = 0.01
"""Below this chance, assignment is said to be unbalanced: one panel in a hundred is told so wrongly."""

LEANING = 0.5
"""From here on, more of a comparison of reviewers rests on balance than on nominations judged in common."""

_RANK = 1e-9
"""Of the largest diagonal: what a pivot below is counted as, nothing."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How what is known of reviewers' effects within nominations and between them goes together.

    `chance` is that of estimates as far apart or farther in a balanced panel; None where nothing can be
    compared. `leaning` is, for the comparison of reviewers that leans most on balance, how much of what is
    known of it comes from between nominations: near 1 where some nominations judged in common are all that
    holds two groups of reviewers together, so that no test could tell whether assignment was balanced.
    """

    chance: float | None
    leaning: float


def balance_of(ratings: Ratings, variances: Variances) -> Balance | None:
    """The balance of connected totals (not by criterion) at fitted variances; None without error."""
    if variances.error == 0:
        return None
    ratings = ratings.in_order()
    of, by = ratings.nominations, ratings.reviewers
    values = ratings.values - ratings.values.mean()
    met = sparse.csr_array((np.ones(len(values)), (of, by)))
    counts, sums = np.bincount(of), np.bincount(of, values)
    within = np.diag(np.bincount(by)) - _squares(met, 1 / counts)
    within_right = np.asarray(np.bincount(by, values) - met.T @ (sums / counts), np.float64)
    weights = 1 / (counts * (1 + counts * variances.nomination / variances.error))
    between = _squares(met, weights)
    between_right = np.asarray(met.T @ (weights * sums), np.float64)
    both = within + between
    _, of_within = _fitted(within, within_right)
    rank, of_between = _fitted(between, between_right)
    _, of_both = _fitted(both, within_right + between_right)
    statistic = max(of_within + of_between - of_both, 0.0) / variances.error
    # The least share is 0: within nominations, nothing is known of what all reviewers have in common.
    share = eigh(within, both, eigvals_only=True, subset_by_index=[1, 1])[0]
    chance = float(gammaincc((rank - 1) / 2, statistic / 2)) if rank > 1 else None
    return Balance(chance, float(1 - share))


def _squares(met: Any, weights: Floats) -> Floats:  # noqa: ANN401 - scipy's sparse arrays have no common name
    """The (reviewers, reviewers) sum over nominations of weight × row' row."""
    return np.asarray((met.T @ met.multiply(weights[:, None])).toarray(), np.float64)


def _fitted(information: Floats, right: Floats) -> tuple[int, float]:
    """The rank of the information, and the sum of squares that the right-hand side takes off with it."""
    # With pivots, the first `rank` rows of the factor solve a singular but consistent system.
    tolerance = _RANK * float(np.diag(information).max())
    factor, pivots, rank, _ = lapack.dpstrf(information, tol=tolerance, lower=1)
    if rank == 0:
        return 0, 0.0
    chosen = right[pivots[:rank] - 1]
    solved = solve_triangular(factor[:rank, :rank], chosen, lower=True)
    return int(rank), float(solved @ solved)
