"""Forms as bodies retype them: labels mistyped, cells split, lines moved."""

from pathlib import Path

import pytest

from imports.findings import Severity
from tests.imports.forms.filled import qc_group, trusted_team
from tests.imports.forms.readings import codes, finding, reading_of, record_of
from tests.imports.word.papers import cell, lines, paragraph, row, run, table

TITLE = "2019年自治区优秀质量管理小组申报表"
HEAD = "推荐地区、部门（盖章）：自治区卫健委  是否与会发表 是"


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("邮  编", "邮\u3000编：（必填）"),
        ("QC小组名称", "ＱＣ 小组名称"),
        ("QC小组名称", "qc小组\xa0名称*"),
        ("企业名称（名称与公章一致）", "企业名称\n(名称与公章一致)"),
        ("小组成员名单\n（10人以内）", "小组成员名单"),
        ("推荐地区、部门（盖章）：", "推荐 地区，部门(盖 章)"),
        ("2019年自治区优秀", "附件3：2021年自治区优秀"),
    ],
)
def test_labels_match_whatever_their_blanks_widths_and_brackets(
    tmp_path: Path, printed: str, typed: str
) -> None:
    original = qc_group()
    before, after = lines(printed)[len("<w:p>") :], lines(typed)[len("<w:p>") :]
    changed = original.replace(before, after) if before in original else original.replace(printed, typed)
    assert changed != original
    reading = reading_of(tmp_path, changed)
    assert reading.findings == ()
    assert record_of(reading).name == "晨光QC小组"


def test_a_value_missing_from_the_row_is_not_taken_from_the_next_label(tmp_path: Path) -> None:
    short = table(
        row(cell("QC小组名称"), cell("晨光小组")),
        row(cell("企业名称"), cell("一厂")),
        row(cell("直接联系人"), cell("手机"), cell("139")),
    )
    record = record_of(reading_of(tmp_path, paragraph(run(TITLE)) + lines(HEAD) + short))
    assert record.value("contact") is None
    assert record.value("mobile") == "139"


def test_a_label_over_several_rows_takes_all_of_them(tmp_path: Path) -> None:
    tall = table(
        row(cell("QC小组名称"), cell("晨光小组", 3)),
        row(cell("企业名称"), cell("一厂", 3)),
        row(cell("小组成员名单", down="restart"), cell("张三"), cell("李四"), cell("王五")),
        row(cell(down="continue"), cell("赵六"), cell("孙七"), cell("")),
        row(cell("小组人数"), cell("5", 3)),
    )
    reading = reading_of(tmp_path, paragraph(run(TITLE)) + lines(HEAD) + tall)
    record = record_of(reading)
    assert record.members == ("张三", "李四", "王五", "赵六", "孙七")
    assert record.value("headcount") == 5
    assert "cell-unread" not in dict(codes(reading))


def test_a_narrative_may_stand_in_the_row_below_or_beside_its_label(tmp_path: Path) -> None:
    label = "QC小组简介及主要活动过程与效果"
    names = row(cell("QC小组名称"), cell("晨光小组")) + row(cell("企业名称"), cell("一厂"))
    for rows in (row(cell(label, 2)) + row(cell("正文\n单位盖章", 2)), row(cell(label), cell("正文"))):
        record = record_of(reading_of(tmp_path, paragraph(run(TITLE)) + lines(HEAD) + table(names + rows)))
        assert record.value("narrative") == "正文"


def test_title_and_head_line_may_stand_in_the_table(tmp_path: Path) -> None:
    within = table(
        row(cell(TITLE, 4)),
        row(cell("推荐地区、部门（盖章）"), cell("自治区卫健委"), cell("是否与会发表"), cell("是□ 否☑")),
        row(cell("QC小组名称"), cell("晨光小组", 3)),
        row(cell("企业名称"), cell("一厂", 3)),
    )
    record = record_of(reading_of(tmp_path, within))
    assert (record.body, record.name, record.value("presents")) == ("自治区卫健委", "晨光小组", False)


def test_a_head_line_in_two_paragraphs_or_in_one_cell(tmp_path: Path) -> None:
    names = row(cell("QC小组名称"), cell("晨光小组")) + row(cell("企业名称"), cell("一厂"))
    two = lines("推荐地区、部门（盖章）：自治区卫健委\n填表日期：2019年5月\n是否与会发表：是☑ 否□")
    for body in (two + table(names), table(row(cell(HEAD, 2)) + names)):
        record = record_of(reading_of(tmp_path, paragraph(run(TITLE)) + body))
        assert (record.body, record.value("presents")) == ("自治区卫健委", True)


def test_a_form_that_goes_on_in_a_second_table_is_one_form(tmp_path: Path) -> None:
    first = table(row(cell("QC小组名称"), cell("晨光小组")) + row(cell("企业名称"), cell("一厂")))
    second = table(row(cell("小组人数"), cell("约8")))
    reading = reading_of(tmp_path, paragraph(run(TITLE)) + lines(HEAD) + first + paragraph() + second)
    assert finding(reading, "figure-unclear").place.table == "2"


def test_a_title_over_two_lines_is_found(tmp_path: Path) -> None:
    broken = qc_group().replace(run("2019年自治区优秀"), run("2019年自治区优秀") + "</w:p><w:p>")
    assert reading_of(tmp_path, broken).findings == ()


def test_what_belongs_to_no_label_is_said_and_not_dropped_silently(tmp_path: Path) -> None:
    mistyped = trusted_team().replace("年顾客投诉数", "顾客投诉")
    reading = reading_of(tmp_path, mistyped)
    assert codes(reading) == [
        ("cell-unread", Severity.WARNING),
        ("cell-unread", Severity.WARNING),
        ("label-missing", Severity.WARNING),
    ]
    assert [found.params.get("text") for found in reading.findings] == ["顾客投诉", "无", None]
    assert finding(reading, "label-missing").place.label == "年顾客投诉数"


def test_a_contact_line_left_out_is_only_noted(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, trusted_team().replace(cell("传  真") + cell("0991-8560000"), ""))
    assert codes(reading) == [("label-missing", Severity.NOTE)]


def test_one_label_filled_twice_is_refused(tmp_path: Path) -> None:
    twice = qc_group().replace(row(cell("小组活动成果名称"), cell("降低注水井洗井故障率", 5)), "")
    twice = twice.replace("</w:tbl>", row(cell("QC小组名称"), cell("红柳小组", 5)) + "</w:tbl>")
    reading = reading_of(tmp_path, twice)
    assert finding(reading, "label-twice").severity is Severity.BLOCKING
    assert record_of(reading).name == "晨光QC小组"


def test_a_table_of_another_kind_below_the_form_is_named_once(tmp_path: Path) -> None:
    rating = table(*(row(cell(f"第{n}项"), cell("5")) for n in range(9)))
    reading = reading_of(tmp_path, trusted_team() + paragraph(run("班组自我评分表")) + rating)
    assert codes(reading) == [("table-unread", Severity.WARNING)]
    assert reading.findings[0].place.table == "2"
