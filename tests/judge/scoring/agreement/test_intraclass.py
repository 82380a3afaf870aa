from math import isfinite

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.scoring.agreement.intraclass import Form, intraclass
from judge.scoring.agreement.ratings import Crossed, crossed
from tests.judge.scoring.agreement.published import SHROUT_FLEISS, by_units

TABLES = st.integers(2, 5).flatmap(
    lambda raters: st.lists(
        st.lists(st.integers(0, 40), min_size=raters, max_size=raters), min_size=2, max_size=6
    )
)


def block(rows: list[list[int]]) -> Crossed:
    values = np.array(rows, np.int64)
    return Crossed(tuple(range(values.shape[1])), np.arange(len(values)), values)


@pytest.mark.parametrize(
    ("form", "value", "low", "high"),
    [
        # Shrout & Fleiss (1979), table 4; limits as R's psych::ICC prints them for the same data.
        (Form.ONE_WAY, 0.17, -0.13, 0.72),
        (Form.RANDOM, 0.29, 0.02, 0.76),
        (Form.FIXED, 0.71, 0.34, 0.95),
        (Form.ONE_WAY_MEAN, 0.44, -0.88, 0.91),
        (Form.RANDOM_MEAN, 0.62, 0.07, 0.93),
        (Form.FIXED_MEAN, 0.91, 0.68, 0.99),
    ],
)
def test_the_published_example_comes_out(form: Form, value: float, low: float, high: float) -> None:
    (one,) = crossed(by_units(SHROUT_FLEISS))

    found = intraclass(one)[form]

    assert (round(found.value, 2), round(found.low or 0, 2), round(found.high or 0, 2)) == (value, low, high)


def test_ratings_that_are_all_equal_define_no_correlation() -> None:
    assert intraclass(block([[3, 3], [3, 3]])) == {}


def test_perfect_agreement_is_one_without_doubt() -> None:
    found = intraclass(block([[1, 1], [4, 4], [9, 9]]))

    assert [(e.value, e.low, e.high) for e in found.values()] == [(1.0, 1.0, 1.0)] * 6


def test_steady_severity_costs_agreement_only_where_raters_are_drawn_at_random() -> None:
    found = intraclass(block([[1, 11], [4, 14], [9, 19]]))

    assert found[Form.FIXED].value == 1
    assert found[Form.RANDOM].value < 0.3


@given(rows=TABLES, shift=st.integers(-50, 50), scale=st.integers(1, 9), data=st.data())
def test_neither_unit_nor_order_matters(
    rows: list[list[int]], shift: int, scale: int, data: st.DataObject
) -> None:
    moved = [[value * scale + shift for value in row] for row in data.draw(st.permutations(rows))]
    before, after = intraclass(block(rows)), intraclass(block(moved))

    assert before.keys() == after.keys()
    for form in before:
        assert after[form].value == pytest.approx(before[form].value, abs=1e-12)


@given(rows=TABLES)
def test_a_figure_is_within_its_limits(rows: list[list[int]]) -> None:
    for form, found in intraclass(block(rows)).items():
        assert isfinite(found.value), form
        if found.low is not None and found.high is not None:
            assert found.low - 1e-9 <= found.value <= found.high + 1e-9, form
