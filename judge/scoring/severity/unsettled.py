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


def hold(ratings: Ratings) -> None:
    """Refuse ratings of which no variances follow, whatever their figures.

    Each variance needs something to be told by: two of whom it is of, and one of them rated twice; that of
    the error ratings beyond those that nominations, reviewers and levels account for by themselves.

    Raises:
        VariancesUnsettledError: with the first reason that holds, but never `not-settled`.
    """
    reason = _reason(ratings)
    if reason is not None:
        raise VariancesUnsettledError(reason)


def _reason(ratings: Ratings) -> Unsettled | None:
    count = len(ratings.values)
    if not count:
        return Unsettled.NO_SHEETS
    nominations, reviewers = int(ratings.nominations.max()) + 1, int(ratings.reviewers.max()) + 1
    parts, _, _ = components(ratings.nominations, ratings.reviewers)
    levels = 1 if ratings.criteria is None else int(ratings.criteria.max()) + 1
    reasons = {
        Unsettled.ONE_REVIEWER: reviewers == 1,
        Unsettled.ONE_NOMINATION: nominations == 1,
        Unsettled.ONE_SHEET_PER_REVIEWER: reviewers == count,
        Unsettled.ONE_SHEET_PER_NOMINATION: nominations == count,
        Unsettled.ALL_EQUAL: _all_equal(ratings),
        Unsettled.NOTHING_LEFT: count <= nominations + reviewers - parts + levels - 1,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _all_equal(ratings: Ratings) -> bool:
    if ratings.criteria is None:
        return bool(np.ptp(ratings.values) == 0)
    first = np.zeros(int(ratings.criteria.max()) + 1)
    first[ratings.criteria] = ratings.values
    return bool((ratings.values == first[ratings.criteria]).all())
