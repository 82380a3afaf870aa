"""The state of a sheet is a function of the set of its acts."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.domain.sheet import SheetState
from judge.ledger import acts
from judge.ledger.apply import apply, project
from judge.ledger.chain import Head, genesis
from judge.ledger.entry import Entry
from judge.ledger.pens import CHAIR, SECRETARY
from judge.ledger.projection import SheetProjection

PENS = ("R01@edition", "R01@packet", SECRETARY, CHAIR)
steps = st.lists(
    st.tuples(
        st.sampled_from(PENS),
        st.sampled_from(["mark", "clear", "note", "file", "submit", "return", "reopen"]),
        st.sampled_from(["alignment", "process"]),
        st.none() | st.integers(0, 50),
    ),
    max_size=15,
)


def play(steps: list[tuple[str, str, str, int | None]]) -> tuple[SheetProjection, list[tuple[bytes, Entry]]]:
    """Acts one after another, each knowing the one before, as they happen at one file."""
    sheet = SheetProjection()
    heads = {pen: Head(pen, 0, genesis("edition", pen)) for pen in PENS}
    entries: list[tuple[bytes, Entry]] = []
    for pen, what, criterion, ticks in steps:
        kind, payload = {
            "mark": (acts.MARK_SET, acts.mark_set(sheet.head, criterion, ticks)),
            "clear": (acts.MARK_CLEARED, acts.mark_cleared(sheet.head, criterion)),
            "note": (acts.NOTE_SET, acts.note_set(sheet.head, criterion, str(ticks or ""))),
            "submit": (acts.SHEET_SUBMITTED, acts.sheet_submitted(sheet.head, "rubric", 1)),
            "return": (acts.SHEET_RETURNED, acts.sheet_returned(sheet.head, "再看")),
            "reopen": (acts.SHEET_REOPENED, acts.sheet_reopened(sheet.head)),
            "file": (
                acts.SHEET_FILED,
                acts.sheet_filed(
                    sheet.head,
                    "R01",
                    "rubric",
                    {criterion: ticks},
                    complete=ticks == 0,
                    revision=1,
                    notes={criterion: "随表"} if ticks else {},
                ),
            ),
        }[what]
        written, heads[pen] = heads[pen].next(kind, "sheet/a/R01", payload, "now")
        apply(sheet, written.digest, written.entry)
        entries.append((written.digest, written.entry))
    return sheet, entries


@given(steps, st.randoms(use_true_random=False))
def test_replaying_the_set_in_any_order_gives_the_sheet(
    steps: list[tuple[str, str, str, int | None]], random: Random
) -> None:
    sheet, entries = play(steps)
    random.shuffle(entries)
    assert project(entries) == sheet


def test_unmarked_zero_and_not_applicable_are_three_things() -> None:
    sheet, _ = play([(PENS[0], "mark", "alignment", 0), (PENS[0], "mark", "process", None)])
    assert sheet.marks == {"alignment": 0, "process": None}
    sheet, _ = play([(PENS[0], "mark", "alignment", 0), (PENS[0], "clear", "alignment", None)])
    assert sheet.marks == {}


def test_a_filed_sheet_brings_notes_and_changes_what_it_replaces() -> None:
    sheet, entries = play([(PENS[0], "mark", "alignment", 3), (PENS[0], "note", "", 1)])
    filed = acts.sheet_filed(
        sheet.head,
        "R01",
        "rubric",
        {"alignment": 4},
        complete=False,
        revision=1,
        notes={"": "", "process": "好"},
        replaced={"alignment": 3},
    )
    head = Head("@secretary", 0, genesis("edition", "@secretary"))
    written, _ = head.next(acts.SHEET_FILED, "sheet/a/R01", filed, "now")
    assert project([*entries, (written.digest, written.entry)]).marks == {"alignment": 4}
    assert project([*entries, (written.digest, written.entry)]).notes == {"process": "好"}


def test_notes_filed_with_a_sheet_stand_beside_what_others_wrote_meanwhile() -> None:
    filed = acts.sheet_filed(
        b"", "R01", "rubric", {"alignment": 4}, complete=False, revision=1, notes={"": "随表"}
    )
    noted = acts.note_set(b"", "", "评分台")
    both = []
    for pen, kind, payload in (
        ("@secretary", acts.SHEET_FILED, filed),
        (PENS[0], acts.NOTE_SET, noted),
    ):
        written, _ = Head(pen, 0, genesis("edition", pen)).next(kind, "sheet/a/R01", payload, "now")
        both.append((written.digest, written.entry))
    sheet = project(both)
    assert sheet.marks == {"alignment": 4}
    assert sorted(sheet.notes[""].split("\n")) == sorted(["随表", "评分台"])


def test_a_filed_sheet_without_notes_is_written_as_it_always_was() -> None:
    filed = acts.sheet_filed(b"", "R01", "r", {"tools": 5}, complete=False, revision=1)
    assert set(filed) == {"complete", "marks", "on", "reviewer", "revision", "rubric"}


def test_a_complete_filed_sheet_is_submitted() -> None:
    assert play([(PENS[2], "file", "alignment", 0)])[0].state is SheetState.SUBMITTED
    assert play([(PENS[2], "file", "alignment", 1)])[0].state is SheetState.OPEN


@pytest.mark.parametrize("pen", ["01@edition", "R01@edition"])
def test_a_return_means_the_submission_that_it_names_and_no_later_one(pen: str) -> None:
    """The chair returns a sheet while its reviewer, elsewhere, takes it back and hands it in anew."""
    subject = "sheet/a/R01"
    own, chair = (Head(pen, 0, genesis("edition", pen)) for pen in (pen, CHAIR))
    first, own = own.next(acts.SHEET_SUBMITTED, subject, acts.sheet_submitted(b"", "rubric", 1), "now")
    back, own = own.next(acts.SHEET_REOPENED, subject, acts.sheet_reopened(first.digest), "now")
    anew, own = own.next(acts.SHEET_SUBMITTED, subject, acts.sheet_submitted(back.digest, "rubric", 1), "now")
    returned, _ = chair.next(acts.SHEET_RETURNED, subject, acts.sheet_returned(first.digest, "再看"), "now")
    known = [(one.digest, one.entry) for one in (first, returned)]
    assert project(known).state is SheetState.RETURNED
    later = [(one.digest, one.entry) for one in (back, anew)]
    assert project([*known, *later]).state is SheetState.SUBMITTED
    assert project([*later, *known]) == project([*known, *later])
