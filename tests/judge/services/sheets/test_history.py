"""What was written is taken back and done again across openings; the history tells all of it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, Sheet, SheetState
from judge.domain.sheet_history import Author, SheetDeed
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, open_edition
from judge.services.editions.settings import TAKE_BACK, change_setting
from judge.services.sheets.desk import Desk
from judge.services.sheets.returning import return_sheet
from tests.judge.services.sheets.test_sheets import GROUP, fill, refusal


def test_undo_reaches_into_an_earlier_sitting_and_redo_brings_it_back(
    assigned: Edition, location: str
) -> None:
    desk = Desk(assigned, "R01")
    sheet = desk.set_mark(GROUP, "alignment", Mark(25), 0)
    sheet = desk.set_mark(GROUP, "alignment", Mark(3), sheet.revision)
    sheet = desk.set_note(GROUP, "alignment", "偏少", sheet.revision)
    reopened = open_edition(location)
    later = Desk(reopened, "R01")
    sheet = later.undo(GROUP, sheet.revision)
    assert sheet.notes.get("alignment", "") == ""
    sheet = later.undo(GROUP, sheet.revision)
    assert sheet.marks == {"alignment": Mark(25)}
    sheet = later.undo(GROUP, sheet.revision)
    assert sheet.marks == {}
    with refusal("nothing-to-undo"):
        later.undo(GROUP, sheet.revision)
    for _ in range(3):
        sheet = later.redo(GROUP, sheet.revision)
    assert (sheet.marks, sheet.notes) == ({"alignment": Mark(3)}, {"alignment": "偏少"})
    with refusal("nothing-to-redo"):
        later.redo(GROUP, sheet.revision)
    assert audit(reopened).faults == ()
    reopened.close()


def test_something_new_ends_what_could_be_done_again(assigned: Edition) -> None:
    desk = Desk(assigned, "R01")
    sheet = desk.set_mark(GROUP, "alignment", Mark(25), 0)
    sheet = desk.undo(GROUP, sheet.revision)
    sheet = desk.set_mark(GROUP, "alignment", Mark(4), sheet.revision)
    with refusal("nothing-to-redo"):
        desk.redo(GROUP, sheet.revision)


def test_undo_overwrites_no_other_window(assigned: Edition) -> None:
    desk = Desk(assigned, "R01")
    sheet = desk.set_mark(GROUP, "alignment", Mark(25), 0)
    Desk(assigned, "R01").set_mark(GROUP, "alignment", Mark(3), sheet.revision)
    with refusal("sheet-changed-elsewhere"):
        desk.undo(GROUP, sheet.revision)


deeds = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), st.sampled_from(("alignment", "process")), st.integers(0, 20)),
        st.tuples(st.just("clear"), st.sampled_from(("alignment", "process")), st.just(0)),
        st.sampled_from((("undo", "", 0), ("redo", "", 0))),
    ),
    max_size=14,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds)
def test_undo_and_redo_do_what_a_stack_of_sheets_does(
    assigned: Edition, asked: list[tuple[str, str, int]]
) -> None:
    desk = Desk(assigned, "R02")
    sheet = desk.page(GROUP).sheet
    while _turned(desk, sheet, "undo") is not None:
        sheet = desk.page(GROUP).sheet
    # Something new, so that nothing of an example before can be done again.
    done: list[dict[str, Mark]] = [dict(sheet.marks)]
    sheet = desk.set_mark(GROUP, "sharing", Mark(1), sheet.revision)
    done.append(dict(sheet.marks))
    undone: list[dict[str, Mark]] = []
    for deed, criterion, ticks in asked:
        if deed in {"undo", "redo"}:
            taken, given_back = (done, undone) if deed == "undo" else (undone, done)
            turned = _turned(desk, sheet, deed)
            assert (turned is None) == (len(taken) == (1 if deed == "undo" else 0))
            if turned is not None:
                sheet = turned
                given_back.append(taken.pop())
        else:
            mark = Mark(ticks) if deed == "mark" else None
            before = dict(sheet.marks)
            sheet = desk.set_mark(GROUP, criterion, mark, sheet.revision)
            if dict(sheet.marks) != before:
                done.append(dict(sheet.marks))
                undone.clear()
        assert sheet.marks == done[-1]


def _turned(desk: Desk, sheet: Sheet, deed: str) -> Sheet | None:
    try:
        return (desk.undo if deed == "undo" else desk.redo)(GROUP, sheet.revision)
    except Refusal as refused:
        if refused.code != f"nothing-to-{deed}":
            raise
        return None


def test_a_returned_sheet_says_why_and_the_submitted_version_stays_in_the_history(
    assigned: Edition,
) -> None:
    desk = Desk(assigned, "R01")
    submitted = desk.submit(GROUP, fill(desk, GROUP), judged=1)
    returned = return_sheet(assigned, GROUP, "R01", "过程与凭证请再看第3页")
    assert (returned.state, returned.reason) == (SheetState.RETURNED, "过程与凭证请再看第3页")
    assert desk.page(GROUP).sheet == returned
    changed = desk.set_mark(GROUP, "alignment", Mark(1), returned.revision)
    again = desk.submit(GROUP, changed.revision, judged=1)
    assert (again.state, again.reason) == (SheetState.SUBMITTED, "")
    told = [(item.deed, item.author) for item in desk.history(GROUP)]
    assert told[-4:] == [
        (SheetDeed.SUBMITTED, Author.REVIEWER),
        (SheetDeed.RETURNED, Author.CHAIR),
        (SheetDeed.MARKED, Author.REVIEWER),
        (SheetDeed.SUBMITTED, Author.REVIEWER),
    ]
    assert submitted.marks["alignment"] in [item.mark for item in desk.history(GROUP)]
    assert audit(assigned).faults == ()


def test_only_a_submitted_sheet_is_returned_and_never_without_a_reason(assigned: Edition) -> None:
    with refusal("sheet-not-submitted"):
        return_sheet(assigned, GROUP, "R01", "再看")
    with refusal("reason-missing"):
        return_sheet(assigned, GROUP, "R01", " ")
    with refusal("sheet-not-assigned"):
        return_sheet(assigned, GROUP, "R77", "再看")


def test_a_sheet_is_taken_back_only_while_the_chair_allows_it(assigned: Edition) -> None:
    desk = Desk(assigned, "R01")
    submitted = desk.submit(GROUP, fill(desk, GROUP), judged=1)
    assert not desk.page(GROUP).may_take_back
    with refusal("take-back-not-allowed"):
        desk.take_back(GROUP, submitted.revision)
    change_setting(assigned, TAKE_BACK, "allowed", "至七月二十日")
    assert desk.page(GROUP).may_take_back
    opened = desk.take_back(GROUP, submitted.revision)
    assert opened.state is SheetState.OPEN
    assert opened.marks == submitted.marks
    with refusal("sheet-closed"):
        desk.take_back(GROUP, opened.revision)
    assert audit(assigned).faults == ()


@pytest.mark.parametrize("deed", ["undo", "redo"])
def test_nothing_of_a_submitted_sheet_is_taken_back_piece_by_piece(assigned: Edition, deed: str) -> None:
    desk = Desk(assigned, "R01")
    revision = fill(desk, GROUP)
    if deed == "redo":
        revision = desk.redo(GROUP, desk.undo(GROUP, revision).revision).revision
    submitted = desk.submit(GROUP, revision, judged=1)
    with pytest.raises(Refusal) as refused:
        (desk.undo if deed == "undo" else desk.redo)(GROUP, submitted.revision)
    assert refused.value.code in {"sheet-closed", "nothing-to-redo"}
