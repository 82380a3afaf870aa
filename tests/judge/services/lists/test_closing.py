"""Closing with absentees: decided without them, said so, never a zero, and superseded rather than undone."""

import threading
from collections.abc import Callable

import pytest

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, open_edition
from judge.services.lists.closing import close, reopen
from judge.services.lists.quorum import rule_quorum
from judge.services.lists.ranking import rank_lists
from judge.services.lists.ruling import rulings
from judge.services.sheets.assigning import plan_assignments
from judge.services.sheets.desk import Desk
from judge.services.sheets.returning import return_sheet
from tests.judge.services.lists.panels import FIRST, GROUPS, REVIEWERS, SECOND, elsewhere, line, mark, submit


@pytest.fixture
def waiting(assigned: Edition) -> Edition:
    """Two of three sheets of the first group are in, the third has four marks; two are enough."""
    submit(assigned, FIRST, "R01", 20)
    submit(assigned, FIRST, "R02", 16)
    mark(assigned, FIRST, "R03", 1, count=4)
    rule_quorum(assigned, "qc-group", 2, "两份即可")
    return assigned


def reasons(edition: Edition, nomination: str) -> tuple[str, ...]:
    return line(edition, nomination).line.reasons


def test_a_nomination_is_decided_without_its_absentees_and_says_so(waiting: Edition) -> None:
    assert line(waiting, FIRST).line.score is None
    assert close(waiting, FIRST, "评委三出差") == (True, 1)
    closed = line(waiting, FIRST).line
    assert (closed.sheets_counted, closed.sheets_expected, closed.sheets_absent) == (2, 3, 1)
    assert closed.rank == 1
    assert "absent-by-ruling" in closed.reasons
    assert "sheet-open" in reasons(waiting, SECOND)
    assert audit(waiting).faults == ()


def test_an_absent_sheet_is_no_zero_whatever_is_marked_on_it(waiting: Edition) -> None:
    close(waiting, FIRST, "评委三出差")
    # 20 and 16 ticks of half a point on six criteria.
    assert line(waiting, FIRST).line.printed == "54.00"
    assert [line(waiting, FIRST).line.lowest, line(waiting, FIRST).line.highest] == [48, 60]


def test_with_too_few_sheets_closing_decides_nothing(waiting: Edition) -> None:
    submit(waiting, SECOND, "R01", 20)
    close(waiting, SECOND, "其余缺席")
    undecided = line(waiting, SECOND).line
    assert (undecided.rank, undecided.score, undecided.sheets_absent) == (None, None, 2)
    assert set(undecided.reasons) >= {"too-few-sheets", "absent-by-ruling"}


def test_a_closed_award_is_decided_where_there_are_sheets_enough(waiting: Edition) -> None:
    submit(waiting, SECOND, "R01", 20)
    assert close(waiting, "qc-group", "截止") == (True, 1 + 2 + 3 + 3)
    assert line(waiting, FIRST).line.rank == 1
    assert "too-few-sheets" in reasons(waiting, SECOND)
    assert "sheet-open" not in reasons(waiting, SECOND)


@pytest.mark.parametrize(
    ("key", "code"), [(FIRST, "nomination-closed"), ("qc-group", "award-closed")], ids=["nomination", "award"]
)
def test_nobody_writes_on_what_is_closed(waiting: Edition, key: str, code: str) -> None:
    close(waiting, key, "截止")
    desk = Desk(waiting, "R03")
    revision = desk.page(FIRST).sheet.revision
    deeds: tuple[Callable[[], object], ...] = (
        lambda: desk.set_mark(FIRST, "process", Mark(3), revision),
        lambda: desk.set_note(FIRST, "", "迟到", revision),
        lambda: desk.recuse(FIRST, "亲属", revision),
        lambda: desk.undo(FIRST, revision),
        lambda: return_sheet(waiting, FIRST, "R01", "再看"),
    )
    for deed in deeds:
        with pytest.raises(Refusal) as refused:
            deed()
        assert refused.value.code == code
    assert desk.page(FIRST).sheet.revision == revision
    assert audit(waiting).faults == ()


def test_no_mark_slips_in_beside_the_ruling(assigned: Edition, location: str) -> None:
    at_work, refused = threading.Event(), list[str]()

    def work() -> None:
        """A reviewer who marks on until they are told to stop."""
        other = open_edition(location)
        desk = Desk(other, "R03")
        sheet = desk.page(FIRST).sheet
        try:
            while True:
                sheet = desk.set_mark(FIRST, "process", Mark(sheet.revision % 20), sheet.revision)
                at_work.set()
        except Refusal as told:
            refused.append(told.code)
        finally:
            other.close()

    hand = threading.Thread(target=work)
    hand.start()
    assert at_work.wait(10)
    close(assigned, FIRST, "截止")
    hand.join(20)
    assert refused == ["nomination-closed"]
    # Were the sheet written on after the ruling saw it, it would be waited for.
    assert line(assigned, FIRST).line.sheets_absent == 3
    assert audit(assigned).faults == ()


def test_what_is_closed_gets_no_more_sheets(filed: Edition) -> None:
    close(filed, FIRST, "不再评")
    assert {candidate.key for candidate, _ in plan_assignments(filed, 3).pairs} == set(GROUPS) - {FIRST}
    close(filed, "qc-group", "截止")
    assert plan_assignments(filed, 3).pairs == ()


def test_open_again_all_is_as_before_and_both_rulings_stay(waiting: Edition) -> None:
    before = rank_lists(waiting)
    close(waiting, "qc-group", "截止")
    assert rank_lists(waiting) != before
    assert reopen(waiting, "qc-group", "评委三回来了")
    assert rank_lists(waiting) == before
    assert [made.ruling.kind for made in rulings(waiting)] == ["quorum", "closed", "closed"]
    submit(waiting, FIRST, "R03", 18)
    assert "absent-by-ruling" not in reasons(waiting, FIRST)


def test_a_sheet_that_came_after_the_closing_waits_for_a_ruling(waiting: Edition) -> None:
    close(waiting, FIRST, "评委三出差")
    with elsewhere():
        submit(waiting, FIRST, "R03", 18)
    late = line(waiting, FIRST).line
    assert (late.rank, late.score, late.sheets_counted, late.sheets_expected) == (None, None, 2, 3)
    assert late.reasons[0] == "sheet-late"
    assert close(waiting, FIRST, "评委三的也算") == (True, 0)
    counted = line(waiting, FIRST).line
    assert (counted.sheets_counted, counted.sheets_absent, counted.printed) == (3, 0, "54.00")
    assert audit(waiting).faults == ()


def test_the_ruling_speaks_of_the_version_that_it_saw(waiting: Edition) -> None:
    close(waiting, "qc-group", "评委三出差")
    with elsewhere():
        mark(waiting, FIRST, "R03", 12)
    changed = line(waiting, FIRST).line
    assert (changed.rank, changed.sheets_absent) == (None, 0)
    assert "sheet-open" in changed.reasons
    # The other nominations are closed as before.
    assert line(waiting, SECOND).line.sheets_absent == 3


def test_closed_twice_as_it_stands_is_one_ruling(waiting: Edition) -> None:
    assert close(waiting, FIRST, "评委三出差") == (True, 1)
    assert close(waiting, FIRST, "评委三出差") == (False, 1)
    assert len(rulings(waiting)) == 2


@pytest.mark.parametrize(
    ("key", "code"),
    [("qc-group", "closing-not-there"), ("qc-grupo", "closing-unknown"), (FIRST, "closing-not-there")],
)
def test_what_is_not_closed_cannot_be_opened(assigned: Edition, key: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        reopen(assigned, key, "再评")
    assert refused.value.code == code


def test_one_nomination_of_a_closed_award_is_opened_with_the_award(assigned: Edition) -> None:
    close(assigned, "qc-group", "截止")
    with pytest.raises(Refusal) as refused:
        reopen(assigned, FIRST, "再评")
    assert refused.value.code == "closing-by-award"


def test_closing_needs_a_reason(assigned: Edition) -> None:
    with pytest.raises(Refusal) as refused:
        close(assigned, FIRST, " ")
    assert refused.value.code == "reason-missing"
    assert rulings(assigned) == ()


def test_three_reviewers_and_no_more_are_on_the_panel(assigned: Edition) -> None:
    assert {item.nomination for item in Desk(assigned, REVIEWERS[0]).queue()} == set(GROUPS)
