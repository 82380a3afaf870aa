"""docs/calibrating.md, "When to calibrate": the table is what the example prints, the advice what it says."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from examples.when_to_calibrate import BY_LOT, BY_STRENGTH, KINDS, SHEETS_PER_REVIEWER, WAYS, Kind, dealt, row

_PAGE = Path(__file__).parents[2] / "docs" / "calibrating.md"
_QUICK = [kind for kind in KINDS if kind.sheets_per_reviewer >= 12]
_SLOW = [kind for kind in KINDS if kind not in _QUICK]


def _lines() -> list[str]:
    section = _PAGE.read_text("utf-8").partition("\n## When to calibrate\n")[2].partition("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith("|")]


def _recall(kind: Kind, way: str) -> float:
    return float(_lines()[2 + KINDS.index(kind)].strip("| ").split(" | ")[3 + list(WAYS).index(way)])


def _won(kind: Kind, way: str) -> float:
    return _recall(kind, way) - _recall(kind, "raw")


def test_the_page_has_a_line_for_each_kind_of_panel_and_a_column_for_each_way() -> None:
    assert _lines()[0] == f"| dealt | sheets per reviewer | severity | {' | '.join(WAYS)} |"
    assert len(_lines()) == 2 + len(KINDS)


@pytest.mark.parametrize("kind", _QUICK)
def test_the_table_is_what_the_example_prints(kind: Kind) -> None:
    assert row(kind) == _lines()[2 + KINDS.index(kind)]


@pytest.mark.slow
@pytest.mark.parametrize("kind", _SLOW)
def test_the_table_is_what_the_example_prints_of_large_panels(kind: Kind) -> None:
    assert row(kind) == _lines()[2 + KINDS.index(kind)]


@pytest.mark.parametrize("sheets", SHEETS_PER_REVIEWER)
def test_dealt_by_lot_shrunken_effects_win_from_three_sheets_on_and_never_cost(sheets: int) -> None:
    assert 6 <= _recall(Kind(BY_LOT, sheets, 0), "raw") - _recall(Kind(BY_LOT, sheets, 4), "raw") < 8.5
    assert _won(Kind(BY_LOT, sheets, 4), "shrunken") >= 5
    assert 1 <= _won(Kind(BY_LOT, sheets, 2), "shrunken") <= 2
    assert abs(_won(Kind(BY_LOT, sheets, 0), "shrunken")) < 0.5
    assert abs(_won(Kind(BY_STRENGTH, sheets, 0), "shrunken")) < 0.5


def test_dealt_by_strength_they_win_little_with_fewer_than_twelve_sheets() -> None:
    assert all(_won(Kind(BY_STRENGTH, sheets, 4), "shrunken") < 2 for sheets in (3, 6))
    assert all(_won(Kind(BY_STRENGTH, sheets, 2), "shrunken") <= 0 for sheets in (3, 6))
    assert all(_won(Kind(BY_STRENGTH, sheets, 4), "shrunken") > 3 for sheets in (12, 36))


def test_least_squares_lose_with_few_sheets() -> None:
    assert _won(Kind(BY_LOT, 3, 0), "least squares") < -6
    assert _won(Kind(BY_LOT, 6, 0), "least squares") < -2
    assert all(
        _recall(Kind(BY_STRENGTH, sheets, 4), "least squares")
        > _recall(Kind(BY_STRENGTH, sheets, 4), "shrunken")
        for sheets in SHEETS_PER_REVIEWER
    )


def test_z_scores_lose_with_few_sheets_and_wherever_sheets_were_not_dealt_by_lot() -> None:
    assert all(-11 < _won(Kind(BY_LOT, 3, severity), "z-scores") < -3.5 for severity in (0, 2, 4))
    assert all(_won(Kind(BY_LOT, 6, severity), "z-scores") < -2 for severity in (0, 2))
    assert all(
        _won(Kind(BY_STRENGTH, sheets, severity), "z-scores") < -5
        for sheets in (3, 6, 12)
        for severity in (0, 2, 4)
    )
    assert all(_recall(kind, "z-scores") <= _recall(kind, "shrunken") for kind in KINDS), (
        "never better than shrunken effects"
    )


@pytest.mark.parametrize("kind", _QUICK)
def test_everybody_is_dealt_as_many_sheets_and_nobody_two_on_one_nomination(kind: Kind) -> None:
    draw = np.random.default_rng(1)
    given = dealt(kind, draw.normal(0, 4, 180), draw)

    assert set(np.bincount(given.ravel()).tolist()) == {kind.sheets_per_reviewer}
    assert all(one < other for seats in np.sort(given).tolist() for one, other in pairwise(seats))
