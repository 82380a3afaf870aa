"""Fit: how own totals go with those of the others, and what the additive model leaves."""

from statistics import correlation

import numpy as np
import pytest
from hypothesis import given
from scipy.stats import pearsonr

from judge.scoring.reviewers.profiles import profiles
from judge.scoring.reviewers.words import FEWEST, Lack, Notice
from tests.judge.scoring.reviewers.tables import (
    SHROUT_FLEISS,
    Totals,
    by_marks,
    by_totals,
    chance_marks,
    dealt,
    mean_of_others,
    transposed,
)
from tests.judge.scoring.reviewers.test_severity import TOTALS


def compared(totals: Totals, reviewer: int) -> tuple[list[float], list[float]]:
    own = transposed(totals)[reviewer]
    return [*map(float, own.values())], [float(mean_of_others(totals, n, reviewer)) for n in own]


@given(totals=TOTALS)
def test_a_plain_hand_finds_the_same_correlation(totals: Totals) -> None:
    for one in profiles(by_totals(totals)):
        own, others = compared(totals, one.reviewer)
        follows = one.following
        if len(own) < FEWEST:
            assert (follows.correlation, follows.lack) == (None, Lack.FEW if own else Lack.ALONE)
        elif len(set(own)) == 1:
            assert (follows.correlation, follows.lack) == (None, Lack.ALL_EQUAL)
        elif len({mean_of_others(totals, n, one.reviewer) for n in transposed(totals)[one.reviewer]}) == 1:
            assert (follows.correlation, follows.lack) == (None, Lack.OTHERS_EQUAL)
        else:
            assert follows.correlation == pytest.approx(correlation(own, others), abs=1e-9)


def test_the_limits_are_fisher_s() -> None:
    (one, *_others) = profiles(by_totals(SHROUT_FLEISS, 10))

    theirs = pearsonr(*compared(SHROUT_FLEISS, 1)).confidence_interval(0.95)
    assert (one.following.low, one.following.high) == pytest.approx((theirs.low, theirs.high))


def test_the_mean_square_is_that_of_the_two_way_table() -> None:
    table = np.array([list(row.values()) for row in SHROUT_FLEISS.values()], float)
    left = table - table.mean(1, keepdims=True) - table.mean(0) + table.mean()
    # Shrout & Fleiss (1979), table 3: the residual mean square is 1.02 on 15 degrees of freedom.
    residual = (left**2).sum() / 15
    assert residual == pytest.approx(1.02, abs=0.005)

    found = [one.following.mean_square for one in profiles(by_totals(SHROUT_FLEISS, 10))]

    assert found == pytest.approx((left**2).sum(axis=0) / (5 * 3 / 4) / residual)
    assert np.mean([one or 0 for one in found]) == pytest.approx(1)


def test_the_model_is_fitted_where_nominations_are_dealt_out() -> None:
    marks, given_ = chance_marks(11, 50, 12), dealt(11, 50, 12, 3)
    nominations, reviewers = np.nonzero(given_)
    totals = marks[nominations, reviewers].sum(axis=1).astype(float)
    design = np.hstack([np.eye(50)[nominations], np.eye(12)[reviewers]])
    left = totals - design @ np.linalg.lstsq(design, totals, rcond=None)[0]
    free = (1 - 1 / 3) * (1 - 1 / np.bincount(reviewers)[reviewers])
    squares, degrees = np.bincount(reviewers, left**2), np.bincount(reviewers, free)

    found = [one.following.mean_square for one in profiles(by_marks(marks, given_))]

    assert found == pytest.approx(squares / degrees / (squares.sum() / degrees.sum()))


def test_what_the_model_fits_exactly_leaves_nothing_to_compare() -> None:
    found = profiles(by_totals({n: {r: 3 * n + 5 * r for r in range(1, 5)} for n in range(9)}))

    assert [one.following.mean_square for one in found] == [None] * 4
    assert [one.following.correlation for one in found] == pytest.approx([1] * 4)


def test_random_totals_are_seen_beside_others_and_not_alone() -> None:
    marks = chance_marks(12, 40, 8)
    marks[:, 3] = np.random.default_rng(1).permutation(marks[:, 3])
    everybody = np.random.default_rng(2).integers(0, 41, marks.shape)

    assert {one.reviewer: one.notices for one in profiles(by_marks(marks)) if one.notices} == {
        3: (Notice.AT_RANDOM,)
    }
    # Where nobody's totals go with anybody's, there is nobody to stand out.
    assert [one.notices for one in profiles(by_marks(everybody))] == [()] * 8


def test_at_random_is_said_only_where_the_limits_include_nothing() -> None:
    for seed in range(40):
        marks = chance_marks(seed, 30, 6)
        marks[:, 0] = np.random.default_rng(seed).permutation(marks[:, 0])
        follows = profiles(by_marks(marks))[0].following
        if follows.notice is Notice.AT_RANDOM:
            assert follows.low is not None
            assert follows.high is not None
            assert follows.low <= 0 <= follows.high


def test_against_and_loose() -> None:
    marks = chance_marks(13, 60, 8)
    noise = np.random.default_rng(3).normal(0, 9, (60, 1))
    marks[:, 0] = 48 - marks[:, 0]
    marks[:, 1] = (marks[:, 1] * 0.75 + 6 + noise).round().clip(0, 40)

    against, loose, *others = profiles(by_marks(marks.clip(0, 40)))

    assert against.notices == (Notice.AGAINST,)
    assert Notice.LOOSE in loose.notices
    assert all(not one.notices for one in others)
