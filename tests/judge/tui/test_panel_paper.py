"""The panel's marks as the fifth paper, once the award is closed; until then there is no such paper."""

from fractions import Fraction

import pytest

from judge.domain.panel_marks import PanelMarks, PanelSheet
from judge.domain.sheet import ByRuling, SheetState
from judge.locale import speak
from judge.tui.panel_lines import panel_rows
from tests.judge.tui.fake_desk import FakeDesk, page, rubric
from tests.judge.tui.sitting import SMALL, WIDE, fresh, seated

PANEL = PanelMarks(
    (
        PanelSheet(
            1,
            own=True,
            state=SheetState.SUBMITTED,
            marks={"alignment": 25, "sharing": None},
            total=Fraction(155, 2),
        ),
        PanelSheet(2, own=False, state=ByRuling.ABSENT),
    ),
    None,
    "",
    "Mean of all sheets",
    "截止",
)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_it_is_the_last_of_the_papers(size: tuple[int, int]) -> None:
    desk = FakeDesk([page(1, "晨光QC小组", panel=PANEL), page(2, "红柳QC小组")])
    async with seated(desk, size) as seat:
        await seat.sees("5 Panel")
        await seat.press("tab", "f7", "f7", "f7", "f7")
        await seat.sees("Reviewer 1 (you)", "77.5", "absent")
        await seat.press("f7")
        await seat.sees("QC小组名称")
        await seat.press("]")
        await seat.until(lambda: "5 Panel" not in seat.says())


async def test_words_are_found_in_it_too() -> None:
    async with seated(FakeDesk([page(1, "晨光QC小组", panel=PANEL)]), WIDE) as seat:
        await seat.press("ctrl+f", *"77.5")
        await seat.sees("but in Panel 1")
        await seat.press("enter")
        await seat.sees("1 of 1", "Reviewer 2")


async def test_without_it_five_does_nothing_and_nothing_speaks_of_others() -> None:
    async with seated(fresh(), WIDE) as seat:
        await seat.press("tab", "5", "1")
        await seat.sees("QC小组名称")
        assert "Panel" not in seat.says()


async def test_a_closed_sheet_says_so_over_the_sheet() -> None:
    async with seated(FakeDesk([page(1, "晨光QC小组", closed="评委三[/x]出差")]), WIDE) as seat:
        await seat.sees("⊗ Closed by the chair, it takes no more changes: 评委三[/x]出差")


def test_what_does_not_apply_is_no_zero_and_what_does_not_count_is_blank() -> None:
    speak("zh")
    rows = {row[0]: row[1:] for row in panel_rows(PANEL, rubric())}
    assert rows["评分项"] == ("评委1（本人）", "评委2")
    assert rows["选题契合"] == ("12.5", "–")
    assert rows["传播与延续"] == ("不适用", "–")
    assert rows["成效"] == ("–", "–")
    assert rows["合计"] == ("77.5", "–")
    assert rows["状态"] == ("已提交", "缺席")
