"""Scores worked out by hand. Half points: a tick is 0.5."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from judge.scoring.combine import Scores, combine, dropped_sheets, straddles
from judge.scoring.counting import count
from judge.scoring.criteria import criterion_means
from judge.scoring.method import Method
from judge.scoring.panel import Panel, read_panel
from judge.scoring.totals import sheet_totals
from rubrics.model import Rubric
from tests.judge.scoring.panels import NA, Sheet, mark_frame, nomination_frame, rubric, sheet_frame

ONE = rubric(200)


def panel_of(sheets: Sequence[Sheet], judged: Rubric = ONE) -> Panel:
    bodies = {sheet.nomination: 0 for sheet in sheets}
    return read_panel(mark_frame(sheets), sheet_frame(sheets), nomination_frame(bodies), judged)


def scores_of(panel: Panel, method: Method) -> Scores:
    return combine(panel, sheet_totals(panel), method)


def totals(*ticks: int, nomination: int = 1) -> list[Sheet]:
    return [Sheet(nomination, by, (given,)) for by, given in enumerate(ticks)]


@pytest.mark.parametrize(
    ("combined", "ticks", "wanted"),
    [
        ("mean", (10, 11, 13), Fraction(34, 6)),
        ("mean", (0, 11, 13), Fraction(24, 6)),
        ("median", (10, 13, 11), Fraction(11, 2)),
        ("median", (10, 13, 11, 14), Fraction(24, 4)),
        ("trimmed-mean", (10, 11, 13, 200), Fraction(234, 8)),
        ("trimmed-mean", (0, 10, 11, 13, 200), Fraction(34, 6)),
        ("trimmed-mean", (10, 10, 10, 13, 13), Fraction(33, 6)),
        ("trimmed-mean", (10, 10, 11, 13, 13, 200), Fraction(47, 8)),
    ],
)
def test_score(combined: str, ticks: tuple[int, ...], wanted: Fraction) -> None:
    scores = scores_of(panel_of(totals(*ticks)), Method(combine=combined))
    assert scores.score.fraction(0) == wanted
    assert scores.lowest.fraction(0) == Fraction(min(ticks), 2)
    assert scores.highest.fraction(0) == Fraction(max(ticks), 2)


def test_as_many_highest_and_lowest_go_as_the_method_says() -> None:
    method = Method(drop_high=2, drop_low=0, trim_from=3)
    assert scores_of(panel_of(totals(10, 20, 30, 40)), method).score.fraction(0) == Fraction(30, 4)


def test_weights_that_are_no_decimals_stay_exact() -> None:
    judged = rubric(10, 10, weights=(Fraction(1, 3), Fraction(2, 7)))
    scores = scores_of(panel_of([Sheet(1, 0, (1, 1))], judged), Method(min_sheets=1))
    assert scores.score.fraction(0) == Fraction(1, 6) + Fraction(1, 7)


def test_not_applicable_leaves_points_and_maximum_and_zero_does_not() -> None:
    judged = rubric(20, 10, optional=(1,))
    applies, zero = [Sheet(1, 0, (10, NA))], [Sheet(2, 0, (10, 0))]
    scores = scores_of(panel_of(applies + zero, judged), Method(min_sheets=1))
    assert scores.score.fraction(0) == Fraction(15, 2)
    assert scores.score.fraction(1) == 5


def test_trimming_each_criterion_differs_from_trimming_totals() -> None:
    judged = rubric(20, 20)
    sheets = [Sheet(1, by, ticks) for by, ticks in enumerate([(0, 20), (20, 0), (10, 10), (10, 10), (4, 10)])]
    panel = panel_of(sheets, judged)
    # Totals 20, 20, 20, 20, 14 ticks: one 20 and the 14 go.
    assert scores_of(panel, Method()).score.fraction(0) == 10
    # First criterion: 0 and 20 go, (4 + 10 + 10) / 3 = 8; second: 0 and 20 go, 10.
    by_criterion = Method(trim="criterion")
    assert scores_of(panel, by_criterion).score.fraction(0) == Fraction(18, 2)
    means = criterion_means(panel, by_criterion).ticks
    assert [means.fraction(0, 0), means.fraction(0, 1)] == [8, 10]


def test_criterion_means_are_of_all_counted_sheets_and_skip_what_does_not_apply() -> None:
    judged = rubric(20, 20, 20, optional=(1, 2))
    sheets = [Sheet(1, 0, (3, NA, NA)), Sheet(1, 1, (4, 5, NA)), Sheet(1, 2, (9, 9, 9), "recused")]
    means = criterion_means(panel_of(sheets, judged), Method())
    assert [means.ticks.fraction(0, at) for at in (0, 1)] == [Fraction(7, 2), 5]
    assert means.marked.tolist() == [[True, True, False]]


def test_dropped_sheets_among_equal_totals_are_named_by_reviewer_order() -> None:
    panel = panel_of(totals(10, 12, 10, 12, 11))
    dropped = dropped_sheets(panel, sheet_totals(panel), Method())
    assert panel.sheet_reviewer[dropped].tolist() == [0, 3]
    agreeing = panel_of(totals(*[50] * 40))
    dropped = dropped_sheets(agreeing, sheet_totals(agreeing), Method())
    assert agreeing.sheet_reviewer[dropped].tolist() == [0, 39]
    few = panel_of(totals(10, 12, 10, 12))
    assert not dropped_sheets(few, sheet_totals(few), Method()).any()


def test_figures_too_large_for_the_machine_take_whole_numbers_of_any_size() -> None:
    weights = (Fraction(1, 2**31 - 1), Fraction(1, 2**61 - 1), Fraction(1))
    judged = rubric(100, 100, 100, weights=weights)
    given = [(1, 2, 3), (100, 100, 100), (50, 49, 48), (50, 49, 47), (0, 0, 0)]
    panel = panel_of([Sheet(1, by, ticks) for by, ticks in enumerate(given)], judged)
    exact = [
        sum((t * w for t, w in zip(ticks, weights, strict=True)), start=Fraction(0)) / 2 for ticks in given
    ]
    scores = scores_of(panel, Method())
    assert scores.score.numerators.dtype == object
    assert scores.score.fraction(0) == sum(sorted(exact)[1:-1], start=Fraction(0)) / 3
    assert scores.highest.fraction(0) == exact[1]


def test_ordinary_figures_take_machine_numbers() -> None:
    scores = scores_of(panel_of(totals(10, 11, 13)), Method())
    assert scores.score.numerators.dtype == np.int64


@pytest.mark.parametrize(
    ("counts", "combined", "wanted"),
    [
        ((4, 5), "trimmed-mean", True),
        ((5, 6), "trimmed-mean", False),
        ((3, 4), "trimmed-mean", False),
        ((4, 5), "mean", False),
        # Two sheets are too few to be scored at all, so they straddle nothing.
        ((2, 5), "trimmed-mean", False),
    ],
)
def test_a_list_of_trimmed_and_untrimmed_scores_says_so(
    counts: tuple[int, ...],
    combined: str,
    wanted: bool,  # noqa: FBT001
) -> None:
    sheets = [sheet for code, count in enumerate(counts) for sheet in totals(*range(count), nomination=code)]
    assert straddles(panel_of(sheets), Method(combine=combined)) is wanted


def test_a_criterion_with_fewer_marks_straddles_when_trimmed_by_itself() -> None:
    judged = rubric(20, 20, optional=(1,))
    sheets = [Sheet(1, by, (by, NA if by == 4 else by)) for by in range(5)]
    panel = panel_of(sheets, judged)
    assert straddles(panel, Method(trim="criterion"))
    assert not straddles(panel, Method(trim="total"))


@pytest.mark.parametrize(("rounding", "quarter"), [("half-up", "0.3"), ("half-even", "0.2")])
def test_what_is_rounded_before_the_score_is_rounded_as_the_print_is(rounding: str, quarter: str) -> None:
    """Two criteria in steps of an eighth, and one decimal: totals of 0.25, and two means of 0.25."""
    judged = rubric(8, 8, step=Fraction(1, 8))
    method = Method(rounding=rounding, decimals=1)
    panel = panel_of([Sheet(1, by, (1, 1)) for by in range(3)], judged)
    by_sheet = count(panel, replace(method, round_at="sheet"))
    assert by_sheet.scores.score.fraction(0) == by_sheet.totals.fraction(0) == Fraction(quarter)
    assert count(panel, method).scores.score.fraction(0) == Fraction("0.25")
    twice = panel_of([Sheet(1, by, (2, 2)) for by in range(3)], judged)
    by_criterion = replace(method, trim="criterion", round_at="criterion")
    assert count(twice, by_criterion).scores.score.fraction(0) == 2 * Fraction(quarter)
    assert criterion_means(twice, by_criterion).ticks.fraction(0, 0) * judged.step == Fraction(quarter)
