"""A nomination's files as they were sent: opened from private copies, or saved where nothing opens them."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.domain.refusal import Refusal
from judge.tui import viewer
from judge.tui.private_copies import PrivateCopies, safe_name, save_copy
from tests.judge.tui.sitting import SMALL, fresh, seated

WORD = b"PK\x03\x04"
RESERVED = {"con", "prn", "aux", "nul", "com1", "lpt9"}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A system whose opener notes what it is given; the file that it notes it in."""
    if sys.platform != "linux":
        pytest.skip("the opener is another one here")
    told = tmp_path / "told"
    program = tmp_path / "xdg-open"
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > {told}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    return told


def noted(opened: Path) -> Path:
    return Path(opened.read_text(encoding="utf-8"))


def read_only_and_private(copy: Path) -> bytes:
    assert copy.stat().st_mode & 0o777 == 0o400
    assert copy.parent.parent.stat().st_mode & 0o777 == 0o700
    return copy.read_bytes()


def gone(copy: Path) -> bool:
    return not copy.exists()


def contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.iterdir()]


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


async def test_a_file_is_opened_from_a_private_copy_that_goes_when_the_desk_is_left(opened: Path) -> None:
    async with seated(fresh()) as seat:
        await seat.press("o")
        await seat.sees("Original files", "Form · 附件2 推荐表[/x].docx · 48 kB", "成果报告.docx · 2.4 MB")
        await seat.press("down", "enter")
        await seat.sees("Opened, read-only: 成果报告.docx")
        copy = noted(opened)
        assert read_only_and_private(copy) == b"n1 9"
        await seat.press("escape")
        await seat.sees("▸ Alignment")
    assert gone(copy)


@pytest.mark.usefixtures("no_display")
async def test_where_nothing_shows_files_a_copy_is_saved(tmp_path: Path) -> None:
    async with seated(fresh(), SMALL) as seat:
        await seat.press("f21")
        await seat.sees("No program can show files here")
        await seat.press("end", "enter")
        await seat.sees("Enter save a copy in this folder")
        seat.app.screen.query_one("Input").value = str(tmp_path)  # type: ignore[attr-defined]
        await seat.press("enter")
        await seat.sees("Saved:")
    assert contents(tmp_path) == [b"n1 12"]


async def test_a_system_without_a_program_for_the_file_is_told_so(opened: Path) -> None:
    (opened.parent / "xdg-open").write_text("#!/bin/sh\nexit 3\n")
    async with seated(fresh()) as seat:
        await seat.press("o")
        await seat.sees("Original files")
        await seat.press("enter")
        await seat.sees("No program here opens 附件2 推荐表[/x].docx; S saves a copy")


@pytest.mark.usefixtures("no_display")
async def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    async with seated(fresh()) as seat:
        await seat.press("o")
        await seat.sees("Original files")
        await seat.press("s")
        await seat.sees("Enter save a copy in this folder")
        seat.app.screen.query_one("Input").value = str(tmp_path / "none")  # type: ignore[attr-defined]
        await seat.press("enter")
        await seat.sees("The copy could not be written (No such file or directory)")
        await seat.press("escape", "escape")
        await seat.sees("▸ Alignment")


async def test_a_blind_edition_says_why_there_are_no_files() -> None:
    desk = fresh()
    desk.refuse = lambda call: Refusal("originals-blind") if call[0] == "originals" else None
    async with seated(desk) as seat:
        await seat.press("o")
        await seat.sees("Names are masked in this edition, so no original file is shown")


@pytest.mark.parametrize(
    ("name", "content", "safe"),
    [
        ("../../etc/晨光.docx", WORD, "晨光.docx"),
        ("C:\\forms\\晨光.DOCX", WORD, "晨光.docx"),
        ("con.docx", WORD, "_con.docx"),
        ("LPT1 .x.docx", WORD, "_LPT1 .x.docx"),
        ("晨光.exe", WORD, "晨光.exe.docx"),
        ("盖章页", b"%PDF-1.7", "盖章页.pdf"),
        ("a\u202egpj.docx", b"\xff\xd8\xff\xe0", "agpj.docx.jpg"),
        ("run.bat", b"@echo off", "run.bat.txt"),
        ("", WORD, "file.docx"),
        (".docx", WORD, "docx.docx"),
    ],
)
def test_names_are_made_safe(name: str, content: bytes, safe: str) -> None:
    assert safe_name(name, content) == safe


@given(st.text(st.characters(codec="utf-8"), max_size=120), st.sampled_from([WORD, b"%PDF", b"x", b""]))
def test_no_name_is_more_than_a_name(name: str, content: bytes) -> None:
    safe = safe_name(name, content)
    assert not set(safe) & set('<>:"/\\|?*\0')
    assert safe.isprintable()
    assert safe not in {".", ".."}
    assert len(safe.encode()) <= 255
    assert safe.split(".")[0].strip().lower() not in RESERVED
    assert safe == safe.strip(" ").rstrip(".")


def test_a_saved_copy_overwrites_nothing(tmp_path: Path) -> None:
    paths = [save_copy(str(tmp_path), "晨光.docx", WORD + each) for each in (b"1", b"2", b"3")]
    assert [path.name for path in paths] == ["晨光.docx", "晨光 (2).docx", "晨光 (3).docx"]
    assert [path.read_bytes()[-1:] for path in paths] == [b"1", b"2", b"3"]


def test_a_copy_is_made_once_and_files_of_one_name_are_kept_apart() -> None:
    copies = PrivateCopies()
    first, again, other = (
        copies.put(1, "a.pdf", b"%PDF"),
        copies.put(1, "a.pdf", b"%PDF"),
        copies.put(2, "a.pdf", b"%PDF2"),
    )
    assert first == again != other
    copies.remove()
    assert not first.parent.parent.exists()


@pytest.mark.parametrize(
    ("system", "variables", "there"),
    [
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {}, False),
        ("linux", {"SSH_CONNECTION": "a"}, False),
        ("linux", {"SSH_CONNECTION": "a", "DISPLAY": "localhost:10"}, True),
        ("darwin", {}, True),
        ("darwin", {"SSH_CONNECTION": "a"}, False),
        ("win32", {}, True),
        ("win32", {"SSH_CONNECTION": "a"}, False),
    ],
)
def test_where_a_viewer_would_show_nothing_there_is_none(
    monkeypatch: pytest.MonkeyPatch, system: str, variables: dict[str, str], *, there: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(shutil, "which", lambda program: f"/bin/{program}")
    assert viewer.has_viewer() is there
