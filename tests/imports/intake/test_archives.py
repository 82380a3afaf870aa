"""Archives as bodies send them: GBK names, wrong entries beside right ones, listings that lie."""

import io
import zipfile
from pathlib import Path

import pytest

from imports.findings import Severity
from imports.intake import archives
from imports.records import BodyPaperRecord, NominationRecord
from tests.imports.forms import bodies_papers
from tests.imports.forms.filled import qc_group
from tests.imports.intake.opened import codes, read_all
from tests.imports.word.papers import archive, full

FORM = full(qc_group())


def sent(folder: Path, entries: list[tuple[str | zipfile.ZipInfo, bytes]], name: str = "哈密.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry, content in entries:
            target.writestr(entry, content)
    return path


def named(raw: bytes) -> bytes:
    """An archive with one form whose name stands in it as these bytes, without the UTF-8 flag."""
    plain = b"x" * len(raw)
    return archive([(plain.decode(), FORM)]).replace(plain, raw)


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8"])
def test_names_without_the_utf8_flag_are_what_the_sender_saw(tmp_path: Path, encoding: str) -> None:
    name = "推荐/晨光ＱＣ小组联通.docx"
    path = tmp_path / "哈密.zip"
    path.write_bytes(named(name.encode(encoding)))
    (reading,) = read_all(path).items()
    assert reading[0] == f"哈密.zip/{name}"
    assert reading[1].path == str(path / name)
    (record,) = reading[1].records
    assert isinstance(record, NominationRecord)
    assert record.place.file == str(path / name)


def test_a_summary_in_an_archive_is_read_like_any_form(tmp_path: Path) -> None:
    path = sent(tmp_path, [("附件6.docx", full(bodies_papers.qc_summary()))])
    (reading,) = read_all(path, register=bodies_papers.REGISTER).values()
    assert reading.findings == ()
    (record,) = reading.records
    assert isinstance(record, BodyPaperRecord)
    assert (record.form, record.body) == ("qc-summary", bodies_papers.BODY)
    assert bodies_papers.STORY in [block.text for block in record.blocks]


def test_names_with_the_flag_and_backslashes_are_paths(tmp_path: Path) -> None:
    path = sent(tmp_path, [("推荐\\晨光.docx", FORM)])
    assert codes(read_all(path)) == {"哈密.zip/推荐/晨光.docx": []}


def test_good_entries_are_read_beside_bad_ones_and_each_bad_one_is_named(tmp_path: Path) -> None:
    nested = archive([("form.docx", FORM)])
    path = sent(
        tmp_path,
        [
            ("good.docx", FORM),
            ("../evil.docx", FORM),
            ("/etc/evil.docx", FORM),
            ("inner.zip", nested),
            ("inner.rar", b"Rar!\x1a\x07"),
            ("bomb.csv", bytes(8 << 20)),
            ("cut.docx", FORM[: len(FORM) // 2]),
            ("empty.docx", b""),
        ],
    )
    readings = read_all(path)
    assert codes(readings) == {
        "哈密.zip/good.docx": [],
        "哈密.zip/../evil.docx": ["zip-entry-outside"],
        "哈密.zip//etc/evil.docx": ["zip-entry-outside"],
        "哈密.zip/inner.zip": ["zip-nested"],
        "哈密.zip/inner.rar": ["zip-nested"],
        "哈密.zip/bomb.csv": ["zip-bomb"],
        "哈密.zip/cut.docx": ["file-truncated"],
        "哈密.zip/empty.docx": ["file-empty"],
    }
    assert len(readings["哈密.zip/good.docx"].records) == 1
    for name, reading in readings.items():
        for finding in reading.findings:
            assert finding.severity is Severity.BLOCKING
            assert "哈密.zip" in finding.place.file
            assert finding.place.file.endswith(Path(name).name)
    assert sorted(inside.name for inside in tmp_path.rglob("*")) == ["哈密.zip"]


def test_two_entries_of_one_name_are_not_taken_for_one(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = sent(tmp_path, [("a.docx", FORM), ("a.docx", FORM)])
    assert sorted(code for found in (read_all(path),) for code in codes(found)["哈密.zip/a.docx"]) == [
        "zip-entry-twice"
    ]


def test_what_systems_leave_lying_about_and_links_are_passed_over(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.docx")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    path = sent(
        tmp_path,
        [("a.docx", FORM), ("__MACOSX/._a.docx", b"x"), ("b/~$a.docx", b"x"), (".DS_Store", b"x")],
    )
    with zipfile.ZipFile(path, "a") as target:
        target.writestr(link, "/etc/passwd")
    assert list(read_all(path)) == ["哈密.zip/a.docx"]


def test_an_encrypted_entry_is_named(tmp_path: Path) -> None:
    content = bytearray(archive([("a.docx", FORM)]))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as source:
        listing = source.start_dir
    content[6] |= 1
    content[listing + 8] |= 1
    path = tmp_path / "locked.zip"
    path.write_bytes(bytes(content))
    assert codes(read_all(path)) == {"locked.zip/a.docx": ["file-encrypted"]}


def test_a_listing_that_cannot_be_trusted_refuses_the_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = tmp_path / "cut.zip"
    cut.write_bytes(archive([("a.docx", FORM)])[:-30])
    empty = tmp_path / "empty.zip"
    empty.write_bytes(b"")
    assert codes(read_all(cut)) == {"cut.zip": ["file-truncated"]}
    assert codes(read_all(empty)) == {"empty.zip": ["file-empty"]}
    several = sent(tmp_path, [("a.docx", FORM), ("b.docx", FORM)])
    monkeypatch.setattr(archives, "ENTRIES_LIMIT", 1)
    (reading,) = read_all(several).values()
    (finding,) = reading.findings
    assert (finding.code, dict(finding.params)) == ("zip-too-many", {"count": 2, "most": 1})
    monkeypatch.setattr(archives, "ENTRIES_LIMIT", 9)
    monkeypatch.setattr(archives, "UNPACKED_LIMIT", len(FORM))
    assert codes(read_all(several)) == {"哈密.zip": ["zip-bomb"]}


def test_an_office_file_called_zip_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "form.zip"
    path.write_bytes(FORM)
    assert len(read_all(path)["form.zip"].records) == 1


def test_other_archives_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.rar").write_bytes(b"Rar!\x1a\x07\x00rest")
    (tmp_path / "b.7z").write_bytes(b"7z\xbc\xaf\x27\x1crest")
    assert codes(read_all(tmp_path)) == {"a.rar": ["archive-not-zip"], "b.7z": ["archive-not-zip"]}


def test_a_name_that_a_terminal_would_obey_is_not_shown_as_such(tmp_path: Path) -> None:
    path = sent(tmp_path, [("a\x1b[2J.docx", FORM)])
    assert list(read_all(path)) == ["哈密.zip/a\ufffd[2J.docx"]
