"""A method's weights in place of the rubric's, by hand. A tick is half a point."""

from fractions import Fraction

import pytest

from judge.scoring.counting import count
from judge.scoring.criteria import criterion_means
from judge.scoring.method import Method
from judge.scoring.panel import Panel, read_panel
from judge.scoring.problems import MethodRefused
from judge.scoring.weighing import weighted
from tests.judge.scoring.panels import NA, Sheet, mark_frame, nomination_frame, rubric, sheet_frame

RUBRIC = rubric(60, 80, weights=(Fraction(1), Fraction(2)), optional=(1,))
"""30 + 80 points."""


def panel_of(*ticks: tuple[int | None, int | None]) -> Panel:
    sheets = [Sheet(1, by, given) for by, given in enumerate(ticks)]
    return read_panel(mark_frame(sheets), sheet_frame(sheets), nomination_frame({1: 0}), RUBRIC)


def test_full_points_follow_and_what_is_not_named_keeps_its_weight() -> None:
    assert RUBRIC.full_points == 110
    assert weighted(RUBRIC, {"c0": Fraction(3, 2)}).full_points == 125
    assert weighted(RUBRIC, {}) is RUBRIC


@pytest.mark.parametrize(
    ("weights", "wanted"),
    [
        ({"c0": Fraction(3, 2)}, Fraction("80")),
        ({"c0": Fraction(0)}, Fraction("50")),
        ({"c1": Fraction(0)}, Fraction("20")),
        ({"c0": Fraction(1, 3), "c1": Fraction(1)}, Fraction(20, 3) + 25),
    ],
)
def test_totals_are_weighed_by_the_method(weights: dict[str, Fraction], wanted: Fraction) -> None:
    counted = count(panel_of((40, 50)), Method(min_sheets=1, weights=weights))
    assert counted.totals.fraction(0) == counted.scores.score.fraction(0) == wanted


def test_a_weight_of_zero_leaves_points_and_maximum_and_the_mean_is_still_shown() -> None:
    """The second criterion weighs nothing: whether it applies changes no total, and its mean stands."""
    method = Method(min_sheets=1, weights={"c1": Fraction(0)})
    panel = panel_of((40, 50), (40, NA))
    counted = count(panel, method)
    assert [counted.totals.fraction(at) for at in range(2)] == [20, 20]
    assert criterion_means(counted.panel, method).ticks.fraction(0, 1) == 50


def test_a_sheet_of_which_nothing_weighs_is_no_zero_and_is_refused() -> None:
    panel = panel_of((40, 50), (40, NA))
    with pytest.raises(MethodRefused) as refused:
        count(panel, Method(min_sheets=1, weights={"c0": Fraction(0)}))
    (problem,) = refused.value.problems
    assert (problem.code, dict(problem.params)) == ("method-weighs-nothing-of-sheet", {"count": 1})
