"""The model of marks: levels of criteria apart from reviewers, in percent of full points."""

import numpy as np
import pytest

from judge.scoring.calibration.by_criterion import MarksSeverity, severity_by_criterion
from judge.scoring.calibration.parts import parts_of
from judge.scoring.panel import read_panel
from judge.scoring.severity.ratings import Ratings
from judge.scoring.severity.reml import fit
from judge.scoring.severity.unsettled import Unsettled
from judge.scoring.totals import sheet_totals
from rubrics.model import Rubric
from tests.judge.scoring.panels import NA, Sheet, mark_frame, nomination_frame, rubric, sheet_frame

LENIENT = (-6, 0, 2, 4)


def drawn(nominations: int = 30) -> list[Sheet]:
    """Each nomination by three of four reviewers, on a criterion of 40 ticks and a lower one of 80."""
    draw = np.random.default_rng(7)
    sheets = []
    for code in range(nominations):
        good = int(draw.integers(-4, 5))
        for who in draw.permutation(4)[:3].tolist():
            first, second = draw.integers(-2, 3, 2).tolist()
            marks = (28 + good + LENIENT[who] // 2 + first, 32 + 2 * good + LENIENT[who] + second)
            sheets.append(Sheet(code, who, marks))
    return sheets


def told(sheets: list[Sheet], judged: Rubric) -> MarksSeverity:
    bodies = {sheet.nomination: 0 for sheet in sheets}
    panel = read_panel(mark_frame(sheets), sheet_frame(sheets), nomination_frame(bodies), judged)
    (part,) = parts_of(panel, sheet_totals(panel))
    return severity_by_criterion(part, panel)


def test_levels_and_effects_are_those_of_marks_in_percent() -> None:
    found = told(drawn(), rubric(40, 80))
    assert found.criteria == (0, 1)
    assert found.levels == pytest.approx([70, 40], abs=4)
    assert np.argsort(found.effects).tolist() == [0, 1, 2, 3]
    assert found.effects[3] - found.effects[0] == pytest.approx(12.5, abs=2)


def test_it_is_the_fit_that_is_tested_against_lme4() -> None:
    sheets = drawn(12)
    rows = [
        (sheet.nomination, sheet.reviewer, at, 100 * (ticks or 0) / full)
        for sheet in sheets
        for at, (ticks, full) in enumerate(zip(sheet.ticks, (40, 80), strict=True))
    ]
    nominations, reviewers, criteria, values = (np.array(column) for column in zip(*rows, strict=True))
    direct = fit(Ratings(nominations, reviewers, values.astype(float), criteria))
    found = told(sheets, rubric(40, 80))
    assert found.effects == pytest.approx(direct.reviewers)
    assert found.levels == pytest.approx(direct.fixed)


def test_what_does_not_apply_is_no_mark() -> None:
    sheets = [
        Sheet(one.nomination, one.reviewer, (one.ticks[0], NA if one.nomination % 2 else one.ticks[1]))
        for one in drawn()
    ]
    whole, gaps = told(drawn(), rubric(40, 80)), told(sheets, rubric(40, 80, optional=(1,)))
    assert gaps.levels[1] == pytest.approx(whole.levels[1], abs=6)
    assert np.isfinite(gaps.effects).all()


def test_where_nothing_can_be_told_it_says_why() -> None:
    alone = [Sheet(code, 0, (20 + code, 40)) for code in range(5)]
    found = told(alone, rubric(40, 80))
    assert (found.unsettled, found.variances, len(found.effects)) == (Unsettled.ONE_REVIEWER, None, 0)
