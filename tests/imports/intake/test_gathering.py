"""Folders as they lie on people's disks."""

import os
from pathlib import Path

import pytest

from imports.intake.cancelling import Cancelled
from tests.imports.forms.filled import qc_group
from tests.imports.intake.opened import codes, read_all
from tests.imports.word.papers import full, written

FORM = full(qc_group())


class After:
    """Says to stop once it has been asked so many times."""

    def __init__(self, times: int) -> None:
        self.left = times

    def is_set(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_links_that_lead_in_a_circle_are_passed_over(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    written(inner, FORM)
    try:
        (inner / "again").symlink_to(tmp_path, target_is_directory=True)
        (inner / "self").symlink_to(inner / "self")
        (inner / "linked.docx").symlink_to(inner / "form.docx")
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert codes(read_all(tmp_path)) == {"inner/form.docx": []}


def test_an_empty_folder_is_said_beside_others_and_alone_is_no_paper(tmp_path: Path) -> None:
    (tmp_path / "哈密").mkdir()
    assert read_all(tmp_path) == {}
    written(tmp_path, FORM)
    assert codes(read_all(tmp_path)) == {"form.docx": [], "哈密": ["folder-empty"]}


def test_a_folder_that_may_not_be_read_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    written(closed, FORM)
    written(tmp_path, FORM)
    look = os.scandir

    def scandir(path: str) -> object:
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    readings = read_all(tmp_path)
    assert codes(readings) == {"form.docx": [], "closed": ["folder-closed"]}
    assert readings["closed"].path == str(closed)


def test_a_large_file_is_refused_by_its_size_and_the_rest_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.docx").open("wb") as target:
        target.truncate(500 << 20)
    written(tmp_path, FORM)
    readings = read_all(tmp_path)
    assert codes(readings) == {"form.docx": [], "huge.docx": ["file-too-large"]}
    assert readings["huge.docx"].findings[0].params == {"megabytes": 500, "limit": 64}


@pytest.mark.parametrize("times", range(4))
def test_reading_stops_between_files_when_told(tmp_path: Path, times: int) -> None:
    for name in ("a.docx", "b.docx"):
        written(tmp_path, FORM, name)
    with pytest.raises(Cancelled):
        read_all(tmp_path, cancel=After(times))
    assert len(read_all(tmp_path, cancel=After(4))) == 2
