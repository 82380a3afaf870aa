"""The import has the user's own keys and colours, as the desk has, and shows keys as they are."""

from pathlib import Path

from judge.services.editions.edition import Edition
from judge.services.papers.desk import ImportDesk
from judge.tui.own import Own
from judge.tui.settings_file import read_settings
from tests.judge.tui.importing.secretary import FOUND, importing, keys_shown, mixed


def own(folder: Path, text: str) -> Own:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    read, problems = read_settings(path)
    return Own(read, problems, path, folder)


KEYS = """
theme = "light"
[keys]
quit = "ctrl+x"
help = "f11"
read-again = "f9"
ask-headings = "ctrl+g"
show-warnings = "w"
go-back = "ctrl+b"
close-card = "ctrl+e"
go-on = "f12"
file-good = "f5"
"""


async def test_keys_and_theme_are_the_users_own_and_shown(edition: Edition, tmp_path: Path) -> None:
    theirs = own(tmp_path, KEYS)
    assert theirs.problems == ()
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)], own=theirs) as seat:
        await seat.sees(FOUND, "坏表.docx", "F9 read again", "w warning", "Ctrl+X quit")
        assert seat.app.theme == "judge-light"
        await seat.press("f2", "f5", "2", "escape")
        assert seat.app.import_screen.step.name == "FINDINGS"
        await seat.press("w")
        await seat.until(lambda: "磐石" not in seat.says())
        await seat.press("w", "f11")
        await seat.sees("Help", "Ctrl+E back", "F9")
        await seat.press("end")
        await seat.sees("Your settings")
        await seat.press("ctrl+e", "ctrl+p", *"read again")
        await seat.sees("Read again  F9")
        await seat.press("escape", "f12")
        await seat.sees(
            "F5 files the good ones and leaves out the refused; Ctrl+B goes back", "F5 file the good"
        )
        assert not {"F3", "Esc"} & keys_shown(seat)
        await seat.press("ctrl+b")
        await seat.sees(FOUND)
        await seat.press("ctrl+x")
        await seat.until(lambda: seat.app._exit)


async def test_sentences_name_the_keys_that_there_are(edition: Edition, tmp_path: Path) -> None:
    theirs = own(tmp_path, '[keys]\nselect-paper = "f4"\nread-papers = "f8"\n')
    async with importing(ImportDesk(edition), tmp_path, own=theirs) as seat:
        await seat.press("f8")
        await seat.sees("Nothing is selected: F4 selects what is under the cursor.")


async def test_a_broken_settings_file_is_told_and_left_aside(edition: Edition, tmp_path: Path) -> None:
    theirs = own(tmp_path, 'theme = "blue"\n')
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)], own=theirs) as seat:
        await seat.sees("Your settings file is left aside", "theme: It can be dark, light.")
        await seat.press("escape")
        await seat.sees(FOUND, "F5 read again")
