"""What the desk looks like in its main states; `make snapshots` after a change that is meant."""

from collections.abc import Awaitable, Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from judge.domain.conflict import Conflict, ConflictGround
from judge.domain.own_marks import scale_use
from judge.domain.panel_marks import PanelMarks, PanelSheet
from judge.domain.sheet import ByRuling, SheetState
from judge.locale import speak
from judge.tui.desk_app import DeskApp
from judge.tui.own import Own
from judge.tui.settings_file import Settings, SettingsFault
from tests.judge.tui.fake_desk import FakeDesk, marks, page, rubric, with_sheet
from tests.judge.tui.sitting import SMALL, WIDE, Seat, clock

FULL = {c.key: c.full_ticks - 2 for c in rubric().criteria}
Compare = Callable[..., bool]


def desk() -> FakeDesk:
    """One nomination in each state."""
    return FakeDesk(
        [
            with_sheet(page(1, "晨光QC小组"), state=SheetState.SUBMITTED, marks=marks(**FULL)),
            with_sheet(
                page(2, "红柳QC小组"),
                marks=marks(alignment=25, process=42, sharing=None),
                notes={"alignment": "关联清楚，数据偏少", "": "现场核查"},
            ),
            page(3, "胡杨QC小组"),
            page(4, "[/x] =1+1 · Snow Pine"),
            with_sheet(page(5, "磐石QC小组"), state=SheetState.RECUSED, reason="指导过该小组"),
            with_sheet(
                page(6, "黎明QC小组"),
                state=SheetState.RETURNED,
                reason="“成效”与附表不符，请核对。",
                marks=marks(**FULL),
            ),
        ]
    )


def keys(*pressed: str, sees: str = "") -> Callable[[Pilot[Any]], Awaitable[None]]:
    async def press(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, DeskApp)
        seat = Seat(app, pilot)
        await seat.until(lambda: app.is_laid_out and app.desk_screen.page is not None)
        await seat.press(*pressed)
        await seat.sees(sees or "Sheet")

    return press


STATES = {
    "open": keys(sees="◐ open"),
    "typing": keys("12", sees="[   12 ]"),
    "refused": keys("99", "enter", sees="out of range"),
    "levels": keys("f6", "3", sees="✓ saved 14:03"),
    "incomplete": keys("f2", sees="Not submitted"),
    "returned": keys("[", "[", "q", "end", "enter", sees="↩ Returned by the chair"),
    "recusal": keys("f3", sees="Recuse from"),
    "papers": keys("tab", "2", sees="2018-03"),
    "queue": keys("q", "down", sees="3 of 6"),
    "search": keys("slash", *"qc", sees="/ qc"),
    "filtered": keys("q", "f", sees="to do 4 of 6"),
    "settings": keys(sees="left aside"),
    "finding": keys("ctrl+f", *"ｑＣ小组", "down", sees="2 of 3"),
    "evidence": keys("enter", "enter", "end", "up", "e", "e", sees="◂ Front-line participation"),
    "originals": keys("o", sees="成果报告.docx · 2.4 MB"),
}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
@pytest.mark.parametrize("state", ["open", "papers", "queue", "search", "returned", "finding", "evidence"])
def test_at_both_sizes(snap_compare: Compare, state: str, size: tuple[int, int]) -> None:
    assert snap_compare(DeskApp(desk(), clock), terminal_size=size, run_before=STATES[state])


TIED = (
    Conflict(ConflictGround.ORGANISATION, "新疆油田公司"),
    Conflict(ConflictGround.NAME, "李梅", "小组成员名单"),
)
USES = tuple(
    scale_use(c, {c.full_ticks * 9 // 10: 14, c.full_ticks * 8 // 10: 12, c.full_ticks // 2: 3})
    for c in rubric().criteria
)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
@pytest.mark.parametrize("state", ["conflict", "denial", "marks"])
def test_fair(snap_compare: Compare, state: str, size: tuple[int, int]) -> None:
    of = FakeDesk([page(1, "晨光QC小组", conflicts=TIED, own_marks=USES), page(2, "红柳QC小组")])
    states = {
        "conflict": keys(sees="! A conflict"),
        "denial": keys("c", sees="Why is this no conflict?"),
        "marks": keys("d", sees="My marks"),
    }
    assert snap_compare(DeskApp(of, clock), terminal_size=size, run_before=states[state])


@pytest.mark.parametrize("state", ["typing", "refused", "levels", "incomplete", "recusal"])
def test_while_marking(snap_compare: Compare, state: str) -> None:
    assert snap_compare(DeskApp(desk(), clock), terminal_size=WIDE, run_before=STATES[state])


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
def test_chinese_rubrics_line_up(snap_compare: Compare, size: tuple[int, int]) -> None:
    speak("zh")
    shown = keys(sees="选题契合")
    assert snap_compare(DeskApp(desk(), clock), terminal_size=size, run_before=shown)


IN_CHINESE = {
    "levels": keys("f6", "3", sees="已保存 14:03"),
    "refused": keys("99", "enter", sees="99"),
    "incomplete": keys("f2", sees="未提交"),
    "returned": keys("[", "[", "q", "end", "enter", sees="↩"),
    "recusal": keys("f3", sees="Esc"),
    "papers": keys("tab", "2", sees="2018-03"),
    "queue": keys("q", "f", "down", sees="/4"),
    "history": keys("9", "enter", "up", "h", sees="Tab"),
    "submit-all": keys("shift+f2", sees="红柳QC小组 · "),
    "help": keys("?", sees="回避"),
}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
@pytest.mark.parametrize("state", IN_CHINESE)
def test_in_chinese(snap_compare: Compare, state: str, size: tuple[int, int]) -> None:
    speak("zh")
    assert snap_compare(DeskApp(desk(), clock), terminal_size=size, run_before=IN_CHINESE[state])


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
@pytest.mark.parametrize("state", ["history", "submit-all"])
def test_cards_of_the_sheet(snap_compare: Compare, state: str, size: tuple[int, int]) -> None:
    pressed = {
        "history": keys("9", "enter", "up", "h", sees="Tab"),
        "submit-all": keys("shift+f2", sees="· "),
    }
    assert snap_compare(DeskApp(desk(), clock), terminal_size=size, run_before=pressed[state])


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
@pytest.mark.parametrize("state", ["refused", "filtered"])
def test_in_the_light(snap_compare: Compare, state: str, size: tuple[int, int]) -> None:
    light = DeskApp(desk(), clock, Own(Settings(theme="light")))
    assert snap_compare(light, terminal_size=size, run_before=STATES[state])


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
@pytest.mark.parametrize("state", ["typing", "refused", "filtered", "search"])
def test_without_colours(
    snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, state: str, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(DeskApp(desk(), clock), terminal_size=size, run_before=STATES[state])


def test_on_a_very_large_screen(snap_compare: Compare) -> None:
    assert snap_compare(DeskApp(desk(), clock), terminal_size=(200, 60), run_before=STATES["filtered"])


def test_everything_wrong_with_the_settings_file(snap_compare: Compare) -> None:
    wrong = tuple(
        SettingsFault(key, code, {"key": "m", "other": "sheet-note", "known": "dark, light"})
        for key, code in (
            ("theme", "choice-unknown"),
            ("keys.note", "key-taken"),
            ("keys.[/x]", "deed-unknown"),
        )
    )
    own = Own(problems=wrong, settings_path=Path("judge") / "settings.toml")
    assert snap_compare(DeskApp(desk(), clock, own), terminal_size=SMALL, run_before=STATES["settings"])


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
def test_original_files(
    snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr("judge.tui.screens.originals.has_viewer", lambda: True)
    assert snap_compare(DeskApp(desk(), clock), terminal_size=size, run_before=STATES["originals"])


GIVEN = (38, 35, 37, 31)
"""What four reviewers gave the second criterion."""


def closed_desk() -> FakeDesk:
    """A nomination of a closed award: four sheets count, one's own is absent."""
    criteria = rubric().criteria
    sheets = tuple(
        PanelSheet(
            number,
            own=False,
            state=SheetState.SUBMITTED,
            marks={
                c.key: None if c.may_not_apply and number == 3 else ticks - 16 + n
                for n, c in enumerate(criteria)
            },
            total=Fraction(ticks * 2),
        )
        for number, ticks in enumerate(GIVEN, start=1)
    )
    panel = PanelMarks(
        (*sheets, PanelSheet(5, own=True, state=ByRuling.ABSENT)),
        Fraction(217, 3),
        "72.33",
        "Mean of all sheets; at least 3 sheets; ranked on exact figures, printed with 2 decimals, half up.",
        "评委五病假[/x]",
    )
    return FakeDesk([page(1, "晨光QC小组", panel=panel, closed="评委五病假[/x]"), page(2, "红柳QC小组")])


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
@pytest.mark.parametrize("spoken", ["en", "zh"])
def test_the_panel_of_a_closed_award(snap_compare: Compare, spoken: str, size: tuple[int, int]) -> None:
    speak(spoken)
    shown = keys("tab", "5", sees="72.33")
    assert snap_compare(DeskApp(closed_desk(), clock), terminal_size=size, run_before=shown)
