import subprocess
import sys
from fractions import Fraction

import numpy as np
import pytest

from judge.scoring.award import list_of, subset_list
from judge.scoring.award_list import AwardList
from judge.scoring.method import Method
from tests.judge.scoring.calibration.tables import crossed, panel_of

KINDS = ("severity", "z-score", "section")


def calibrated(kind: str, seed: int = 3) -> tuple[AwardList, AwardList]:
    """A list by a method that calibrates, and by the same without."""
    panel = panel_of(crossed(seed, nominations=24, severity=20))
    sections = {n: "AB"[n % 2] for n in range(24)}
    barred = {5: ("gate",)}
    lists = [
        list_of(
            panel,
            method=Method(combine="mean", calibrate=one),
            seats=(6,),
            ineligible=barred,
            sections=sections,
        )
        for one in (kind, "none")
    ]
    return lists[0], lists[1]


@pytest.mark.parametrize("kind", KINDS)
def test_raw_figures_are_those_of_the_same_method_without(kind: str) -> None:
    found, plain = calibrated(kind)
    without = {line.nomination: line for line in plain.lines()}

    assert found.calibration is not None
    assert found.calibration.kind == kind
    assert len(list(found.lines())) == 24
    assert any(line.raw and line.raw.rank != line.rank for line in found.lines())
    for line in found.lines():
        raw, other = line.raw, without[line.nomination]
        assert raw is not None
        assert (raw.score, raw.printed) == (other.score, other.printed)
        assert (raw.rank, raw.rank_in_body) == (other.rank, other.rank_in_body)


def test_a_method_that_does_not_calibrate_has_no_raw_figures() -> None:
    _, plain = calibrated("severity")
    assert plain.calibration is None
    assert plain.raw is None
    assert {line.raw for line in plain.lines()} == {None}


def test_without_a_score_there_is_no_raw_one_either() -> None:
    panel = panel_of(crossed(3), {0: 77})
    found = list_of(panel, method=Method(calibrate="severity"))
    assert [line.nomination for line in found.lines() if line.raw is None] == [0]


def test_a_subset_has_raw_places_among_its_own() -> None:
    parent, _ = calibrated("severity")
    awarded = [line.nomination for line in parent.lines() if line.standing == "awarded"]
    found = subset_list(parent, awarded[::2], (2,))
    scores = {line.nomination: line.raw.score for line in found.lines() if line.raw}

    assert found.calibration is parent.calibration
    assert len(scores) == len(awarded[::2])
    for line in found.lines():
        assert line.raw is not None
        assert line.raw.rank == 1 + sum(other > line.raw.score for other in scores.values())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("combine", ["mean", "median", "trimmed-mean"])
def test_no_bad_figure_ever_stands_on_a_list(kind: str, combine: str) -> None:
    table = crossed(8, nominations=30, reviewers=7, each=6)
    found = list_of(
        panel_of(table),
        method=Method(combine=combine, calibrate=kind),
        sections={n: "AB"[n % 2] for n in range(30)},
    )
    for line in found.lines():
        assert isinstance(line.score, Fraction)
        assert np.isfinite(float(line.score))
        assert 0 < line.score < 120


def test_calibrated_figures_may_leave_the_scale_and_are_not_cut_off() -> None:
    table = {
        (n, r): min(200, 150 + 2 * n + 15 * r + (n * r) % 3)
        for n in range(25)
        for r in range(4)
        if (n + r) % 4
    }
    found = list_of(panel_of(table), method=Method(combine="mean", calibrate="severity"))
    first = next(found.lines())

    assert first.score is not None
    assert first.score > 100


def test_a_list_that_is_not_calibrated_waits_for_no_scipy() -> None:
    code = "import sys, judge.scoring.award; print([m for m in sys.modules if m.startswith('scipy')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
