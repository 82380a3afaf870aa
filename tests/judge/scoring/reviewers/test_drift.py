"""Drift: what becomes of severity in the order in which sheets were handed in."""

import numpy as np
import pytest
from scipy.stats import linregress

from judge.scoring.reviewers.drift import UNKNOWN, places_of
from judge.scoring.reviewers.profiles import Profile, profiles
from judge.scoring.reviewers.words import Lack, Notice
from tests.judge.scoring.reviewers.tables import Marks, by_marks, chance_marks


def handed_in(marks: Marks, seed: int = 0) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """(nominations, reviewers): each reviewer's own order, with gaps as the ledger has them."""
    draw = np.random.default_rng(seed)
    return np.argsort(draw.random(marks.shape[:2]), axis=0) * 9 + 4


def found(marks: Marks, order: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> tuple[Profile, ...]:
    return profiles(by_marks(marks), order.ravel())


def test_it_is_the_slope_of_least_squares_over_ten_sheets() -> None:
    marks = chance_marks(31, 20, 4)
    order = handed_in(marks)

    for one in found(marks, order):
        totals = marks.sum(axis=2).astype(float)
        others = np.delete(totals, one.reviewer, axis=1).mean(axis=1)
        places = (order[:, one.reviewer] - 4) // 9
        line = linregress(places, totals[:, one.reviewer] - others)
        assert one.drift.slope == pytest.approx(line.slope * 10)
        assert one.drift.error == pytest.approx(line.stderr * 10)
        assert one.drift.chance == pytest.approx(line.pvalue, rel=0.02)


def test_who_grows_severe_stands_out() -> None:
    marks = chance_marks(32, 60, 8)
    order = handed_in(marks)
    marks[:, 5] -= (order[:, 5, None] // 9) // 12
    marks[:, 5] += 2

    notices = {one.reviewer: one.notices for one in found(marks, order) if one.notices}

    assert notices == {5: (Notice.FALLING,)}


def test_an_order_that_nobody_knows_is_not_guessed() -> None:
    marks = chance_marks(33, 20, 4)
    order = handed_in(marks)
    order[:, 0] = UNKNOWN
    order[5:, 1] = UNKNOWN

    none, few, known, _other = found(marks, order)

    assert (none.drift.slope, none.drift.lack) == (None, Lack.NO_ORDER)
    assert (few.drift.slope, few.drift.lack, few.drift.sheets) == (None, Lack.FEW, 5)
    assert known.drift.slope is not None
    assert {one.drift.lack for one in profiles(by_marks(marks))} == {Lack.NO_ORDER}


def test_places_are_each_reviewer_s_own() -> None:
    reviewers, order = np.array([1, 0, 1, 0, 1]), np.array([70, 3, UNKNOWN, 1, 20])

    assert places_of(reviewers, order).tolist() == [1, 1, UNKNOWN, 0, 0]


def test_a_sheet_that_nobody_else_scored_takes_its_place_all_the_same() -> None:
    marks = chance_marks(34, 12, 2)
    given = np.ones((12, 2), np.bool_)
    given[3, 1] = False
    order = np.stack([np.arange(12), np.arange(12)], axis=1)

    first, _second = profiles(by_marks(marks, given), order[given])

    totals = marks.sum(axis=2)
    there = [n for n in range(12) if n != 3]
    line = linregress(there, [float(totals[n, 0] - totals[n, 1]) for n in there])
    assert first.drift.slope == pytest.approx(line.slope * 10)
    assert first.drift.sheets == 11
