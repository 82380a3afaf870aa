from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from judge.domain.standing import Standing
from judge.scoring.award import list_of
from judge.scoring.award_list import AwardList
from judge.scoring.method import Method
from judge.scoring.panel import Panel, read_panel
from judge.scoring.safety.sensitivity import (
    FACTORS,
    Base,
    CannotCountError,
    alternatives,
    with_methods,
    with_weight,
    with_weights,
    without_reviewers,
)
from judge.scoring.safety.turning import Turning, proportional, turnings
from rubrics.model import Rubric
from tests.judge.scoring.panels import NA, Sheet, mark_frame, nomination_frame, rubric, sheet_frame
from tests.judge.scoring.safety.small_panels import MEAN, panel_of, panels

SEATS = (2, 1)


def base(panel: Panel, method: Method, seats: Sequence[int | None] = SEATS) -> Base:
    def count(panel: Panel, method: Method) -> AwardList:
        return list_of(panel, method=method, seats=tuple(seats))

    return Base.of(panel, method, count, by_body=True, seats=tuple(seats))


def standings(ranked: AwardList) -> dict[int, Standing]:
    return {line.nomination: line.standing for line in ranked.lines()}


def test_without_a_reviewer_the_list_is_that_of_the_others() -> None:
    sheets = [
        Sheet(0, 0, (6, 4)), Sheet(0, 1, (1, 1)),
        Sheet(1, 0, (2, 1)), Sheet(1, 1, (5, 4)), Sheet(1, 2, (2, 2)),
        Sheet(2, 2, (3, 3)),
    ]  # fmt: skip
    here = base(panel_of(sheets, dict.fromkeys(range(3), 0)), MEAN, (1,))
    found = without_reviewers(here)
    for code, change in found.items():
        rest = panel_of([s for s in sheets if s.reviewer != code], dict.fromkeys(range(3), 0))
        after = standings(list_of(rest, method=MEAN, seats=(1,)))
        told = {shift.nomination: shift.after for shift in change.shifts}
        assert told == {n: s for n, s in after.items() if s != standings(here.ranked)[n]}
    assert found[2].unplaced == 1
    assert found[0].furthest == 2


@settings(max_examples=50, deadline=None)
@given(
    panels(), st.sampled_from([MEAN, Method(min_sheets=1, trim_from=3, trim="criterion")]), st.integers(0, 1)
)
def test_the_smallest_change_of_a_weight_is_the_smallest(panel: Panel, method: Method, at: int) -> None:
    here = base(panel, method)
    assert proportional(here)
    found = turnings(here, f"c{at}")
    for turning, sign in ((found.less, -1), (found.more, 1)):
        tried = [sign * Fraction(n, 60) for n in range(1, 61)]
        limit = abs(turning.at) if turning else Fraction(2)
        for by in (one for one in tried if abs(one) < limit):
            assert not with_weight(here, f"c{at}", 1 + by).decided
        if turning:
            changed = with_weight(here, f"c{at}", 1 + turning.at)
            assert turning.exact
            # No weight at all may leave a sheet without points; then there is no list to compare.
            assert changed.decided or changed.refused


@settings(max_examples=15, deadline=None)
@given(panels(), st.integers(0, 1))
def test_a_change_that_was_tried_out_changes_something(panel: Panel, at: int) -> None:
    here = base(panel, Method(min_sheets=1, trim_from=3))
    found = turnings(here, f"c{at}")
    for turning in (found.less, found.more):
        if turning:
            assert not turning.exact
            assert with_weight(here, f"c{at}", 1 + turning.at).decided
            assert not with_weight(here, f"c{at}", 1 + turning.before).decided
            assert abs(turning.at - turning.before) <= Fraction(1, 1000)


def test_an_exact_turning_point() -> None:
    """96 and 80 against 84 and 90 of two criteria: the second counts 6/5 as much when they meet."""
    sheets = [Sheet(0, 0, (6, 1)), Sheet(1, 0, (3, 3))]
    here = base(panel_of(sheets, {0: 0, 1: 0}), MEAN, (1,))
    assert turnings(here, "c1").more == Turning(Fraction(1, 2), Fraction(1, 2), exact=True)
    assert turnings(here, "c0").less == Turning(Fraction(-1, 3), Fraction(-1, 3), exact=True)
    assert turnings(here, "c0").more is None


def test_each_weight_is_changed_by_each_factor() -> None:
    sheets = [Sheet(0, 0, (6, 1)), Sheet(1, 0, (3, 3))]
    here = base(panel_of(sheets, {0: 0, 1: 0}), MEAN, (1,))
    found = with_weights(here)
    assert {key: tuple(by) for key, by in found.items()} == {"c0": FACTORS, "c1": FACTORS}
    for key, by in found.items():
        for factor, change in by.items():
            weight = here.panel.rubric.criterion(key).weight * factor
            other = replace(MEAN, weights={key: weight})
            after = standings(list_of(here.panel, method=other, seats=(1,)))
            assert bool(change.shifts) == (after != standings(here.ranked))
    assert found["c0"][Fraction(0)].shifts


def test_one_criterion_has_no_weight_to_change() -> None:
    sheets = [Sheet(0, 0, (6,)), Sheet(1, 0, (3,))]
    panel = _panel(sheets, rubric(6))
    assert with_weights(base(panel, MEAN, (1,))) == {}


def test_a_sheet_whose_only_criterion_would_weigh_nothing_is_named_not_counted() -> None:
    sheets = [Sheet(0, 0, (6, NA)), Sheet(1, 0, (3, 3))]
    panel = _panel(sheets, rubric(6, 4, optional=(1,)))
    change = with_weight(base(panel, MEAN, (1,)), "c0", Fraction(0))
    assert change.refused == "sheet-nothing-applicable"


def _panel(sheets: list[Sheet], judged: Rubric) -> Panel:
    return read_panel(mark_frame(sheets), sheet_frame(sheets), nomination_frame({0: 0, 1: 0}), judged)


def test_other_ways_of_combining_are_tried() -> None:
    assert set(alternatives(MEAN)) == {"median", "trimmed-total", "trimmed-criterion", "severity"}
    assert set(alternatives(Method())) == {"mean", "median", "trimmed-criterion", "severity"}
    severe = Method(calibrate="severity")
    assert set(alternatives(severe)) == {"mean", "median", "not-calibrated"}
    rounded = Method(trim="criterion", round_at="criterion")
    assert alternatives(rounded)["mean"].round_at == "score"


def test_a_median_differs_where_one_sheet_is_far_off() -> None:
    marks = {0: (6, 6, 0), 1: (5, 5, 5)}
    sheets = [Sheet(n, r, (mark, 2)) for n, given in marks.items() for r, mark in enumerate(given)]
    here = base(panel_of(sheets, {0: 0, 1: 0}), MEAN, (1,))
    change = with_methods(here)["median"]
    assert [(s.nomination, s.before, s.after) for s in change.shifts] == [
        (0, Standing.RESERVE, Standing.AWARDED),
        (1, Standing.AWARDED, Standing.RESERVE),
    ]
    assert (change.moved, change.furthest) == (2, 1)


def test_what_cannot_be_counted_says_why() -> None:
    panel = panel_of([Sheet(0, 0, (6, 1)), Sheet(1, 0, (3, 3))], {0: 0, 1: 0})

    def count(panel: Panel, method: Method) -> AwardList:
        if method.combine == "median":
            raise CannotCountError("panel-not-connected")
        return list_of(panel, method=method, seats=(1,))

    found = with_methods(Base.of(panel, MEAN, count, by_body=True))
    assert found["median"].refused == "panel-not-connected"
    assert not found["trimmed-total"].refused
