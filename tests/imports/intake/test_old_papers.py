"""Old Word files: turned by LibreOffice where there is one, else a clear word; their own bytes are kept."""

import hashlib
import os
import sys
import time
from pathlib import Path

import pytest

from imports.intake import libreoffice, old_papers
from imports.intake.cancelling import NEVER, Cancelled
from imports.intake.libreoffice import turn
from imports.records import NominationRecord
from tests.conftest import Convert
from tests.imports.forms.filled import qc_group, trusted_team
from tests.imports.intake.opened import codes, read_all
from tests.imports.word.compounds import compound, old_word
from tests.imports.word.papers import full, paragraph, written

FORM = full(qc_group())
NAMES = ("其实是新的.doc", "其实是旧的.docx", "富文本.doc", "晨光.doc", "班组.doc")


def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_papers, "find_office", lambda: None)


def office(folder: Path, script: str) -> Path:
    """A program that stands in for LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\n{script}")
    path.chmod(0o755)
    return path


@pytest.mark.slow
def test_old_word_files_and_rich_text_read_like_new_ones(tmp_path: Path, soffice: Convert) -> None:
    new = tmp_path / "new"
    new.mkdir()
    for name, body in (("晨光.docx", qc_group()), ("班组.docx", trusted_team() + paragraph())):
        written(new, full(body), name)
    old = tmp_path / "old"
    soffice("doc:MS Word 97", old, *new.iterdir())
    soffice("rtf:Rich Text Format", tmp_path / "rich", new / "晨光.docx")
    (old / "富文本.doc").write_bytes((tmp_path / "rich" / "晨光.rtf").read_bytes())
    (old / "其实是新的.doc").write_bytes(FORM)
    (old / "其实是旧的.docx").write_bytes((old / "晨光.doc").read_bytes())
    before, after = read_all(new), read_all(old)
    assert sorted(after) == sorted(NAMES)
    assert all(reading.findings == () for reading in after.values())
    for name, reading in after.items():
        assert reading.sha256 == hashlib.sha256((old / name).read_bytes()).hexdigest()
        assert reading.path == str(old / name)
        (first,) = before["班组.docx" if name == "班组.doc" else "晨光.docx"].records
        (second,) = reading.records
        assert isinstance(first, NominationRecord)
        assert isinstance(second, NominationRecord)
        assert {f.key: f.value for f in second.fields} == {f.key: f.value for f in first.fields}
        assert second.place.file == str(old / name)


@pytest.mark.slow
def test_what_libreoffice_cannot_turn_is_named_and_the_rest_is_read(tmp_path: Path, soffice: Convert) -> None:
    (tmp_path / "sound").mkdir()
    soffice("doc:MS Word 97", tmp_path, written(tmp_path / "sound", FORM, "good.docx"))
    whole = (tmp_path / "good.doc").read_bytes()
    (tmp_path / "cut.doc").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "hollow.doc").write_bytes(old_word())
    found = codes(read_all(tmp_path))
    assert found.pop("hollow.doc") in (["file-not-turned"], ["word-not-a-form"])
    assert found == {"good.doc": [], "cut.doc": ["file-truncated"], "sound/good.docx": []}


def test_without_libreoffice_each_old_file_says_how_to_convert_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_office(monkeypatch)
    (tmp_path / "a.doc").write_bytes(old_word())
    (tmp_path / "b.doc").write_bytes(rb"{\rtf1 \u26216?}")
    written(tmp_path, FORM, "c.docx")
    assert codes(read_all(tmp_path)) == {
        "a.doc": ["file-old-format"],
        "b.doc": ["file-old-format"],
        "c.docx": [],
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (old_word(flags=0x0100), "file-encrypted"),
        (compound({"EncryptedPackage": b"", "EncryptionInfo": b""}), "file-encrypted"),
        (old_word()[:-600], "file-truncated"),
        (old_word()[:700], "file-truncated"),
        (rb"{\rtf1 cut", "file-truncated"),
        (b"<html><body>\xd6\xd0</body></html>", "word-is-web-page"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>x", "word-is-web-page"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "word-is-web-page"),
        (b"only text", "file-not-a-paper"),
    ],
)
def test_what_no_word_processor_could_turn_is_told_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, code: str
) -> None:
    monkeypatch.setattr(old_papers, "turn", None)
    (tmp_path / "a.doc").write_bytes(content)
    written(tmp_path, FORM, "good.docx")
    assert codes(read_all(tmp_path)) == {"a.doc": [code], "good.docx": []}


needs_scripts = pytest.mark.skipif(os.name == "nt", reason="a script is no program on Windows")


@needs_scripts
def test_a_file_that_never_ends_is_left_out_and_the_others_are_turned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = office(
        tmp_path,
        "import pathlib, sys, time\n"
        "for name in sys.argv[sys.argv.index('--outdir') + 2:]:\n"
        "    if 'bad' in name: time.sleep(60)\n"
        "    out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "    (out / (pathlib.Path(name).stem + '.docx')).write_text('turned')\n",
    )
    monkeypatch.setattr(libreoffice, "_START_SECONDS", 0.4)
    monkeypatch.setattr(libreoffice, "_SECONDS_A_FILE", 0)
    files = [tmp_path / name for name in ("a.doc", "bad.doc", "b.doc", "c.doc")]
    told: list[int] = []
    turned = turn(stub, files, tmp_path, NEVER, told.append)
    assert sorted(file.name for file in turned) == ["a.doc", "b.doc", "c.doc"]
    assert sorted(told) == told
    assert (told[0], told[-1]) == (0, 3)


@needs_scripts
def test_a_cancel_ends_the_office_and_its_children(tmp_path: Path) -> None:
    marker = tmp_path / "alive"
    child = (
        f"import time, pathlib\nwhile True:\n    pathlib.Path({str(marker)!r}).touch()\n    time.sleep(.05)"
    )
    stub = office(
        tmp_path, f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {child!r}]).wait()"
    )

    class OnceAlive:
        def is_set(self) -> bool:
            return marker.exists()

    with pytest.raises(Cancelled):
        turn(stub, [tmp_path / "a.doc"], tmp_path, OnceAlive())
    time.sleep(0.2)
    marker.unlink()
    time.sleep(0.3)
    assert not marker.exists()


def test_libreoffice_is_found_on_the_path_or_where_it_usually_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_WINDOWS", True)
    monkeypatch.setattr(libreoffice, "_MAC", False)
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    program = tmp_path / "LibreOffice" / "program" / "soffice.com"
    libreoffice.find_office.cache_clear()
    assert libreoffice.find_office() is None
    program.parent.mkdir(parents=True)
    program.touch()
    libreoffice.find_office.cache_clear()
    assert libreoffice.find_office() == program
    libreoffice.find_office.cache_clear()
