"""Keys, help and palette know what can be done, and a screen left alone rests."""

import asyncio
from pathlib import Path

import pytest
from textual.events import Paste

from judge.locale import speak
from judge.services.editions.edition import Edition
from judge.services.papers.desk import ImportDesk
from judge.tui.cells import cell_len
from judge.tui.widgets.line_list import LineList
from tests.judge.services import small_papers as papers
from tests.judge.tui.importing.secretary import FOUND, HAMI, NOTHING, good, importing, keys_shown, mixed
from tests.judge.tui.sitting import SMALL, WIDE


async def test_help_and_palette_know_the_deeds(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)]) as seat:
        await seat.sees(FOUND, "坏表.docx")
        await seat.press("question_mark")
        await seat.sees("Read what is selected. Nothing is written yet.")
        await seat.press("escape", "ctrl+p", *"read again")
        await seat.sees("Read the same papers anew, mended ones too.")
        await seat.press("escape")
        await seat.sees(FOUND, "坏表.docx")


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("tongue", ["zh", "en"])
async def test_every_key_that_does_something_is_shown_and_no_line_is_too_wide(
    edition: Edition, tmp_path: Path, tongue: str, size: tuple[int, int]
) -> None:
    speak(tongue)
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)], size) as seat:
        await seat.until(lambda: "O" in keys_shown(seat))
        assert keys_shown(seat) >= {"Enter", "1", "2", "3", "/", "O", "Tab", "F5", "F2", "Esc", "?"}
        await seat.press("f2")
        await seat.until(lambda: "F3" in keys_shown(seat))
        assert {"F3", "Esc", "?"} <= keys_shown(seat)
        await seat.press("escape", "escape")
        await seat.until(lambda: "Space" in keys_shown(seat))
        assert keys_shown(seat) >= {"Space", "Enter", "←", "/", "Del", "F2", "?"}
        assert all(cell_len(line) == size[0] for line in seat.says().splitlines())


async def test_a_screen_that_nobody_touches_rests(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = ("自治区优秀质量管理小组", HAMI, "白杨QC小组", "新疆油田")
    papers.table(mixed(tmp_path) / "汇总.csv", ("奖项", "推荐单位", "QC小组名称", "所属企业(盖章全称)"), row)
    refilled: list[LineList] = []
    refill = LineList.refill

    def counted(self: LineList, cursor: int = 0) -> None:
        refilled.append(self)
        refill(self, cursor)

    monkeypatch.setattr(LineList, "refill", counted)
    async with importing(ImportDesk(edition), tmp_path) as seat:
        await seat.press("space", "f2")
        await seat.sees(FOUND)
        await seat.press("f4")
        await seat.sees("所属企业")
        await asyncio.sleep(0.1)
        before = len(refilled)
        await asyncio.sleep(0.2)
    assert len(refilled) == before


async def test_keys_that_come_all_at_once_do_what_each_would_have_done_alone(
    edition: Edition, tmp_path: Path
) -> None:
    good(tmp_path)
    async with importing(ImportDesk(edition), tmp_path) as seat:
        await seat.sees("papers")
        seat.burst("space", "f2")
        await seat.sees(NOTHING)
        seat.burst("escape", "delete", "slash", *"papers/q", "tab", "enter", "slash", "x", "backspace")
        await seat.sees("1 selected", "✓   quotas.csv", "Path of a file")
        seat.burst("escape", "delete", "slash")
        seat.app.post_message(Paste("nominations.csv"))
        seat.burst("enter", "f2")
        await seat.sees(FOUND, "quota")


async def test_a_line_of_text_says_what_its_keys_do(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)], SMALL) as seat:
        await seat.sees(FOUND)
        await seat.press("slash")
        await seat.until(lambda: keys_shown(seat) >= {"Enter", "take", "Esc", "F2"})
        assert "complete" not in keys_shown(seat)
        await seat.press("escape", "escape")
        await seat.sees("1 selected")
        await seat.press("slash")
        await seat.until(lambda: keys_shown(seat) >= {"Enter", "take", "Tab", "complete", "Esc", "F2"})
