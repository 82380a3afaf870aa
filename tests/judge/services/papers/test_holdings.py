"""Things that papers bring again: the same ones however they are spelt, and never overwritten."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from imports.findings import Severity
from imports.records import NominationRecord, ReviewerRecord
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.store.tables import body
from tests.judge.services import small_papers as papers

GROUPS_AWARD = "自治区优秀质量管理小组"
QUOTA_HEAD = ("序号", "地区或部门", "小组数", "发表小组数", "质量信得过班组数")
NOMINATION_HEAD = ("奖项", "推荐单位", "QC小组名称", "企业名称", "是否与会发表")


def faults(edition: Edition, *paths: Path) -> list[str]:
    report = papers.read(edition, *paths)
    return [f.code for f in report.findings() if f.severity is Severity.BLOCKING]


def test_changed_quotas_are_a_fault(filed: Edition, tmp_path: Path) -> None:
    assert faults(filed, papers.quotas(tmp_path, groups=3)) == ["quota-differs"]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("R01", "评委1", "研究院1", "", GROUPS_AWARD), ["reviewer-known"]),
        (("Ｒ０１", "评委1", "研究院1", "", GROUPS_AWARD), ["reviewer-known"]),
        (("r01", "评委1", "研究院1", "", GROUPS_AWARD), ["reviewer-known"]),
        (("", "评委1", "研究院1", "", GROUPS_AWARD), ["reviewer-known"]),
        (("R01", "评委1", "研究院9", "", GROUPS_AWARD), ["reviewer-restated"]),
        (("R01", "评委1", "研究院1", "138", GROUPS_AWARD), ["reviewer-restated"]),
        (("R01", "评委1", "研究院1", "", "质量信得过班组"), ["reviewer-restated"]),
        (("R01", "评委1", "研究院9", "138", GROUPS_AWARD), ["reviewer-restated", "reviewer-restated"]),
        (("", "评委 1", "研究院１", "", GROUPS_AWARD), ["reviewer-known"]),
        (("R09", "评委1", "研究院1", "", GROUPS_AWARD), ["reviewer-known-as"]),
        (("R09", "评委１", "研究院 1", "", GROUPS_AWARD), ["reviewer-known-as"]),
        (("R01", "另一人", "研究院1", "", GROUPS_AWARD), ["reviewer-key-taken"]),
        (("", "评委1", "研究院9", "", GROUPS_AWARD), []),
    ],
)
def test_a_reviewer_who_comes_again(
    filed: Edition, tmp_path: Path, row: tuple[str, ...], found: list[str]
) -> None:
    again = papers.table(tmp_path / "again.csv", ("编号", "姓名", "单位", "手机", "评审奖项"), row)
    report = papers.read(filed, again)
    assert [f.code for f in report.findings()] == found
    assert report.count(ReviewerRecord) == (found == [])


def test_a_reviewer_known_under_another_number_is_named_by_it(filed: Edition, tmp_path: Path) -> None:
    row = ("R09", "评委1", "研究院1", "", GROUPS_AWARD)
    again = papers.table(tmp_path / "again.csv", ("编号", "姓名", "单位", "手机", "评审奖项"), row)
    (finding,) = papers.read(filed, again).findings()
    assert dict(finding.params) == {"name": "评委1", "key": "R09", "known": "R01"}


@pytest.mark.parametrize("spelt", ["哈密 地区工信局", "哈密\u3000地区工信局"])
def test_a_body_in_another_spelling_is_no_other_body(filed: Edition, tmp_path: Path, spelt: str) -> None:
    assert faults(filed, papers.table(tmp_path / "again.csv", QUOTA_HEAD, (1, spelt, 2, 1, 1))) == [
        "quota-differs"
    ]


@pytest.mark.parametrize(
    ("name", "organisation"), [("晨光 QC小组", "企业0"), ("晨光ＱＣ小组", "企业0"), ("晨光QC小组", "企业０")]
)
def test_a_nomination_in_another_spelling_is_no_other_nomination(
    filed: Edition, tmp_path: Path, name: str, organisation: str
) -> None:
    row = (GROUPS_AWARD, "哈密地区工信局", name, organisation, "是")
    report = papers.read(filed, papers.table(tmp_path / "again.csv", NOMINATION_HEAD, row))
    assert (report.count(NominationRecord), report.revisions) == (0, 1)


def test_things_of_two_spellings_in_two_files_of_one_import_meet(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path))
    first = papers.nominations(tmp_path, ["天山QC小组"], name="first.csv")
    second = papers.nominations(tmp_path, ["天山 QC小组"], name="second.csv")
    assert faults(edition, first, second) == ["nomination-differs", "nomination-differs"]


@pytest.mark.parametrize(
    ("rows", "taken_by"),
    [
        ([(1, "喀什地区工信局", 2, 1, 1)], "哈密地区工信局"),
        ([(31, "喀什地区工信局", 2, 1, 1), (31, "阿克苏地区工信局", 2, 1, 1)], "喀什地区工信局"),
    ],
)
def test_a_number_of_the_quota_table_belongs_to_one_body(
    filed: Edition, tmp_path: Path, rows: list[tuple[object, ...]], taken_by: str
) -> None:
    report = papers.read(filed, papers.table(tmp_path / "more.csv", QUOTA_HEAD, *rows))
    (finding,) = (f for f in report.findings() if f.severity is Severity.BLOCKING)
    assert (finding.code, finding.params["taken_by"]) == ("quota-number-taken", taken_by)


def test_a_second_quota_table_with_numbers_of_its_own_is_filed(filed: Edition, tmp_path: Path) -> None:
    papers.file(filed, papers.table(tmp_path / "more.csv", QUOTA_HEAD, (3, "喀什地区工信局", 2, 1, 1)))
    with filed.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(body)).scalar_one() == 3
    assert audit(filed).faults == ()
