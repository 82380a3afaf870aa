"""Papers are picked from folders and by their paths."""

from pathlib import Path

import pytest

from judge.services.editions.edition import Edition
from judge.services.papers.desk import ImportDesk
from tests.judge.tui.importing.secretary import NAME, NOTHING, entries, good, importing


async def test_files_and_folders_are_picked_with_space_and_read_with_f2(
    edition: Edition, tmp_path: Path
) -> None:
    good(tmp_path)
    async with importing(ImportDesk(edition), tmp_path) as seat:
        await seat.sees("papers", "0 selected", "Nothing yet.")
        assert NAME not in "".join(line for line in seat.says().splitlines() if "│" in line)
        await seat.press("f2")
        await seat.sees("Nothing is selected")
        await seat.press("enter")
        await seat.sees("nominations.csv", "quotas.csv")
        await seat.press("space", "space")
        await seat.sees("2 selected", "papers/quotas.csv")
        await seat.press("left")
        await seat.sees("2 selected", "▸ papers")
        await seat.press("space", "f2")
        await seat.sees(NOTHING)
    assert entries(edition) == 0


async def test_a_path_can_be_typed_completed_and_pasted(edition: Edition, tmp_path: Path) -> None:
    sent = good(tmp_path)
    async with importing(ImportDesk(edition), tmp_path) as seat:
        await seat.press("slash", *"pap", "tab")
        line = seat.app.import_screen.pick_pane.path_line
        await seat.until(lambda: line.value == "papers/")
        await seat.press("n", "tab", "enter")
        await seat.sees("1 selected", "✓   nominations.csv")
        await seat.press("slash")
        await seat.types(f"'{sent / 'quotas.csv'}'\n")
        await seat.press("enter")
        await seat.sees("2 selected")
        await seat.press("slash", *"nowhere", "enter")
        await seat.sees("There is no ", "nowhere")
        await seat.press("escape", "delete")
        await seat.sees("0 selected")


async def test_a_closed_folder_is_told_in_a_sentence(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    async with importing(ImportDesk(edition), tmp_path) as seat:
        await seat.sees("closed")

        def refuse(_folder: Path) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("judge.tui.widgets.folder_list.entries", refuse)
        await seat.press("enter")
        await seat.sees("cannot be looked into (Permission", "denied)", "▸ closed")
