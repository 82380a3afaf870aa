"""What a reviewer does to a sheet, and what is refused."""

import pytest

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, SheetState
from judge.services.editions.edition import Edition, open_edition
from judge.services.sheets.desk import Desk

GROUP = "qc-group-0001"


def refusal(code: str) -> "pytest.RaisesExc[Refusal]":
    return pytest.RaisesExc(Refusal, check=lambda refused: refused.code == code)


def fill(desk: Desk, nomination: str, ticks: int = 10) -> int:
    page = desk.page(nomination)
    revision = page.sheet.revision
    for criterion in page.rubric.criteria:
        revision = desk.set_mark(nomination, criterion.key, Mark(ticks), revision).revision
    return revision


def test_a_mark_is_there_after_reopening(assigned: Edition, location: str) -> None:
    Desk(assigned, "R01").set_mark(GROUP, "alignment", Mark(25), 0)
    reopened = open_edition(location)
    assert Desk(reopened, "R01").page(GROUP).sheet.marks == {"alignment": Mark(25)}
    reopened.close()


def test_the_sheet_that_comes_back_is_the_sheet_as_kept(assigned: Edition) -> None:
    desk = Desk(assigned, "R01")
    came_back = desk.set_mark(GROUP, "alignment", Mark(25), 0)
    came_back = desk.set_note(GROUP, "alignment", "关联清楚 [/x] =1+1", came_back.revision)
    assert desk.page(GROUP).sheet == came_back


def test_another_windows_change_is_never_overwritten(assigned: Edition) -> None:
    first, second = Desk(assigned, "R01"), Desk(assigned, "R01")
    first.set_mark(GROUP, "alignment", Mark(25), 0)
    with refusal("sheet-changed-elsewhere"):
        second.set_mark(GROUP, "alignment", Mark(3), 0)
    assert second.page(GROUP).sheet.marks["alignment"] == Mark(25)


@pytest.mark.parametrize("ticks", [-1, 31])
def test_a_mark_out_of_range_is_refused_not_clamped(assigned: Edition, ticks: int) -> None:
    desk = Desk(assigned, "R01")
    with refusal("mark-out-of-range"):
        desk.set_mark(GROUP, "alignment", Mark(ticks), 0)
    assert not desk.page(GROUP).sheet.marks


def test_unknown_criteria_and_forbidden_not_applicable_are_refused(assigned: Edition) -> None:
    desk = Desk(assigned, "R01")
    with refusal("criterion-unknown"):
        desk.set_mark(GROUP, "beauty", Mark(1), 0)
    with refusal("criterion-always-applies"):
        desk.set_mark(GROUP, "alignment", Mark(None), 0)


def test_zero_counts_as_a_mark_and_a_cleared_one_does_not(assigned: Edition) -> None:
    desk = Desk(assigned, "R01")
    revision = fill(desk, GROUP, ticks=0)
    revision = desk.set_mark(GROUP, "tools", None, revision).revision
    with refusal("sheet-incomplete") as refused:
        desk.submit(GROUP, revision, 1)
    assert refused.value.params["missing"] == ("Tools and novelty",)
    revision = desk.set_mark(GROUP, "tools", Mark(0), revision).revision
    assert desk.submit(GROUP, revision, 1).state is SheetState.SUBMITTED


def test_a_submitted_sheet_takes_no_more_changes(assigned: Edition) -> None:
    desk = Desk(assigned, "R01")
    revision = desk.submit(GROUP, fill(desk, GROUP), 1).revision
    with refusal("sheet-closed"):
        desk.set_mark(GROUP, "alignment", Mark(1), revision)


def test_recusing_needs_a_reason_and_closes_the_sheet(assigned: Edition) -> None:
    desk = Desk(assigned, "R02")
    with refusal("reason-missing"):
        desk.recuse(GROUP, "  ", 0)
    sheet = desk.recuse(GROUP, "曾任该小组指导者", 0)
    assert (sheet.state, sheet.reason) == (SheetState.RECUSED, "曾任该小组指导者")


def test_only_the_assigned_may_judge(assigned: Edition) -> None:
    with refusal("reviewer-unknown"):
        Desk(assigned, "R99")
    with refusal("sheet-not-assigned"):
        Desk(assigned, "R01").set_mark("qc-group-0099", "alignment", Mark(1), 0)


@pytest.mark.parametrize("spelling", ["R01", "r01", "Ｒ０１", " R 01"])
def test_a_reviewer_sits_down_by_their_key_in_any_spelling(assigned: Edition, spelling: str) -> None:
    desk = Desk(assigned, spelling)
    assert desk.reviewer == "R01"
    assert desk.queue()[0].nomination == GROUP
    assert desk.set_mark(GROUP, "alignment", Mark(25), 0).reviewer == "R01"


def test_an_unknown_reviewer_is_offered_the_nearest_keys(assigned: Edition) -> None:
    with pytest.raises(Refusal) as refused:
        Desk(assigned, "R1")
    assert refused.value.code == "reviewer-unknown-but-near"
    nearest = refused.value.params["nearest"]
    assert isinstance(nearest, tuple)
    assert nearest[:1] == ("R01",)


def test_the_queue_says_where_each_sheet_stands(assigned: Edition) -> None:
    desk = Desk(assigned, "R01")
    desk.set_mark(GROUP, "alignment", Mark(25), 0)
    desk.recuse("qc-group-0002", "亲属", 0)
    said = [(item.nomination, item.state.value, item.marked, item.criteria) for item in desk.queue()]
    assert said == [
        (GROUP, "open", 1, 6),
        ("qc-group-0002", "recused", 0, 6),
        ("qc-group-0003", "open", 0, 6),
        ("qc-group-0004", "open", 0, 6),
    ]
    assert desk.queue()[0].total == 12.5
    assert desk.queue()[2].total is None


def test_a_note_beyond_the_limit_is_refused(assigned: Edition) -> None:
    with refusal("note-too-long"):
        Desk(assigned, "R01").set_note(GROUP, "", "长" * 5001, 0)


@pytest.mark.parametrize("text", ["a\0b", "\ud83d"])
def test_a_note_that_no_database_keeps_is_refused_and_changes_nothing(assigned: Edition, text: str) -> None:
    desk = Desk(assigned, "R01")
    with refusal("note-not-text"):
        desk.set_note(GROUP, "", text, 0)
    with refusal("note-not-text"):
        desk.recuse(GROUP, text, 0)
    assert desk.page(GROUP).sheet.revision == 0
