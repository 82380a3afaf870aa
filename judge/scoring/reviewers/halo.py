"""How alike a reviewer's marks are across criteria, beside the other reviewers'.

Source: F. E. Saal, R. G. Downey, M. A. Lahey, "Rating the ratings: assessing the psychometric quality of
rating data", Psychological Bulletin 88 (1980), 413-428: halo as the correlations among the dimensions of one
rater's ratings. Good work is good at much, so that such correlations are no fault in themselves; what is
asked is whether they are higher than those of others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from judge.scoring.exact import Flags, Positions
from judge.scoring.reviewers.chance import below, beside_others, fisher
from judge.scoring.reviewers.shared import Floats, given
from judge.scoring.reviewers.words import FEWEST, Lack, Notice

_NOTABLE = 0.5
"""Of what is missing to 1 in the others: marks that differ no more than half as much are worth a word."""

_NOTHING = 1e-12
"""What floating point may leave of a variance, in relation to the squares."""


@dataclass(frozen=True, slots=True)
class Halo:
    """The mean correlation between two criteria over own sheets, and what it typically is for others.

    `pairs` counts the pairs of criteria that it is the mean of: those whose marks both differ. `chance` is
    that of lying as far above the others.
    """

    sheets: int
    alike: float | None
    pairs: int = 0
    typical: float | None = None
    chance: float | None = None
    notice: Notice | None = None
    lack: Lack | None = None


def halos(reviewers: Positions, ticks: Positions, applicable: Flags, count: int) -> tuple[Halo, ...]:
    """The halo of each of `count` reviewers.

    Args:
        reviewers: (sheets), positions; all counted sheets, shared with others or not.
        ticks: (sheets, criteria), not read where not `applicable`.
        applicable: (sheets, criteria).
        count: how many reviewers there are.
    """
    sheets = np.bincount(reviewers, minlength=count)
    sums, pairs, marks = np.zeros(count), np.zeros(count, np.int64), np.zeros(count)
    for correlations, known, both in _by_pair(reviewers, ticks, applicable, count):
        sums += correlations
        pairs += known
        marks += np.where(known, both, 0)
    alike = sums / np.maximum(pairs, 1)
    # Where criteria do not apply to all, the correlations are over fewer sheets.
    marks /= np.maximum(pairs, 1)
    known = pairs > 0
    typical, apart, judged = beside_others(fisher(alike), marks, known)
    return tuple(
        _halo(*figures)
        for figures in zip(
            sheets.tolist(),
            pairs.tolist(),
            given(alike, known),
            given(np.tanh(typical), judged),
            below(-apart).tolist(),
            strict=True,
        )
    )


def _by_pair(
    reviewers: Positions, ticks: Positions, applicable: Flags, count: int
) -> Iterator[tuple[Floats, Flags, Floats]]:
    """For each two criteria: the correlations, of whom they are known, and over how many sheets."""
    columns = [np.where(applies, marks, 0) for applies, marks in zip(applicable.T, ticks.T, strict=True)]

    def by_reviewer(column: Floats) -> Floats:
        return np.asarray(np.bincount(reviewers, column, count), np.float64)

    for (a, first), (b, second) in combinations(enumerate(columns), 2):
        there = (applicable[:, a] & applicable[:, b]).astype(np.float64)
        n, x, y, xx, yy, xy = (
            by_reviewer(there * column)
            for column in (1.0, first, second, first * first, second * second, first * second)
        )
        of_first, of_second = n * xx - x * x, n * yy - y * y
        known: Flags = (n >= FEWEST) & (of_first > _NOTHING * n * xx) & (of_second > _NOTHING * n * yy)
        lengths = np.sqrt(np.where(known, of_first, 1)) * np.sqrt(np.where(known, of_second, 1))
        yield np.where(known, np.clip((n * xy - x * y) / lengths, -1, 1), 0), known, n


def _halo(sheets: int, pairs: int, alike: float | None, typical: float | None, chance: float) -> Halo:
    if alike is None:
        return Halo(sheets, None, lack=Lack.FEW if sheets < FEWEST else Lack.ONE_CRITERION)
    if typical is None:
        return Halo(sheets, alike, pairs)
    notable = 1 - alike <= _NOTABLE * (1 - typical)
    return Halo(sheets, alike, pairs, typical, chance, Notice.HALO if notable else None)
