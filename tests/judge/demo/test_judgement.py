from collections.abc import Mapping, Sequence
from random import Random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.demo.groups import groups
from judge.demo.judgement import JudgedSheet, Progress, judge_marks, judge_panel
from judge.demo.panels import assignments, panel
from judge.demo.plan import Quotas, plan
from rubrics.catalogue import load_builtin
from rubrics.model import Programme, Rubric
from tests.judge.demo.conftest import SEED

RUBRIC = load_builtin("xinjiang_2019").rubric_of("qc-group")
PER_NOMINATION = 5


@given(quality=st.floats(-1, 2), severity=st.floats(-1, 1), seed=st.integers())
def test_marks_stay_within_every_scale(quality: float, severity: float, seed: int) -> None:
    marks = judge_marks(RUBRIC, quality, severity, Random(seed))  # noqa: S311
    assert list(marks) == [criterion.key for criterion in RUBRIC.criteria]
    assert all(0 <= marks[c.key] <= c.full_ticks for c in RUBRIC.criteria)


def _mean_total(quality: float, severity: float) -> float:
    return mean(sum(judge_marks(RUBRIC, quality, severity, Random(seed)).values()) for seed in range(200))  # noqa: S311


def test_marks_follow_quality_and_severity() -> None:
    full = sum(criterion.full_ticks for criterion in RUBRIC.criteria)
    assert _mean_total(0.8, 0) == pytest.approx(0.8 * full, rel=0.02)
    assert _mean_total(0.9, 0) > _mean_total(0.8, 0) > _mean_total(0.8, 0.05)


def test_the_marks_of_a_sheet_go_together() -> None:
    first, *_, last = (criterion.key for criterion in RUBRIC.criteria)
    pairs = [
        (marks[first], marks[last])
        for seed in range(600)
        for marks in [judge_marks(RUBRIC, 0.8, 0, Random(seed))]  # noqa: S311
    ]
    middle = mean(one for one, _ in pairs), mean(other for _, other in pairs)
    assert mean((one - middle[0]) * (other - middle[1]) for one, other in pairs) > 0.05


def _judged(rubric: Rubric, qualities: Mapping[str, float], programme: Programme) -> tuple[JudgedSheet, ...]:
    reviewers = panel(["某地工信局"], programme, SEED)
    assigned = assignments([(key, "qc-group") for key in sorted(qualities)], reviewers, PER_NOMINATION, SEED)
    return judge_panel(rubric, qualities, assigned, reviewers, SEED)


def test_sheets_do_not_depend_on_the_order_of_judging(programme: Programme) -> None:
    qualities = {str(number): 0.7 + number / 200 for number in range(40)}
    backwards = dict(reversed(qualities.items()))
    assert set(map(repr, _judged(RUBRIC, qualities, programme))) == set(
        map(repr, _judged(RUBRIC, backwards, programme))
    )


@pytest.fixture(scope="module")
def sheets(quotas: Quotas, programme: Programme) -> tuple[JudgedSheet, ...]:
    """A full edition's judgement of its groups; a key is the body's number and the group's."""
    qualities = {
        f"{body.number:02d}-{at:02d}": group.quality
        for body in plan(quotas, SEED)
        for at, group in enumerate(groups(body, SEED), start=1)
    }
    return _judged(RUBRIC, qualities, programme)


def test_a_chair_finds_sheets_recused_and_unfinished(sheets: Sequence[JudgedSheet]) -> None:
    for progress in (Progress.RECUSED, Progress.PARTIAL, Progress.UNTOUCHED):
        assert 1 <= sum(sheet.progress is progress for sheet in sheets) < len(sheets) * 0.02
    assert all(bool(sheet.marks) == (sheet.progress in {"complete", "partial"}) for sheet in sheets)
    assert all(
        len(sheet.marks) < len(RUBRIC.criteria) for sheet in sheets if sheet.progress is Progress.PARTIAL
    )
