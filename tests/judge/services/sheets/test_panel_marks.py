"""What reviewers see of each other: nothing until the award is closed, and then marks without names."""

import re
import subprocess
import sys
from fractions import Fraction

import pytest

from judge.domain.panel_marks import PanelMarks
from judge.scoring.method import Method
from judge.services.editions.edition import Edition
from judge.services.editions.settings import change_setting
from judge.services.lists.closing import close, reopen
from judge.services.lists.quorum import rule_quorum
from judge.services.lists.ranking import rank
from judge.services.lists.withdrawing import Leaving, withdraw
from judge.services.methods.catalogue import NamedMethod
from judge.services.methods.using import use_method
from judge.services.sheets.desk import Desk
from tests.judge.services.lists.panels import FIRST, REVIEWERS, SECOND, line, mark, submit


@pytest.fixture
def working(assigned: Edition) -> Edition:
    """The first group has two sheets and a third with marks; of the second one reviewer stepped back."""
    submit(assigned, FIRST, "R01", 20)
    submit(assigned, FIRST, "R02", 17)
    mark(assigned, FIRST, "R03", 3, count=2)
    Desk(assigned, "R02").recuse(SECOND, "亲属", 0)
    return assigned


def panel(edition: Edition, reviewer: str, nomination: str) -> PanelMarks:
    shown = Desk(edition, reviewer).page(nomination).panel
    assert shown is not None
    return shown


def test_before_the_award_is_closed_there_is_nothing(working: Edition) -> None:
    close(working, FIRST, "评委三出差")
    rule_quorum(working, "qc-group", 2, "两份即可")
    assert [Desk(working, reviewer).page(FIRST).panel for reviewer in REVIEWERS] == [None] * 3


def test_once_it_is_closed_marks_totals_and_score_are_those_of_the_list(working: Edition) -> None:
    rule_quorum(working, "qc-group", 2, "两份即可")
    close(working, "qc-group", "截止")
    shown = panel(working, "R03", FIRST)
    counted = line(working, FIRST).line
    assert (shown.score, shown.printed, shown.reason) == (counted.score, counted.printed, "截止")
    given = {sheet.total: set(sheet.marks.values()) for sheet in shown.sheets}
    assert given == {Fraction(60): {20}, Fraction(51): {17}, None: set()}
    assert [sheet.state for sheet in shown.sheets if sheet.own] == ["absent"]


def test_with_too_few_sheets_there_are_marks_and_no_score(working: Edition) -> None:
    close(working, "qc-group", "截止")
    shown = panel(working, "R01", FIRST)
    assert (shown.score, shown.printed) == (None, "")
    assert sorted(sheet.total for sheet in shown.sheets if sheet.total) == [51, 60]


def test_it_is_the_same_panel_for_all_but_for_whose_own_is_which(working: Edition) -> None:
    close(working, "qc-group", "截止")
    shown = [panel(working, reviewer, FIRST).sheets for reviewer in REVIEWERS]
    assert [sum(sheet.own for sheet in sheets) for sheets in shown] == [1, 1, 1]
    totals = [[(sheet.number, sheet.total) for sheet in sheets] for sheets in shown]
    assert totals[0] == totals[1] == totals[2]
    assert len({sheet.number for sheets in shown for sheet in sheets if sheet.own}) == 3


def test_nobody_is_named_and_of_sheets_that_do_not_count_no_mark_is_told(working: Edition) -> None:
    close(working, "qc-group", "截止")
    told = repr([panel(working, reviewer, key) for reviewer in ("R01", "R03") for key in (FIRST, SECOND)])
    assert not re.search("R0[1-3]|评委[1-3]|研究院|亲属", told)
    states = {sheet.state.value for sheet in panel(working, "R01", SECOND).sheets}
    assert states == {"recused", "absent"}
    assert all(not sheet.marks for sheet in panel(working, "R01", SECOND).sheets)


def test_who_stepped_back_or_was_withdrawn_is_told_nothing(working: Edition) -> None:
    withdraw(working, Leaving("R03"), "利益冲突")
    close(working, "qc-group", "截止")
    assert Desk(working, "R02").page(SECOND).panel is None
    assert Desk(working, "R02").page(FIRST).panel is not None
    assert Desk(working, "R03").page(FIRST).panel is None


def test_opened_again_it_is_gone(working: Edition) -> None:
    close(working, "qc-group", "截止")
    reopen(working, "qc-group", "再评")
    assert Desk(working, "R01").page(FIRST).panel is None


def test_what_a_ruling_leaves_out_is_not_shown(working: Edition) -> None:
    close(working, "qc-group", "截止")
    withdraw(working, Leaving("R02", left_out=True), "利益冲突")
    assert sorted(sheet.state.value for sheet in panel(working, "R01", FIRST).sheets) == [
        "absent",
        "excluded",
        "submitted",
    ]
    assert [s.total for s in panel(working, "R01", FIRST).sheets if s.total is not None] == [60]


def test_a_blind_desk_masks_what_the_chair_says(working: Edition) -> None:
    change_setting(working, "blind", "yes")
    close(working, "qc-group", "晨光QC小组的评委三出差")
    page = Desk(working, "R03").page(FIRST)
    assert "晨光" not in repr((page.panel, page.closed))
    assert "评委三出差" in page.closed


def test_a_closed_sheet_says_why(working: Edition) -> None:
    assert Desk(working, "R03").page(FIRST).closed == ""
    close(working, FIRST, "评委三出差")
    assert Desk(working, "R03").page(FIRST).closed == "评委三出差"
    withdraw(working, Leaving("R03"), "病假")
    assert Desk(working, "R03").page(SECOND).closed == "病假"


def test_the_panels_method_is_the_one_ruled(working: Edition) -> None:
    rule_quorum(working, "qc-group", 2, "两份即可")
    close(working, "qc-group", "截止")
    assert "at least 2 sheets" in panel(working, "R01", FIRST).method
    assert rank(working, "qc-group").method.min_sheets == 2


def test_the_panels_totals_are_weighed_and_rounded_as_the_method_ruled_has_it(working: Edition) -> None:
    """Of six criteria at 10 and 8.5 points, one weighs a third and one nothing: 43.3 and 36.8 points."""
    rule_quorum(working, "qc-group", 2, "两份即可")
    close(working, "qc-group", "截止")
    weights = {"tools": Fraction(1, 3), "sharing": Fraction(0)}
    method = Method(combine="mean", decimals=1, round_at="sheet", weights=weights)
    use_method(working, ["qc-group"], NamedMethod("ours", method), "理事会决定")
    shown, counted = panel(working, "R03", FIRST), line(working, FIRST).line
    assert {sheet.total for sheet in shown.sheets} == {Fraction("43.3"), Fraction("36.8"), None}
    assert shown.score == counted.score == Fraction("40.05")
    assert shown.printed == counted.printed == "40.1"
    assert (counted.lowest, counted.highest) == (Fraction("36.8"), Fraction("43.3"))
    assert "times 1/3" in shown.method
    assert "tools" not in shown.method


def test_a_desk_before_the_closing_loads_nothing_that_counts() -> None:
    loads = "import sys, judge.services.sheets.desk; print({'pandas', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("calibrate", ["severity", "z-score", "section"])
def test_a_method_that_calibrates_leaves_the_sheets_of_one_nomination_as_they_are(
    working: Edition, calibrate: str
) -> None:
    method = Method(min_sheets=2, calibrate=calibrate)
    use_method(working, ["qc-group"], NamedMethod("ours", method), "校准")
    close(working, "qc-group", "截止")
    shown = panel(working, "R03", FIRST)
    assert shown.score == Fraction(111, 2)
    assert sorted(sheet.total for sheet in shown.sheets if sheet.total) == [51, 60]
    assert shown.method.endswith("On the list, the score is calibrated besides.")
