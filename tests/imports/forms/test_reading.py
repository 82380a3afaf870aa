from decimal import Decimal
from pathlib import Path

import pytest

from imports.findings import Place, Severity
from imports.forms.reading import read, recognise
from imports.records import Kind
from imports.register import Register
from tests.imports.forms.filled import BODIES, PROGRAMME, REGISTER, qc_group, trusted_team
from tests.imports.forms.readings import codes, finding, reading_of, record_of
from tests.imports.word.papers import (
    WINGDINGS_BOX,
    WINGDINGS_TICK,
    bare,
    cell,
    full,
    paragraph,
    row,
    run,
    table,
    written,
)


def test_every_field_of_the_qc_group_form(tmp_path: Path) -> None:
    path = written(tmp_path, full(qc_group()))
    reading = read(path, REGISTER)
    assert reading.findings == ()
    assert (reading.kind, reading.path, len(reading.sha256)) == (Kind.FORM, str(path), 64)
    record = record_of(reading)
    assert record.award == "qc-group"
    assert record.body == "中国石油新疆油田分公司"
    assert record.name == "晨光QC小组"
    assert record.organisation == "中国石油新疆油田分公司采油一厂"
    assert record.subject == "降低注水井洗井故障率"
    assert record.members == ("张三", "古丽娜尔·阿不都热依木", "欧阳文静", "\U00020bb7野正", "李 四")
    assert record.place.file == str(path)
    assert {field.key: field.value for field in record.fields} == {
        "presents": True,
        "name": "晨光QC小组",
        "organisation": "中国石油新疆油田分公司采油一厂",
        "address": "克拉玛依市友谊路 36 号",
        "postcode": "834000",
        "department": "质量安全环保科",
        "contact": "马丽",
        "mobile": "138 9999 0000",
        "adviser": "阿依古丽·买买提",
        "phone": "0990-6880000",
        "headcount": 9,
        "subject": "降低注水井洗井故障率",
        "plaque": False,
        "members": record.members,
        "narrative": "小组成立于2017年，课题来源于现场。\n活动后故障率由 8.2% 降到 3.1%。",
    }


def test_every_field_of_the_trusted_team_form(tmp_path: Path) -> None:
    reading = read(written(tmp_path, full(trusted_team())), REGISTER)
    assert reading.findings == ()
    record = record_of(reading)
    assert (record.award, record.body, record.subject) == ("best-team", "自治区卫健委", "")
    assert record.members == ("热依汗·吐尔逊", "王芳", "李娜", "刘洋")
    assert {field.key: field.value for field in record.fields} == {
        "presents": False,
        "name": "检验科生化班组",
        "organisation": "自治区人民医院",
        "address": "乌鲁木齐市天池路91号",
        "postcode": "830001",
        "supervising_department": "质量管理部",
        "contact": "王芳",
        "mobile": "13900001111",
        "fax": "0991-8560000",
        "leader": "热依汗·吐尔逊",
        "headcount": 18,
        "plaque": True,
        "members": record.members,
        "work_completion_rate": Decimal("102.5"),
        "quality_pass_rate": Decimal("98.5"),
        "defect_rate": Decimal("0.3"),
        "accidents": 0,
        "complaints": 0,
        "first_pass_rate": Decimal("99.1"),
        "training_attendances": 120,
        "training_hours": 48,
        "improvement_participation_rate": Decimal(100),
        "quality_cost": Decimal("12.5"),
        "narrative": "1. 班组成员组成：18人。\n2. 班组基础管理情况：齐全。",
    }


def test_labels_and_contents_are_kept_as_written(tmp_path: Path) -> None:
    record = record_of(reading_of(tmp_path, qc_group(headcount="１２ 人")))
    fields = {field.key: field for field in record.fields}
    assert (fields["headcount"].written, fields["headcount"].value) == ("１２ 人", 12)
    assert fields["postcode"].label == "邮  编"
    assert fields["members"].label == "小组成员名单\n（10人以内）"


def test_a_form_is_recognised_only_where_an_award_takes_it(tmp_path: Path) -> None:
    path = written(tmp_path, bare(qc_group()))
    assert recognise(path, REGISTER) == "qc-group"
    assert recognise(written(tmp_path, bare(trusted_team())), REGISTER) == "trusted-team"
    without = Register(type(PROGRAMME)("x", PROGRAMME.title, PROGRAMME.awards[1:], ()), BODIES)
    assert recognise(written(tmp_path, bare(qc_group())), without) is None


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run("会议通知")),
        paragraph(run("2019年自治区优秀质量管理小组申报表")),
        paragraph(run("2019年自治区优秀质量管理小组申报表")) + table(row(cell("序号"), cell("金额"))),
        table(row(cell("QC小组名称"), cell("企业名称"), cell("小组人数"))),
    ],
)
def test_a_word_file_that_is_no_form_is_recognised_as_none(tmp_path: Path, body: str) -> None:
    assert recognise(written(tmp_path, bare(body)), REGISTER) is None
    reading = reading_of(tmp_path, body)
    assert codes(reading) == [("form-unknown", Severity.BLOCKING)]
    assert reading.records == ()


def test_two_forms_in_one_file_are_two_nominations(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, qc_group() + trusted_team())
    assert reading.findings == ()
    assert [getattr(record, "award", None) for record in reading.records] == ["qc-group", "best-team"]


@pytest.mark.parametrize("field", ["body", "name", "organisation"])
def test_what_a_nomination_cannot_be_without(tmp_path: Path, field: str) -> None:
    reading = reading_of(tmp_path, qc_group(**{field: " "}))
    assert codes(reading) == [("field-missing", Severity.BLOCKING)]
    assert reading.refused


def test_a_missing_field_is_placed_by_table_row_and_label(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, qc_group(organisation=""))
    (found,) = reading.findings
    assert found.place == Place(str(tmp_path / "form.docx"), "1", 2, "企业名称（名称与公章一致）")


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    body = qc_group(
        name="", body="新疆油田", headcount="约10", plaque="是☑ 否☑", members="、".join(["张三"] * 11)
    )
    reading = reading_of(tmp_path, body)
    assert {code for code, _ in codes(reading)} == {
        "field-missing",
        "body-unknown",
        "figure-unclear",
        "tick-both",
        "members-too-many",
    }


def test_an_unknown_body_is_refused_with_the_nearest_names(tmp_path: Path) -> None:
    found = finding(reading_of(tmp_path, qc_group(body="新疆油田分公司")), "body-unknown")
    assert found.severity is Severity.BLOCKING
    assert found.params["written"] == "新疆油田分公司"
    nearest = found.params["nearest"]
    assert isinstance(nearest, tuple)
    assert set(nearest) <= set(BODIES)
    assert "中国石油新疆油田分公司" in nearest


def test_without_a_quota_table_the_body_cannot_be_checked(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, qc_group(body="新疆油田"), Register(PROGRAMME))
    assert finding(reading, "bodies-unchecked").severity is Severity.BLOCKING
    assert "body-unknown" not in dict(codes(reading))


@pytest.mark.parametrize(
    "spelling",
    ["中国石油 新疆油田分公司", "＿＿中国石油新疆油田分公司"[2:] + "____", "中国石油　新疆油田分公司"],
)
def test_a_body_is_known_whatever_its_blanks_and_given_as_the_quota_table_spells_it(
    tmp_path: Path, spelling: str
) -> None:
    reading = reading_of(tmp_path, qc_group(body=spelling))
    assert reading.findings == ()
    assert record_of(reading).body == "中国石油新疆油田分公司"


@pytest.mark.parametrize(
    ("written_tick", "value"),
    [
        (f"是{WINGDINGS_TICK} 否{WINGDINGS_BOX}", True),
        (f"是{WINGDINGS_BOX} 否{WINGDINGS_TICK}", False),
        ("是\uf0a3 否\uf052", False),
    ],
)
def test_ticks_by_symbol(tmp_path: Path, written_tick: str, value: bool) -> None:  # noqa: FBT001  a table's column
    plain = qc_group(presents="TICKED")
    head = plain.replace("TICKED", written_tick.replace("<w:sym", "</w:t><w:sym").replace("/>", "/><w:t>"))
    assert record_of(reading_of(tmp_path, head)).value("presents") is value


def test_ticks_that_say_nothing(tmp_path: Path) -> None:
    blank = reading_of(tmp_path, qc_group(presents="", plaque="是□ 否□"))
    assert codes(blank) == [("tick-none", Severity.WARNING), ("tick-none", Severity.NOTE)]
    assert record_of(blank).value("presents") is None
    both = reading_of(tmp_path, qc_group(presents="是☑ 否☑"))
    assert codes(both) == [("tick-both", Severity.WARNING)]
    assert record_of(both).value("presents") is None


def test_an_unclear_figure_is_left_open(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, trusted_team(accidents="约1", complaints="", training="120"))
    assert codes(reading) == [("figure-unclear", Severity.WARNING)] * 2
    assert {found.params["written"] for found in reading.findings} == {"约1", "120"}
    record = record_of(reading)
    for key in ("accidents", "complaints", "training_attendances", "training_hours"):
        assert record.value(key) is None


def test_a_rate_that_is_hardly_meant_is_kept_and_said(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, trusted_team(defect_rate="101%", work_completion_rate="0.985"))
    assert codes(reading) == [("figure-implausible", Severity.WARNING)] * 2
    assert record_of(reading).value("work_completion_rate") == Decimal("0.985")


def test_limits_of_the_member_lists(tmp_path: Path) -> None:
    ten = "、".join(f"张{c}" for c in "一二三四五六七八九十")
    assert reading_of(tmp_path, qc_group(members=ten)).findings == ()
    found = finding(reading_of(tmp_path, qc_group(members=ten + "、李四")), "members-too-many")
    assert (found.severity, found.params) == (Severity.BLOCKING, {"count": 11, "most": 10})
    assert reading_of(tmp_path, trusted_team(members=ten + "、李四")).findings == ()


def test_members_that_may_be_one_or_two_are_said(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, qc_group(members="古丽 买买提、张三"))
    assert finding(reading, "members-unclear").params["names"] == ("古丽 买买提",)
    assert record_of(reading).members == ("古丽 买买提", "张三")


def test_a_narrative_ends_before_the_seal_and_keeps_its_own_dates(tmp_path: Path) -> None:
    story = "小组简介：2019年1月1日成立。\n单位领导重视。"
    for stamp in (
        "",
        "\n  单位盖章\n   年  月  日",
        "\n单位盖章：采油一厂\n2019年6月20日",
        "\n 年   月   日",
    ):
        record = record_of(reading_of(tmp_path, qc_group(narrative=story + stamp)))
        assert record.value("narrative") == story
    kept = story + "\n获奖日期：2018年5月4日"
    assert record_of(reading_of(tmp_path, qc_group(narrative=kept))).value("narrative") == kept


def test_a_narrative_that_uses_a_forms_words_is_not_cut(tmp_path: Path) -> None:
    story = "是否与会发表：否。推荐单位：某厂。QC小组简介及主要活动过程与效果：略"
    reading = reading_of(tmp_path, qc_group(narrative=story))
    assert record_of(reading).value("narrative") == story
    assert reading.findings == ()
