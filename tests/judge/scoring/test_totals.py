"""Totals are exact at every size of number, those that a narrower one would just not hold included."""

from fractions import Fraction

import pytest

from judge.scoring.panel import read_panel
from judge.scoring.totals import sheet_totals
from tests.judge.scoring import reference
from tests.judge.scoring.panels import NA, Sheet, mark_frame, nomination_frame, rubric, sheet_frame

SHEETS = [
    Sheet(1, 1, (127, 0, 1)),
    Sheet(1, 2, (126, 200, 0)),
    Sheet(1, 3, (0, NA, 1)),
    Sheet(2, 1, (127, 200, 1)),
]


@pytest.mark.parametrize("bits", [0, 1, 7, 8, 14, 15, 16, 24, 31, 32, 47, 53, 54, 55, 61, 62, 63, 90])
@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_total_is_the_weighted_sum_of_its_marks(bits: int, more: int) -> None:
    weights = (Fraction(max(2**bits + more, 1)), Fraction(1, 3), Fraction(2))
    judged = rubric(127, 200, 1, weights=weights, optional=(1,))
    nominations = nomination_frame({1: 0, 2: 0})
    for sheets in (SHEETS, [sheet for sheet in SHEETS if NA not in sheet.ticks]):
        panel = read_panel(mark_frame(sheets), sheet_frame(sheets), nominations, judged)
        totals = sheet_totals(panel)
        made = [totals.fraction(at) for at in range(len(sheets))]
        assert made == [reference.points(sheet.ticks, judged) for sheet in sheets]
