"""Summary workbooks as they are laid out: titles, groups, totals, signatures, one sheet an award."""

from pathlib import Path

import pytest

from imports.findings import Severity
from tests.imports.summaries.workbooks import (
    BODY,
    TITLE,
    Cells,
    filed,
    particulars,
    reading,
    workbook,
)
from tests.imports.tables.samples import codes, only

GROUP = "自治区优秀质量管理小组"
HEAD: Cells = ("序号", "小组名称", "企业名称", "课题名称")
ROW: Cells = (1, "胡杨QC小组", "伊犁供水公司", "降低管网漏损率")
READ = ("qc-group", BODY, *ROW[1:])
SIGNED = f"推荐单位（盖章）：{BODY}"


def test_award_and_body_are_taken_from_the_lines_above_the_head(tmp_path: Path) -> None:
    found = reading(workbook(tmp_path / "n.xlsx", [(TITLE,), (SIGNED,), HEAD, ROW], ("A1:D1", "A2:D2")))
    assert particulars(found) == [READ]
    assert codes(found) == ["award-of-title", "body-of-title"]
    assert {finding.severity for finding in found.findings} == {Severity.NOTE}
    title = only(found, "body-of-title")
    assert (title.params, title.place.row) == ({"body": BODY, "title": "推荐单位（盖章）"}, 2)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ((f"推荐单位：{BODY}      填报日期：2019年5月",), BODY),
        ((f"推荐单位： {BODY} 填报人：张三",), BODY),
        (("推荐地区、部门（盖章）", BODY), BODY),
        (("填报单位：", None, BODY, "日期：2019-5-1"), BODY),
        ((f"推 荐 单 位：{BODY}____",), BODY),
    ],
)
def test_a_body_named_above_in_many_ways(tmp_path: Path, line: Cells, name: str) -> None:
    found = reading(workbook(tmp_path / "n.xlsx", [line, HEAD, ROW], sheet="QC小组"))
    assert [record.body for record in filed(found)] == [name]


@pytest.mark.parametrize(
    ("sheet", "award"),
    [
        ("QC小组", "qc-group"),
        ("优秀质量管理小组", "qc-group"),
        ("信得过班组", "trusted-team"),
        ("质量信得过班组建设优秀企业", "team-enterprise"),
        ("QC小组活动优秀企业", "qc-enterprise"),
    ],
)
def test_an_award_named_by_the_sheet(tmp_path: Path, sheet: str, award: str) -> None:
    found = reading(workbook(tmp_path / "n.xlsx", [(SIGNED,), HEAD, ROW], sheet=sheet))
    named = only(found, "award-of-title")
    assert named.place.table == sheet
    assert [record.award for record in filed(found)] == [award]


@pytest.mark.parametrize(
    "sheet", ["Sheet1", "QC小组和信得过班组", "质量管理小组优秀企业", "优秀企业", "QC小组先进个人"]
)
def test_an_award_that_titles_do_not_tell_is_not_guessed(tmp_path: Path, sheet: str) -> None:
    found = reading(workbook(tmp_path / "推荐汇总表.xlsx", [(SIGNED,), HEAD, ROW], sheet=sheet))
    assert only(found, "head-missing").params["columns"] == ("奖项",)
    assert found.records == ()


def test_two_bodies_above_the_head_are_not_guessed_between(tmp_path: Path) -> None:
    rows: list[Cells] = [(SIGNED,), ("推荐单位：塔城地区工信局",), HEAD, ROW]
    found = reading(workbook(tmp_path / "n.xlsx", rows, sheet="QC小组"))
    assert only(found, "head-missing").params["columns"] == ("推荐单位",)


def test_a_body_above_that_is_not_on_the_list_is_said_once_where_it_stands(tmp_path: Path) -> None:
    rows: list[Cells] = [("推荐单位：无此单位",), HEAD, ROW, (2, "白杨QC小组", "伊犁供热公司", "降低能耗")]
    found = reading(workbook(tmp_path / "n.xlsx", rows, sheet="QC小组"))
    unknown = only(found, "body-unknown")
    assert (unknown.place.row, unknown.place.label) == (1, "推荐单位")


def test_columns_go_before_titles(tmp_path: Path) -> None:
    rows: list[Cells] = [
        (TITLE,),
        (SIGNED,),
        ("奖项", "推荐单位", "班组名称", "企业名称"),
        ("质量信得过班组", "塔城地区工信局", "曙光班组", "新疆油田"),
    ]
    found = reading(workbook(tmp_path / "n.xlsx", rows))
    assert particulars(found) == [("trusted-team", "塔城地区工信局", "曙光班组", "新疆油田", "")]
    assert codes(found) == []


def test_one_sheet_for_each_award_and_one_to_explain(tmp_path: Path) -> None:
    team: list[Cells] = [
        (SIGNED,),
        ("序号", "班组名称", "企业名称", "班组长"),
        (1, "曙光班组", "新疆油田", "赵六"),
    ]
    explained: list[Cells] = [("填表说明",), ("一、每单位一表。",), ("二、不得涂改。", "三、盖章。")]
    path = workbook(
        tmp_path / "汇总.xlsx",
        [(SIGNED,), HEAD, ROW],
        sheet="QC小组",
        more={"信得过班组": team, "填表说明": explained},
    )
    found = reading(path)
    assert [(r.award, r.name) for r in filed(found)] == [("qc-group", ROW[1]), ("trusted-team", "曙光班组")]
    assert only(found, "sheet-ignored").place.table == "填表说明"
    assert not found.refused


def test_promoters_with_a_title_are_no_reviewers(tmp_path: Path) -> None:
    rows: list[Cells] = [
        ("质量管理小组活动推进者推荐汇总表",),
        (SIGNED,),
        ("序号", "姓名", "工作单位", "职务", "手机"),
        (1, "阿里木·买买提", "新疆油田", "科长", "13800000000"),
    ]
    (promoter,) = filed(reading(workbook(tmp_path / "n.xlsx", rows)))
    assert (promoter.award, promoter.name, promoter.organisation) == (
        "qc-promoter",
        "阿里木·买买提",
        "新疆油田",
    )


def test_a_head_of_two_rows_is_read_by_both_words(tmp_path: Path) -> None:
    rows: list[Cells] = [
        (TITLE,),
        ("序号", "QC小组", None, "企业", None, "推荐单位"),
        (None, "名称", "人数", "名称", "通讯地址", None),
        (1, "胡杨QC小组", 12, "伊犁供水公司", "伊宁市", BODY),
    ]
    merges = ("A1:F1", "A2:A3", "B2:C2", "D2:E2", "F2:F3")
    found = reading(workbook(tmp_path / "n.xlsx", rows, merges))
    (poplar,) = filed(found)
    assert (poplar.name, poplar.organisation, poplar.value("address")) == (
        "胡杨QC小组",
        "伊犁供水公司",
        "伊宁市",
    )
    headcount = only(found, "head-proposed")
    assert headcount.params["map"] == "QC小组 人数=小组人数"
    assert headcount.params["values"] == ("12",)
    assert not found.refused


def test_a_vague_word_below_a_group_is_not_taken_for_itself(tmp_path: Path) -> None:
    rows: list[Cells] = [
        (SIGNED,),
        ("小组名称", "企业名称", "财务负责", None),
        (None, None, "姓名", "单位"),
        ("胡杨QC小组", "伊犁供水公司", "王五", "供水集团"),
    ]
    found = reading(workbook(tmp_path / "n.xlsx", rows, ("A2:A3", "B2:B3", "C2:D2"), sheet="QC小组"))
    (poplar,) = filed(found)
    assert (poplar.name, poplar.organisation) == ("胡杨QC小组", "伊犁供水公司")
    assert "财务负责 姓名" in [f.params["column"] for f in found.findings if "column" in f.params]


@pytest.mark.parametrize(
    "line",
    [
        ("合计", None, 1),
        (None, "总计：1个"),
        ("小 计", 1),
        ("填表人：张三", None, None, "联系电话：0999-1234567"),
        ("填表人", "张三", "联系电话", "0999-1234567"),
        ("单位负责人（签字）：",),
        ("注：本表一式两份。",),
        ("备注：1.本表由推荐单位填写。",),
    ],
)
def test_lines_below_the_data_are_left_out_with_a_note(tmp_path: Path, line: Cells) -> None:
    found = reading(workbook(tmp_path / "n.xlsx", [(SIGNED,), HEAD, ROW, line], sheet="QC小组"))
    assert particulars(found) == [READ]
    left_out = only(found, "row-left-out")
    assert (left_out.severity, left_out.place.row) == (Severity.NOTE, 4)
    assert left_out.params["words"] == next(str(cell) for cell in line if cell)


@pytest.mark.parametrize(
    "name",
    ["合计创新小组", "总计工QC小组", "注水QC小组", "联系群众QC小组", "电话班QC小组", "日期管理QC小组"],
)
def test_names_that_begin_like_closing_lines_are_nominations(tmp_path: Path, name: str) -> None:
    rows: list[Cells] = [(SIGNED,), HEAD[1:], (name, *ROW[2:])]
    found = reading(workbook(tmp_path / "n.xlsx", rows, sheet="QC小组"))
    assert [record.name for record in filed(found)] == [name]


def test_a_row_that_lacks_its_name_is_no_closing_line(tmp_path: Path) -> None:
    found = reading(
        workbook(tmp_path / "n.xlsx", [(SIGNED,), HEAD, (1, None, "伊犁供水公司", "课题")], sheet="QC小组")
    )
    assert only(found, "field-missing").place.row == 3


def test_blank_columns_and_blank_rows_are_passed_over(tmp_path: Path) -> None:
    rows: list[Cells] = [
        (TITLE,),
        (None,),
        (SIGNED,),
        ("序号", None, "小组名称", None, "企业名称", "课题名称"),
        (None,),
        (1, None, ROW[1], None, ROW[2], ROW[3]),
        (None,),
        ("合计", None, 1),
    ]
    found = reading(workbook(tmp_path / "n.xlsx", rows))
    assert (particulars(found), found.refused) == ([READ], False)
    assert codes(found) == ["award-of-title", "body-of-title", "row-left-out"]


def test_a_post_in_the_first_column_closes_nothing(tmp_path: Path) -> None:
    rows: list[Cells] = [
        ("质量管理小组活动推进者推荐汇总表",),
        (SIGNED,),
        ("职务", "姓名", "工作单位"),
        ("负责人", "阿里木·买买提", "新疆油田"),
    ]
    (promoter,) = filed(reading(workbook(tmp_path / "n.xlsx", rows)))
    assert (promoter.name, promoter.award) == ("阿里木·买买提", "qc-promoter")


def test_a_title_behind_its_attachments_number_is_a_title(tmp_path: Path) -> None:
    found = reading(workbook(tmp_path / "n.xlsx", [(f"附件2：{TITLE}",), (SIGNED,), HEAD, ROW]))
    assert particulars(found) == [READ]


def test_a_table_that_neither_names_nor_places_candidates_is_left_aside(tmp_path: Path) -> None:
    quotas: list[Cells] = [("序号", "推荐单位", "数量"), (1, BODY, 2)]
    path = workbook(tmp_path / "n.xlsx", [(SIGNED,), HEAD, ROW], sheet="QC小组", more={"QC小组名额": quotas})
    assert codes(reading(path)) == ["sheet-ignored", "award-of-title", "body-of-title"]


def test_a_column_that_may_name_bodies_goes_before_a_title(tmp_path: Path) -> None:
    rows: list[Cells] = [(SIGNED,), (*HEAD, "推荐部门"), (*ROW, "塔城地区工信局")]
    found = reading(workbook(tmp_path / "n.xlsx", rows, sheet="QC小组"))
    assert found.refused
    assert only(found, "head-proposed").params["map"] == "推荐部门=推荐地区、部门"
    assert [record.body for record in filed(found)] == ["塔城地区工信局"]
