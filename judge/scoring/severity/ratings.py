"""Ratings as the model reads them, and whether they can be compared at all."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from judge.scoring.exact import Positions

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Ratings:
    """One row a rating: which nomination, by which reviewer (positions, each used), how much, in points.

    `criteria` are positions of criteria where marks are modelled, each criterion with its own level; None
    where totals are.
    """

    nominations: Positions
    reviewers: Positions
    values: Floats
    criteria: Positions | None = None

    @property
    def levels(self) -> Positions:
        """Which fixed level each rating has."""
        return np.zeros(len(self.values), np.int64) if self.criteria is None else self.criteria

    def in_order(self) -> "Ratings":
        """The same by nomination, reviewer and criterion: sums of floats depend on their order."""
        keys = (self.reviewers, self.nominations)
        order = np.lexsort(keys if self.criteria is None else (self.criteria, *keys))
        return Ratings(
            self.nominations[order],
            self.reviewers[order],
            self.values[order],
            None if self.criteria is None else self.criteria[order],
        )


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The sparse two-way table of ratings: `incidence` is (nominations, reviewers), how often each met.

    `fixed` has a column for the first level and one for what each further criterion has more: whatever all
    nominations have in common is then one direction by itself, next to singular where they vary without
    bound. `by_nomination` and `by_reviewer` are its sums, `nomination_counts` and `reviewer_counts` how many
    ratings each has.
    """

    ratings: Ratings
    incidence: Any
    fixed: Floats
    by_nomination: Floats
    by_reviewer: Floats
    nomination_counts: Floats
    reviewer_counts: Floats

    @classmethod
    def of(cls, ratings: Ratings) -> "Table":
        """The table of ratings; give them in order."""
        nominations, reviewers = ratings.nominations, ratings.reviewers
        shape = (int(nominations.max()) + 1, int(reviewers.max()) + 1)
        ones = np.ones(len(ratings.values))
        fixed = _fixed(ratings)
        return cls(
            ratings,
            sparse.csr_array((ones, (nominations, reviewers)), shape=shape),
            fixed,
            np.stack([np.bincount(nominations, column, shape[0]) for column in fixed.T], axis=1),
            np.stack([np.bincount(reviewers, column, shape[1]) for column in fixed.T], axis=1),
            np.bincount(nominations, minlength=shape[0]).astype(np.float64),
            np.bincount(reviewers, minlength=shape[1]).astype(np.float64),
        )

    @property
    def size(self) -> tuple[int, int, int, int]:
        """How many ratings, nominations, reviewers and fixed levels there are."""
        return (*self.fixed.shape[:1], *self.incidence.shape, self.fixed.shape[1])

    def squares(self, weights: Floats) -> Floats:
        """The (reviewers, reviewers) sum over nominations of weight × row' row."""
        weighted = self.incidence.copy()
        weighted.data = weighted.data * np.repeat(weights, np.diff(weighted.indptr))
        return np.asarray((self.incidence.T @ weighted).toarray(), np.float64)


def _fixed(ratings: Ratings) -> Floats:
    levels = np.eye(int(ratings.levels.max()) + 1)[ratings.levels]
    levels[:, 0] = 1
    return levels


def components(nominations: Positions, reviewers: Positions) -> tuple[int, Positions, Positions]:
    """How many parts share neither a nomination nor a reviewer; and the part of each nomination, reviewer.

    Parts are numbered by their first nomination. Who judged nothing, and what nobody judged, is not asked.
    """
    n, m = int(nominations.max(initial=-1)) + 1, int(reviewers.max(initial=-1)) + 1
    links = sparse.coo_array((np.ones(len(nominations)), (nominations, reviewers + n)), shape=(n + m, n + m))
    count, parts = connected_components(links, directed=False)
    return int(count), parts[:n].astype(np.int64), parts[n:].astype(np.int64)
