"""What may not be scored is refused, all of it at once and by name; nothing is read as zero."""

from collections.abc import Sequence

import pandas as pd
import pytest

from judge.domain.sheet import SheetState
from judge.scoring.panel import Panel, read_panel
from judge.scoring.problems import PanelRefused
from tests.judge.scoring.panels import NA, Sheet, mark_frame, nomination_frame, rubric, sheet_frame

RUBRIC = rubric(20, 10, optional=(1,))


def read(sheets: Sequence[Sheet], marks: pd.DataFrame | None = None) -> Panel:
    marks = mark_frame(sheets) if marks is None else marks
    return read_panel(marks, sheet_frame(sheets), nomination_frame({1: 0, 2: 0}), RUBRIC)


def problems(sheets: Sequence[Sheet], marks: pd.DataFrame | None = None) -> dict[str, dict[str, object]]:
    with pytest.raises(PanelRefused) as refused:
        read(sheets, marks)
    return {problem.code: dict(problem.params) for problem in refused.value.problems}


def test_a_submitted_sheet_without_a_mark_is_refused_and_not_read_as_zero() -> None:
    sheets = [Sheet(1, 7, (5, 5)), Sheet(1, 8, (5,)), Sheet(2, 9, ())]
    assert problems(sheets) == {"mark-missing": {"count": 2, "nomination": 1, "reviewer": 8, "missing": 1}}


def test_an_open_sheet_may_lack_marks_and_zero_is_a_mark() -> None:
    panel = read([Sheet(1, 7, (0, 0)), Sheet(1, 8, (5,), "open"), Sheet(1, 9, (), "open")])
    assert panel.ticks.tolist() == [[0, 0]]
    assert (panel.counted.tolist(), panel.expected.tolist()) == ([1, 0], [3, 0])


def test_recused_and_excluded_sheets_leave_the_denominator_and_others_stay() -> None:
    states = ("submitted", "recused", "excluded", "returned", "open", "forked")
    panel = read([Sheet(2, by, (1, 1), state) for by, state in enumerate(states)])
    assert (panel.counted[1], panel.expected[1]) == (1, 4)
    assert panel.sheet_reviewer.tolist() == [0]


def test_two_marks_for_one_criterion_are_refused() -> None:
    sheets = [Sheet(1, 7, (5, 5))]
    twice = pd.concat([mark_frame(sheets), mark_frame([Sheet(1, 7, (6,))])])
    assert problems(sheets, twice) == {
        "mark-repeated": {"count": 1, "nomination": 1, "reviewer": 7, "criterion": 0}
    }


def test_a_repeated_mark_does_not_stand_in_for_a_missing_one() -> None:
    sheets = [Sheet(1, 7, (5,))]
    twice = pd.concat([mark_frame(sheets), mark_frame(sheets)])
    assert list(problems(sheets, twice)) == ["mark-repeated"]
    assert list(problems([Sheet(2, 7, (5,), "open")], pd.concat([twice, twice]).assign(nomination=2))) == [
        "mark-repeated"
    ]


def test_wrong_marks_are_all_listed() -> None:
    sheets = [Sheet(1, 7, (-1, 21, 3)), Sheet(1, 8, (1, 1))]
    marks = pd.concat([mark_frame(sheets), mark_frame([Sheet(3, 7, (1,)), Sheet(1, 99, (1,))])])
    marks.loc[marks["reviewer"] == 8, "applicable"] = False
    assert problems(sheets, marks) == {
        "mark-without-sheet": {"count": 2, "nomination": 1, "reviewer": 99, "criterion": 0},
        "mark-criterion-unknown": {"count": 1, "nomination": 1, "reviewer": 7, "criterion": 2},
        "mark-out-of-range": {"count": 2, "nomination": 1, "reviewer": 7, "criterion": 0, "ticks": -1},
        "mark-not-applicable-with-ticks": {
            "count": 2, "nomination": 1, "reviewer": 8, "criterion": 0, "ticks": 1,
        },
    }  # fmt: skip


def test_a_mark_between_known_people_without_a_sheet_is_refused() -> None:
    sheets = [Sheet(1, 7, (1, 1)), Sheet(2, 8, (1, 1))]
    marks = pd.concat([mark_frame(sheets), mark_frame([Sheet(1, 8, (1,))])])
    assert list(problems(sheets, marks)) == ["mark-without-sheet"]


def test_each_criterion_has_its_own_maximum_and_says_whether_it_may_not_apply() -> None:
    assert problems([Sheet(1, 7, (NA, 11))]) == {
        "mark-out-of-range": {"count": 1, "nomination": 1, "reviewer": 7, "criterion": 1, "ticks": 11},
        "mark-not-applicable-refused": {"count": 1, "nomination": 1, "reviewer": 7, "criterion": 0},
    }


def test_a_sheet_on_which_nothing_applies_has_no_total() -> None:
    nothing = [Sheet(1, 7, (NA, NA))]
    assert "sheet-nothing-applicable" in problems(nothing)


def test_wrong_sheets_and_nominations_are_listed() -> None:
    assert set(problems([Sheet(3, 7, (1, 1)), Sheet(1, 7, (1, 1), "done")])) == {
        "sheet-of-unknown-nomination",
        "sheet-state-unknown",
    }
    assert problems([Sheet(1, 7, (1, 1)), Sheet(1, 7, (1, 1), "open")]) == {
        "sheet-repeated": {"count": 1, "nomination": 1, "reviewer": 7}
    }
    twice = pd.DataFrame({"nomination": [1, 1], "body": [0, -1]})
    with pytest.raises(PanelRefused) as refused:
        read_panel(mark_frame([]), sheet_frame([]), twice, RUBRIC)
    assert {p.code for p in refused.value.problems} == {"nomination-repeated", "nomination-body-unknown"}


def test_columns_are_checked_before_anything_is_read_from_them() -> None:
    sheets = [Sheet(1, 7, (1, 1))]
    marks = mark_frame(sheets).astype({"ticks": float, "applicable": int}).drop(columns="criterion")
    with pytest.raises(PanelRefused) as refused:
        read(sheets, marks)
    assert [(p.code, p.params["column"]) for p in refused.value.problems] == [
        ("frame-column-missing", "criterion"),
        ("frame-column-type", "ticks"),
        ("frame-column-type", "applicable"),
    ]


def test_states_may_come_as_a_category() -> None:
    sheets = [Sheet(1, 7, (1, 1)), Sheet(1, 8, (), "recused")]
    frame = sheet_frame(sheets).astype({"state": "category"})
    panel = read_panel(mark_frame(sheets), frame, nomination_frame({1: 0}), RUBRIC)
    assert (panel.counted.tolist(), panel.expected.tolist()) == ([1], [1])


def test_a_category_that_knows_all_states_is_read_as_it_is_and_a_missing_one_refused() -> None:
    sheets = [Sheet(1, 7, (1, 1)), Sheet(1, 8, (), "recused"), Sheet(1, 9, (), "open")]
    known = pd.CategoricalDtype([state.value for state in SheetState])
    frame = sheet_frame(sheets).astype({"state": known})
    panel = read_panel(mark_frame(sheets), frame, nomination_frame({1: 0}), RUBRIC)
    assert (panel.counted.tolist(), panel.open.tolist()) == ([1], [1])
    frame.loc[1, "state"] = None
    with pytest.raises(PanelRefused, match="sheet-state-unknown"):
        read_panel(mark_frame(sheets), frame, nomination_frame({1: 0}), RUBRIC)


def test_nobody_nominated_and_nothing_marked_is_an_empty_panel() -> None:
    panel = read_panel(mark_frame([]), sheet_frame([]), nomination_frame({}), RUBRIC)
    assert (len(panel.nominations), panel.ticks.shape) == (0, (0, 2))
