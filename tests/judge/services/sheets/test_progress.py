"""Who has done what: every sheet is exactly one thing, counts add up, and lists and progress agree."""

from collections import Counter
from pathlib import Path

import pytest

from judge.domain.progress import Progress, Work
from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark
from judge.services.editions.edition import Edition
from judge.services.lists.closing import close
from judge.services.lists.ranking import rank
from judge.services.lists.withdrawing import Leaving, withdraw
from judge.services.sheets.desk import Desk
from judge.services.sheets.progress import progress, write_reminder_list
from judge.services.sheets.returning import return_sheet
from tests.judge.services.lists.panels import FIRST, FOURTH, SECOND, THIRD, elsewhere, mark, submit


@pytest.fixture
def working(assigned: Edition) -> Edition:
    """R01 has submitted two and got one back, R02 stepped back once and gave a zero, R03 has done nothing."""
    submit(assigned, FIRST, "R01", 20)
    submit(assigned, SECOND, "R01", 18)
    return_sheet(assigned, SECOND, "R01", "=附表[/x]不符")
    Desk(assigned, "R02").recuse(FIRST, "亲属", 0)
    mark(assigned, SECOND, "R02", 0, count=1)
    return assigned


def sheets(shown: Progress) -> dict[str, dict[str, int]]:
    return {one.key: {work.value: n for work, n in one.tally.sheets.items()} for one in shown.reviewers}


def test_each_state_is_told_from_the_others(working: Edition) -> None:
    assert sheets(progress(working)) == {
        "R01": {"submitted": 1, "returned": 1, "untouched": 2},
        "R02": {"recused": 1, "started": 1, "untouched": 2},
        "R03": {"untouched": 4},
    }


def test_unmarked_zero_and_not_expected_are_three_things(working: Edition) -> None:
    one, two, three = (reviewer.tally for reviewer in progress(working).reviewers)
    assert (one.criteria, one.marked, one.zeros, one.unmarked) == (24, 12, 0, 12)
    # The recused sheet's six criteria are not expected.
    assert (two.criteria, two.marked, two.zeros, two.unmarked) == (18, 1, 1, 17)
    assert (three.assigned, three.expected, three.marked) == (4, 4, 0)


def test_both_ways_of_counting_add_up(working: Edition) -> None:
    withdraw(working, Leaving("R03"), "病假")
    close(working, FOURTH, "截止")
    shown = progress(working)
    for tallies in ([one.tally for one in shown.reviewers], [one.tally for one in shown.nominations]):
        assert sum((tally.sheets for tally in tallies), Counter[Work]()) == shown.total.sheets
        assert sum(tally.criteria for tally in tallies) == shown.total.criteria
        assert sum(tally.marked for tally in tallies) == shown.total.marked
    assert shown.total.assigned == 12
    assert shown.total.sheets[Work.ABSENT] == 4 + 2


def test_progress_and_lists_count_alike(working: Edition) -> None:
    close(working, THIRD, "截止")
    withdraw(working, Leaving("R01"), "病假")
    with elsewhere():
        submit(working, THIRD, "R02", 5)
    theirs = {one.nomination.key: one.line for one in rank(working, "qc-group").lines}
    for one in progress(working).nominations:
        line, tally = theirs[one.key], one.tally
        assert line.sheets_counted == tally.sheets[Work.SUBMITTED]
        assert line.sheets_absent == tally.sheets[Work.ABSENT]
        assert line.sheets_expected == tally.expected + tally.sheets[Work.ABSENT]
    assert {one.key for one in progress(working).nominations if one.closed} == {THIRD}
    assert progress(working).total.sheets[Work.LATE] == 1


def test_when_each_last_wrote_is_by_their_own_clock(working: Edition) -> None:
    shown = progress(working)
    one, two, three = (reviewer.last for reviewer in shown.reviewers)
    assert one < two
    assert three == ""
    first, second, third, fourth = (nomination.last for nomination in shown.nominations)
    assert one < first < second
    assert (third, fourth) == ("", "")
    Desk(working, "R03").set_mark(THIRD, "process", Mark(3), 0)
    assert progress(working).reviewers[2].last == progress(working).nominations[2].last > second


def test_reminders_name_who_has_most_to_do_and_why_a_sheet_came_back(working: Edition) -> None:
    reminded = progress(working).reminders
    assert [(one.key, one.tally.to_do) for one in reminded] == [("R03", 4), ("R01", 3), ("R02", 3)]
    assert reminded[1].returned == ((SECOND, "=附表[/x]不符"),)
    withdraw(working, Leaving("R03"), "病假")
    assert [one.key for one in progress(working).reminders] == ["R01", "R02"]
    close(working, "qc-group", "截止")
    assert progress(working).reminders == ()


def test_one_award_alone(working: Edition) -> None:
    assert progress(working, "qc-group").total == progress(working).total
    other = progress(working, "trusted-team")
    assert (other.reviewers, other.nominations, other.total.assigned) == ((), (), 0)
    with pytest.raises(Refusal) as refused:
        progress(working, "beauty")
    assert refused.value.code == "check-award-unknown"


def test_a_panel_without_sheets_is_there_with_none(filed: Edition) -> None:
    assert [(one.key, one.tally.assigned) for one in progress(filed, "qc-group").reviewers] == [
        ("R01", 0),
        ("R02", 0),
        ("R03", 0),
    ]


def test_a_list_of_reminders_is_no_formula_and_replaces_nothing_unasked(tmp_path: Path) -> None:
    target = tmp_path / "提醒.csv"
    write_reminder_list(("评委", "电话"), [("=cmd|' /C calc'!A0", "+8613800000000", 3, "-2\n\x07")], target)
    said = target.read_bytes()
    assert said.startswith(b"\xef\xbb\xbf")
    assert said.decode("utf-8-sig").split("\r\n")[1].startswith("'=cmd|' /C calc'!A0,'+8613800000000,3,")
    with pytest.raises(Refusal) as refused:
        write_reminder_list(("评委",), [], target)
    assert refused.value.code == "target-exists"
    assert target.read_bytes() == said
