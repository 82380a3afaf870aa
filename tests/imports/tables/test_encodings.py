import codecs
from pathlib import Path

import pytest

from imports.findings import Severity
from imports.reading import read
from tests.imports.tables.samples import (
    DAWN,
    NOMINATION_HEAD,
    REGISTER,
    SCORE_HEAD,
    ZHANG,
    codes,
    csv_bytes,
    only,
)

ROWS = [SCORE_HEAD, ("晨光QC小组", "张三", "选题契合", "12.5")]
EXPECTED = (DAWN.key, ZHANG.key, 25)


@pytest.mark.parametrize(
    ("encoding", "findings"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", []),
        ("utf-32", []),
        ("gb18030", ["encoding-gb18030"]),
        ("gbk", ["encoding-gb18030"]),
    ],
)
def test_the_encodings_that_tables_come_in(tmp_path: Path, encoding: str, findings: list[str]) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(csv_bytes(ROWS, encoding))
    reading = read(path, REGISTER)
    (score,) = reading.records
    assert (score.nomination, score.reviewer, score.ticks) == EXPECTED  # type: ignore[union-attr]
    assert codes(reading) == findings


def test_big_endian_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_bytes(codecs.BOM_UTF16_BE + csv_bytes(ROWS, "utf-16-be"))
    assert len(read(path, REGISTER).records) == 1


@pytest.mark.parametrize(
    "content",
    [
        csv_bytes(ROWS, "utf-16-le"),
        "申報編號,評審\n紅柳小組,張三豐\n".encode("big5"),
        "Société générale,naïve\n".encode("latin-1"),
        b"\xff\xfe\x00",
        b"a,b\n\x00,\x01\n",
    ],
)
def test_bytes_that_could_be_anything_are_not_guessed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    reading = read(path, REGISTER)
    (doubt,) = (f for f in reading.findings if f.code in {"encoding-likely", "encoding-unknown"})
    assert doubt.severity is Severity.BLOCKING
    assert reading.records == ()


def test_rare_characters_in_chinese_text_are_no_doubt(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(csv_bytes([SCORE_HEAD, ("晨光QC小组", "𠮷㐂", "选题契合", "1")], "gb18030"))
    assert only(read(path, REGISTER), "score-reviewer-unknown").params["name"] == "𠮷㐂"


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimiters_are_told_by_the_columns(tmp_path: Path, delimiter: str) -> None:
    row = ["qc-group", "伊犁州工信局", "胡杨", "供水公司", "课题", "是", "否", "甲乙；丙丁，戊己、庚辛"]
    path = tmp_path / "table.txt"
    path.write_text("\n".join(delimiter.join(r) for r in (NOMINATION_HEAD, row)), encoding="utf-8")
    (record,) = read(path, REGISTER).records
    assert record.members == ("甲乙", "丙丁", "戊己", "庚辛")  # type: ignore[union-attr]


def test_a_quote_left_open_does_not_swallow_the_table(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('申报编号,评委编号,评分项,分值\nQC-0001,R01,"选题契合,12\nQC-0001,R01,成效,3\n', "utf-8")
    finding = only(read(path, REGISTER), "quotes-unbalanced")
    assert (finding.params["row"], finding.severity) == (2, Severity.BLOCKING)


def test_a_web_page_that_calls_itself_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_text("<html><body><table><tr><td>申报编号</td></tr></table></body></html>", "utf-8")
    assert codes(read(path, REGISTER)) == ["file-is-web-page"]
