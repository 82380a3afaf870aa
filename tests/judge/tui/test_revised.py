"""A revision filed while the reviewer is at work is seen before the sheet is handed in."""

from dataclasses import replace

from judge.domain.revision import FieldChange
from judge.domain.sheet import SheetState
from judge.tui.ink import plain
from judge.tui.paper_lines import finding_lines
from tests.judge.tui.fake_desk import marks, page, with_sheet
from tests.judge.tui.sitting import fresh, seated

SIZE = FieldChange("size", "小组人数", "9", "10")
MEMBERS = FieldChange("members", "小组成员名单", "甲、乙", "乙、丙", added=("丙",), gone=("甲",), moved=())
MARKED = marks(alignment=20, process=40, tools=20, results=30, frontline=20, sharing=15)


async def test_a_revised_nomination_is_loaded_anew_and_submitted_at_the_second_try() -> None:
    desk = fresh("晨光QC小组")
    desk.pages[0] = with_sheet(desk.pages[0], marks=MARKED)
    async with seated(desk) as seat:
        desk.revise("n1", name="晨曦QC小组", changes=(SIZE, MEMBERS))
        await seat.press("f2")
        await seat.sees(
            "Revision 2 of this nomination has been filed", "晨曦QC小组", "小组人数: 9 → 10", "丙"
        )
        assert desk.sheet("n1").state is SheetState.OPEN
        assert desk.sheet("n1").marks == MARKED
        await seat.press("f2")
        await seat.until(lambda: desk.sheet("n1").state is SheetState.SUBMITTED)
        assert desk.sheet("n1").judged_revision == 2


async def test_a_submission_says_which_revision_was_on_the_desk() -> None:
    desk = fresh("晨光QC小组")
    desk.pages[0] = replace(with_sheet(desk.pages[0], marks=MARKED), revision=3, filed_revision=3)
    async with seated(desk) as seat:
        await seat.press("f2")
        await seat.until(lambda: desk.sheet("n1").state is SheetState.SUBMITTED)
    assert desk.sheet("n1").judged_revision == 3


def test_a_submitted_sheet_says_that_a_later_revision_is_filed_and_what_differs() -> None:
    judged = with_sheet(page(1, "晨光QC小组"), state=SheetState.SUBMITTED, judged_revision=1)
    lines = [plain(line) for line in finding_lines(replace(judged, filed_revision=2, changes=(MEMBERS,)), 90)]
    assert lines[0] == "You judged revision 1; revision 2 has been filed since, which changes:"
    assert lines[1:3] == ["  小组成员名单, added: 丙", "  小组成员名单, gone: 甲"]


def test_a_nomination_that_was_never_revised_says_nothing_of_revisions() -> None:
    assert "revision" not in "".join(plain(line) for line in finding_lines(page(1, "晨光QC小组"), 90))
