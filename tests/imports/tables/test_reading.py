import hashlib
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imports.findings import Severity
from imports.reading import read
from imports.records import Kind, QuotaRecord
from tests.imports.tables.samples import (
    BODIES,
    DAWN,
    NOMINATION_HEAD,
    QUOTA_HEAD,
    REGISTER,
    REVIEWER_HEAD,
    SCORE_HEAD,
    ZHANG,
    Row,
    codes,
    csv_bytes,
    only,
    read_rows,
    write_csv,
    write_xlsx,
)
from tests.imports.word.compounds import compound, old_word

MARK: Row = (DAWN.key, ZHANG.key, "成效", "9")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (QUOTA_HEAD, Kind.QUOTAS),
        (NOMINATION_HEAD, Kind.NOMINATIONS),
        (REVIEWER_HEAD, Kind.REVIEWERS),
        (SCORE_HEAD, Kind.SCORES),
        (("姓名", "单位", "电话", "奖项"), Kind.REVIEWERS),
        (("小组名称", "评委", "评分项", "得分"), Kind.SCORES),
    ],
)
def test_a_table_is_known_by_its_head_whatever_the_file_is_called(
    tmp_path: Path, head: Row, kind: Kind
) -> None:
    for name in ("名额.csv", "评分.csv", "x.csv"):
        assert read(write_csv(tmp_path / name, [head]), REGISTER).kind is kind


def test_a_head_not_quite_whole_is_taken_for_what_it_nearly_is(tmp_path: Path) -> None:
    reading = read(write_csv(tmp_path / "x.csv", [SCORE_HEAD[:3], MARK[:3]]), REGISTER)
    assert reading.kind is Kind.SCORES
    assert only(reading, "head-missing").params["columns"] == ("分值",)


def test_what_the_user_says_goes_before_what_is_found(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [SCORE_HEAD, MARK], Kind.QUOTAS)
    assert (reading.kind, reading.refused) == (Kind.QUOTAS, True)
    assert "地区或部门" in str(only(reading, "head-missing").params["columns"])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("x.csv", "kind-unknown"),
        ("x.pdf", "file-not-a-paper"),
        ("x.docx", "file-not-a-paper"),
        ("noname", "file-not-a-paper"),
    ],
)
def test_a_file_of_no_kind(tmp_path: Path, name: str, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(csv_bytes([("甲", "乙"), ("1", "2")]))
    reading = read(path, REGISTER)
    assert codes(reading) == [code]
    assert (reading.kind, reading.refused) == (None, True)
    assert only(reading, code).severity is Severity.BLOCKING


def test_another_programs_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("a.jpg", b"x")
    assert codes(read(tmp_path / "photos.zip", REGISTER)) == ["file-not-a-paper"]


def test_the_bytes_are_pinned_even_where_they_are_refused(tmp_path: Path) -> None:
    good, bad = write_csv(tmp_path / "g.csv", [SCORE_HEAD, MARK]), tmp_path / "b.xlsx"
    bad.write_bytes(b"PK\x03\x04 and no more")
    for path in (good, bad):
        assert read(path, REGISTER).sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert read(bad, REGISTER).refused


def test_missing_empty_and_cut_files(tmp_path: Path) -> None:
    whole = write_xlsx(tmp_path / "whole.xlsx", [SCORE_HEAD, MARK]).read_bytes()
    (tmp_path / "empty.csv").touch()
    (tmp_path / "cut.xlsx").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "blank.csv").write_text(" ,\n,\n")
    found = {
        name: codes(read(tmp_path / name, REGISTER))
        for name in ("none.csv", "empty.csv", "cut.xlsx", "blank.csv", ".")
    }
    assert found == {
        "none.csv": ["file-missing"],
        "empty.csv": ["file-empty"],
        "cut.xlsx": ["file-truncated"],
        "blank.csv": ["table-empty"],
        ".": ["file-unreadable"],
    }


def test_an_encrypted_workbook_and_an_old_word_file(tmp_path: Path) -> None:
    cut = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    for name, content, code in (
        ("locked.xlsx", compound({"EncryptedPackage": b""}), "file-encrypted"),
        ("form.doc", old_word(), "file-old-format"),
        ("odd.xls", cut, "file-unreadable"),
    ):
        (tmp_path / name).write_bytes(content)
        assert codes(read(tmp_path / name, REGISTER)) == [code]


def test_word_that_is_no_form_names_the_forms_known(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    document = docx.Document()
    document.add_paragraph("各推荐单位：")
    document.save(str(path))
    finding = only(read(path, REGISTER), "word-not-a-form")
    assert "自治区优秀质量管理小组申报表" in finding.params["forms"]  # type: ignore[operator]


def test_word_named_a_report_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "晨光QC小组成果报告.docx"
    document = docx.Document()
    document.add_paragraph("一、选题理由")
    document.save(str(path))
    reading = read(path, REGISTER)
    assert (reading.kind, [getattr(r, "nomination", None) for r in reading.records]) == (
        Kind.REPORT,
        [DAWN.key],
    )


def test_scores_in_a_word_table(tmp_path: Path) -> None:
    path = tmp_path / "panel.docx"
    document = docx.Document()
    table = document.add_table(rows=0, cols=4)
    for row in (SCORE_HEAD, MARK):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = str(text)
    document.save(str(path))
    reading = read(path, REGISTER)
    assert (reading.kind, len(reading.records), reading.findings) == (Kind.SCORES, 1, ())


def test_a_workbook_is_no_form(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [SCORE_HEAD, MARK], Kind.FORM)
    assert only(reading, "kind-needs-word").params["kind"] == "form"


CELLS = st.one_of(
    st.sampled_from(
        [*QUOTA_HEAD, *SCORE_HEAD, *REVIEWER_HEAD, *NOMINATION_HEAD, *BODIES, *map(str, MARK), "qc-group"]
    ),
    st.sampled_from(["", "总计", "回避", "不适用", "=1+1", "[/x]", "-1", "#N/A", "全部", "是"]),
    st.text(max_size=6),
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CELLS, max_size=9), max_size=8), kind=st.sampled_from([None, *Kind]))
def test_any_cells_give_records_or_findings(tmp_path: Path, rows: list[list[str]], kind: Kind | None) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(csv_bytes(rows).replace(b"\xed", b"?") if rows else b"\n")
    reading = read(path, REGISTER, kind)
    assert reading.records or reading.findings
    for record in reading.records:
        if isinstance(record, QuotaRecord):
            assert all(seats >= 0 for seats in record.seats.values())


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(min_size=1, max_size=300),
    suffix=st.sampled_from([".csv", ".xlsx", ".xls", ".ods", ".docx"]),
)
def test_any_bytes_give_findings(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(content)
    reading = read(path, REGISTER)
    assert (reading.refused, reading.records) == (True, ())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0), cut=st.integers(1, 30))
def test_a_workbook_with_bytes_missing_is_read_or_refused(tmp_path: Path, at: int, cut: int) -> None:
    whole = write_xlsx(tmp_path / "whole.xlsx", [SCORE_HEAD, MARK]).read_bytes()
    at %= len(whole)
    path = tmp_path / "cut.xlsx"
    path.write_bytes(whole[:at] + whole[at + cut :])
    reading = read(path, REGISTER)
    assert reading.refused or reading.records


def test_candidates_whose_award_column_is_missing_are_not_taken_for_reviewers(tmp_path: Path) -> None:
    rows: list[Row] = [("姓名", "单位", "职务", "推荐单位"), ("张三", "某厂", "工程师", BODIES[0])]
    reading = read_rows(tmp_path, rows)
    assert reading.refused
    assert reading.kind is not Kind.REVIEWERS
