"""Papers in: reported whole, filed in one transaction, repeatable without effect."""

from pathlib import Path

import pytest
from docx import Document
from sqlalchemy import func, select

from imports.findings import Severity
from imports.records import Kind
from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, SheetState
from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.ledger.pens import SECRETARY
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from judge.store.pens import head_of, keep
from judge.store.queries.desk import queue
from judge.store.tables import document, entry, mark, nomination, sheet, source_file
from tests.judge.services import small_papers as papers

GROUP = "qc-group-0001"
GROUPS_AWARD = "自治区优秀质量管理小组"


def count(edition: Edition, table: object) -> int:
    with edition.store.read() as connection:
        found = connection.execute(select(func.count()).select_from(table)).scalar()  # type: ignore[arg-type]
    return found or 0


def codes(edition: Edition, *paths: Path) -> set[str]:
    report = papers.read(edition, *paths)
    return {f.code for f in report.findings() if f.severity is not Severity.NOTE}


def test_a_folder_is_read_in_the_order_that_its_papers_need(edition: Edition, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    papers.scores(folder, papers.sheet_rows(GROUP, "R01", 9), name="a.csv")
    papers.nominations(folder, name="b.csv")
    papers.reviewers(folder)
    papers.quotas(folder)
    papers.file(edition, folder)
    assert (count(edition, nomination), count(edition, mark)) == (4, 6)
    assert audit(edition).faults == ()


def test_importing_the_same_papers_again_changes_nothing(filed: Edition, tmp_path: Path) -> None:
    before = count(filed, entry)
    paths = (papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path))
    assert papers.file(filed, *paths).files == 0
    assert count(filed, entry) == before


def test_the_same_rows_in_another_file_change_nothing(filed: Edition, tmp_path: Path) -> None:
    before = count(filed, entry)
    other = papers.nominations(tmp_path, papers.GROUPS[:2], name="other.csv")
    report = papers.read(filed, other)
    assert [f.code for f in report.findings()] == ["nomination-known"] * 2
    assert file_papers(filed, report).files == 0
    assert (count(filed, entry), count(filed, nomination)) == (before, 4)


def test_a_faulty_file_keeps_everything_out_unless_the_good_are_accepted(
    filed: Edition, tmp_path: Path
) -> None:
    good = papers.nominations(tmp_path, ["天山QC小组"], name="good.csv")
    bad = papers.table(
        tmp_path / "bad.csv",
        ("奖项", "推荐单位", "QC小组名称", "企业名称"),
        ("自治区优秀质量管理小组", "哈密工信局", "瀚海QC小组", "企业9"),
    )
    report = papers.read(filed, good, bad)
    assert [f.code for f in report.findings() if f.severity is Severity.BLOCKING] == ["body-unknown"]
    with pytest.raises(Refusal) as refused:
        file_papers(filed, report)
    assert refused.value.code == "papers-refused"
    assert count(filed, nomination) == 4
    assert file_papers(filed, report, accept_good=True).files == 1
    assert count(filed, nomination) == 5


def test_a_file_changed_after_reading_is_not_filed(filed: Edition, tmp_path: Path) -> None:
    path = papers.nominations(tmp_path, ["天山QC小组"], name="more.csv")
    report = papers.read(filed, path)
    papers.nominations(tmp_path, ["瀚海QC小组"], name="more.csv")
    with pytest.raises(Refusal) as refused:
        file_papers(filed, report)
    assert refused.value.code == "file-changed"
    assert count(filed, nomination) == 4


def test_a_stale_report_is_not_filed(filed: Edition, tmp_path: Path) -> None:
    report = papers.read(filed, papers.nominations(tmp_path, ["天山QC小组"], name="more.csv"))
    assign(filed, plan_assignments(filed, 1))
    with pytest.raises(Refusal) as refused:
        file_papers(filed, report)
    assert refused.value.code == "edition-changed-meanwhile"


def test_a_complete_sheet_is_submitted_and_a_partial_one_stays_open(
    assigned: Edition, tmp_path: Path
) -> None:
    rows = papers.sheet_rows(GROUP, "R01", 9) + papers.sheet_rows(GROUP, "R02", 8)[:2]
    papers.file(assigned, papers.scores(tmp_path, rows))
    assert Desk(assigned, "R01").page(GROUP).sheet.state is SheetState.SUBMITTED
    partial = Desk(assigned, "R02").page(GROUP).sheet
    assert (partial.state, len(partial.marks)) == (SheetState.OPEN, 2)
    assert audit(assigned).faults == ()


def test_several_tables_merge_and_the_same_mark_twice_is_one(assigned: Edition, tmp_path: Path) -> None:
    rows = papers.sheet_rows(GROUP, "R01", 9)
    first = papers.scores(tmp_path, rows[:4], name="first.csv")
    second = papers.scores(tmp_path, rows[2:], name="second.csv")
    papers.file(assigned, first, second)
    assert Desk(assigned, "R01").page(GROUP).sheet.state is SheetState.SUBMITTED


def test_the_same_mark_with_two_values_is_refused_with_both(assigned: Edition, tmp_path: Path) -> None:
    first = papers.scores(tmp_path, papers.sheet_rows(GROUP, "R01", 9)[:1], name="first.csv")
    second = papers.scores(tmp_path, papers.sheet_rows(GROUP, "R01", 8)[:1], name="second.csv")
    assert codes(assigned, first, second) == {"mark-twice"}
    Desk(assigned, "R02").set_mark(GROUP, "alignment", Mark(10), 0)
    third = papers.scores(tmp_path, papers.sheet_rows(GROUP, "R02", 8)[:1], name="third.csv")
    assert codes(assigned, third) == {"mark-differs"}
    assert count(assigned, mark) == 1


def test_a_closed_sheet_is_not_reopened_by_a_table(assigned: Edition, tmp_path: Path) -> None:
    Desk(assigned, "R01").recuse(GROUP, "亲属", 0)
    assert "sheet-closed-in-papers" in codes(
        assigned, papers.scores(tmp_path, papers.sheet_rows(GROUP, "R01", 9))
    )


def test_a_recusal_in_a_table_is_a_recusal(assigned: Edition, tmp_path: Path) -> None:
    papers.file(assigned, papers.scores(tmp_path, [(GROUP, "R03", "", "回避")]))
    assert Desk(assigned, "R03").page(GROUP).sheet.state is SheetState.RECUSED
    assert audit(assigned).faults == ()


def test_scores_without_assignment_open_the_sheets_they_need(filed: Edition, tmp_path: Path) -> None:
    papers.file(filed, papers.scores(tmp_path, papers.sheet_rows(GROUP, "R01", 9)))
    assert count(filed, sheet) == 1
    assert audit(filed).faults == ()


def report_of(folder: Path, named: str = "") -> Path:
    word = Document()
    word.add_heading("成果报告")
    word.add_paragraph(f"{named}一年来的成果。")
    word.save(str(folder / "report.docx"))
    return folder / "report.docx"


def attach(edition: Edition, path: Path, key: str) -> list[tuple[str, object]]:
    found = read_papers(edition, [path], kind=Kind.REPORT, nomination=key)
    file_papers(edition, found)
    return [(f.code, f.params["known"]) for f in found.findings()]


def test_a_report_attached_to_the_wrong_nomination_can_be_attached_to_the_right_one(
    assigned: Edition, tmp_path: Path
) -> None:
    path, other = report_of(tmp_path), "qc-group-0002"
    assert attach(assigned, path, GROUP) == []
    assert attach(assigned, path, other) == [("report-attached-elsewhere", (GROUP,))]
    assert [len(Desk(assigned, "R01").page(key).documents) for key in (GROUP, other)] == [1, 1]
    assert count(assigned, source_file) == 4
    assert audit(assigned).faults == ()
    for key in (GROUP, other):
        assert attach(assigned, path, key) == [("file-known", "report.docx")]
    assert count(assigned, document) == 2


def test_a_report_that_was_attached_elsewhere_by_hand_is_not_attached_anew_without_a_word(
    filed: Edition, tmp_path: Path
) -> None:
    path = report_of(tmp_path, papers.GROUPS[1])
    attach(filed, path, GROUP)
    assert [f.code for f in papers.read(filed, path).findings()] == ["file-known"]


def test_a_known_report_for_a_nomination_that_does_not_exist_is_refused(
    filed: Edition, tmp_path: Path
) -> None:
    path = report_of(tmp_path)
    attach(filed, path, GROUP)
    found = read_papers(filed, [path], kind=Kind.REPORT, nomination="qc-group-9999")
    assert [f.code for f in found.findings()] == ["nomination-unknown"]


def test_marks_on_sheets_that_were_not_assigned_are_said_once_a_file(filed: Edition, tmp_path: Path) -> None:
    assign(filed, plan_assignments(filed, 1))
    keys = [f"qc-group-000{n}" for n in range(1, 5)]
    rows = [row for key in keys for row in papers.sheet_rows(key, "R01", 9)]
    own = set(own_sheets(filed, "R01"))
    path = papers.scores(tmp_path, rows)
    (finding,) = papers.read(filed, path).findings()
    assert (finding.code, finding.severity) == ("sheet-not-assigned-in-papers", Severity.WARNING)
    strangers = [key for key in keys if key not in own]
    assert dict(finding.params) == {
        "count": len(strangers),
        "rows": 6 * len(strangers),
        "nomination": strangers[0],
        "reviewer": "R01",
    }
    papers.file(filed, path)
    later = papers.scores(tmp_path, papers.sheet_rows(GROUP, "R03", 8), name="later.csv")
    warned = [f.code for f in papers.read(filed, later).findings()]
    assert (warned == []) == (GROUP in own_sheets(filed, "R03"))


def own_sheets(edition: Edition, reviewer_key: str) -> list[str]:
    with edition.store.read() as connection:
        return [row.nomination for row in queue(connection, reviewer_key)]


@pytest.mark.parametrize("pairs", [1, {"qc-group": {"R01": [GROUP]}}])
def test_score_tables_are_refused_where_assignments_cannot_be_read(
    assigned: Edition, tmp_path: Path, pairs: Value
) -> None:
    """Passed over, they would make strangers' marks look like those of an award that nobody assigned."""
    with assigned.store.write() as connection:
        head = head_of(connection, SECRETARY, locked=True)
        payload = {"pairs": pairs, "rubrics": {}}
        written, head = head.next(acts.SHEETS_ASSIGNED, f"edition/{assigned.id}", payload, "now")
        assert keep(connection, [written], head)
    with pytest.raises(Refusal) as refused:
        papers.read(assigned, papers.scores(tmp_path, papers.sheet_rows(GROUP, "R01", 9)))
    assert refused.value.code == "edition-damaged"


def test_marks_without_any_assignment_need_none(filed: Edition, tmp_path: Path) -> None:
    papers.file(filed, papers.scores(tmp_path, papers.sheet_rows(GROUP, "R01", 9)))
    other = papers.scores(tmp_path, papers.sheet_rows(GROUP, "R02", 9), name="other.csv")
    assert codes(filed, other) == set()


@pytest.mark.parametrize("organisation", ["企业0", "企业 ０", "哈密地区工信局"])
def test_marks_for_ones_own_organisation_are_a_fault_and_a_recusal_is_none(
    filed: Edition, tmp_path: Path, organisation: str
) -> None:
    row = ("R09", "己", organisation, "", GROUPS_AWARD)
    papers.file(filed, papers.table(tmp_path / "own.csv", ("编号", "姓名", "单位", "手机", "评审奖项"), row))
    own = papers.scores(tmp_path, papers.sheet_rows(GROUP, "R09", 10))
    (finding,) = papers.read(filed, own).findings()
    assert (finding.code, finding.severity) == ("reviewer-in-conflict", Severity.BLOCKING)
    assert dict(finding.params) == {"nomination": GROUP, "reviewer": "R09", "organisation": organisation}
    assert codes(filed, papers.scores(tmp_path, [(GROUP, "R09", "", "回避")], name="recusal.csv")) == set()


def test_findings_come_from_the_top_of_the_file_down(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path))
    first = "qc-group-0001"
    rows = [
        (first, "R99", "alignment", 3),
        (first, "R01", "alignment", 99),
        ("无此小组", "R01", "alignment", 3),
        (first, "R01", "process", "优"),
    ]
    report = papers.read(edition, papers.scores(tmp_path, rows))
    assert [finding.place.row for finding in report.findings()] == [2, 3, 4, 5]
