"""A closed terminal window and SIGTERM: every mark typed is in the edition, no copy of a paper stays."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from judge.services.editions.edition import make_edition, open_edition
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from rubrics.catalogue import load_builtin
from tests.imports.forms.filled import qc_group
from tests.imports.word.papers import full, written
from tests.judge.services import small_papers as papers
from tests.terminal.terminal import Terminal

GROUP = "qc-group-0001"


@pytest.fixture
def edition_path(tmp_path: Path) -> Path:
    """One group, filed by its own form."""
    path = tmp_path / "x.judge"
    edition = make_edition(str(path), title="x", year=2019, programme=load_builtin("xinjiang_2019"))
    form = written(tmp_path, full(qc_group(body="哈密地区工信局")), "group.docx")
    papers.file(edition, papers.quotas(tmp_path), form, papers.reviewers(tmp_path, count=2))
    assign(edition, plan_assignments(edition, 2))
    edition.close()
    return path


def shows(*words: str) -> Callable[[list[str]], bool]:
    return lambda rows: all(any(word in row for row in rows) for word in words)


@pytest.fixture
def viewer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system with a program for papers; the folder for what is temporary."""
    programs, kept = tmp_path / "bin", tmp_path / "tmp"
    for folder in (programs, kept):
        folder.mkdir()
    program = programs / "xdg-open"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("TMPDIR", str(kept))
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(tempfile, "tempdir", None)
    return kept


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS opens papers by another program")
@pytest.mark.parametrize("way", ["hang_up", "terminate"])
def test_no_copy_stays_and_no_mark_is_lost(edition_path: Path, viewer: Path, way: str) -> None:
    terminal = Terminal("score", str(edition_path), "--as", "R01")
    terminal.wait_for(shows("Alignment", "1 of 1"))
    terminal.type("o")
    terminal.wait_for(shows("Original files"))
    terminal.type("\r")
    terminal.wait_for(shows("Opened, read-only"))
    assert list(viewer.rglob("*.*")), "there is a copy to be removed"
    terminal.type("\x1b")
    terminal.wait_for(lambda rows: not shows("Original files")(rows))
    terminal.type("1.5\r2\r2.5\r1\r1")
    terminal.wait_for(shows("[    1 ]"))
    getattr(terminal, way)()
    assert [path for path in viewer.iterdir() if path.name.startswith("judge-")] == []
    edition = open_edition(str(edition_path))
    marks = Desk(edition, "R01").page(GROUP).sheet.marks
    edition.close()
    assert [marks[key].ticks for key in papers.CRITERIA[:5]] == [3, 4, 5, 2, 2]


@pytest.mark.parametrize("way", ["hang_up", "terminate"])
def test_a_note_that_is_being_written_is_kept(edition_path: Path, way: str) -> None:
    terminal = Terminal("score", str(edition_path), "--as", "R01")
    terminal.wait_for(shows("Alignment", "1 of 1"))
    terminal.type("n")
    terminal.wait_for(shows("Note on Alignment"))
    terminal.type("unfinished")
    terminal.wait_for(shows("unfinished"))
    getattr(terminal, way)()
    edition = open_edition(str(edition_path))
    notes = Desk(edition, "R01").page(GROUP).sheet.notes
    edition.close()
    assert list(notes.values()) == ["unfinished"]


@pytest.mark.parametrize("way", ["hang_up", "terminate"])
def test_the_import_ends_too(edition_path: Path, way: str) -> None:
    terminal = Terminal("import", str(edition_path), "--screen")
    terminal.wait_for(shows("Selected"))
    getattr(terminal, way)()
