"""Every layout of one panel gives the same marks; what stays open is said in one sentence and not guessed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import docx
import pytest
import xlsxwriter  # type: ignore[import-untyped]

from imports.reading import read
from imports.records import FileReading, Kind
from imports.register import Register
from tests.imports.panel_tables.panels import (
    ONE,
    ONE_KNOWN,
    THREE,
    THREE_KNOWN,
    Row,
    book,
    marks,
    named,
    recusals,
)
from tests.imports.tables.samples import codes, only, write_csv, write_xlsx

WHOLE = {
    ("甲组", "张三", "topic"): 2,
    ("甲组", "张三", "process"): 4,
    ("甲组", "张三", "effect"): 7,
    ("甲组", "李四", "topic"): 8,
    ("甲组", "李四", "process"): 10,
    ("甲组", "李四", "effect"): 12,
    ("乙组", "张三", "topic"): 14,
    ("乙组", "张三", "process"): 16,
    ("乙组", "李四", "topic"): 0,
    ("乙组", "李四", "process"): 18,
    ("乙组", "李四", "effect"): 20,
}
"""One place, of 乙组 by 张三 on 效果, has no mark."""

LAYOUTS: Mapping[str, Sequence[Row]] = {
    "a row a mark": [
        ("作品", "专家", "评价指标", "打分"),
        *(
            (nomination, reviewer, criterion, ticks / 2)
            for (nomination, reviewer, criterion), ticks in WHOLE.items()
        ),
    ],
    "a row a mark, in Judge's own words": [
        ("申报编号", "评委编号", "评分项", "分值"),
        *(
            (nomination, reviewer, criterion, ticks / 2)
            for (nomination, reviewer, criterion), ticks in WHOLE.items()
        ),
    ],
    "a row a sheet": [
        ("2020年度评审汇总",),
        ("序号", "作品名称", "评委", "选题", "过程", "效果（10分）", "总分", "名次"),
        (1, "甲组", "张三", 1, 2, 3.5, 6.5, 2),
        (2, "甲组", "李四", 4, 5, 6, 15, 1),
        (3, "乙组", "张三", 7, 8, "", 15, 1),
        (4, "乙组", "李四", 0, 9, 10, 19, 1),
    ],
    "a row a nomination and criterion": [
        ("作品", "评分项", "张三", "李四", "平均"),
        ("甲组", "选题", 1, 4, 2.5),
        ("甲组", "过程", 2, 5, 3.5),
        ("甲组", "Effect", 3.5, 6, 4.75),
        ("甲组", "合计", 6.5, 15, 10.75),
        ("乙组", "选题", 7, 0, 3.5),
        ("乙组", "过程", 8, 9, 8.5),
        ("乙组", "effect", "", 10, 10),
        ("平均分", "", 4, 5, 4.5),
    ],
    "reviewer and criterion in one heading": [
        (
            "作品",
            "张三·选题",
            "张三-过程",
            "效果（张三）",
            "李四 选题",
            "李四/Process",
            "李四：effect",
            "李四 合计",
        ),
        ("甲组", 1, 2, 3.5, 4, 5, 6, 15),
        ("乙组", 7, 8, None, 0, 9, 10, 19),
    ],
    "criteria below reviewers": [
        ("作品", "张三", "", "", "", "李四", "", "", "", "总平均"),
        ("", "选题", "过程", "效果", "小计", "选题", "过程", "效果", "小计", ""),
        ("甲组", 1, 2, 3.5, 6.5, 4, 5, 6, 15, 10.75),
        ("乙组", 7, 8, "", 15, 0, 9, 10, 19, 17),
    ],
    "reviewers below criteria": [
        ("", "选题", "", "过程", "", "效果", ""),
        ("作品", "张三", "李四", "张三", "李四", "张三", "李四"),
        ("满分", 10, 10, 10, 10, 10, 10),
        ("甲组", 1, 4, 2, 5, 3.5, 6),
        ("乙组", 7, 0, 8, 9, "", 10),
    ],
}

SHEETS: Mapping[str, Mapping[str, Sequence[Row]]] = {
    "a sheet a reviewer": {
        "张三": [("作品", "选题", "过程", "效果"), ("甲组", 1, 2, 3.5), ("乙组", 7, 8)],
        "李四": [("作品", "过程", "选题", "效果"), ("甲组", 5, 4, 6), ("乙组", 9, 0, 10)],
    },
    "a sheet a criterion": {
        "选题": [("作品", "张三", "李四"), ("甲组", 1, 4), ("乙组", 7, 0)],
        "过程": [("作品", "李四", "张三"), ("甲组", 5, 2), ("乙组", 9, 8)],
        "Effect": [("作品", "张三", "李四"), ("甲组", 3.5, 6), ("乙组", "", 10)],
        "说明": [("本表由秘书处汇总",)],
    },
    "a sheet a reviewer, a row a criterion": {
        "张三": [
            ("作品", "评分项", "得分"),
            *(("甲组", c, p) for c, p in (("选题", 1), ("过程", 2), ("效果", 3.5))),
            *(("乙组", c, p) for c, p in (("选题", 7), ("过程", 8), ("效果", ""))),
        ],
        "李四": [
            ("作品", "评分项", "得分"),
            *(("甲组", c, p) for c, p in (("选题", 4), ("过程", 5), ("效果", 6))),
            *(("乙组", c, p) for c, p in (("选题", 0), ("过程", 9), ("效果", 10))),
        ],
    },
}

EACH_LAYOUT = pytest.mark.parametrize("layout", LAYOUTS)
EACH_REGISTER = pytest.mark.parametrize("register", [THREE, THREE_KNOWN], ids=["names taken", "names known"])


def scores(path: Path, register: Register) -> FileReading:
    return read(path, register, Kind.SCORES)


def table(folder: Path, rows: Sequence[Row], register: Register) -> FileReading:
    return scores(write_csv(folder / "table.csv", rows), register)


@EACH_LAYOUT
@EACH_REGISTER
def test_every_layout_gives_the_same_marks(tmp_path: Path, layout: str, register: Register) -> None:
    rows = LAYOUTS[layout]
    for path in (
        write_csv(tmp_path / "utf8.csv", rows),
        write_csv(tmp_path / "gbk.csv", rows, "gbk"),
        write_xlsx(tmp_path / "book.xlsx", rows),
    ):
        reading = scores(path, register)
        assert not reading.refused, codes(reading)
        assert marks(reading, register) == WHOLE


@pytest.mark.parametrize("layout", SHEETS)
@EACH_REGISTER
def test_so_do_workbooks_whose_sheets_say_the_rest(tmp_path: Path, layout: str, register: Register) -> None:
    reading = scores(book(tmp_path / "book.xlsx", SHEETS[layout]), register)
    assert not reading.refused, codes(reading)
    assert marks(reading, register) == WHOLE


@EACH_LAYOUT
def test_names_come_in_the_order_of_the_table(tmp_path: Path, layout: str) -> None:
    assert named(table(tmp_path, LAYOUTS[layout], THREE)) == (["甲组", "乙组"], ["张三", "李四"])


def test_heads_merged_over_groups_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        page = workbook.add_worksheet("汇总")
        page.merge_range(0, 0, 0, 6, "2020年度评审汇总")
        page.merge_range(1, 0, 2, 0, "作品")
        for at, reviewer in ((1, "张三"), (4, "李四")):
            page.merge_range(1, at, 1, at + 2, reviewer)
            page.write_row(2, at, ("选题", "过程", "效果"))
        page.write_row(3, 0, ("甲组", 1, 2, 3.5, 4, 5, 6))
        page.write_row(4, 0, ("乙组", 7, 8, "", 0, 9, 10))
    reading = scores(path, THREE)
    assert marks(reading) == WHOLE
    assert only(reading, "scores-read-as").params["columns"] == "reviewer-criterion"


def test_names_may_be_merged_over_the_rows_that_speak_of_them(tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        page = workbook.add_worksheet("汇总")
        page.write_row(0, 0, ("序号", "作品", "单位", "评分项", "张三", "李四"))
        given = {"选题": ((1, 4), (7, 0)), "过程": ((2, 5), (8, 9)), "效果": ((3.5, 6), ("", 10))}
        for group, (nomination, unit) in enumerate((("甲组", "一厂"), ("乙组", "二厂"))):
            first = 1 + 3 * group
            for at, text in enumerate((group + 1, nomination, unit)):
                page.merge_range(first, at, first + 2, at, text)
            for row, (title, points) in enumerate(given.items(), first):
                page.write_row(row, 3, (title, *points[group]))
    for register in (THREE, THREE_KNOWN):
        reading = scores(path, register)
        assert not reading.refused, codes(reading)
        assert marks(reading, register) == WHOLE


def test_a_name_merged_over_two_rows_of_one_nomination_each_is_none_of_the_second(tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        page = workbook.add_worksheet("汇总")
        page.write_row(0, 0, ("作品", "张三"))
        page.merge_range(1, 0, 2, 0, "甲组")
        page.write_column(1, 1, (1, 2))
    assert only(scores(path, ONE), "cell-merged").place.row == 3


def test_a_cell_that_its_left_neighbour_may_cover_is_not_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        page = workbook.add_worksheet("汇总")
        page.write_row(0, 0, ("序号", "作品", "评分项", "张三"))
        page.write_row(1, 0, (1, "甲组", "选题", 1))
        page.merge_range(2, 0, 2, 1, "其他")
        page.write_row(2, 2, ("选题", 9))
    assert only(scores(path, THREE), "score-incomplete").place.row == 3


def test_one_title_above_all_reviewers_is_none_of_them(tmp_path: Path) -> None:
    rows: list[Row] = [("作品", "评委打分", "", ""), ("", "张三", "李四", "王五"), ("甲组", 1, 2, 3)]
    assert named(table(tmp_path, rows, ONE)) == (["甲组"], ["张三", "李四", "王五"])


@pytest.mark.parametrize(
    "rows",
    [
        [("作品", "张三", "李四"), ("甲组", 9, 8), ("乙组", 0, "")],
        [("作品", "评委", "总分"), ("甲组", "张三", 9), ("甲组", "李四", 8), ("乙组", "张三", 0)],
        [("评委", "甲组", "乙组"), ("张三", 9, 0), ("李四", 8, "")],
        [("target", "judge", "score"), ("甲组", "张三", 9), ("甲组", "李四", 8), ("乙组", "张三", 0)],
    ],
)
@pytest.mark.parametrize("register", [ONE, ONE_KNOWN], ids=["names taken", "names known"])
def test_one_criterion_needs_no_word(tmp_path: Path, rows: Sequence[Row], register: Register) -> None:
    reading = table(tmp_path, rows, register)
    assert not reading.refused, codes(reading)
    given = {("甲组", "张三", "marks"): 18, ("甲组", "李四", "marks"): 16, ("乙组", "张三", "marks"): 0}
    assert marks(reading, register) == given


@pytest.mark.parametrize("names", [("Sheet1", "Sheet2"), ("工作表1", "工作表2"), ("1", "2"), ("汇总",)])
def test_a_sheet_that_nobody_named_is_no_reviewer(tmp_path: Path, names: Sequence[str]) -> None:
    rows: list[Row] = [("作品", "选题", "过程", "效果"), ("甲组", 1, 2, 3)]
    reading = scores(book(tmp_path / "book.xlsx", dict.fromkeys(names, rows)), THREE)
    assert set(codes(reading)) == {"score-reviewer-untold"}


def test_a_word_table_is_read_like_any_other(tmp_path: Path) -> None:
    document = docx.Document()
    table_of = document.add_table(rows=0, cols=3)
    for row in (("作品", "张三", "李四"), ("甲组", "9", "8")):
        for cell, text in zip(table_of.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(tmp_path / "scores.docx"))
    reading = scores(tmp_path / "scores.docx", ONE)
    assert marks(reading, ONE) == {("甲组", "张三", "marks"): 18, ("甲组", "李四", "marks"): 16}


def test_the_report_says_how_the_table_was_read(tmp_path: Path) -> None:
    reading = table(tmp_path, LAYOUTS["a row a sheet"], THREE)
    assert dict(only(reading, "scores-read-as").params) == {
        "rows": "nomination-reviewer",
        "columns": "criterion",
    }
    assert dict(only(reading, "scores-counted").params) == {
        "nominations": 2,
        "reviewers": 2,
        "marks": 11,
        "recusals": 0,
        "gaps": 1,
    }
    assert only(reading, "score-columns-aside").params["columns"] == ("总分", "名次")
    assert only(reading, "scores-names-taken").params["names"] == ("R01 张三", "R02 李四")


def test_a_table_of_known_names_in_judges_own_words_needs_no_explanation(tmp_path: Path) -> None:
    own = LAYOUTS["a row a mark, in Judge's own words"]
    assert table(tmp_path, own, THREE_KNOWN).findings == ()


def test_a_wide_table_of_known_names_is_known_unasked(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "summary.csv", LAYOUTS["a row a nomination and criterion"])
    assert read(path, THREE_KNOWN).kind is Kind.SCORES
    assert codes(read(path, THREE)) == ["kind-unknown"]


def test_recusals_stand_in_any_cell_of_a_sheet(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("作品", "张三·选题", "张三·过程", "李四·选题"),
        ("甲组", "回避", "", 1),
        ("乙组", "Recused", "回避", 2),
    ]
    reading = table(tmp_path, rows, THREE)
    assert recusals(reading) == [("panel-0001", "R01"), ("panel-0002", "R01")]
    assert only(reading, "scores-counted").params["recusals"] == 2
    both = table(tmp_path, [*rows, ("丙组", "回避", 3, 4)], THREE)
    assert only(both, "recusal-with-marks").place.row == 4


def test_rows_and_lines_that_sum_up_are_left_out_with_a_note(tmp_path: Path) -> None:
    rows: list[Row] = [("作品", "张三"), ("甲组", 9), ("合计", 9), ("平均", 9), ("制表人：王五", "")]
    reading = table(tmp_path, rows, ONE)
    assert named(reading)[0] == ["甲组"]
    assert [f.params["words"] for f in reading.findings if f.code == "row-left-out"] == [
        "合计",
        "平均",
        "制表人：王五",
    ]


@pytest.mark.parametrize(
    ("register", "rows", "code", "params"),
    [
        (
            THREE,
            [("作品", "张三", "李四"), ("甲组", 1, 2)],
            "score-criterion-untold",
            {"columns": ("张三", "李四"), "known": ("选题", "过程", "效果")},
        ),
        (
            THREE,
            [("作品", "选题", "过程", "效果"), ("甲组", 1, 2, 3)],
            "score-reviewer-untold",
            {"columns": ("选题", "过程", "效果")},
        ),
        (
            THREE,
            [("作品", "评委", "选提", "过程", "效果"), ("甲组", "张三", 1, 2, 3)],
            "score-column-untold",
            {"column": "选提", "known": ("选题", "过程", "效果")},
        ),
        (
            ONE,
            [("作品", "评委", "张三", "李四"), ("甲组", "王五", 1, 2)],
            "score-both-told",
            {"columns": ("张三", "李四")},
        ),
        (ONE, [("", "张三", "李四"), ("甲组", 1, 2)], "score-table-unclear", {"seen": ("张三", "李四")}),
        (ONE, [("甲组", "1"), ("乙组", "2")], "score-table-unclear", {"seen": ("甲组", "1")}),
        (ONE, [("作品", "张三", "李四", "张三"), ("甲组", 1, 2, 3)], "head-twice", {"columns": ("张三",)}),
        (ONE, [("作品", "张三", ""), ("甲组", 1, 2)], "head-empty", {"column": "C"}),
    ],
)
def test_what_stays_open_is_refused_with_what_was_seen(
    tmp_path: Path, register: Register, rows: Sequence[Row], code: str, params: Mapping[str, object]
) -> None:
    reading = table(tmp_path, rows, register)
    assert reading.refused
    assert dict(only(reading, code).params) == params
    assert marks(reading, register) == {}
    assert {"score-nomination-none", "score-reviewer-none"}.isdisjoint(codes(reading))


def test_every_wrong_cell_is_named_by_row_and_column(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("作品", "张三", "李四"),
        ("甲组", 10.5, "7.3"),
        ("乙组", "-1", "优"),
        ("", 3, 4),
        ("丁组", "=1/0", "不适用"),
    ]
    reading = table(tmp_path, rows, ONE)
    assert reading.refused
    assert {(f.place.row, f.place.label, f.code) for f in reading.findings if f.severity == "blocking"} == {
        (2, "张三", "mark-out-of-range"),
        (2, "李四", "mark-off-step"),
        (3, "张三", "mark-negative"),
        (3, "李四", "mark-not-a-number"),
        (4, "作品", "score-incomplete"),
        (5, "张三", "mark-not-a-number"),
        (5, "李四", "mark-must-apply"),
    }


def test_names_that_the_edition_does_not_know_are_refused_where_it_knows_any(tmp_path: Path) -> None:
    rows: list[Row] = [("作品", "张三", "李思"), ("甲组", 1, 2), ("已组", 3, 4)]
    reading = table(tmp_path, rows, ONE_KNOWN)
    nomination, reviewer = (only(reading, f"score-{kind}-unknown") for kind in ("nomination", "reviewer"))
    assert (nomination.params["name"], nomination.place.row, nomination.place.label) == ("已组", 3, "作品")
    assert (reviewer.params["name"], reviewer.place.label) == ("李思", "李思")
    assert reading.refused


def test_a_nomination_that_stands_twice_must_say_the_same(tmp_path: Path) -> None:
    rows: list[Row] = [("作品", "张三", "李四"), ("甲组", 1, 2), ("甲组", 1, 3)]
    reading = table(tmp_path, rows, ONE)
    finding = only(reading, "mark-twice")
    assert (finding.place.row, finding.place.label, finding.params["first_row"]) == (3, "李四", 2)
    again = table(tmp_path, [*rows[:2], rows[1]], ONE)
    assert not again.refused
    assert only(again, "marks-repeated").params["count"] == 2


def test_what_sums_up_may_have_failed(tmp_path: Path) -> None:
    rows: list[Row] = [("作品", "张三", "平均"), ("甲组", 1, "#DIV/0!")]
    assert not table(tmp_path, rows, ONE).refused
    failed = table(tmp_path, [("作品", "张三"), ("甲组", 1), ("乙组", "#DIV/0!")], ONE)
    assert only(failed, "cell-error").place.row == 3
