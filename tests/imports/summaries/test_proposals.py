"""Headings that nobody knows: proposed with what stands below them, taken only once confirmed."""

from pathlib import Path

import pytest

from imports.findings import Finding, Severity
from imports.headings import Headings
from imports.records import FileReading
from tests.imports.summaries.workbooks import (
    BODY,
    ODD_HEAD,
    POPLAR,
    WILLOW,
    Cells,
    filed,
    particulars,
    reading,
    sent,
    workbook,
)
from tests.imports.tables.samples import codes, only

GROUP = "自治区优秀质量管理小组"
TEAM = "质量信得过班组"
HEAD: Cells = ("奖项", "推荐单位", "名称", "企业名称")
ROW: Cells = (GROUP, BODY, "胡杨QC小组", "伊犁供水公司")


def proposed(found: FileReading) -> dict[str, Finding]:
    return {str(f.params["column"]): f for f in found.findings if f.code == "head-proposed"}


def headed(
    folder: Path, *head: str | int | None, row: Cells = ROW, headings: Headings | None = None
) -> FileReading:
    return reading(workbook(folder / "n.xlsx", [head, row]), headings)


def test_what_a_body_sends_is_proposed_with_its_first_values_and_held_up(tmp_path: Path) -> None:
    found = reading(sent(tmp_path / "汇总表.xlsx"))
    assert found.refused
    guesses = proposed(found)
    name, enterprise, subject = ODD_HEAD[1:4]
    assert list(guesses) == [name, enterprise, subject]
    finding = guesses["所属企业(盖章全称)"]
    assert (finding.severity, finding.place.row) == (Severity.BLOCKING, 3)
    assert finding.params == {
        "column": "所属企业(盖章全称)",
        "meant": "企业名称",
        "likeness": 95,
        "values": ("伊犁供水公司", "伊犁供热公司"),
        "map": "所属企业(盖章全称)=企业名称",
    }
    assert guesses["申报QC小组名称(全称)"].params["meant"] == "QC小组名称"
    assert guesses["活动课题"].severity is Severity.WARNING


def test_all_that_is_proposed_can_be_accepted(tmp_path: Path) -> None:
    found = reading(sent(tmp_path / "汇总表.xlsx"), Headings(accept=True))
    assert not found.refused
    assert "head-proposed" not in codes(found)
    assert particulars(found) == [
        ("qc-group", BODY, str(row[1]), str(row[2]), str(row[3])) for row in (POPLAR, WILLOW)
    ]
    assert filed(found)[0].members == ("买买提·艾力", "张三")
    assert found.headings == (
        ("申报QC小组名称(全称)", "QC小组名称"),
        ("所属企业(盖章全称)", "企业名称"),
        ("活动课题", "课题"),
    )


def test_what_is_said_is_read_and_only_that(tmp_path: Path) -> None:
    said = Headings.of({}, [("所属企业", "企业名称"), ("申报qc小组名称", "QC小组名称")])
    found = reading(sent(tmp_path / "汇总表.xlsx"), said)
    assert not found.refused
    assert list(proposed(found)) == ["活动课题"]
    assert [record.subject for record in filed(found)] == ["", ""]
    assert found.headings == (("申报QC小组名称(全称)", "QC小组名称"), ("所属企业(盖章全称)", "企业名称"))


def test_what_was_kept_is_read_without_asking_and_is_no_new_confirmation(tmp_path: Path) -> None:
    kept = Headings.of({"所属企业": "企业名称", "申报QC小组名称": "QC小组名称", "活动课题": "课题"})
    found = reading(sent(tmp_path / "汇总表.xlsx"), kept)
    assert (found.refused, proposed(found), found.headings) == (False, {}, ())
    assert [f.params["column"] for f in found.findings if f.code == "heading-kept"] == list(ODD_HEAD[1:4])


def test_what_is_said_goes_before_what_was_kept(tmp_path: Path) -> None:
    row: Cells = (*ROW, "降低漏损率", "无")
    kept = Headings.of({"攻关内容": "成员名单"}, [("攻关内容", "课题")])
    found = headed(tmp_path, *HEAD, "攻关内容", row=row, headings=kept)
    assert (filed(found)[0].subject, filed(found)[0].members) == ("降低漏损率", ())


def test_a_known_word_can_be_said_to_mean_another_column(tmp_path: Path) -> None:
    said = Headings.of({}, [("单位", "推荐单位")])
    found = headed(tmp_path, "奖项", "单位", "名称", "企业名称", headings=said)
    assert (found.refused, particulars(found)) == (False, [("qc-group", BODY, *ROW[2:], "")])


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("申报QC小组名称(全称)", "QC小组名称"),
        ("QC小组", "QC小组名称"),
        ("所属企业(盖章全称)", "企业名称"),
        ("所在单位名称", "单位名称"),
        ("是否发表", "是否与会发表"),
        ("QC成果名称", "成果名称"),
        ("联系人姓名", "联系人"),
        ("联系人电话", "联系电话"),
        ("联系人信息", "联系人"),
        ("人数", "小组人数"),
    ],
)
def test_headings_as_bodies_write_them(tmp_path: Path, heading: str, label: str) -> None:
    head = {"QC小组名称": ("奖项", "推荐单位", heading, "企业名称"), "企业名称": (*HEAD[:3], heading)}
    head["单位名称"] = head["企业名称"]
    found = headed(tmp_path, *head.get(label, (*HEAD, heading)), row=(*ROW, "12"))
    assert {h: f.params["meant"] for h, f in proposed(found).items()} == {heading: label}


@pytest.mark.parametrize("heading", ["课题类型", "备注", "获奖情况", "企业性质", "推荐单位意见"])
def test_headings_that_are_not_proposed(tmp_path: Path, heading: str) -> None:
    found = headed(tmp_path, *HEAD, heading, row=(*ROW, "创新型"))
    assert not found.refused
    assert proposed(found) == {}
    assert {"column-unknown", "column-unknown-near"} & set(codes(found))


def test_an_unfilled_column_is_not_asked_about(tmp_path: Path) -> None:
    assert codes(headed(tmp_path, *HEAD, "活动课题", row=(*ROW, None))) == []


def test_a_heading_that_may_mean_several_columns_is_listed_with_them(tmp_path: Path) -> None:
    rows: list[Cells] = [(*HEAD, "人数"), (*ROW, 12), (TEAM, BODY, "曙光班组", "伊犁供水公司", 9)]
    found = reading(workbook(tmp_path / "n.xlsx", rows))
    doubtful = only(found, "head-doubtful")
    assert (doubtful.severity, doubtful.params["nearest"]) == (Severity.WARNING, ("小组人数", "班组人数"))
    assert not found.refused


def test_two_headings_for_one_needed_column_are_a_fault(tmp_path: Path) -> None:
    row: Cells = (*ROW[:3], "伊犁供水公司", "供水集团")
    found = headed(tmp_path, *HEAD[:3], "所属企业", "所在企业", row=row)
    rivals = only(found, "head-rivals")
    assert (rivals.severity, rivals.params["meant"]) == (Severity.BLOCKING, "企业名称")
    assert rivals.params["columns"] == ("所属企业", "所在企业")
    assert codes(found) == ["head-rivals"]
    said = Headings.of({}, [("所属企业", "企业名称")])
    found = headed(tmp_path, *HEAD[:3], "所属企业", "所在企业", row=row, headings=said)
    assert (found.refused, filed(found)[0].organisation) == (False, "伊犁供水公司")


def test_two_headings_for_one_other_column_are_asked_and_not_read(tmp_path: Path) -> None:
    found = headed(
        tmp_path, *HEAD, "活动课题", "攻关课题", row=(*ROW, "甲", "乙"), headings=Headings(accept=True)
    )
    assert codes(found) == ["head-doubtful", "head-doubtful"]
    assert (filed(found)[0].subject, found.headings) == ("", ())


def test_two_headings_said_to_mean_one_column_are_a_fault(tmp_path: Path) -> None:
    said = Headings.of({}, [("甲列", "课题"), ("乙列", "课题")])
    found = headed(tmp_path, *HEAD, "甲列", "乙列", row=(*ROW, "1", "2"), headings=said)
    assert only(found, "head-twice").params["columns"] == ("甲列", "乙列")


def test_a_column_of_another_awards_form_that_is_said_is_named(tmp_path: Path) -> None:
    said = Headings.of({}, [("组长", "班组长")])
    found = headed(tmp_path, *HEAD, "组长", row=(*ROW, "赵六"), headings=said)
    assert only(found, "field-not-of-form").params == {"column": "组长", "award": GROUP}
    assert "班组长" not in [field.label for field in filed(found)[0].fields]


def test_rows_below_a_proposed_column_are_checked_at_once(tmp_path: Path) -> None:
    rows: list[Cells] = [
        ("奖项", "推荐部门", "小组名称", "企业名称"),
        (GROUP, "无此单位", "甲", "乙"),
        (*ROW[:3], ""),
    ]
    found = reading(workbook(tmp_path / "n.xlsx", rows))
    assert [(f.code, f.place.row) for f in found.findings] == [
        ("head-proposed", 1),
        ("body-unknown", 2),
        ("field-missing", 3),
    ]
    assert only(found, "head-proposed").params["meant"] == "推荐地区、部门"


def test_the_key_of_one_column_can_be_said_to_mean_another(tmp_path: Path) -> None:
    said = Headings.of({}, [("organisation", "名称"), ("name", "企业名称")])
    found = headed(tmp_path, "奖项", "推荐单位", "organisation", "name", headings=said)
    assert particulars(found) == [("qc-group", BODY, *ROW[2:], "")]
