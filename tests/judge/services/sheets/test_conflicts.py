"""Conflicts of interest: found by organisation, name and telephone, said at the desk, never assigned."""

from pathlib import Path

import pytest

from imports.findings import Severity
from judge.domain.conflict import ConflictGround
from judge.domain.refusal import Refusal
from judge.domain.sheet_history import SheetDeed
from judge.services.audit.auditing import audit
from judge.services.checks.checking import check
from judge.services.editions.edition import Edition
from judge.services.editions.settings import change_setting
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from tests.judge.services import small_papers as papers
from tests.judge.services.sheets.fair_papers import GROUP, aliases, nominations, reviewers

ORGANISATION, BODY, NAME, PHONE = ConflictGround
BEFORE = {
    "直接联系人": "",
    "手机": "",
    "小组成员名单": "李梅、王建国",
    "联系电话": "",
}


@pytest.fixture
def assigned(edition: Edition, tmp_path: Path) -> Edition:
    """A group assigned to whomever nothing tied to it, before other names and a revision were filed."""
    papers.file(edition, papers.quotas(tmp_path), nominations(tmp_path, **BEFORE), reviewers(tmp_path))
    plan = plan_assignments(edition, 5)
    assert {member.key for _, member in plan.pairs} == {"R01", "R02", "R04", "R05"}  # R03 is of the body
    assign(edition, plan)
    papers.file(edition, aliases(tmp_path), nominations(tmp_path, name="revised.csv"))
    return edition


def grounds(edition: Edition, reviewer: str) -> list[ConflictGround]:
    return [conflict.ground for conflict in Desk(edition, reviewer).page(GROUP).conflicts]


def test_the_desk_says_what_ties_a_reviewer_to_a_nomination(assigned: Edition) -> None:
    found = {key: grounds(assigned, key) for key in ("R01", "R02", "R04", "R05")}
    assert found == {"R01": [], "R02": [ORGANISATION], "R04": [NAME], "R05": [PHONE]}
    (named,) = Desk(assigned, "R04").page(GROUP).conflicts
    assert (named.said, named.label) == ("阿依努尔·买买提", "小组成员名单")


def test_in_a_blind_edition_it_says_that_there_is_one_and_no_name(assigned: Edition) -> None:
    change_setting(assigned, "blind", "yes")
    assert [(c.ground, c.said, c.label) for c in Desk(assigned, "R04").page(GROUP).conflicts] == [
        (NAME, "", "")
    ]


def test_nobody_tied_to_a_nomination_is_assigned_to_it(edition: Edition, tmp_path: Path) -> None:
    sent = (papers.quotas(tmp_path), nominations(tmp_path), reviewers(tmp_path), aliases(tmp_path))
    papers.file(edition, *sent)
    plan = plan_assignments(edition, 5)
    assert [member.key for _, member in plan.pairs] == ["R01"]
    assert [(short.found, short.wanted) for short in plan.shortfalls] == [(1, 5)]


def test_a_conflict_denied_with_a_reason_is_not_said_again(assigned: Edition) -> None:
    desk = Desk(assigned, "R04")
    with pytest.raises(Refusal, match="reason-missing"):
        desk.deny_conflict(GROUP, " ", 0)
    sheet = desk.deny_conflict(GROUP, "同名，不是本人", 0)
    assert (sheet.state, sheet.revision, dict(sheet.marks)) == ("open", 1, {})
    assert grounds(assigned, "R04") == []
    (item,) = desk.history(GROUP)
    assert (item.deed, item.text) == (SheetDeed.CONFLICT_DENIED, "同名，不是本人")
    with pytest.raises(Refusal, match="no-conflict-to-deny"):
        desk.deny_conflict(GROUP, "再说一次", 1)
    assert audit(assigned).faults == ()


def test_what_is_found_after_a_denial_is_said(assigned: Edition, tmp_path: Path) -> None:
    Desk(assigned, "R04").deny_conflict(GROUP, "同名，不是本人", 0)
    other = papers.table(tmp_path / "more.csv", ("单位名称", "曾用名"), ("新疆油田公司", "研究院"))
    papers.file(assigned, other)
    assert grounds(assigned, "R04") == [ORGANISATION]
    assert grounds(assigned, "R01") == [ORGANISATION]


def test_a_check_lists_the_sheets_whose_conflict_was_found_later(assigned: Edition) -> None:
    Desk(assigned, "R04").deny_conflict(GROUP, "同名，不是本人", 0)
    report = check(assigned)
    listed = [
        (one.reviewer, [c.ground for c in one.conflicts], one.denied) for one in report.sheets_in_conflict
    ]
    assert listed == [("R02", [ORGANISATION], False), ("R04", [NAME], True), ("R05", [PHONE], False)]
    assert [one.reasons for one in report.sheets_in_conflict] == [(), ("同名，不是本人",), ()]
    assert report.has_fault
    Desk(assigned, "R02").recuse(GROUP, "本单位", 0)
    assert [one.reviewer for one in check(assigned).sheets_in_conflict] == ["R04", "R05"]
    assert check(assigned, body="和田地区工信局").sheets_in_conflict == ()


def test_score_tables_say_who_is_on_the_form(assigned: Edition, tmp_path: Path) -> None:
    rows = [row for key in ("R01", "R04", "R05") for row in papers.sheet_rows(GROUP, key, 9)]
    findings = papers.read(assigned, papers.scores(tmp_path, rows)).findings()
    told = {(f.code, f.severity, f.params["reviewer"]) for f in findings}
    assert told == {
        ("reviewer-name-on-form", Severity.WARNING, "R04"),
        ("reviewer-phone-on-form", Severity.BLOCKING, "R05"),
    }
    Desk(assigned, "R05").deny_conflict(GROUP, "单位总机", 0)
    Desk(assigned, "R04").deny_conflict(GROUP, "同名", 0)
    assert list(papers.read(assigned, papers.scores(tmp_path, rows)).findings()) == []
