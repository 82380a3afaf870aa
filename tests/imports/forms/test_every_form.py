"""Every field of every other form of the notice, and what bodies get wrong on them."""

from decimal import Decimal
from pathlib import Path

import pytest

from imports.findings import Severity
from imports.records import BodyPaperRecord, FileReading, NominationRecord
from tests.imports.forms import bodies_papers as papers
from tests.imports.forms.bodies_papers import BODY, REGISTER
from tests.imports.forms.readings import codes, finding, paper_of, reading_of, record_of


def reading(folder: Path, body: str) -> FileReading:
    return reading_of(folder, body, REGISTER)


def values(record: BodyPaperRecord) -> dict[str, object]:
    return {field.key: field.value for field in record.fields}


NOMINATIONS = {
    "qc-enterprise": (
        papers.qc_enterprise(),
        (BODY, "新疆油田采油一厂", "新疆油田采油一厂"),
        {
            "organisation": "新疆油田采油一厂",
            "contact": "阿依古丽·买买提",
            "address": "克拉玛依市友谊路 36 号",
            "mobile": "１３８ 9999 0000",
            "postcode": "834000",
            "plaque": True,
            "narrative": "企业连续多年开展QC小组活动。\n普及率达 32%。",
        },
    ),
    "qc-promoter": (
        papers.qc_promoter(),
        (BODY, "古丽娜尔·阿不都热依木", "新疆油田采油一厂"),
        {
            "name": "古丽娜尔·阿不都热依木",
            "position": "质量科科长",
            "organisation": "新疆油田采油一厂",
            "address": "克拉玛依市友谊路36号",
            "postcode": "834000",
            "contact": "\U00020bb7野正",
            "mobile": "13800001111",
            "narrative": "从事推进工作八年。",
        },
    ),
    "team-enterprise": (
        papers.team_enterprise(),
        ("自治区卫健委", "自治区人民医院", "自治区人民医院"),
        {
            "organisation": "自治区人民医院",
            "contact": "马丽",
            "position": "主任",
            "postcode": "830001",
            "mobile": "139",
            "plaque": False,
            "address": "乌鲁木齐市天池路91号",
            "narrative": "班组建设三年。",
        },
    ),
    "team-individual": (
        papers.team_individual(),
        ("自治区卫健委", "热依汗·吐尔逊", "自治区人民医院"),
        {
            "name": "热依汗·吐尔逊",
            "organisation": "自治区人民医院",
            "post": "检验科生化班组",
            "position": "班组长",
            "contact": "马丽",
            "mobile": "139",
            "address": "乌鲁木齐市天池路91号",
            "narrative": "带领班组四年。",
        },
    ),
}


@pytest.mark.parametrize("award", NOMINATIONS)
def test_every_field_of_a_nomination(tmp_path: Path, award: str) -> None:
    body, (recommending, name, organisation), fields = NOMINATIONS[award]
    found = reading(tmp_path, body)
    assert found.findings == ()
    record = record_of(found)
    assert (record.award, record.body, record.name) == (award, recommending, name)
    assert (record.organisation, record.members) == (organisation, ())
    assert {field.key: field.value for field in record.fields} == fields


def test_every_field_of_the_statistics_of_groups(tmp_path: Path) -> None:
    found = reading(tmp_path, papers.qc_statistics())
    assert codes(found) == []
    record = paper_of(found)
    assert (record.form, record.body, record.blocks) == ("qc-statistics", BODY, ())
    assert values(record) == {
        "sealed_by": None,
        "groups_ever": 1204,
        "groups_registered": 186,
        "participation_rate": Decimal("32.5"),
        "groups_active": 150,
        "benefit": Decimal(12_340_000),
        "result_rate": Decimal("90.5"),
        "spending": Decimal(250_000),
        "rewards": Decimal(125_000),
        "diagnosticians_national": 3,
        "diagnosticians_regional": 12,
        "notes": "小组活动与现场结合。\n建议多办培训。",
        "conference": True,
        "presenters": 24,
        "conference_time_place": "2019年5月20日，克拉玛依市",
        "attendance": 120,
        "in_charge": "质量安全环保处  马丽",
        "contact": "王芳",
        "mobile": "13900001111",
        "email": "wang.fang@example.cn",
        "address": "克拉玛依市迎宾路66号",
        "postcode": "834000",
    }


def test_every_field_of_the_statistics_of_teams(tmp_path: Path) -> None:
    found = reading(tmp_path, papers.team_statistics())
    assert codes(found) == []
    record = paper_of(found)
    assert (record.form, record.body) == ("team-statistics", "自治区卫健委")
    assert values(record) == {
        "sealed_by": None,
        "teams_active": 56,
        "teams_ever": 310,
        "participants": 1024,
        "teams_recommended": 2,
        "spending": Decimal(80_000),
        "rewards": Decimal(0),
        "notes": "班组与岗位练兵结合。",
        "reviews": ("发表评审", "与QC小组合开"),
        "conference": False,
        "presenters": 0,
        "conference_time_place": None,
        "attendance": None,
        "in_charge": "医政处  李娜",
        "contact": "李娜",
        "mobile": "137",
        "email": "li@example.cn",
        "address": "乌鲁木齐市龙泉街191号",
        "postcode": "830004",
    }


def test_the_unit_in_its_own_cell_counts_where_the_figure_has_none(tmp_path: Path) -> None:
    record = paper_of(reading(tmp_path, papers.qc_statistics(benefit="12.5", benefit_unit="万元")))
    assert values(record)["benefit"] == Decimal(125_000)


def test_words_of_a_label_within_a_contents_cell_do_not_split_it(tmp_path: Path) -> None:
    record = paper_of(reading(tmp_path, papers.qc_statistics(in_charge="手机厂质量部邮编室 联系人马丽")))
    assert values(record)["in_charge"] == "手机厂质量部邮编室 联系人马丽"


def test_unclear_figures_and_ticks_of_statistics_are_left_open_and_said(tmp_path: Path) -> None:
    body = papers.team_statistics(
        teams_ever="约98", conference="☑是   ☑否", reviews="发表评审□ 现场评审□ 与QC小组合开□ 单独举办□"
    )
    found = reading(tmp_path, body)
    assert codes(found) == [
        ("figure-unclear", Severity.WARNING),
        ("choice-none", Severity.NOTE),
        ("tick-both", Severity.WARNING),
    ]
    record = paper_of(found)
    assert [values(record)[key] for key in ("teams_ever", "conference", "reviews")] == [None] * 3
    assert finding(found, "figure-unclear").place.row == 3


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (papers.qc_enterprise, "organisation"),
        (papers.qc_promoter, "name"),
        (papers.qc_promoter, "organisation"),
        (papers.team_enterprise, "organisation"),
        (papers.team_individual, "name"),
        (papers.team_individual, "organisation"),
    ],
)
def test_what_a_nomination_cannot_be_without(tmp_path: Path, form: object, field: str) -> None:
    assert callable(form)
    assert codes(reading(tmp_path, form(**{field: " 　"}))) == [("field-missing", Severity.BLOCKING)]


@pytest.mark.parametrize(
    ("ticks", "code", "severity"),
    [
        ("是☑ 否☑", "tick-both", Severity.WARNING),
        ("是□ 否□", "tick-none", Severity.NOTE),
        ("", "tick-none", Severity.NOTE),
    ],
)
def test_a_plaque_that_is_not_clearly_wished_for(
    tmp_path: Path, ticks: str, code: str, severity: Severity
) -> None:
    for form in (papers.qc_enterprise, papers.team_enterprise):
        found = reading(tmp_path, form(plaque=ticks))
        assert codes(found) == [(code, severity)]
        assert record_of(found).value("plaque") is None


@pytest.mark.parametrize(
    ("form", "printed", "typed"),
    [
        (papers.qc_enterprise, "直接联系人人", "直接联系人"),
        (papers.qc_enterprise, "企业名称", "企 业 名 称："),
        (papers.qc_enterprise, "企业推进事迹介绍：", "企业推进事迹介绍（可另附页）"),
        (papers.qc_promoter, "姓名", "姓\u3000名"),
        (papers.qc_promoter, "职务", "职  务"),
        (papers.team_enterprise, "（突出经验做法、注重质量效益）", ""),
        (papers.team_enterprise, "事迹简述：（突出", "事迹简述（突出"),
        (papers.team_individual, "岗位", "岗 位*"),
        (papers.qc_statistics, "x100%", "×100％"),
        (papers.qc_statistics, "（国家级／自治区级）", "(国家级/自治区级)"),
        (papers.qc_statistics, "数量", "数  量"),
        (papers.qc_statistics, "联 系 人：", "联系人:"),
        (papers.qc_statistics, "通信地址：", "通 讯 地 址："),
        (
            papers.qc_statistics,
            "QC小组/质量信得过班组工作归口部门及负责人：",
            "ＱＣ小组／质量信得过班组工作归口部门及负责人",
        ),
        (papers.qc_statistics, "质 量 管 理 小 组 活 动 统 计 表", "2019年质量管理小组活动统计表"),
        (
            papers.team_statistics,
            "发表评审☑ 现场评审□ 与QC小组合开☑",
            "☑ 发表评审 □ 现场评审 ■ 与ＱＣ小组合开 □",
        ),
        (papers.team_summary, "推荐地区、部门（盖章）", "推荐地区、部门"),
    ],
)
def test_labels_as_people_mistype_them(tmp_path: Path, form: object, printed: str, typed: str) -> None:
    assert callable(form)
    body = form()
    assert printed in body
    body = body.replace(printed, typed)
    if "☑ 发表评审" in typed:
        body = body.replace(" 单独举办□", " 单独举办")
    right, mistyped = reading(tmp_path, form()), reading(tmp_path, body)
    assert mistyped.findings == ()
    (first,), (second,) = right.records, mistyped.records
    assert isinstance(first, NominationRecord | BodyPaperRecord)
    assert isinstance(second, NominationRecord | BodyPaperRecord)
    assert {f.key: f.value for f in second.fields} == {f.key: f.value for f in first.fields}
    assert second.body == first.body
