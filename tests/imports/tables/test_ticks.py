from pathlib import Path

import pytest

from imports.checklist import TickReading, read_ticks, state_of
from tests.imports.tables.samples import Row, write_csv, write_xlsx

HEAD = ("申报编号", "名称", "项目", "结果", "备注")


def said(reading: TickReading) -> list[tuple[str, str, str, str]]:
    return [(r.nomination, r.item, r.state, r.remark) for r in reading.records]


def test_a_table_of_ticks(tmp_path: Path) -> None:
    rows: list[Row] = [
        HEAD,
        ("qc-group-0001", "晨光QC小组", "单位盖章", "有", ""),
        ("qc-group-0001", "晨光QC小组", "成果报告", "缺", "只交了纸质件"),
        ("qc-group-0002", "红柳QC小组", "单位盖章", "", "还没看"),
        ("qc-group-0003", "胡杨QC小组", "unit-seal", "清除", ""),
    ]
    reading = read_ticks(write_xlsx(tmp_path / "ticks.xlsx", rows))
    assert reading.findings == ()
    assert said(reading) == [
        ("qc-group-0001", "单位盖章", "present", ""),
        ("qc-group-0001", "成果报告", "missing", "只交了纸质件"),
        ("qc-group-0003", "unit-seal", "clear", ""),
    ]


def test_what_is_wrong_with_a_table_of_ticks(tmp_path: Path) -> None:
    rows: list[Row] = [HEAD, ("a", "", "b", "大概"), ("", "", "b", "有"), ("a", "", "", "有")]
    reading = read_ticks(write_csv(tmp_path / "ticks.csv", rows))
    assert [(f.code, f.place.row) for f in reading.findings] == [
        ("tick-state-unclear", 2),
        ("tick-nomination-missing", 3),
        ("tick-item-missing", 4),
    ]
    assert reading.records == ()


def test_a_file_that_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "ticks.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook")
    assert [f.severity for f in read_ticks(path).findings] == ["blocking"]


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("√", "present"),
        ("有", "present"),
        ("Present", "present"),
        ("×", "missing"),
        ("缺", "missing"),
        ("撤销", "clear"),
        ("?", None),
        ("", None),
    ],
)
def test_what_a_result_means(written: str, state: str | None) -> None:
    assert state_of(written) == state
