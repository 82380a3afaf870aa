"""Calibrated lists explained: the steps come to what the list says, calibrated and raw, exactly."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.scoring.award import list_of
from judge.scoring.calibration.record import CalibrationRefused
from judge.scoring.counting import count
from judge.scoring.explaining.accounts import account_of
from judge.scoring.explaining.explanation import explanation_of
from judge.scoring.method import Method
from judge.scoring.panel import Panel
from tests.judge.scoring.calibration.tables import crossed, panel_of

KINDS = ("severity", "z-score", "section")


def check(panel: Panel, method: Method, sections: Mapping[int, str]) -> None:
    ranked = list_of(panel, method=method, sections=sections)
    account = account_of(panel, method, ranked.calibration, sections)
    totals = count(panel, method, sections).totals
    rows = {
        (int(panel.nominations[at]), int(reviewer)): row
        for row, (at, reviewer) in enumerate(zip(panel.sheet_nomination, panel.sheet_reviewer, strict=True))
    }
    for line in ranked.lines():
        explained = explanation_of(account, line.nomination)
        assert (explained.score is None) == (line.score is None)
        if explained.score is None:
            continue
        assert line.raw is not None
        assert explained.raw is not None
        assert explained.score.result == line.score
        assert explained.score.printed.text == line.printed
        assert (explained.raw.result, explained.raw.printed.text) == (line.raw.score, line.raw.printed)
        for reviewer, sheet in explained.sheets.items():
            assert sheet.enters == totals.fraction(rows[line.nomination, reviewer])


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    kind=st.sampled_from(KINDS),
    round_at=st.sampled_from(("score", "sheet")),
    combine=st.sampled_from(("mean", "median", "trimmed-mean")),
)
def test_the_steps_come_to_the_calibrated_score(seed: int, kind: str, round_at: str, combine: str) -> None:
    panel = panel_of(crossed(seed))
    sections = {int(code): "AB"[at % 2] for at, code in enumerate(panel.nominations)}
    method = Method(calibrate=kind, round_at=round_at, combine=combine, trim_from=3, decimals=1)
    try:
        check(panel, method, sections)
    except CalibrationRefused:
        # Such a panel has no list, and nothing to explain.
        with pytest.raises(CalibrationRefused):
            list_of(panel, method=method, sections=sections)


@pytest.mark.parametrize("kind", KINDS)
def test_where_calibrating_changes_nothing_nothing_is_said_of_it(kind: str) -> None:
    panel = panel_of({(n, r): 100 for n in range(4) for r in range(3)})
    method = Method(calibrate=kind)
    check(panel, method, {})
    ranked = list_of(panel, method=method)
    explained = explanation_of(account_of(panel, method, ranked.calibration), 0)
    assert all(sheet.adjusted is None for sheet in explained.sheets.values())


def test_an_incomplete_nomination_has_neither_score_nor_raw_score() -> None:
    panel = panel_of(crossed(3), {0: 99})
    method = Method(calibrate="severity")
    ranked = list_of(panel, method=method)
    explained = explanation_of(account_of(panel, method, ranked.calibration), 0)
    assert explained.score is None
    assert explained.raw is None
    with pytest.raises(KeyError):
        explanation_of(account_of(panel, method, ranked.calibration), 999)
