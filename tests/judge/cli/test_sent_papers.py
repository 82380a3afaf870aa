"""A folder as bodies really send it: every bad paper named with its place, all good ones read."""

import io
import os
import signal
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from tests.imports.forms.filled import qc_group
from tests.imports.word.compounds import compound, old_word
from tests.imports.word.papers import archive, full, written
from tests.judge.cli.shell import PROGRAM, judge
from tests.judge.services import small_papers as papers

BODY = "哈密地区工信局"
ENTITIES = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'
EMPTY_ROWS = 1_000_000


def form(name: str) -> bytes:
    return full(qc_group(name=name, organisation=f"{name}厂", body=BODY))


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    path = tmp_path / "2019.judge"
    assert judge("new", path, "--title", "2019", "--year", "2019").code == 0
    assert judge("import", path, papers.quotas(tmp_path)).code == 0
    return path


def empty_rows() -> bytes:
    """A workbook whose one sheet has a million rows and nothing in them."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        book.add_worksheet("表")
    rows = b"".join(b'<row r="%d"/>' % number for number in range(1, EMPTY_ROWS + 1))
    with zipfile.ZipFile(made) as parts:
        entries = [(name, parts.read(name)) for name in parts.namelist()]
    return archive(
        (name, part.replace(b"<sheetData/>", b"<sheetData>" + rows + b"</sheetData>"))
        for name, part in entries
    )


def test_every_bad_paper_of_a_folder_is_named_and_the_rest_is_read(edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "材料"
    (folder / "空").mkdir(parents=True)
    locked = compound({"EncryptedPackage": b"", "EncryptionInfo": b""})
    with zipfile.ZipFile(folder / "包.zip", "w") as target:
        target.writestr("../evil.docx", form("甲小组"))
        target.writestr("好.docx", form("乙小组"))
    bad = {
        "加密.docx": (locked, "file-encrypted"),
        "加密.xlsx": (locked, "file-encrypted"),
        "加密.doc": (old_word(flags=0x0100), "file-encrypted"),
        "实体.docx": (archive([("word/document.xml", ENTITIES)]), "xml-entities"),
        "截断.doc": (old_word()[:-600], "file-truncated"),
        "截断.docx": (form("丙小组")[:3000], "file-truncated"),
        "网页.doc": (b"<html><body>x", "word-is-web-page"),
        "空行.xlsx": (empty_rows(), "table-empty"),
        "无.docx": (b"", "file-empty"),
    }
    for name, (content, _) in bad.items():
        written(folder, content, name)
    with (folder / "巨大.docx").open("wb") as huge:
        huge.truncate(500 << 20)
    written(folder, form("丁小组"), "好.docx")
    said = judge("import", edition, folder, "--dry-run", "--json")
    files = {Path(file["file"]).relative_to(folder).as_posix(): file for file in said.data["files"]}
    expected = {name: code for name, (_, code) in bad.items()}
    expected |= {
        "巨大.docx": "file-too-large",
        "包.zip/../evil.docx": "zip-entry-outside",
        "空": "folder-empty",
    }
    found = {name: [f["code"] for f in file["findings"]] for name, file in files.items() if file["findings"]}
    assert found == {name: [code] for name, code in expected.items()}
    assert said.data["counts"]["nominations"] == 2
    assert said.code == 1
    for name, file in files.items():
        assert all(finding["sentence"].startswith(str(folder / name)) for finding in file["findings"])


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl+C to whole consoles only")
def test_ctrl_c_is_one_sentence_and_leaves_the_edition_as_it_was(edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "材料"
    folder.mkdir()
    content = form("天山小组")
    for number in range(3000):
        written(folder, content, f"{number}.docx")
    before = edition.read_bytes()
    spools = tmp_path / "spools"
    spools.mkdir()
    with subprocess.Popen(
        [PROGRAM, "--lang", "en", "import", edition, folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "TMPDIR": str(spools)},
    ) as process:
        while process.poll() is None and not any(spools.iterdir()):
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, "")
    assert err == "The import was cancelled; the edition is as it was before.\n"
    assert edition.read_bytes() == before
    assert list(spools.iterdir()) == []
