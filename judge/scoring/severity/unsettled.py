"""What keeps severity from being told apart from all else, by how many ratings there are of whom."""

from enum import StrEnum

import numpy as np

from judge.scoring.severity.ratings import Ratings, components


class Unsettled(StrEnum):
    """Why there is no severity to tell, most telling first; the shells word it."""

    NO_SHEETS = "no-sheets"
    ONE_REVIEWER = "one-reviewer"
    ONE_NOMINATION = "one-nomination"
    ONE_SHEET_PER_REVIEWER = "one-sheet-per-reviewer"
    ONE_SHEET_PER_NOMINATION = "one-sheet-per-nomination"
    ALL_EQUAL = "all-equal"
    NOTHING_LEFT = "nothing-left"
    NOT_SETTLED = "not-settled"


class VariancesUnsettledError(ArithmeticError):
    """The variances of these ratings cannot be told, for a `reason`."""

    def __init__(self, reason: Unsettled) -> None:
        super().__init__(reason.value)
        self.reason = reason


def hold(ratings: Ratings) -> int:
    """How many ratings are left for the error, beyond those that settle nominations, reviewers and levels.

    Each variance needs something to be told by: two of whom it is of, and one of them rated twice; that of
    the error at least one rating that is left.

    Raises:
        VariancesUnsettledError: with the first reason that holds, but never `not-settled`.
    """
    count = len(ratings.values)
    if not count:
        raise VariancesUnsettledError(Unsettled.NO_SHEETS)
    nominations, reviewers = int(ratings.nominations.max()) + 1, int(ratings.reviewers.max()) + 1
    parts, _, _ = components(ratings.nominations, ratings.reviewers)
    levels = int(ratings.levels.max()) + 1
    left = count - (nominations + reviewers - parts + levels - 1)
    reasons = {
        Unsettled.ONE_REVIEWER: reviewers == 1,
        Unsettled.ONE_NOMINATION: nominations == 1,
        Unsettled.ONE_SHEET_PER_REVIEWER: reviewers == count,
        Unsettled.ONE_SHEET_PER_NOMINATION: nominations == count,
        Unsettled.ALL_EQUAL: _all_equal(ratings),
        Unsettled.NOTHING_LEFT: left < 1,
    }
    for reason, holds in reasons.items():
        if holds:
            raise VariancesUnsettledError(reason)
    return left


def _all_equal(ratings: Ratings) -> bool:
    last = np.zeros(int(ratings.levels.max()) + 1)
    last[ratings.levels] = ratings.values
    return bool((ratings.values == last[ratings.levels]).all())
