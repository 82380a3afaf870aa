"""Severity: the published example, a plain reference in fractions, and what stands out."""

from fractions import Fraction
from statistics import stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t, ttest_1samp

from judge.scoring.reviewers.profiles import profiles
from judge.scoring.reviewers.words import FEWEST, Lack, Notice
from tests.judge.scoring.reviewers.tables import (
    SHROUT_FLEISS,
    Totals,
    by_totals,
    mean_of_others,
    transposed,
)

TOTALS = st.dictionaries(
    st.integers(1, 9), st.dictionaries(st.integers(1, 5), st.integers(0, 100), min_size=1), min_size=1
)


def differences(totals: Totals, reviewer: int) -> list[Fraction]:
    return [
        points - mean_of_others(totals, n, reviewer) for n, points in transposed(totals)[reviewer].items()
    ]


def test_of_shrout_and_fleiss_s_judges_the_second_is_severe() -> None:
    found = {one.reviewer: one for one in profiles(by_totals(SHROUT_FLEISS, 10))}

    # By hand: columns sum to 46, 15, 26 and 40 over six targets.
    assert [one.severity.points for one in found.values()] == [
        Fraction(46, 6) - Fraction(15 + 26 + 40, 18),
        Fraction(15, 6) - Fraction(46 + 26 + 40, 18),
        Fraction(26, 6) - Fraction(46 + 15 + 40, 18),
        Fraction(40, 6) - Fraction(46 + 15 + 26, 18),
    ]
    assert {r: one.notices for r, one in found.items() if one.notices} == {2: (Notice.SEVERE,)}


@given(totals=TOTALS)
def test_a_plain_hand_finds_the_same(totals: Totals) -> None:
    for one in profiles(by_totals(totals)):
        apart = differences(totals, one.reviewer)
        if not apart:
            assert (one.severity.points, one.severity.lack) == (None, Lack.ALONE)
            continue
        assert one.severity.points == sum(apart) / len(apart)
        assert one.severity.sheets == one.shared == len(apart)
        if len(apart) == 1:
            assert one.severity.error is None
        else:
            assert one.severity.error == pytest.approx(float(stdev(apart)) / len(apart) ** 0.5, abs=1e-9)


def test_the_chance_is_student_s_but_for_the_steps_of_totals() -> None:
    totals = {n: {1: 50 + n % 7 * 3, 2: 52 + n % 5 * 4, 3: 55 + n % 3 * 6} for n in range(40)}

    for one in profiles(by_totals(totals)):
        apart = [float(d) for d in differences(totals, one.reviewer)]
        assert one.severity.chance == pytest.approx(ttest_1samp(apart, 0).pvalue, rel=0.05)


def test_nothing_is_said_to_stand_out_on_fewer_than_so_many_sheets() -> None:
    totals = {n: {1: 10, 2: 50 + n, 3: 50 + n} for n in range(FEWEST - 1)}

    for one in profiles(by_totals(totals)):
        assert one.severity.points is not None
        assert (one.severity.chance, one.notices) == (None, ())


def test_of_two_reviewers_neither_is_the_odd_one() -> None:
    totals = {n: {1: 40 + n % 4, 2: 80 + n % 3} for n in range(30)}

    for one in profiles(by_totals(totals)):
        assert one.severity.chance == pytest.approx(0, abs=1e-9)
        assert one.notices == ()


def test_the_second_largest_of_whole_numbers_is_still_exact() -> None:
    totals = {n: {r: 10**12 * (n + r) + r for r in range(1, 24)} for n in range(1, 8)}

    for one in profiles(by_totals(totals, 10**14)):
        apart = differences(totals, one.reviewer)
        assert one.severity.points == sum(apart) / len(apart)


def test_sums_beyond_whole_numbers_of_the_machine_are_exact() -> None:
    totals = {n: {1: 10**16, 2: 0, 3: 1} for n in range(1500)}

    assert [one.severity.points for one in profiles(by_totals(totals, 10**17))] == [
        10**16 - Fraction(1, 2),
        -Fraction(10**16 + 1, 2),
        1 - Fraction(10**16, 2),
    ]


def test_differences_that_are_all_equal_were_equal_only_to_a_step() -> None:
    totals = {n: {1: 50 + n, 2: 51 + n, 3: 51 + n} for n in range(6)}

    first = profiles(by_totals(totals))[0].severity

    # By hand: one point against √(1/12) over √6.
    assert first.points == -1
    assert first.error == 0
    assert first.chance == pytest.approx(2 * t.sf(72**0.5, 5))
