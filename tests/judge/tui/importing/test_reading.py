"""Papers are read with their progress in sight; whoever cancels finds everything as it was."""

import os
import sys
from pathlib import Path

import pytest

from imports.intake import old_papers
from judge.services.editions.edition import Edition
from judge.services.papers.desk import ImportDesk
from tests.imports.word.compounds import old_word
from tests.judge.tui.importing.secretary import NOTHING, SlowDesk, entries, good, importing
from tests.judge.tui.sitting import SMALL


async def test_reading_shows_how_far_it_is_and_escape_cancels(edition: Edition, tmp_path: Path) -> None:
    desk = SlowDesk(edition)
    async with importing(desk, tmp_path, [good(tmp_path)]) as seat:
        await seat.sees("3 of 12", "[/x]晨光.docx", "Esc cancel")
        await seat.press("escape")
        await seat.sees("Cancelled; the edition is as it was.", "1 selected")
        desk.gate.set()
        await seat.press("f2")
        await seat.sees(NOTHING)
        desk.gate.clear()
        await seat.press("f5")
        await seat.sees("3 of 12")
        await seat.press("ctrl+c")
        await seat.sees("Cancelled", NOTHING)
    assert entries(edition) == 0


async def test_a_folder_without_papers_leads_back_to_picking(edition: Edition, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with importing(ImportDesk(edition), tmp_path, [tmp_path / "empty"]) as seat:
        await seat.sees("There is no paper in what is selected.", "1 selected")


async def test_a_path_that_has_gone_is_one_sentence(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [tmp_path / "gone.docx"]) as seat:
        await seat.sees("gone.docx", "1 selected")
        assert "Traceback" not in seat.says()


@pytest.mark.skipif(os.name == "nt", reason="a script is no program on Windows")
async def test_while_libreoffice_converts_the_screen_says_how_far_it_is_and_escape_ends_it(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "soffice"
    slow.write_text(
        f"#!{sys.executable}\nimport pathlib, sys, time\n"
        "at = sys.argv.index('--outdir')\n"
        "first = pathlib.Path(sys.argv[at + 2]).with_suffix('.docx').name\n"
        "(pathlib.Path(sys.argv[at + 1]) / first).write_text('turned')\n"
        "time.sleep(60)\n"
    )
    slow.chmod(0o755)
    monkeypatch.setattr(old_papers, "find_office", lambda: slow)
    sent = good(tmp_path)
    for name in ("晨光.doc", "红柳.doc"):
        (sent / name).write_bytes(old_word())
    async with importing(ImportDesk(edition), tmp_path, [sent], SMALL) as seat:
        await seat.sees("LibreOffice converts old Word files", "1 of 2", "Esc cancel")
        assert "红柳.doc" not in seat.says()
        await seat.press("escape")
        await seat.sees("Cancelled; the edition is as it was.", "1 selected")
