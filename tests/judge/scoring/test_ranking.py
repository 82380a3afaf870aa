from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.scoring.exact import Exact
from judge.scoring.ranking import places, places_within
from judge.scoring.rounding import as_text, half_even, half_up, rounded


def test_ties_share_a_place_and_the_next_place_counts_them() -> None:
    assert places(np.array([70, 90, 80, 80, 10])).tolist() == [4, 1, 2, 2, 5]


def test_numbers_beyond_the_machine_are_ranked_exactly() -> None:
    values = np.array([2**70, 2**70 + 1, 2**70], dtype=object)
    assert places(values).tolist() == [2, 1, 2]


def test_places_within_bodies() -> None:
    place, sharing = places_within(np.array([1, 2, 2, 2, 5, 6]), np.array([3, 0, 3, 3, 0, 0]))
    assert place.tolist() == [1, 1, 2, 2, 2, 3]
    assert sharing.tolist() == [1, 1, 2, 2, 1, 1]


@given(st.lists(st.tuples(st.one_of(st.integers(0, 4), st.integers(0, 2**61)), st.integers(0, 3))))
def test_places_count_who_is_ahead_however_far_apart_the_values_lie(lines: list[tuple[int, int]]) -> None:
    values, bodies = np.array(lines, np.int64).reshape(-1, 2).T
    rank = places(values)
    assert rank.tolist() == [1 + sum(other > value for other, _ in lines) for value, _ in lines]
    place, sharing = places_within(rank, bodies)
    rivals = [[other for other, at in lines if at == body] for _, body in lines]
    assert place.tolist() == [
        1 + sum(o > value for o in others) for (value, _), others in zip(lines, rivals, strict=True)
    ]
    assert sharing.tolist() == [others.count(v) for (v, _), others in zip(lines, rivals, strict=True)]


@pytest.mark.parametrize(
    ("value", "decimals", "wanted"),
    [
        (Fraction("7.125"), 2, "7.13"),
        (Fraction("7.1249999"), 2, "7.12"),
        (Fraction("2.675"), 2, "2.68"),
        (Fraction("0.005"), 2, "0.01"),
        (Fraction("99.995"), 2, "100.00"),
        (Fraction(7), 2, "7.00"),
        (Fraction("86.5"), 0, "87"),
        (Fraction(2, 3), 4, "0.6667"),
        (Fraction("-7.125"), 2, "-7.13"),
        (Fraction("-0.001"), 2, "0.00"),
        (Fraction(10**30 + 5, 10**3), 2, f"{10**27}.01"),
    ],
)
def test_half_goes_up(value: Fraction, decimals: int, wanted: str) -> None:
    column = Exact(np.array([value.numerator], dtype=None if value < 10**9 else object), value.denominator)
    assert as_text(int(half_up(column, decimals)[0]), decimals) == wanted


@pytest.mark.parametrize(
    ("value", "decimals", "wanted"),
    [
        (Fraction("7.125"), 2, "7.12"),
        (Fraction("7.135"), 2, "7.14"),
        (Fraction("7.1250001"), 2, "7.13"),
        (Fraction("0.5"), 0, "0"),
        (Fraction("1.5"), 0, "2"),
        (Fraction("99.995"), 2, "100.00"),
        (Fraction("-7.125"), 2, "-7.12"),
        (Fraction("-1.5"), 0, "-2"),
        (Fraction(10**30 + 5, 10**3), 2, f"{10**27}.00"),
        (Fraction(10**30 + 15, 10**3), 2, f"{10**27}.02"),
    ],
)
def test_half_goes_to_the_even_neighbour(value: Fraction, decimals: int, wanted: str) -> None:
    column = Exact(np.array([value.numerator], dtype=None if value < 10**9 else object), value.denominator)
    assert as_text(int(half_even(column, decimals)[0]), decimals) == wanted


def test_a_rounded_value_is_exact_again() -> None:
    assert rounded(Exact(np.array([57]), 8), 2, "half-even").fraction(0) == Fraction("7.12")
    assert rounded(Exact(np.array([57]), 8), 2, "half-up").fraction(0) == Fraction("7.13")
