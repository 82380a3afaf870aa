"""Tables of reviewers that come again with other particulars, and what tables say beyond the first ones."""

from pathlib import Path

from judge.ledger.panel_acts import ReviewerDetail, Seat
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.panels.standing import Member, panels
from judge.services.papers.filing import file_papers
from tests.judge.services import small_papers as papers

GROUPS = "自治区优秀质量管理小组"
TEAMS = "质量信得过班组"
HEAD = ("编号", "姓名", "单位", "手机", "评审奖项", "单位别名", "语言", "评审上限", "分组", "职责")


def members(edition: Edition) -> dict[str, Member]:
    return {one.key: one for one in panels(edition).members}


def file(edition: Edition, folder: Path, *rows: tuple[object, ...]) -> None:
    file_papers(edition, papers.read(edition, papers.table(folder / f"{len(rows)}.csv", HEAD, *rows)))


def test_a_new_reviewer_with_all_that_a_table_can_say(edition: Edition, tmp_path: Path) -> None:
    row = (
        "R01",
        "王一",
        "油田",
        "138",
        f"{GROUPS}、{TEAMS}",
        "油田公司、新疆油田",
        "汉、维",
        40,
        "A",
        "组长",
    )
    file(edition, tmp_path, row)

    one = members(edition)["R01"]
    assert one.detail == ReviewerDetail("王一", "油田", "138", ("油田公司", "新疆油田"), "汉、维", 40)
    assert one.seats == {"qc-group": Seat("A", "chair"), "trusted-team": Seat("A", "chair")}
    assert audit(edition).faults == ()


def test_blank_cells_leave_what_holds(filed: Edition, tmp_path: Path) -> None:
    file(filed, tmp_path, ("R01", "评委1", "", "138", "", "", "", "", "", ""))

    said = members(filed)["R01"]
    assert (said.detail.organisation, said.detail.phone) == ("研究院1", "138")
    assert said.seats == {"qc-group": Seat()}


def test_a_table_that_names_awards_names_all_of_them(filed: Edition, tmp_path: Path) -> None:
    file(filed, tmp_path, ("R01", "评委1", "研究院1", "", TEAMS, "", "", "", "B", ""))

    assert members(filed)["R01"].seats == {"trusted-team": Seat("B")}


def test_what_was_stated_is_known_when_it_comes_again(filed: Edition, tmp_path: Path) -> None:
    row = ("R01", "评委1", "研究院9", "138", GROUPS, "另名", "汉", 12, "A", "评委")
    file(filed, tmp_path, row)
    again = papers.table(tmp_path / "again.csv", (*HEAD, "序号"), (*row, 1))

    report = papers.read(filed, again)

    assert [finding.code for finding in report.findings()] == ["reviewer-known"]
    assert report.restated == 0


def test_two_files_of_one_import_are_compared_with_one_another(filed: Edition, tmp_path: Path) -> None:
    one = papers.table(tmp_path / "1.csv", HEAD, ("R01", "评委1", "", "138", "", "", "", "", "", ""))
    other = papers.table(tmp_path / "2.csv", HEAD, ("R01", "评委1", "", "139", "", "", "", "", "", ""))

    report = papers.read(filed, one, other)

    told = [dict(finding.params) for finding in report.findings() if finding.code == "reviewer-restated"]
    assert [(said["old"], said["new"]) for said in told] == [("", "138"), ("138", "139")]
    file_papers(filed, report)
    assert members(filed)["R01"].detail.phone == "139"
    assert audit(filed).faults == ()


def test_what_nobody_can_be_or_take_is_a_fault(edition: Edition, tmp_path: Path) -> None:
    row = ("R01", "王一", "油田", "", GROUPS, "", "", "许多", "", "国王")
    report = papers.read(edition, papers.table(tmp_path / "r.csv", HEAD, row))

    assert [f.code for f in report.findings()] == ["reviewer-role-unknown", "reviewer-limit-malformed"]
    assert len(report.refused) == 1
