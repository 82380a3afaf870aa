"""Pictures of papers are told by their bytes, kept beside their nomination, and said to be unread."""

from dataclasses import replace
from pathlib import Path

import pytest

from imports.findings import Severity
from imports.intake.sent import SentFile
from imports.reading import open_file, read
from imports.records import DocumentRecord, FileReading, Kind
from tests.imports.test_attachments import FORMS, document

PDF, JPG, PNG = b"%PDF-1.7\n...", b"\xff\xd8\xff\xe0...", b"\x89PNG\r\n\x1a\n..."
TIFF = b"II*\0...."


def scan(folder: Path, name: str, content: bytes = PDF) -> FileReading:
    path = folder / name
    path.write_bytes(content)
    return read(path, FORMS)


@pytest.mark.parametrize("content", [PDF, b"\n\n%PDF-1.4", JPG, PNG, TIFF, b"MM\0*..."])
@pytest.mark.parametrize("name", ["检验科班组.pdf", "检验科班组盖章页.dat", "检验科班组"])
def test_a_scan_is_told_by_its_bytes_and_attached_by_its_name(
    tmp_path: Path, name: str, content: bytes
) -> None:
    reading = scan(tmp_path, name, content)
    record = document(reading)
    assert (reading.kind, record.nomination, record.blocks, record.attachment) == (
        Kind.SCAN,
        "T1",
        (),
        "scan",
    )
    (finding,) = reading.findings
    assert (finding.code, finding.severity) == ("scan-unread", Severity.WARNING)


def test_a_scan_of_what_a_form_asks_for_says_so(tmp_path: Path) -> None:
    assert document(scan(tmp_path, "检验科班组自我评分表.pdf")).attachment == "self-rating"
    assert document(scan(tmp_path, "晨光小组（自治区人民医院）成果报告.pdf")).attachment == "report"


def test_a_doubtful_scan_is_asked_with_its_candidates_and_settled_by_the_user(tmp_path: Path) -> None:
    for name, candidates in (
        ("0001.jpg", ()),
        ("晨光小组.jpg", ("N1 晨光小组", "N2 晨光小组")),
    ):
        reading = scan(tmp_path, name)
        assert reading.records == ()
        (finding,) = reading.findings
        assert (finding.code, finding.params["candidates"]) == ("scan-unmatched", candidates)
        assert document(read(tmp_path / name, FORMS, nomination="N2")).nomination == "N2"
    unknown = read(tmp_path / "0001.jpg", FORMS, nomination="N9")
    assert [finding.code for finding in unknown.findings] == ["nomination-unknown"]


def owner(path: Path, folders: tuple[str, ...], *beside: str) -> str:
    opened = open_file(SentFile(path, path.name, path, folders), FORMS)
    records = opened.read(FORMS, None, beside).records
    return "".join(record.nomination for record in records if isinstance(record, DocumentRecord))


def test_a_scan_belongs_to_what_its_folder_names_or_holds_alone(tmp_path: Path) -> None:
    path = tmp_path / "0001.pdf"
    path.write_bytes(PDF)
    assert owner(path, ("卫健委", "检验科班组")) == "T1"
    assert owner(path, ("卫健委",), "N3") == "N3"
    assert owner(path, ("卫健委",), "N3", "T1") == ""
    named = path.rename(tmp_path / "晨光小组.pdf")
    assert owner(named, ("人民医院",), "N3") == "N2"


def test_a_picture_is_no_form_and_a_table_no_scan(tmp_path: Path) -> None:
    path = tmp_path / "晨光小组.pdf"
    path.write_bytes(PDF)
    (finding,) = read(path, FORMS, Kind.FORM).findings
    assert (finding.code, finding.params["kind"]) == ("scan-cannot-be", "form")
    table = tmp_path / "a.csv"
    table.write_text("编号,姓名\n", "utf-8")
    assert [f.code for f in read(table, FORMS, Kind.SCAN).findings] == ["not-a-scan"]


def test_a_scan_without_any_nomination_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "晨光小组.pdf"
    path.write_bytes(PDF)
    assert read(path, replace(FORMS, nominations=())).refused
