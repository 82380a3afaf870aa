from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from imports.aliases import read_aliases
from imports.grid import Grid
from imports.history import read_history, year_of
from imports.reading import read
from imports.records import FileReading, Kind, PastAwardRecord
from imports.remarks import Remarks
from tests.imports.tables.samples import NOMINATION_HEAD, REGISTER, Row, codes, only, read_rows, write_csv
from tests.imports.word.papers import bare, cell, row, table, written

OF_2019 = replace(REGISTER, year=2019)
HEAD = ("年度", "奖项", "小组名称", "企业名称", "推荐单位")
WON: Row = ("2018年", "自治区优秀质量管理小组", "晨光QC小组", "新疆石油管理局", "克拉玛依市")

Line = tuple[int, str, str, str, str]


def lines(reading: FileReading) -> list[Line]:
    records = [r for r in reading.records if isinstance(r, PastAwardRecord)]
    return [(r.year, r.award, r.name, r.organisation, r.body) for r in records]


def test_a_list_with_every_column(tmp_path: Path) -> None:
    rows: list[Row] = [HEAD, WON, (2017, "trusted-team", "阿里木·买买提班组", "吐哈油田", "")]
    reading = read_rows(tmp_path, rows, register=OF_2019)
    assert (reading.kind, reading.findings) == (Kind.HISTORY, ())
    assert lines(reading) == [
        (2018, "qc-group", "晨光QC小组", "新疆石油管理局", "克拉玛依市"),
        (2017, "trusted-team", "阿里木·买买提班组", "吐哈油田", ""),
    ]


def test_one_sheet_a_year_with_the_award_in_the_title(tmp_path: Path) -> None:
    path = tmp_path / "历年获奖名单.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        for year in (2016, 2017, 2018):
            sheet = workbook.add_worksheet(f"{year}年")
            sheet.write(0, 0, "自治区优秀质量管理小组名单")
            sheet.write_row(1, 0, ("序号", "小组名称", "企业名称"))
            sheet.write_row(2, 0, (1, f"晨光{year}", "新疆油田公司"))
    reading = read(path, OF_2019)
    assert (reading.kind, codes(reading)) == (Kind.HISTORY, [])
    assert [line[:3] for line in lines(reading)] == [
        (year, "qc-group", f"晨光{year}") for year in (2016, 2017, 2018)
    ]


def test_the_longest_title_is_the_award(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("2018年质量信得过班组建设优秀企业获奖名单",),
        ("企业名称", "推荐单位"),
        ("新疆油田公司", "克拉玛依市"),
    ]
    reading = read_rows(tmp_path, rows, register=OF_2019)
    assert lines(reading) == [(2018, "team-enterprise", "", "新疆油田公司", "克拉玛依市")]


def test_a_word_table(tmp_path: Path) -> None:
    body = table(*(row(*(cell(str(text)) for text in line)) for line in (HEAD, WON)))
    reading = read(written(tmp_path, bare(body), "名单.docx"), OF_2019)
    assert reading.kind is Kind.HISTORY
    assert lines(reading) == [(2018, "qc-group", "晨光QC小组", "新疆石油管理局", "克拉玛依市")]


def test_nominations_are_no_history_whatever_year_they_carry(tmp_path: Path) -> None:
    nomination = (
        "自治区优秀质量管理小组",
        "伊犁州工信局",
        "晨光QC小组",
        "新疆油田",
        "课题",
        "是",
        "否",
        "张三",
    )
    for title in ("2019年申报汇总表", "2018年申报汇总表"):
        reading = read_rows(tmp_path, [(title,), NOMINATION_HEAD, nomination], register=OF_2019)
        assert reading.kind is Kind.NOMINATIONS
    with_year = [("年度", *NOMINATION_HEAD), ("2019", *nomination)]
    assert read_rows(tmp_path, with_year, register=OF_2019).kind is Kind.NOMINATIONS


@pytest.mark.parametrize(
    ("line", "code", "label"),
    [
        (("2019", *WON[1:]), "history-year-not-before", "年度"),
        (("去年", *WON[1:]), "history-year-unclear", "年度"),
        (("", *WON[1:]), "history-year-missing", "年度"),
        (("2018", "全国优秀小组", *WON[2:]), "award-unknown", "奖项"),
        (("2018", "", *WON[2:]), "history-award-missing", None),
        ((*WON[:3], " ", ""), "history-organisation-missing", "企业名称"),
    ],
)
def test_what_is_wrong_is_found_at_its_place(tmp_path: Path, line: Row, code: str, label: str | None) -> None:
    reading = read_rows(tmp_path, [HEAD, WON, line], register=OF_2019)
    finding = only(reading, code)
    assert (finding.place.row, finding.place.label) == (3, label)
    assert reading.refused


def test_a_line_that_stands_twice_is_taken_once(tmp_path: Path) -> None:
    again = ("２０１８", WON[1], "晨光 QC小组", *WON[3:])
    reading = read_rows(tmp_path, [HEAD, WON, again], register=OF_2019)
    assert len(lines(reading)) == 1
    assert only(reading, "history-twice").params["first_row"] == 2


def test_a_year_merged_over_its_winners(tmp_path: Path) -> None:
    path = tmp_path / "名单.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.merge_range(1, 0, 2, 0, "2017年度")
        for at, name in ((1, "晨光QC小组"), (2, "红柳QC小组")):
            sheet.write_row(at, 1, (WON[1], name, "新疆油田公司", "克拉玛依市"))
    assert [line[0] for line in lines(read(path, OF_2019))] == [2017, 2017]


@pytest.mark.parametrize(
    ("text", "year"),
    [("2018", 2018), ("2018年", 2018), ("２０１８年度", 2018), ("2018.0", 2018), (" 2018 年 ", 2018)]
    + [(text, None) for text in ("18", "20180", "2018-2019", "2018届", "", "三年")],
)
def test_what_is_a_year(text: str, year: int | None) -> None:
    assert year_of(text) == year


def test_a_csv_that_lost_its_award_column_is_asked_about(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "2018年获奖.csv", [("企业名称", "推荐单位"), ("新疆油田公司", "克拉玛依市")])
    assert codes(read(path, OF_2019)) == ["history-award-missing"]


CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        ["2018", "２０１９年", "去年", "qc-group", "晨光QC小组", "新疆油田、吐哈", "=1+1", "#REF!", " "]
    ),
    st.text(max_size=4),
)


@given(
    st.lists(st.lists(CELLS, max_size=6).map(tuple), max_size=8),
    st.sampled_from([HEAD, ("单位名称", "曾用名")]),
)
def test_whatever_stands_below_a_head_is_a_record_or_a_finding(
    rows: list[tuple[str | None, ...]], head: tuple[str, ...]
) -> None:
    grid = Grid("2018年", (head, *rows))
    for records, remarks in (
        (read_history([grid], OF_2019, of := Remarks("a.xlsx")), of),
        (read_aliases([grid], named := Remarks("a.xlsx")), named),
    ):
        filled = [row for row in rows if any((cell or "").strip() for cell in row)]
        assert records or remarks.findings or not filled or head is not HEAD
        assert all(record.organisation.strip() for record in records)
    assert all(record.year < 2019 for record in read_history([grid], OF_2019, Remarks("a.xlsx")))
