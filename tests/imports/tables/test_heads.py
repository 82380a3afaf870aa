from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from imports.detect import columns_of
from imports.findings import Severity
from imports.reading import read
from imports.records import Kind
from imports.register import Register
from tests.imports.tables.samples import (
    DAWN,
    NOMINATION_HEAD,
    PROGRAMME,
    QUOTA_HEAD,
    REGISTER,
    REVIEWER_HEAD,
    SCORE_HEAD,
    ZHANG,
    Row,
    codes,
    only,
    read_rows,
)

MARK: Row = (DAWN.key, ZHANG.key, "工具与创新", "9")


@pytest.mark.parametrize(
    "head",
    [
        ("申 报 编 号", "评委\u3000编号：", "*评分项", "得分（满分15分）"),
        ("NOMINATION", "Reviewer", "criterion ", "[Points]"),
        ("申报", "评委", "评分项目", "打分"),
    ],
)
def test_headings_however_they_are_spaced_and_spelled(tmp_path: Path, head: Row) -> None:
    reading = read_rows(tmp_path, [head, MARK])
    assert (len(reading.records), reading.findings) == (1, ())


def test_titles_above_the_head_are_passed_over(tmp_path: Path) -> None:
    rows: list[Row] = [("2019年评分表",), (), ("评审组", "一组"), SCORE_HEAD, MARK]
    reading = read_rows(tmp_path, rows)
    assert reading.findings == ()
    assert reading.records[0].place.row == 5


def test_columns_that_are_missing_are_all_named(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [("申报编号", "评委编号", "意见"), (*MARK[:2], "好")], Kind.SCORES)
    finding = only(reading, "head-missing")
    assert (finding.params["columns"], finding.place.row) == (("评分项", "分值"), 1)
    assert (reading.refused, reading.records) == (True, ())


def test_no_head_at_all(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [("甲", "乙"), ("1", "2")], Kind.SCORES)
    assert only(reading, "score-table-unclear").params["seen"] == ("甲", "乙")


def test_a_column_twice(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [(*SCORE_HEAD, "得分"), (*MARK, "8")])
    finding = only(reading, "head-twice")
    assert (finding.params["columns"], finding.place.label) == (("分值", "得分"), "得分")
    assert (reading.refused, reading.records) == (True, ())


def test_columns_that_are_not_read_are_named_and_need_consent(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [(*SCORE_HEAD, "意见", "", "空"), (*MARK, "好", "x", "")])
    unknown, empty = only(reading, "column-unknown"), only(reading, "head-empty")
    assert (unknown.params["column"], unknown.severity) == ("意见", Severity.WARNING)
    assert (empty.params["column"], empty.severity) == ("F", Severity.WARNING)
    assert codes(reading) == ["column-unknown", "head-empty"]
    assert len(reading.records) == 1


@pytest.mark.parametrize(
    ("kind", "head"),
    [(Kind.SCORES, SCORE_HEAD), (Kind.REVIEWERS, REVIEWER_HEAD), (Kind.NOMINATIONS, NOMINATION_HEAD)],
)
def test_a_merged_head_is_refused_in_one_sentence(tmp_path: Path, kind: Kind, head: Row) -> None:
    path = tmp_path / "merged.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("表一")
        sheet.write_row("A1", head)
        sheet.merge_range(0, len(head), 0, len(head) + 1, "备注")
        sheet.write_row("A2", ["x"] * (len(head) + 2))
    reading = read(path, REGISTER, kind)
    finding = only(reading, "head-merged")
    assert (finding.place.table, finding.place.row, finding.params["columns"]) == ("表一", 1, ("备注",))
    assert (reading.refused, reading.records) == (True, ())


def test_a_name_merged_over_several_rows_is_not_copied_down(tmp_path: Path) -> None:
    path = tmp_path / "scores.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row("A1", SCORE_HEAD)
        sheet.write_row("A2", MARK)
        sheet.merge_range("A2:A4", DAWN.key)
        sheet.write_row("B3", (ZHANG.key, "选题契合", 9))
        sheet.write_row("B4", (ZHANG.key, "成效", 9))
    finding = only(read(path, REGISTER), "cell-merged")
    assert (finding.place.row, finding.place.label, finding.params["rows"]) == (3, "申报编号", 2)
    assert finding.severity is Severity.BLOCKING


@pytest.mark.parametrize("head", [SCORE_HEAD, QUOTA_HEAD, REVIEWER_HEAD, NOMINATION_HEAD])
def test_a_head_without_rows_says_that_nothing_is_filled(tmp_path: Path, head: Row) -> None:
    reading = read_rows(tmp_path, [head])
    assert (reading.records, reading.refused) == ((), False)
    assert codes(reading) == (["quota-total-missing"] if head is QUOTA_HEAD else ["nothing-filled"])


@pytest.mark.parametrize(
    ("written", "offered"),
    [("评分项目名", ("评分项目", "项目名称")), ("Criterions", ("criterion",)), ("意见", ())],
)
def test_an_unknown_column_is_offered_the_nearest_that_are_lacking(
    tmp_path: Path, written: str, offered: tuple[str, ...]
) -> None:
    head = ("申报编号", "评委编号", written, "分值")
    reading = read_rows(tmp_path, [head, MARK], Kind.SCORES)
    assert only(reading, "head-missing").params["columns"] == ("评分项",)
    finding = only(reading, "column-unknown-near" if offered else "column-unknown")
    assert (finding.params["column"], finding.severity) == (written, Severity.WARNING)
    assert finding.params.get("nearest", ()) == offered


def test_a_column_that_is_there_already_is_not_offered_again(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [(*SCORE_HEAD, "分值2"), (*MARK, "9")])
    assert codes(reading) == ["column-unknown"]


@pytest.mark.parametrize("kind", [Kind.SCORES, Kind.REVIEWERS, Kind.NOMINATIONS, Kind.QUOTAS])
def test_every_column_that_may_be_missing_has_an_english_name(kind: Kind) -> None:
    heads = [
        column.head for column in columns_of(kind, Register(PROGRAMME)) if not column.key.startswith("field ")
    ]
    assert [head for head in heads if not head.english.isascii() or not head.english] == []
