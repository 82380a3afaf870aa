from collections import Counter
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from judge.domain.own_marks import ENOUGH, scale_use
from rubrics.model import Criterion, Level, Text

LEVELS = tuple(Level(rank, floor, Text("", "")) for rank, floor in ((4, 90), (3, 75), (2, 60), (1, 0)))
PROCESS = Criterion("process", Text("过程", "Process"), 50, Fraction(1), (), LEVELS, (), may_not_apply=True)


def test_the_usual_range_leaves_out_the_odd_sheet() -> None:
    use = scale_use(PROCESS, {36: 10, 40: 12, 44: 8, 5: 1, 50: 1})
    assert (use.lowest, use.highest, use.within, use.marked) == (36, 44, 30, 32)
    assert use.levels == {4: 1, 3: 20, 2: 10, 1: 1}
    assert not use.is_narrow


def test_not_applicable_is_no_mark_and_nothing_is_no_range() -> None:
    use = scale_use(PROCESS, {None: 3})
    assert (use.marked, use.not_applicable, use.within) == (0, 3, 0)
    assert not use.is_narrow


def test_a_criterion_without_levels_counts_by_none() -> None:
    use = scale_use(replace(PROCESS, levels=()), {36: 10, 40: 12})
    assert (use.levels, use.lowest, use.highest, use.marked) == ({}, 36, 40, 22)


def test_a_band_as_wide_as_the_top_level_is_narrow_once_there_are_enough() -> None:
    assert scale_use(PROCESS, {40: ENOUGH // 2, 45: ENOUGH // 2}).is_narrow
    assert not scale_use(PROCESS, {40: ENOUGH // 2, 46: ENOUGH // 2}).is_narrow
    assert not scale_use(PROCESS, {40: ENOUGH - 1}).is_narrow


@given(st.lists(st.integers(0, 50), min_size=1, max_size=60))
def test_no_shorter_range_holds_as_many_as_it_must(ticks: list[int]) -> None:
    use = scale_use(PROCESS, Counter(ticks))
    width = use.highest - use.lowest
    assert use.within == sum(use.lowest <= each <= use.highest for each in ticks)
    assert use.within * 10 >= len(ticks) * 9
    for low in range(51):
        assert sum(low <= each < low + width for each in ticks) * 10 < len(ticks) * 9
    assert sum(use.levels.values()) == use.marked == len(ticks)
