from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from imports.reading import read
from imports.records import FileReading, Kind, QuotaRecord
from tests.imports.tables.samples import QUOTA_HEAD, REGISTER, Row, codes, only, read_rows, write_xlsx

PUBLISHED = Path(__file__).parents[1] / "data" / "quotas-2019.docx"
ROWS: tuple[Row, ...] = (
    QUOTA_HEAD,
    ("1", "乌鲁木齐市工信局", "25", "22", "6"),
    ("2", "伊犁州工信局", "11", "6", "4"),
    ("", "总  计", "36", "28", "10"),
)


def quotas(reading: FileReading) -> list[QuotaRecord]:
    return [record for record in reading.records if isinstance(record, QuotaRecord)]


def changed(row: int, column: int, text: str) -> list[Row]:
    rows = [list(r) for r in ROWS]
    rows[row][column] = text
    return [tuple(r) for r in rows]


def test_the_published_table_adds_up() -> None:
    reading = read(PUBLISHED, REGISTER)

    assert (reading.kind, reading.findings) == (Kind.QUOTAS, ())
    records = quotas(reading)
    totals = [sum(r.seats[c] for r in records) for c in ("qc-group", "qc-presenting", "trusted-team")]
    assert (len(records), totals) == (41, [446, 247, 185])
    assert records[15].body == "奎屯市工信局"
    assert dict(records[15].seats) == {"qc-group": 4, "qc-presenting": 3, "trusted-team": 2}
    assert (records[15].number, records[15].place.row) == (16, 18)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_one_head_row_reads_as_well(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"名额{suffix}"
    reading = read(write_xlsx(path, ROWS), REGISTER) if suffix == ".xlsx" else read_rows(tmp_path, ROWS)
    assert [dict(q.seats) for q in quotas(reading)] == [
        {"qc-group": 25, "qc-presenting": 22, "trusted-team": 6},
        {"qc-group": 11, "qc-presenting": 6, "trusted-team": 4},
    ]
    assert reading.findings == ()


def test_a_merged_two_row_head_in_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "quotas.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.merge_range("A1:E1", "推荐名额表")
        sheet.merge_range("A2:A3", "序号")
        sheet.merge_range("B2:B3", "地区或部门")
        sheet.merge_range("C2:D2", "质量管理活动")
        sheet.merge_range("E2:E3", "质量信得过班组数")
        sheet.write_row("C3", ("小组数", "发表小组数"))
        sheet.write_row("A4", (1, "乌鲁木齐市工信局", 25, 22, 6))
        sheet.merge_range("A5:B5", "合计")
        sheet.write_row("C5", (25, 22, 6))
    reading = read(path, REGISTER)
    assert reading.findings == ()
    assert [(q.body, q.place.row) for q in quotas(reading)] == [("乌鲁木齐市工信局", 4)]


def test_an_unmerged_two_row_head_in_csv(tmp_path: Path) -> None:
    rows = [
        ("序号", "地区或部门", "质量管理活动", "", "质量信得过班组数"),
        ("", "", "小组数", "发表小组数", ""),
    ]
    reading = read_rows(tmp_path, [*rows, *ROWS[1:]])
    assert reading.findings == ()
    assert len(quotas(reading)) == 2


@pytest.mark.parametrize("written", ["25 ", " 25", "２５", "\u300025\xa0"])
def test_counts_as_people_type_them(tmp_path: Path, written: str) -> None:
    reading = read_rows(tmp_path, changed(1, 2, written))
    assert quotas(reading)[0].seats["qc-group"] == 25
    assert not reading.refused


@pytest.mark.parametrize("written", ["-3", "", "多", "2.5", "1e3", "12345678901", "２５人"])
def test_what_is_no_count_names_its_row_and_column(tmp_path: Path, written: str) -> None:
    reading = read_rows(tmp_path, changed(2, 3, written))
    finding = only(reading, "quota-not-a-count")
    assert (finding.place.row, finding.place.label) == (3, "发表小组数")
    assert finding.params["body"] == "伊犁州工信局"
    assert finding.params["written"] == written
    assert reading.refused


def test_a_total_that_disagrees(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, changed(3, 4, "11"))
    finding = only(reading, "quota-total-disagrees")
    assert dict(finding.params) == {"category": "质量信得过班组数", "said": "11", "counted": 10}
    assert (finding.place.row, finding.place.label) == (4, "质量信得过班组数")
    assert reading.refused


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    rows: Sequence[Row] = (
        QUOTA_HEAD,
        ("1", "乌鲁木齐市工信局", "x", "y", "6"),
        ("2", "乌鲁木齐市 工信局", "1", "1", "1"),
        ("3", "", "1", "1", "1"),
        ("4", "伊犁州工信局", "3", "4", "1"),
    )
    reading = read_rows(tmp_path, rows)
    assert codes(reading)[:5] == [
        "quota-not-a-count",
        "quota-not-a-count",
        "quota-body-twice",
        "quota-body-missing",
        "quota-subset-exceeds",
    ]
    assert only(reading, "quota-body-twice").params["first_row"] == 2
    exceeds = only(reading, "quota-subset-exceeds")
    assert (exceeds.params["seats"], exceeds.params["of_seats"], exceeds.place.row) == (4, 3, 5)


def test_a_gap_in_the_numbering_is_noted(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, changed(2, 0, "3"))
    assert dict(only(reading, "quota-number-gap").params) == {"expected": 2, "written": "3"}
    assert not reading.refused
    assert quotas(reading)[1].number == 3


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [row[:4] for row in ROWS])
    assert only(reading, "head-missing").params["columns"] == ("质量信得过班组数",)
    assert reading.refused


def test_all_that_is_wrong_with_a_row_is_said_at_once(tmp_path: Path) -> None:
    rows: Sequence[Row] = (
        QUOTA_HEAD,
        ("1", "乌鲁木齐市工信局", "3", "4", "x"),
        ("2", "", "y", "1", "1"),
        ("3", "乌鲁木齐市 工信局", "2", "3", "z"),
    )
    reading = read_rows(tmp_path, rows)
    blocking = {(f.place.row, f.place.label, f.code) for f in reading.findings if f.severity == "blocking"}
    assert blocking == {
        (2, "发表小组数", "quota-subset-exceeds"),
        (2, "质量信得过班组数", "quota-not-a-count"),
        (3, "地区或部门", "quota-body-missing"),
        (3, "小组数", "quota-not-a-count"),
        (4, "地区或部门", "quota-body-twice"),
        (4, "发表小组数", "quota-subset-exceeds"),
        (4, "质量信得过班组数", "quota-not-a-count"),
    }
    assert quotas(reading) == []


def test_a_total_is_checked_where_all_of_its_own_column_is_known(tmp_path: Path) -> None:
    rows = changed(1, 2, "x")
    rows[3] = ("", "总计", "1", "1", "1")
    reading = read_rows(tmp_path, rows)
    disagreeing = [f.place.label for f in reading.findings if f.code == "quota-total-disagrees"]
    assert disagreeing == ["发表小组数", "质量信得过班组数"]
