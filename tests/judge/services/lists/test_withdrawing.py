"""Reviewers who leave: what they gave counts, what they owe is absent or another's."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.lists.closing import close
from judge.services.lists.previewing import preview
from judge.services.lists.quorum import rule_quorum
from judge.services.lists.ranking import rank_lists
from judge.services.lists.ruling import rulings
from judge.services.lists.withdrawing import Leaving, decide_withdrawal, reinstate, withdraw
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from tests.judge.services import small_papers as papers
from tests.judge.services.lists.panels import FIRST, FOURTH, GROUPS, SECOND, THIRD, elsewhere, line, submit


@pytest.fixture
def working(filed: Edition, tmp_path: Path) -> Edition:
    """R01 to R03 judge every group; R04 and R05, of the second group's enterprise, sit on the panel idle.

    The first group has all its sheets; of the second, R03's is open.
    """
    assign(filed, plan_assignments(filed, 3))
    group = "自治区优秀质量管理小组"
    more = papers.table(
        tmp_path / "more.csv",
        ("编号", "姓名", "单位", "手机", "评审奖项"),
        ("R04", "评委4", "研究院4", "", group),
        ("R05", "评委5", "企业1", "", group),
        ("R06", "评委6", "研究院6", "", "质量信得过班组"),
    )
    papers.file(filed, more)
    for reviewer, ticks in (("R01", 20), ("R02", 16), ("R03", 18)):
        submit(filed, FIRST, reviewer, ticks)
    submit(filed, SECOND, "R01", 10)
    submit(filed, SECOND, "R02", 12)
    return filed


def queue(edition: Edition, reviewer: str) -> set[str]:
    return {item.nomination for item in Desk(edition, reviewer).queue()}


def test_what_was_submitted_counts_and_what_was_not_is_absent(working: Edition) -> None:
    assert withdraw(working, Leaving("r03"), "病假") == (True, 1, 3, 0)
    assert line(working, FIRST).line.sheets_counted == 3
    second = line(working, SECOND).line
    assert (second.sheets_counted, second.sheets_absent, set(second.reasons)) == (
        2,
        1,
        {"too-few-sheets", "absent-by-ruling"},
    )
    rule_quorum(working, "qc-group", 2, "两份即可")
    assert line(working, SECOND).line.printed == "33.00"
    assert audit(working).faults == ()


def test_what_was_submitted_can_be_left_out(working: Edition) -> None:
    withdraw(working, Leaving("R03", left_out=True), "利益冲突")
    first = line(working, FIRST).line
    assert (first.sheets_counted, first.sheets_expected, first.sheets_absent) == (2, 2, 0)
    assert "too-few-sheets" in first.reasons


def test_a_successor_judges_what_is_open(working: Edition) -> None:
    assert withdraw(working, Leaving("R03", ("R04",)), "病假") == (True, 1, 0, 3)
    assert queue(working, "R04") == {SECOND, THIRD, FOURTH}
    waiting = line(working, SECOND).line
    assert (waiting.sheets_expected, waiting.sheets_absent, waiting.reasons[0]) == (3, 0, "too-few-sheets")
    assert "sheet-open" in waiting.reasons
    submit(working, SECOND, "R04", 14)
    assert (line(working, SECOND).line.sheets_counted, line(working, SECOND).line.printed) == (3, "36.00")
    assert audit(working).faults == ()


def test_of_several_successors_each_sheet_goes_to_the_first_who_may(working: Edition) -> None:
    withdraw(working, Leaving("R03", ("R05", "R04")), "病假")
    # R05 is of the second group's enterprise.
    assert queue(working, "R05") == {THIRD, FOURTH}
    assert queue(working, "R04") == {SECOND}
    assert audit(working).faults == ()


def test_a_conflict_of_interest_is_never_assigned(filed: Edition, tmp_path: Path) -> None:
    assign(filed, plan_assignments(filed, 3))
    own = ("R05", "评委5", "企业0", "", "自治区优秀质量管理小组")
    papers.file(filed, papers.table(tmp_path / "own.csv", ("编号", "姓名", "单位", "手机", "评审奖项"), own))
    with pytest.raises(Refusal) as refused:
        withdraw(filed, Leaving("R03", ("R05",)), "病假")
    assert refused.value.code == "successor-unfit"
    assert refused.value.params["nominations"] == (FIRST,)
    assert rulings(filed) == ()
    assert audit(filed).faults == ()


@pytest.mark.parametrize(
    ("successors", "code"),
    [
        (("R06",), "successor-unfit"),
        (("R03",), "successor-themselves"),
        (("R44",), "reviewer-unknown-but-near"),
    ],
    ids=["not-on-the-panel", "themselves", "unknown"],
)
def test_who_cannot_judge_in_their_place(working: Edition, successors: Sequence[str], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        withdraw(working, Leaving("R03", tuple(successors)), "病假")
    assert refused.value.code == code
    assert rulings(working) == ()


def test_who_is_withdrawn_takes_nobodys_place_and_gets_no_sheets(working: Edition) -> None:
    withdraw(working, Leaving("R04"), "不来")
    with pytest.raises(Refusal) as refused:
        withdraw(working, Leaving("R03", ("R04",)), "病假")
    assert refused.value.code == "successor-withdrawn"
    assert {member.key for _, member in plan_assignments(working, 5).pairs} == {"R05"}


def test_what_all_successors_judge_already_is_absent(working: Edition) -> None:
    assert withdraw(working, Leaving("R03", ("R01",)), "病假") == (True, 1, 3, 0)


def test_what_is_closed_is_not_handed_over(working: Edition) -> None:
    close(working, THIRD, "截止")
    withdraw(working, Leaving("R03", ("R04",)), "病假")
    assert queue(working, "R04") == {SECOND, FOURTH}


def test_the_desk_of_a_withdrawn_reviewer_takes_no_mark(working: Edition) -> None:
    withdraw(working, Leaving("R03"), "病假")
    with pytest.raises(Refusal) as refused:
        Desk(working, "R03").set_mark(SECOND, "process", Mark(3), 0)
    assert refused.value.code == "reviewer-withdrawn"


def test_a_sheet_that_comes_late_counts_only_if_ruled(working: Edition) -> None:
    withdraw(working, Leaving("R03"), "病假")
    before = rank_lists(working)
    with elsewhere():
        submit(working, SECOND, "R03", 20)
    assert rank_lists(working) == before
    assert audit(working).faults == ()
    withdraw(working, Leaving("R03"), "补交的也算")
    assert (line(working, SECOND).line.sheets_counted, line(working, SECOND).line.sheets_absent) == (3, 0)


def test_late_beside_the_successors_sheet_counts_nowhere(working: Edition) -> None:
    withdraw(working, Leaving("R03", ("R04",)), "病假")
    with elsewhere():
        submit(working, SECOND, "R03", 20)
    submit(working, SECOND, "R04", 14)
    assert (line(working, SECOND).line.sheets_counted, line(working, SECOND).line.printed) == (3, "36.00")


def test_reinstated_all_is_as_before(working: Edition) -> None:
    before = rank_lists(working)
    withdraw(working, Leaving("R03", left_out=True), "误会")
    assert rank_lists(working) != before
    assert reinstate(working, "R03", "澄清了")
    assert rank_lists(working) == before
    Desk(working, "R03").set_mark(SECOND, "process", Mark(3), 0)
    with pytest.raises(Refusal) as refused:
        reinstate(working, "R03", "澄清了")
    assert refused.value.code == "reviewer-serves"


@pytest.mark.parametrize("successors", [(), ("R04",)], ids=["alone", "with-successor"])
def test_the_preview_is_what_the_ruling_then_does(working: Edition, successors: tuple[str, ...]) -> None:
    leaving = Leaving("R03", successors, left_out=True)
    shown = preview(working, lambda connection: decide_withdrawal(working, connection, leaving, ""))
    assert {change.nomination for change in shown.changes} >= {FIRST}
    withdraw(working, leaving, "病假")
    after = {ranked.key: ranked for ranked in rank_lists(working)}
    assert all(after[ranked.key] == ranked for ranked in shown.lists)


def test_all_four_groups_are_there(working: Edition) -> None:
    assert queue(working, "R01") == set(GROUPS)
