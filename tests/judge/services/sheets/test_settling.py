"""Sheets that came back from several places: what differs counts nowhere until the chair settles it."""

import pytest

from judge.domain.fork import ForkedSheet, MarkVariant
from judge.domain.refusal import FileFaults, Refusal
from judge.domain.sheet import Mark, SheetState
from judge.domain.sheet_history import Author, SheetDeed
from judge.ledger.acts import SHEET_SETTLED
from judge.ledger.pens import CHAIR, reviewer_pen
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.lists.ranking import rank
from judge.services.lists.ruling import rulings
from judge.services.papers.filing import file_papers
from judge.services.sheets.desk import Desk
from judge.services.sheets.returning import return_sheet
from judge.services.sheets.settling import Choice, forked_sheets, settle
from tests.judge.services import small_papers as papers
from tests.judge.services.elsewhere import Elsewhere, merge
from tests.judge.services.sheets.test_sheets import GROUP, fill, refusal

FULL: dict[str, int | None] = dict.fromkeys(papers.CRITERIA, 10)


def copied(edition: Edition) -> tuple[Elsewhere, Elsewhere]:
    """A packet and its copy, both scored to the end; they differ on how the results were judged."""
    packet = Elsewhere(edition, "R01")
    packet.mark_all(GROUP, {key: ticks for key, ticks in FULL.items() if key != "results"})
    copy = packet.copy()
    for one, ticks in ((packet, 10), (copy, 12)):
        one.mark(GROUP, "results", ticks)
        one.submit(GROUP)
    return packet, copy


@pytest.fixture
def forked(assigned: Edition) -> ForkedSheet:
    merge(assigned, *copied(assigned))
    (found,) = forked_sheets(assigned)
    return found


def test_a_packet_comes_back_as_if_it_had_been_written_here(assigned: Edition) -> None:
    packet = Elsewhere(assigned, "R01")
    packet.mark_all(GROUP, FULL)
    packet.submit(GROUP)
    merged = merge(assigned, packet)
    assert (merged.sheets, merged.forked) == (1, ())
    sheet = Desk(assigned, "R01").page(GROUP).sheet
    assert (sheet.state, sheet.marks) == (SheetState.SUBMITTED, {key: Mark(10) for key in FULL})
    assert (sheet.revision, sheet.judged_revision) == (7, 1)


def test_what_came_back_once_changes_nothing_when_it_comes_again(assigned: Edition) -> None:
    packet, copy = copied(assigned)
    merge(assigned, packet, copy)
    before = Desk(assigned, "R01").page(GROUP).sheet
    merge(assigned, copy)
    merge(assigned, packet, copy)
    assert Desk(assigned, "R01").page(GROUP).sheet == before


def test_a_later_return_of_the_same_packet_brings_only_what_is_new(assigned: Edition) -> None:
    packet = Elsewhere(assigned, "R01")
    packet.mark(GROUP, "results", 4)
    merge(assigned, packet)
    packet.mark_all(GROUP, FULL)
    merge(assigned, packet)
    assert Desk(assigned, "R01").page(GROUP).sheet.marks == {key: Mark(10) for key in FULL}
    assert audit(assigned).faults == ()


def test_pens_that_marked_different_criteria_contest_nothing_and_the_desk_goes_on(
    assigned: Edition,
) -> None:
    packet, desk = Elsewhere(assigned, "R01"), Desk(assigned, "R01")
    packet.sheet(GROUP)
    desk.set_mark(GROUP, "alignment", Mark(10), 0)
    packet.mark(GROUP, "results", 12)
    merge(assigned, packet)
    sheet = desk.page(GROUP).sheet
    assert (sheet.state, sheet.marks) == (SheetState.OPEN, {"alignment": Mark(10), "results": Mark(12)})
    sheet = desk.set_mark(GROUP, "results", Mark(3), sheet.revision)
    assert sheet.marks["results"] == Mark(3)
    assert desk.undo(GROUP, sheet.revision).marks["results"] == Mark(12)
    assert audit(assigned).faults == ()


def test_where_a_packet_and_its_copy_differ_nothing_counts(assigned: Edition, forked: ForkedSheet) -> None:
    sheet = Desk(assigned, "R01").page(GROUP).sheet
    agreed = {key: Mark(10) for key in FULL if key != "results"}
    assert (sheet.state, sheet.marks) == (SheetState.FORKED, agreed)
    assert (forked.nomination, forked.reviewer, forked.marks) == (GROUP, "R01", agreed)
    assert [side.state for side in forked.sides] == [SheetState.SUBMITTED] * 2
    assert not forked.state_contested
    (contested,) = forked.contested
    pen = forked.sides[0].pen
    assert contested.criterion == "results"
    assert set(contested.variants) == {MarkVariant(Mark(10), (pen,)), MarkVariant(Mark(12), (pen,))}


@pytest.mark.usefixtures("forked")
def test_a_nomination_with_a_forked_sheet_is_undecided_and_others_are_ranked(assigned: Edition) -> None:
    for reviewer in ("R02", "R03"):
        Desk(assigned, reviewer).submit(GROUP, fill(Desk(assigned, reviewer), GROUP), 1)
    for reviewer in ("R01", "R02", "R03"):
        other = "qc-group-0002"
        Desk(assigned, reviewer).submit(other, fill(Desk(assigned, reviewer), other), 1)
    lines = {one.nomination.key: one.line for one in rank(assigned, "qc-group").lines}
    assert (lines[GROUP].rank, lines[GROUP].reasons) == (None, ("too-few-sheets", "sheet-forked"))
    assert lines["qc-group-0002"].rank == 1
    settle(assigned, GROUP, "R01", Choice(marks=["results=4"]), "查对纸质表")
    lines = {one.nomination.key: one.line for one in rank(assigned, "qc-group").lines}
    assert (lines[GROUP].rank, lines[GROUP].sheets_counted) == (2, 3)


def test_the_chair_takes_a_side_by_its_key(assigned: Edition, forked: ForkedSheet) -> None:
    side = next(one for one in forked.sides if one.marks["results"] == Mark(12))
    with refusal("side-ambiguous"):
        settle(assigned, GROUP, "R01", Choice(side.pen), "以签字的为准")
    with refusal("side-unknown"):
        settle(assigned, GROUP, "R01", Choice(reviewer_pen("R01")), "以签字的为准")
    sheet = settle(assigned, GROUP, "R01", Choice(side.key), "以签字的为准")
    assert (sheet.state, sheet.marks["results"]) == (SheetState.SUBMITTED, Mark(12))
    assert sheet == Desk(assigned, "R01").page(GROUP).sheet
    assert forked_sheets(assigned) == ()
    assert [(m.ruling.kind, m.ruling.reason) for m in rulings(assigned)] == [(SHEET_SETTLED, "以签字的为准")]
    assert audit(assigned).faults == ()
    last = Desk(assigned, "R01").history(GROUP)[-1]
    assert (last.author, last.deed, last.text) == (Author.CHAIR, SheetDeed.SETTLED, "以签字的为准")


def test_the_chair_takes_a_side_by_its_pen_where_two_pens_differ(assigned: Edition) -> None:
    packet, desk = Elsewhere(assigned, "R01"), Desk(assigned, "R01")
    packet.mark(GROUP, "results", 12)
    desk.set_mark(GROUP, "results", Mark(10), 0)
    desk.set_mark(GROUP, "tools", Mark(1), 1)
    merge(assigned, packet)
    sheet = settle(assigned, GROUP, "R01", Choice(packet.pen), "以评审包为准")
    # Not complete, so that it goes back to its reviewer, who reads why.
    assert (sheet.state, sheet.reason) == (SheetState.RETURNED, "以评审包为准")
    assert sheet.marks == {"results": Mark(12), "tools": Mark(1)}
    desk.submit(GROUP, fill(desk, GROUP), 1)
    assert audit(assigned).faults == ()


@pytest.mark.usefixtures("forked")
def test_the_chair_may_say_the_mark_itself(assigned: Edition) -> None:
    sheet = settle(assigned, GROUP, "R01", Choice(marks=["results=5.5"]), "重新核分")
    assert (sheet.state, sheet.marks["results"]) == (SheetState.SUBMITTED, Mark(11))


@pytest.mark.usefixtures("forked")
def test_a_mark_taken_away_gives_the_sheet_back(assigned: Edition) -> None:
    sheet = settle(assigned, GROUP, "R01", Choice(marks=["results="]), "请重评成效")
    assert (sheet.state, "results" in sheet.marks) == (SheetState.RETURNED, False)


@pytest.mark.usefixtures("forked")
def test_what_cannot_be_ruled_is_refused_and_changes_nothing(assigned: Edition) -> None:
    before = Desk(assigned, "R01").page(GROUP).sheet
    with refusal("reason-missing"):
        settle(assigned, GROUP, "R01", Choice(marks=["results=5"]), " ")
    with refusal("settling-leaves-open") as left:
        settle(assigned, GROUP, "R01", Choice(), "核分")
    assert left.value.params["criteria"] == ("Results",)
    with refusal("settling-not-contested"):
        settle(assigned, GROUP, "R01", Choice(marks=["results=5", "tools=5"]), "核分")
    with pytest.raises(FileFaults):
        settle(assigned, GROUP, "R01", Choice(marks=["results=99"]), "核分")
    with refusal("sheet-not-forked"):
        settle(assigned, GROUP, "R02", Choice(marks=["results=5"]), "核分")
    with refusal("sheet-not-assigned"):
        settle(assigned, "qc-group-0009", "R01", Choice(marks=["results=5"]), "核分")
    assert Desk(assigned, "R01").page(GROUP).sheet == before


@pytest.mark.usefixtures("forked")
def test_nobody_but_the_chair_goes_on_with_a_forked_sheet(
    assigned: Edition, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk = Desk(assigned, "R01")
    revision = desk.page(GROUP).sheet.revision
    with refusal("sheet-closed"):
        desk.set_mark(GROUP, "results", Mark(1), revision)
    with refusal("sheet-closed"):
        desk.recuse(GROUP, "亲属", revision)
    with refusal("sheet-not-submitted"):
        return_sheet(assigned, GROUP, "R01", "再看")
    rows = papers.sheet_rows(GROUP, "R01", 5)
    report = papers.read(assigned, papers.scores(tmp_path_factory.mktemp("scores"), rows))
    assert report.refused
    with pytest.raises(Refusal):
        file_papers(assigned, report)
    assert desk.page(GROUP).sheet.revision == revision


def test_submitted_here_and_recused_there_needs_a_side(assigned: Edition) -> None:
    packet, desk = Elsewhere(assigned, "R01"), Desk(assigned, "R01")
    packet.recuse(GROUP)
    desk.submit(GROUP, fill(desk, GROUP), 1)
    merge(assigned, packet)
    (found,) = forked_sheets(assigned)
    assert (found.state_contested, found.contested) == (True, ())
    assert {side.state for side in found.sides} == {SheetState.SUBMITTED, SheetState.RECUSED}
    with refusal("settling-leaves-state-open"):
        settle(assigned, GROUP, "R01", Choice(), "已核实")
    sheet = settle(assigned, GROUP, "R01", Choice(packet.pen), "亲属关系属实")
    assert (sheet.state, sheet.reason) == (SheetState.RECUSED, "亲属关系属实")
    assert audit(assigned).faults == ()


def test_what_comes_after_a_settlement_from_who_knew_nothing_of_it_contests_again(assigned: Edition) -> None:
    packet, copy = copied(assigned)
    merge(assigned, packet, copy)
    settle(assigned, GROUP, "R01", Choice(marks=["results=5"]), "核分")
    copy.reopen(GROUP)
    copy.mark(GROUP, "results", 1)
    merge(assigned, copy)
    assert Desk(assigned, "R01").page(GROUP).sheet.state is SheetState.FORKED
    # What the chair ruled before is one of the sides.
    sheet = settle(assigned, GROUP, "R01", Choice(CHAIR), "维持原裁定")
    assert (sheet.state, sheet.marks["results"]) == (SheetState.SUBMITTED, Mark(10))
    assert audit(assigned).faults == ()


def test_a_return_affects_only_the_version_that_it_names(assigned: Edition) -> None:
    packet = Elsewhere(assigned, "R01")
    packet.mark_all(GROUP, FULL)
    packet.submit(GROUP)
    merge(assigned, packet)
    return_sheet(assigned, GROUP, "R01", "请再看第3页")
    assert Desk(assigned, "R01").page(GROUP).sheet.state is SheetState.RETURNED
    packet.reopen(GROUP)
    packet.mark(GROUP, "results", 3)
    packet.submit(GROUP)
    merge(assigned, packet)
    sheet = Desk(assigned, "R01").page(GROUP).sheet
    assert (sheet.state, sheet.marks["results"]) == (SheetState.SUBMITTED, Mark(3))
    assert audit(assigned).faults == ()
