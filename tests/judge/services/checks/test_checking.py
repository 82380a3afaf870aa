from importlib.resources import files
from pathlib import Path

import pytest

from judge.domain.desk import GroundCode, Outcome
from judge.domain.refusal import Refusal
from judge.services.checks.checking import check
from judge.services.checks.checklists import Tick, tick
from judge.services.editions.edition import Edition
from judge.services.editions.settings import change_setting
from judge.services.forms.files import read_own_forms
from judge.services.forms.held import take_forms
from judge.services.lists.ranking import rank
from judge.services.sheets.desk import Desk
from tests.imports.forms import bodies_papers
from tests.imports.word.papers import bare, written
from tests.judge.services import small_papers as papers
from tests.judge.services.checks import season as checks
from tests.judge.services.checks.season import HAMI, HOTAN

YEARS_GATE = "three-straight-years"


def test_three_straight_years_under_an_earlier_name_are_met_with_who_won(
    edition: Edition, tmp_path: Path
) -> None:
    checks.filed(edition, tmp_path)
    met = checks.finding(edition, "qc-enterprise-0001", YEARS_GATE)
    assert met.outcome is Outcome.MET
    won = [(g.what, g.said) for g in met.grounds if g.code is GroundCode.YEAR_WON]
    assert won[0] == ("2016", "晨光2016QC小组（新疆石油管理局）")
    failed = checks.finding(edition, "qc-enterprise-0002", YEARS_GATE)
    assert failed.outcome is Outcome.NOT_MET
    assert [g.code for g in failed.grounds[:3]] == [
        GroundCode.YEAR_WON,
        GroundCode.YEAR_NOT_WON,
        GroundCode.YEAR_NOT_WON,
    ]


def test_a_year_without_a_list_is_to_verify(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path), checks.enterprises(tmp_path), checks.aliases(tmp_path))
    assert checks.finding(edition, "qc-enterprise-0002", YEARS_GATE).outcome is Outcome.TO_VERIFY
    rows = [(year, checks.QC, "晨光QC小组", "新疆石油管理局", "") for year in (2016, 2018)]
    papers.file(edition, checks.history(tmp_path, *rows))
    for nomination in ("qc-enterprise-0001", "qc-enterprise-0002"):
        assert checks.finding(edition, nomination, YEARS_GATE).outcome is Outcome.TO_VERIFY


def test_a_setting_says_which_years_are_meant(edition: Edition, tmp_path: Path) -> None:
    checks.filed(edition, tmp_path)
    change_setting(edition, "award-years", "2015-2017", "裁定")
    finding = checks.finding(edition, "qc-enterprise-0001", YEARS_GATE)
    assert finding.outcome is Outcome.TO_VERIFY
    assert finding.grounds[0].code is GroundCode.YEAR_NOT_COVERED


def test_lists_and_desk_use_the_findings_of_the_check(edition: Edition, tmp_path: Path) -> None:
    checks.filed(edition, tmp_path)
    tick(edition, [Tick("qc-enterprise-0001", "unit-seal", "missing")])
    ranked = {one.nomination.key: one for one in rank(edition, "qc-enterprise").lines}
    for report in check(edition, award="qc-enterprise").nominations:
        line = ranked[report.key]
        not_met = {c.gate.key for c in report.gates_with(Outcome.NOT_MET)}
        assert not_met <= set(line.line.reasons)
        assert (line.line.standing == "ineligible") == bool(not_met)
        assert set(line.to_verify) == {c.gate.key for c in report.gates_with(Outcome.TO_VERIFY)}
    assert ranked["qc-enterprise-0001"].line.reasons[-1] == "filed-complete"
    assert ranked["qc-enterprise-0002"].to_verify == ("filed-complete",)


def test_a_reviewer_sees_the_same_findings(assigned: Edition) -> None:
    tick(assigned, [Tick("qc-group-0001", "body-seal", "missing", "没盖")])
    (shown,) = Desk(assigned, "R01").page("qc-group-0001").gates
    assert shown == checks.finding(assigned, "qc-group-0001", "filed-complete")
    assert shown.outcome is Outcome.NOT_MET


@pytest.mark.parametrize(("characters", "too_long"), [(3000, 0), (3001, 1), (3120, 120)])
def test_a_longer_text_than_the_form_allows_is_a_fault_by_so_many(
    edition: Edition, tmp_path: Path, characters: int, too_long: int
) -> None:
    papers.file(edition, papers.quotas(tmp_path), checks.enterprises(tmp_path))
    checks.attach(edition, tmp_path, "qc-enterprise-0001", "deeds", "质" * characters)
    one = checks.checked(edition, "qc-enterprise-0001")
    (length,) = one.lengths
    assert (length.characters, length.most, length.too_long) == (characters, 3000, too_long)
    assert one.has_fault == bool(too_long)


@pytest.mark.parametrize(
    ("characters", "tolerance", "far"),
    [(1600, "20", False), (1599, "20", True), (2400, "20", False), (2401, "20", True), (2401, "25", False)],
)
def test_a_text_of_about_so_many_characters_is_only_pointed_out(
    edition: Edition, tmp_path: Path, characters: int, tolerance: str, *, far: bool
) -> None:
    nominated = papers.table(
        tmp_path / "promoters.csv",
        ("奖项", "推荐单位", "姓名", "工作单位"),
        (checks.PROMOTER, HAMI, "阿里木·买买提", "企业0"),
    )
    papers.file(edition, papers.quotas(tmp_path), nominated)
    checks.attach(edition, tmp_path, "qc-promoter-0001", "deeds", "质" * characters)
    change_setting(edition, "length-tolerance", tolerance)
    one = checks.checked(edition, "qc-promoter-0001")
    assert (one.lengths[0].is_far, one.lengths[0].too_long, one.has_fault) == (far, 0, False)


def test_the_document_filed_last_is_the_one_that_is_measured(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path), checks.enterprises(tmp_path))
    for characters in (3120, 2990):
        checks.attach(edition, tmp_path, "qc-enterprise-0001", "deeds", "质" * characters)
    assert not checks.checked(edition, "qc-enterprise-0001").has_fault


def test_quotas_are_counted_for_each_body_and_make_nobody_ineligible(
    edition: Edition, tmp_path: Path
) -> None:
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path))
    report = check(edition)
    uses = {(body.name, use.category): use for body in report.bodies for use in body.quotas}
    hami, presenting = uses[HAMI, "qc-group"], uses[HAMI, "qc-presenting"]
    assert (hami.seats, hami.filed, hami.over, hami.unused) == (2, 3, 1, 0)
    assert (presenting.seats, presenting.filed, presenting.over) == (1, 3, 2)
    assert (uses[HOTAN, "qc-group"].over, uses[HOTAN, "qc-group"].unused) == (0, 1)
    assert uses[HOTAN, "trusted-team"].unused == 1
    assert [body.name for body in report.bodies if any(use.over for use in body.quotas)] == [HAMI]
    assert not any(one.has_fault for one in report.nominations)


def test_statistics_that_are_missing_or_say_another_number_are_named(
    edition: Edition, tmp_path: Path
) -> None:
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path))
    teams = bare(bodies_papers.team_statistics(body=HAMI))
    papers.file(edition, written(tmp_path, teams, "statistics.docx"))
    hami, hotan = check(edition).bodies
    assert {(paper.paper, paper.filed) for paper in hami.papers} == {("附件7", False), ("附件12", True)}
    assert {(paper.paper, paper.filed) for paper in hotan.papers} == {("附件7", False), ("附件12", False)}
    (count,) = hami.recommended
    assert (count.category, count.filed, count.seats, count.agrees) == ("trusted-team", 0, 1, False)
    assert count.said > 0
    assert hotan.recommended == ()


def test_one_group_from_two_bodies_is_shown_and_both_stay(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path))
    again = papers.table(
        tmp_path / "again.csv",
        ("奖项", "推荐单位", "QC小组名称", "企业名称"),
        (checks.QC, HOTAN, "晨光质量管理小组", "企业零"),
    )
    papers.file(edition, again, checks.aliases(tmp_path, ("企业0", "企业零")))
    report = check(edition)
    (pair,) = report.pairs
    assert (pair.first.key, pair.second.key) == ("qc-group-0001", "qc-group-0005")
    assert pair.alike == ("near-name", "same-organisation")
    assert len(report.nominations) == 5
    assert check(edition, body=HAMI).pairs == check(edition, body=HOTAN).pairs == (pair,)
    assert check(edition, award="trusted-team").pairs == ()


def test_one_body_or_one_award_alone(edition: Edition, tmp_path: Path) -> None:
    checks.filed(edition, tmp_path)
    of_body = check(edition, body="和田地区 工信局")
    assert {one.body for one in of_body.nominations} == {HOTAN}
    assert [body.name for body in of_body.bodies] == [HOTAN]
    of_award = check(edition, award="qc-enterprise")
    assert {one.award for one in of_award.nominations} == {"qc-enterprise"}
    assert [body.quotas for body in of_award.bodies] == [(), ()]
    assert [body.papers for body in of_award.bodies] == [(), ()]


@pytest.mark.parametrize(
    ("asked", "code"),
    [({"body": "哈密地区工信"}, "check-body-unknown"), ({"award": "qc"}, "check-award-unknown")],
)
def test_what_is_not_there_is_named(
    edition: Edition, tmp_path: Path, asked: dict[str, str], code: str
) -> None:
    papers.file(edition, papers.quotas(tmp_path))
    with pytest.raises(Refusal) as refused:
        check(edition, **asked)
    assert refused.value.code == code
    if "body" in asked:
        assert refused.value.params["nearest"] == (HAMI, HOTAN)


def test_a_list_of_members_beyond_a_form_taken_later_is_named(edition: Edition, tmp_path: Path) -> None:
    group = papers.table(
        tmp_path / "group.csv",
        ("奖项", "推荐单位", "QC小组名称", "企业名称", "小组成员名单"),
        (checks.QC, HAMI, "晨光QC小组", "企业0", "张三、李四、王五"),
    )
    papers.file(edition, papers.quotas(tmp_path), group)
    assert checks.checked(edition, "qc-group-0001").members_over == 0
    own = tmp_path / "qc-group.toml"
    builtin = files("imports.forms").joinpath("qc-group.toml").read_text(encoding="utf-8")
    own.write_text(builtin.replace("most = 10", "most = 2"), encoding="utf-8")
    take_forms(edition, read_own_forms([own]))
    assert checks.checked(edition, "qc-group-0001").members_over == 1
    assert check(edition).has_fault
