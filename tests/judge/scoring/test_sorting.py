"""Every quick way to put numbers in order gives what a plain sort gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.scoring import sorting
from judge.scoring.sorting import grouped, narrowest, order, order_of, sorted_rows

SMALL = st.integers(0, 5)
WIDE = st.integers(0, 2**40)
ENTRIES = st.lists(st.tuples(SMALL, st.one_of(SMALL, st.integers(0, 2**31 - 2))), max_size=60)


@pytest.mark.parametrize("counted_from", [0, 10**9])
@given(entries=ENTRIES)
def test_values_come_group_by_group_and_repeated_ones_stay(
    counted_from: int, entries: list[tuple[int, int]]
) -> None:
    end = max((value for _, value in entries), default=0) + 1
    kind = narrowest(end)
    groups, values = np.array(entries, kind).reshape(-1, 2).T
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sorting, "COUNTED_FROM", counted_from)
        made = grouped(groups.copy(), values.copy(), 6, end)
    ascending = sorted(entries)
    assert made.ordered.tolist() == [value for _, value in ascending]
    assert made.first.tolist() == [sum(group < g for group, _ in entries) for g in range(7)]


@given(st.lists(st.one_of(SMALL, WIDE, st.integers(2**61, 2**62 - 1))))
def test_equal_values_stay_in_the_order_in_which_they_come(values: list[int]) -> None:
    given_values = np.array(values, np.int64)
    wanted = sorted(range(len(values)), key=values.__getitem__)
    assert order(given_values, max(values, default=0) + 1).tolist() == wanted
    assert order_of(given_values).tolist() == wanted


def test_numbers_that_lie_further_apart_than_a_machine_number_are_put_in_order() -> None:
    assert order_of(np.array([2**63 - 1, 0, -(2**63), 5])).tolist() == [2, 1, 3, 0]


@given(st.integers(0, 11).flatmap(lambda width: st.lists(st.tuples(*[SMALL] * width), max_size=14)))
def test_rows_are_sorted_each_by_itself_and_what_was_given_stays(rows: list[tuple[int, ...]]) -> None:
    table = np.array(rows, np.int64).reshape(len(rows), len(rows[0]) if rows else 0)
    for one in (table, np.asfortranarray(table), table.astype(object)):
        assert sorted_rows(one).tolist() == [sorted(row) for row in rows]
        assert one.tolist() == [list(row) for row in rows]
