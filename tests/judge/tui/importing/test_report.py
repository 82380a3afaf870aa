"""What was found stands by body and gravity, beside the row that it comes from."""

from pathlib import Path

import pytest

from judge.services.editions.edition import Edition, make_edition
from judge.services.papers.desk import ImportDesk
from judge.tui.cells import cell_len
from judge.tui.screens import import_deeds
from rubrics.catalogue import load_builtin
from tests.judge.tui.importing.secretary import FOUND, HAMI, importing, mixed
from tests.judge.tui.sitting import SMALL, WIDE


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_findings_stand_below_their_body_with_the_row_they_come_from(
    edition: Edition, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)], size) as seat:
        await seat.sees(FOUND, HAMI, "✗ 1 fault", "坏表.docx")
        await seat.press("slash", *"rocks", "enter")
        await seat.sees("No finding has these words")
        await seat.press("escape", "slash")
        await seat.types("工信厅")
        await seat.press("enter")
        await seat.sees("no body", "is no recommending body")
        await seat.press("tab")
        await seat.sees("磐石QC小组", "▶")
        assert all(cell_len(line) == size[0] for line in seat.says().splitlines())


async def test_severities_are_shown_and_left_out(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)]) as seat:
        await seat.sees(FOUND, "备忘", "1 ✗ 2 faults")
        await seat.press("2")
        await seat.sees("hidden")
        assert "备忘" not in seat.says()
        await seat.press("1", "3")
        await seat.sees("No finding has these words and severities.")
        await seat.press("1", "2", "3")
        await seat.sees("备忘", "坏表.docx")


async def test_headings_fold_and_unfold(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)]) as seat:
        await seat.sees(FOUND, "坏表.docx")
        await seat.press("home", "enter")
        await seat.sees(f"▸ {HAMI}")
        assert "坏表.docx" not in seat.says()
        await seat.press("space")
        await seat.sees("坏表.docx", f"▾ {HAMI}")


async def test_the_paper_opens_in_the_systems_program_or_a_sentence_says_that_there_is_none(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_it(path: Path) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr(import_deeds, "open_in_viewer", open_it)
    sent = mixed(tmp_path)
    async with importing(ImportDesk(edition), tmp_path, [sent]) as seat:
        await seat.sees(FOUND, "坏表.docx")
        await seat.press("o")
        assert [path.name for path in opened] == ["坏表.docx"]
        monkeypatch.setattr(import_deeds, "open_in_viewer", lambda _path: False)
        await seat.press("f7")
        await seat.sees("No program here opens files", "坏表.docx")


async def test_a_long_title_is_read_whole_and_the_steps_shrink_to_numbers_on_a_small_screen(
    tmp_path: Path,
) -> None:
    title = "2019 自治区质量奖项评审 一二三四五"
    edition = make_edition(
        str(tmp_path / "other.judge"), title=title, year=2019, programme=load_builtin("xinjiang_2019")
    )
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)], SMALL) as seat:
        await seat.sees(title, "1 › 2 › 3 findings › 4 › 5")
    edition.close()
