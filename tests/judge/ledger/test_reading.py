"""Payloads are read as the acts that wrote them, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.domain.sheet import SheetState
from judge.ledger import acts, office, reading
from judge.ledger.canonical import Value
from judge.ledger.entry import Entry
from judge.ledger.particles import Malformed, UnknownKind
from judge.ledger.reading import read

ON = bytes(range(32))
ROWS = bytes(reversed(range(32)))


def entry(kind: str, payload: acts.Payload) -> Entry:
    return Entry("R01@edition", 1, bytes(32), kind, "sheet/a/R01", payload, "now")


def assigned(nomination: str) -> office.Assigned:
    return office.Assigned("x", nomination, "R01", "r")


WRITTEN: list[tuple[str, acts.Payload, reading.Act]] = [
    (acts.MARK_SET, acts.mark_set(ON, "tools", 5), reading.MarkSet(ON, "tools", 5)),
    (acts.MARK_SET, acts.mark_set(b"", "tools", None), reading.MarkSet(b"", "tools", None)),
    (acts.MARK_CLEARED, acts.mark_cleared(ON, "tools"), reading.MarkCleared(ON, "tools")),
    (acts.NOTE_SET, acts.note_set(ON, "", "好"), reading.NoteSet(ON, "", "好")),
    (acts.MARK_SET, acts.mark_set(ON, "tools", 5, ROWS), reading.MarkSet(ON, "tools", 5, ROWS)),
    (acts.MARK_CLEARED, acts.mark_cleared(ON, "tools", ROWS), reading.MarkCleared(ON, "tools", ROWS)),
    (acts.NOTE_SET, acts.note_set(ON, "tools", "好", ROWS), reading.NoteSet(ON, "tools", "好", ROWS)),
    (acts.SHEET_RETURNED, acts.sheet_returned(ON, "再看"), reading.SheetReturned(ON, "再看")),
    (acts.SHEET_REOPENED, acts.sheet_reopened(ON), reading.SheetReopened(ON)),
    (acts.SHEET_SUBMITTED, acts.sheet_submitted(ON, "r", 2), reading.SheetSubmitted(ON, "r", 2)),
    (acts.SHEET_RECUSED, acts.sheet_recused(ON, "亲属"), reading.SheetRecused(ON, "亲属")),
    (
        acts.CONFLICT_DENIED,
        acts.conflict_denied(ON, ["name", "phone"], "同名"),
        reading.ConflictDenied(ON, ("name", "phone"), "同名"),
    ),
    (
        acts.SHEET_FILED,
        acts.sheet_filed(ON, "R01", "r", {"tools": 5, "sharing": None}, complete=False, revision=3),
        reading.SheetFiled(ON, "R01", "r", {"tools": 5, "sharing": None}, complete=False, revision=3),
    ),
    (
        acts.SHEET_FILED,
        acts.sheet_filed(
            ON,
            "R01",
            "r",
            {"tools": 5},
            complete=False,
            revision=3,
            notes={"": "好", "tools": "再看"},
            replaced={"tools": None},
        ),
        reading.SheetFiled(
            ON,
            "R01",
            "r",
            {"tools": 5},
            complete=False,
            revision=3,
            notes={"": "好", "tools": "再看"},
            replaced={"tools": None},
        ),
    ),
    (
        acts.SHEET_SETTLED,
        acts.sheet_settled(ON + ROWS, {"tools": 5}, "核分", state="submitted", rubric="r", revision=2),
        reading.SheetSettled(ON + ROWS, {"tools": 5}, "核分", SheetState.SUBMITTED, "r", 2),
    ),
    (acts.MARK_SET, acts.mark_set(ON + ROWS, "tools", 5), reading.MarkSet(ON + ROWS, "tools", 5)),
    (acts.PAPERS_IMPORTED, acts.papers_imported(3, ROWS, [], 2), office.PapersImported(3, ROWS, 2)),
    (
        acts.SHEETS_ASSIGNED,
        acts.sheets_assigned({"x": {"R01": ["a", "b"]}}, {"x": "r", "y": "s"}),
        office.SheetsAssigned((assigned("a"), assigned("b"))),
    ),
    (acts.FORMS_TAKEN, acts.forms_taken({"qc-group": ROWS.hex()}), office.FormsTaken({"qc-group": ROWS})),
]
EARLY = {"revision", "pinning", "undoes", "notes", "replaced"}
"""Words that early entries do not have, nor those that undo, note or replace nothing."""


@pytest.mark.parametrize(("kind", "payload", "act"), WRITTEN)
def test_what_was_written_is_read(kind: str, payload: acts.Payload, act: reading.Act) -> None:
    assert read(entry(kind, payload)) == act


@pytest.mark.parametrize(("kind", "payload", "_act"), WRITTEN)
@given(data=st.data())
def test_a_payload_that_lacks_a_word_or_has_a_foreign_one_is_malformed(
    kind: str, payload: acts.Payload, _act: reading.Act, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(sorted(payload.keys() - {"files"})))
    foreign: list[Value] = [[1], {"a": [1]}, None if key == "complete" else True]
    if key == "ticks":
        foreign.append("5")
    other = data.draw(st.sampled_from(foreign))
    with pytest.raises(Malformed):
        read(entry(kind, {**payload, key: other}))
    if key not in EARLY:
        with pytest.raises(Malformed):
            read(entry(kind, {name: value for name, value in payload.items() if name != key}))


@pytest.mark.parametrize(
    ("kind", "subject", "payload", "act"),
    [
        (
            acts.SETTING_CHANGED,
            acts.setting_subject("filing-deadline"),
            acts.setting_changed("2019-07-10", "通知"),
            office.SettingChanged("filing-deadline", "2019-07-10", "通知"),
        ),
        (
            acts.ITEM_CHECKED,
            acts.checklist_subject("qc-group-0001"),
            acts.item_checked("unit-seal", "missing", "复印件"),
            office.ItemChecked("qc-group-0001", "unit-seal", "missing", "复印件"),
        ),
        (
            acts.RULING_MADE,
            acts.nomination_subject("qc-group-0001"),
            acts.ruling_made("late-revision", {"sha256": "00"}, "笔误"),
            office.RulingMade("late-revision", "nomination/qc-group-0001", {"sha256": "00"}, "笔误"),
        ),
    ],
)
def test_acts_of_the_office_are_read_with_their_subject(
    kind: str, subject: str, payload: acts.Payload, act: office.OfficeAct
) -> None:
    assert read(Entry("@secretary", 1, bytes(32), kind, subject, payload, "now")) == act


@pytest.mark.parametrize("kind", [acts.SETTING_CHANGED, acts.ITEM_CHECKED])
def test_a_subject_of_another_sort_is_malformed(kind: str) -> None:
    payload: acts.Payload = {"value": "", "reason": "", "item": "", "state": "", "remark": ""}
    with pytest.raises(Malformed):
        read(Entry("@secretary", 1, bytes(32), kind, "sheet/a/R01", payload, "now"))


def test_early_entries_judge_the_first_revision() -> None:
    early = {"on": ON.hex(), "rubric": "r"}
    assert read(entry(acts.SHEET_SUBMITTED, early)) == reading.SheetSubmitted(ON, "r", 1)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=6,
)


@given(st.sampled_from([row[:2] for row in WRITTEN]), values, st.data())
def test_whatever_a_payload_holds_reading_says_malformed_or_reads(
    written: tuple[str, acts.Payload], value: Value, data: st.DataObject
) -> None:
    kind, payload = written
    try:
        read(entry(kind, {**payload, data.draw(st.sampled_from(sorted(payload))): value}))
    except Malformed:
        return


def test_a_kind_that_nobody_writes_is_unknown() -> None:
    with pytest.raises(UnknownKind):
        read(entry("mark.sett", acts.mark_set(ON, "tools", 5)))


@pytest.mark.parametrize("subject", ["sheet/a", "sheet//R01", "sheet/a/R01/b", "batch/a/R01", ""])
def test_subjects_that_name_no_sheet(subject: str) -> None:
    assert acts.sheet_pair(subject) is None


def test_a_sheets_subject_names_its_pair() -> None:
    assert acts.sheet_pair(acts.sheet_subject("qc-group-0001", "R.7-a")) == ("qc-group-0001", "R.7-a")


@pytest.mark.parametrize("on", [ROWS + ON, ON + ON, ON + ON[:8], ON[:31]])
def test_acts_that_are_named_out_of_order_twice_or_in_part_are_not_read(on: bytes) -> None:
    with pytest.raises(Malformed):
        read(entry(acts.MARK_SET, {"criterion": "tools", "on": on.hex(), "ticks": 5}))


def test_a_sheet_is_not_settled_into_a_state_that_the_chair_cannot_give() -> None:
    settled = acts.sheet_settled(ON, {}, "核分", state="open", rubric="r", revision=0)
    with pytest.raises(Malformed):
        read(entry(acts.SHEET_SETTLED, settled))
