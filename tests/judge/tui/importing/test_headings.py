"""Headings are confirmed, chosen otherwise or left unread, and the papers read again."""

from pathlib import Path

import pytest

from judge.services.editions.edition import Edition
from judge.services.papers.desk import ImportDesk
from judge.tui.cells import cell_len
from tests.judge.tui.importing.secretary import FOUND, entries, importing, keys_shown, odd
from tests.judge.tui.sitting import SMALL, WIDE


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_proposed_headings_are_accepted_and_the_papers_read_again(
    edition: Edition, tmp_path: Path, size: tuple[int, int]
) -> None:
    sent = odd(edition, tmp_path)
    before = entries(edition)
    async with importing(ImportDesk(edition), tmp_path, [sent], size) as seat:
        await seat.sees(FOUND, "4 headings")
        await seat.press("f2")
        await seat.sees("2 open", "所属企业(盖章全称)", "企业名称?", "“所属企业(盖章全称)” me", "新疆油田")
        assert keys_shown(seat) >= {"Enter", "A", "F8", "Del", "Tab", "F2", "Esc", "?"}
        await seat.press("f8")
        await seat.sees("0 open", "✓ 所属企业(盖章全称) → 企业名称", "✓ 活动课题 → 课题")
        assert all(cell_len(line) == size[0] for line in seat.says().splitlines())
        await seat.press("f2")
        await seat.sees(FOUND, "as confirmed now", "0 faults")
        assert entries(edition) == before
        await seat.press("f2")
        await seat.sees("1 nominations, ", "F2 files everything")
        await seat.press("f2")
        await seat.sees("✓ Filed · papers: 1")


async def test_another_column_can_be_chosen_and_a_heading_left_unread(
    edition: Edition, tmp_path: Path
) -> None:
    async with importing(ImportDesk(edition), tmp_path, [odd(edition, tmp_path)]) as seat:
        await seat.sees(FOUND)
        await seat.press("f4")
        await seat.sees("2 open")
        await seat.press("enter", "down", "down", "enter")
        await seat.sees("1 open", "✓ 所属企业(盖章全称) → 奖项")
        await seat.press("up", "a", "delete")
        await seat.sees("✓ 所属企业(盖章全称) → 企业名称", "– 活动课题 → left unread", "0 open")
        await seat.press("f2")
        await seat.sees(FOUND, "0 faults", "is read as 企业名称")
        await seat.press("f2")
        await seat.sees("1 nominations, ", "F2 files everything")


async def test_a_needed_heading_left_unread_keeps_its_paper_out(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [odd(edition, tmp_path)]) as seat:
        await seat.sees(FOUND)
        await seat.press("f2", "delete", "delete", "f2")
        await seat.sees("Nothing in these papers is new.", "汇总.csv · 1 fault")
        assert "F3" not in keys_shown(seat)
