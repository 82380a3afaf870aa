"""Halo: how alike own marks are across criteria, beside the others'."""

from itertools import combinations
from statistics import correlation, mean

import numpy as np
import pytest

from judge.scoring.reviewers.profiles import profiles
from judge.scoring.reviewers.words import Lack, Notice
from tests.judge.scoring.panels import NA, Sheet
from tests.judge.scoring.reviewers.tables import bounded, by_marks, by_sheets, by_totals, chance_marks


def test_it_is_the_mean_of_all_correlations_between_two_criteria() -> None:
    marks = chance_marks(21, 25, 4, 5)

    for one in profiles(by_marks(marks)):
        columns = marks[:, one.reviewer].T.astype(float)
        pairs = [correlation(a, b) for a, b in combinations(columns.tolist(), 2)]
        assert one.halo.pairs == len(pairs) == 10
        assert one.halo.alike == pytest.approx(mean(pairs))


def test_typical_is_the_median_of_the_others() -> None:
    found = profiles(by_marks(chance_marks(22, 30, 5)))

    z = {one.reviewer: np.arctanh(one.halo.alike or 0) for one in found}
    for one in found:
        others = [value for who, value in z.items() if who != one.reviewer]
        assert one.halo.typical == pytest.approx(float(np.tanh(np.median(others))))


def test_a_criterion_whose_marks_do_not_differ_is_left_out() -> None:
    marks = chance_marks(23, 25, 3, 3)
    marks[:, 0, 2] = 17

    one, two, _three = profiles(by_marks(marks))

    assert (one.halo.pairs, two.halo.pairs) == (1, 3)
    assert one.halo.alike == pytest.approx(correlation(*marks[:, 0, :2].T.astype(float).tolist()))


def test_what_does_not_apply_is_left_out_sheet_by_sheet() -> None:
    marks = chance_marks(24, 16, 2, 3)
    sheets = [
        Sheet(n, r, (*marks[n, r, :2].tolist(), NA if n % 4 == 0 else int(marks[n, r, 2])))
        for n in range(16)
        for r in range(2)
    ]
    applies = [n for n in range(16) if n % 4]

    (one, _two) = profiles(by_sheets(sheets, 40, 40, 40, optional=(2,)))

    first, second, third = marks[:, 0].T.astype(float).tolist()
    left = [third[n] for n in applies]
    assert one.halo.alike == pytest.approx(
        mean(
            (
                correlation(first, second),
                correlation([first[n] for n in applies], left),
                correlation([second[n] for n in applies], left),
            )
        )
    )


def test_one_impression_for_all_criteria_stands_out() -> None:
    marks = chance_marks(25, 40, 8)
    impression = marks[:, 2].mean(axis=1, keepdims=True)
    marks[:, 2] = bounded(impression + np.random.default_rng(4).normal(0, 0.4, (40, 6)))

    assert {one.reviewer: one.notices for one in profiles(by_marks(marks)) if one.notices} == {
        2: (Notice.HALO,)
    }


def test_one_criterion_has_no_halo() -> None:
    found = profiles(by_totals({n: {1: n, 2: n + n % 3} for n in range(9)}))

    assert {(one.halo.alike, one.halo.lack) for one in found} == {(None, Lack.ONE_CRITERION)}


def test_a_little_more_alike_is_no_halo_however_sure_it_is() -> None:
    marks = chance_marks(26, 1500, 6)
    mood = np.random.default_rng(5).normal(0, 3.2, (1500, 1))
    marks[:, 1] = bounded(marks[:, 1] + mood)

    one = profiles(by_marks(marks))[1]

    assert one.halo.chance is not None
    assert one.halo.chance < 1e-4
    assert one.notices == ()
