"""What headings were confirmed to mean: kept with the import that confirmed it, on both engines."""

from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, open_edition
from judge.services.editions.settings import change_setting, setting, settings
from judge.services.papers.filing import Filed, file_papers
from judge.services.papers.importing import read_papers
from judge.services.papers.kept_headings import NOTHING_SAID, HeadingChoices
from judge.services.papers.report import ImportReport
from tests.judge.services import small_papers as papers

HEAD = ("奖项", "推荐单位", "QC小组名称", "所属企业(盖章全称)", "活动课题")
HEADING = "所属企业(盖章全称)"
KEY = "heads/nominations/所属企业"
SAID = HeadingChoices(((HEADING, "企业名称"),))


def summary(folder: Path, name: str, group: str = "晨光QC小组") -> Path:
    row = ("自治区优秀质量管理小组", "哈密地区工信局", group, "新疆油田", "降低漏损率")
    return papers.table(folder / name, HEAD, row)


def read(edition: Edition, path: Path, choices: HeadingChoices = NOTHING_SAID) -> ImportReport:
    return read_papers(edition, [path], headings=choices)


def kept(edition: Edition) -> dict[str, str]:
    return {now.definition.key: now.value for now in settings(edition) if "/" in now.definition.key}


@pytest.fixture
def office(edition: Edition, tmp_path: Path) -> Edition:
    papers.file(edition, papers.quotas(tmp_path))
    return edition


def test_a_confirmed_heading_is_kept_for_the_next_workbook(
    office: Edition, location: str, tmp_path: Path
) -> None:
    first = summary(tmp_path, "first.csv")
    assert read(office, first).refused
    assert file_papers(office, read(office, first, SAID)).files == 1
    assert kept(office) == {KEY: "企业名称"}
    reopened = open_edition(location)
    report = read(reopened, summary(tmp_path, "second.csv", "红柳QC小组"))
    assert [f.code for f in report.findings()] == ["heading-kept", "head-proposed"]
    assert file_papers(reopened, report) == Filed(1, file_papers(reopened, read(reopened, first)).sheets)
    assert audit(reopened).faults == ()
    reopened.close()


def test_all_that_is_accepted_is_kept(office: Edition, tmp_path: Path) -> None:
    file_papers(office, read(office, summary(tmp_path, "a.csv"), HeadingChoices(accept=True)))
    assert kept(office) == {KEY: "企业名称", "heads/nominations/活动课题": "课题"}
    assert audit(office).faults == ()


def test_what_is_kept_can_be_left_aside_and_forgotten(office: Edition, tmp_path: Path) -> None:
    file_papers(office, read(office, summary(tmp_path, "a.csv"), SAID))
    later = summary(tmp_path, "b.csv", "红柳QC小组")
    assert read(office, later, HeadingChoices(profile=False)).refused
    assert not read(office, later).refused
    assert change_setting(office, f"heads/nominations/{HEADING}", "none", "错了") == ("企业名称", "none")
    assert (kept(office), setting(office, KEY).value) == ({}, "none")
    assert read(office, later).refused
    assert audit(office).faults == ()


def test_a_heading_confirmed_otherwise_is_kept_as_it_was_last(office: Edition, tmp_path: Path) -> None:
    file_papers(office, read(office, summary(tmp_path, "a.csv"), SAID))
    other = HeadingChoices(((HEADING, "工作单位"),))
    file_papers(office, read(office, summary(tmp_path, "b.csv", "红柳QC小组"), other))
    assert kept(office) == {KEY: "工作单位"}
    assert audit(office).faults == ()


def test_nothing_is_kept_of_what_is_not_filed(office: Edition, tmp_path: Path) -> None:
    read(office, summary(tmp_path, "a.csv"), SAID)
    wrong = papers.table(tmp_path / "b.csv", HEAD, ("自治区优秀质量管理小组", "无此单位", "甲", "乙", "丙"))
    report = read(office, wrong, SAID)
    assert [f.code for f in report.findings() if f.severity == "blocking"] == ["body-unknown"]
    file_papers(office, report, accept_good=True)
    assert kept(office) == {}


def test_kept_headings_are_changed_by_imports_alone(office: Edition) -> None:
    with pytest.raises(Refusal) as refused:
        change_setting(office, KEY, "企业名称")
    assert (refused.value.code, dict(refused.value.params)) == (
        "setting-is-heading",
        {"key": KEY, "heading": "所属企业"},
    )


@pytest.mark.parametrize(
    ("said", "code", "params"),
    [
        (
            ((HEADING, "企业名"),),
            "heading-label-unknown",
            {"heading": HEADING, "label": "企业名", "nearest": ("企业名称",)},
        ),
        (((HEADING, "企业名称"), (HEADING, "课题")), "heading-said-twice", {"heading": HEADING}),
        (((HEADING, "企业名称"), ("没有的", "课题")), "heading-unmet", {"headings": ("没有的",)}),
    ],
)
def test_both_sides_of_what_is_said_are_checked(
    office: Edition, tmp_path: Path, said: tuple[tuple[str, str], ...], code: str, params: dict[str, object]
) -> None:
    with pytest.raises(Refusal) as refused:
        read(office, summary(tmp_path, "a.csv"), HeadingChoices(said))
    assert (refused.value.code, dict(refused.value.params)) == (code, params)


def test_an_unreadable_file_is_told_before_a_heading_that_it_may_have_had(
    office: Edition, tmp_path: Path
) -> None:
    broken = tmp_path / "n.xlsx"
    broken.write_bytes(b"PK\3\4 no workbook")
    report = read(office, broken, SAID)
    assert [f.severity for f in report.findings()] == ["blocking"]
