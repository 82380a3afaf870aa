"""Who may do what to a sheet, and when."""

from dataclasses import replace

import pytest

from judge.domain.sheet import SheetState
from judge.ledger.legality import Opened, is_allowed, replay
from judge.ledger.pens import CHAIR, SECRETARY, packet_pen, reviewer_pen
from judge.ledger.projection import SheetProjection
from judge.ledger.reading import (
    ConflictDenied,
    MarkCleared,
    MarkSet,
    NoteSet,
    SheetAct,
    SheetFiled,
    SheetRecused,
    SheetReopened,
    SheetReturned,
    SheetSettled,
    SheetSubmitted,
    read_sheet_act,
)
from judge.ledger.steps import Step, in_order
from rubrics.catalogue import load_builtin
from tests.judge.ledger.sites import FIRST_PACKET, HERE, Site

ALWAYS = load_builtin("xinjiang_2019").rubric_of("qc-group")
FIRST, *REST = ALWAYS.criteria
RUBRIC = replace(ALWAYS, criteria=(FIRST, *(replace(c, may_not_apply=True) for c in REST)))
OPENED = Opened("R01", "pinned", RUBRIC)
OWN, OTHER = reviewer_pen("R01"), reviewer_pen("R02")
IN_A_PACKET, ANOTHERS = packet_pen("R01", b"1" * 32), packet_pen("R02", b"1" * 32)
FULL: dict[str, int | None] = {c.key: 1 for c in RUBRIC.criteria}
PARTIAL: dict[str, int | None] = {FIRST.key: 1}


def allowed(pen: str, act: SheetAct, sheet: SheetProjection) -> bool:
    return is_allowed(OPENED, sheet, Step(b"", pen, 1, "", act))


def marked(marks: dict[str, int | None], state: SheetState = SheetState.OPEN) -> SheetProjection:
    return SheetProjection(state, marks=dict(marks))


def filed(
    marks: dict[str, int | None], *, complete: bool, reviewer: str = "R01", rubric: str = "pinned"
) -> SheetFiled:
    return SheetFiled(b"", reviewer, rubric, marks, complete)


def changed(ticks: int, seen: int | None, notes: str = "") -> SheetFiled:
    """A sheet whose reviewer saw a mark and changed it, with a note on a criterion."""
    filing = filed({FIRST.key: ticks}, complete=False)
    return replace(filing, replaced={FIRST.key: seen}, notes={notes: "好"})


OF_REVIEWERS: list[tuple[SheetAct, SheetProjection]] = [
    (MarkSet(b"", FIRST.key, 0), marked({})),
    (MarkSet(b"", FIRST.key, FIRST.full_ticks), marked({})),
    (MarkSet(b"", REST[0].key, None), marked({})),
    (MarkCleared(b"", FIRST.key), marked(PARTIAL)),
    (NoteSet(b"", FIRST.key, "好"), marked({})),
    (NoteSet(b"", "", "好"), marked({})),
    (SheetSubmitted(b"", "pinned"), marked(FULL)),
    (ConflictDenied(b"", ("name",), "同名"), marked({})),
]
OF_THE_SECRETARY: list[tuple[SheetAct, SheetProjection]] = [
    (filed(PARTIAL, complete=False), marked({})),
    (filed(PARTIAL, complete=False), marked(PARTIAL)),
    (filed(FULL, complete=True), marked(PARTIAL)),
    (filed({}, complete=True), marked(FULL)),
    (changed(2, seen=1), marked(PARTIAL)),
    (changed(1, seen=2, notes=FIRST.key), marked(PARTIAL)),
]
OF_BOTH: list[tuple[SheetAct, SheetProjection]] = [(SheetRecused(b"", "亲属"), marked(PARTIAL))]


@pytest.mark.parametrize(("act", "sheet"), OF_REVIEWERS)
def test_a_reviewer_alone_judges(act: SheetAct, sheet: SheetProjection) -> None:
    assert [allowed(pen, act, sheet) for pen in (OWN, OTHER, SECRETARY)] == [True, False, False]
    assert [allowed(pen, act, sheet) for pen in (IN_A_PACKET, ANOTHERS)] == [True, False]


@pytest.mark.parametrize(("act", "sheet"), OF_THE_SECRETARY)
def test_the_secretary_alone_files(act: SheetAct, sheet: SheetProjection) -> None:
    assert [allowed(pen, act, sheet) for pen in (OWN, OTHER, SECRETARY)] == [False, False, True]


def test_the_chair_alone_returns_and_only_what_is_submitted_and_with_a_reason() -> None:
    pens, back = (CHAIR, OWN, OTHER, SECRETARY), SheetReturned(b"", "再看")
    submitted = marked(FULL, SheetState.SUBMITTED)
    assert [allowed(pen, back, submitted) for pen in pens] == [True, False, False, False]
    assert not allowed(CHAIR, SheetReturned(b"", " "), submitted)
    others = set(SheetState) - {SheetState.SUBMITTED}
    assert not any(allowed(CHAIR, back, marked(FULL, state)) for state in others)


def test_the_reviewer_alone_takes_a_sheet_back_that_is_handed_in() -> None:
    pens, back = (OWN, OTHER, CHAIR, SECRETARY), SheetReopened(b"")
    submitted = marked(FULL, SheetState.SUBMITTED)
    assert [allowed(pen, back, submitted) for pen in pens] == [True, False, False, False]
    from_where = {state for state in SheetState if allowed(OWN, back, marked(FULL, state))}
    assert from_where == {SheetState.SUBMITTED, SheetState.RETURNED}


@pytest.mark.parametrize(("act", "sheet"), OF_BOTH)
def test_reviewer_and_papers_recuse(act: SheetAct, sheet: SheetProjection) -> None:
    assert [allowed(pen, act, sheet) for pen in (OWN, OTHER, SECRETARY)] == [True, False, True]


@pytest.mark.parametrize("state", sorted(set(SheetState) - {SheetState.OPEN, SheetState.RETURNED}))
@pytest.mark.parametrize(("act", "sheet"), [*OF_REVIEWERS, *OF_THE_SECRETARY, *OF_BOTH])
def test_nobody_touches_a_closed_sheet(state: SheetState, act: SheetAct, sheet: SheetProjection) -> None:
    closed = replace(sheet, state=state)
    assert not any(allowed(pen, act, closed) for pen in (OWN, SECRETARY))


@pytest.mark.parametrize(
    ("pen", "act", "sheet"),
    [
        (OWN, MarkSet(b"", FIRST.key, -1), marked({})),
        (OWN, MarkSet(b"", FIRST.key, FIRST.full_ticks + 1), marked({})),
        (OWN, MarkSet(b"", FIRST.key, None), marked({})),
        (OWN, MarkSet(b"", "beauty", 1), marked({})),
        (OWN, MarkCleared(b"", "beauty"), marked({})),
        (OWN, NoteSet(b"", "beauty", "好"), marked({})),
        (OWN, SheetSubmitted(b"", "pinned"), marked(PARTIAL)),
        (OWN, SheetSubmitted(b"", "other"), marked(FULL)),
        (OWN, SheetRecused(b"", " "), marked({})),
        (OWN, ConflictDenied(b"", ("name",), " "), marked({})),
        (OWN, ConflictDenied(b"", (), "同名"), marked({})),
        (SECRETARY, filed(PARTIAL, complete=True), marked({})),
        (SECRETARY, filed(FULL, complete=False), marked({})),
        (SECRETARY, filed(FULL, complete=True, reviewer="R02"), marked({})),
        (SECRETARY, filed(FULL, complete=True, rubric="other"), marked({})),
        (SECRETARY, filed({FIRST.key: 2}, complete=False), marked(PARTIAL)),
        (SECRETARY, filed({"beauty": 1}, complete=False), marked({})),
        (SECRETARY, changed(2, seen=3), marked(PARTIAL)),
        (SECRETARY, changed(2, seen=None), marked(PARTIAL)),
        (SECRETARY, changed(2, seen=1, notes="beauty"), marked(PARTIAL)),
    ],
)  # fmt: skip
def test_acts_that_no_service_would_write(pen: str, act: SheetAct, sheet: SheetProjection) -> None:
    assert not allowed(pen, act, sheet)


def test_what_was_not_allowed_is_named_and_counts_in_the_sheet_all_the_same() -> None:
    steps = [
        Step(b"1", OWN, 1, "mark.set", MarkSet(b"", FIRST.key, 1)),
        Step(b"2", OTHER, 1, "mark.set", MarkSet(b"1", FIRST.key, 0)),
    ]
    sheet, refused = replay(OPENED, steps)
    assert refused == (steps[1],)
    assert (sheet.marks, sheet.revision, sheet.head) == ({FIRST.key: 0}, 2, b"2")


def settled(
    marks: dict[str, int | None], state: SheetState = SheetState.SUBMITTED, revision: int = 1
) -> SheetSettled:
    return SheetSettled(b"", marks, "核分", state, "pinned", revision)


def test_the_chair_alone_settles_and_only_what_is_forked() -> None:
    forked = marked(PARTIAL, SheetState.FORKED)
    for act in (
        settled(FULL),
        settled(PARTIAL, SheetState.RETURNED, 0),
        settled({}, SheetState.RECUSED, 0),
    ):
        assert [allowed(pen, act, forked) for pen in (CHAIR, OWN, SECRETARY)] == [True, False, False]
        others = set(SheetState) - {SheetState.FORKED}
        assert not any(allowed(CHAIR, act, marked(FULL, state)) for state in others)


@pytest.mark.parametrize(
    "act",
    [
        settled(PARTIAL),
        settled(FULL, revision=2),
        settled(FULL, revision=0),
        settled(FULL, SheetState.RETURNED, 1),
        settled({**FULL, FIRST.key: FIRST.full_ticks + 1}),
        settled({**FULL, "beauty": 1}),
        replace(settled(FULL), reason=" "),
        replace(settled(FULL), rubric="other"),
    ],
)
def test_settlements_that_no_service_would_write(act: SheetSettled) -> None:
    assert not allowed(CHAIR, act, marked(PARTIAL, SheetState.FORKED))


def refused(site: Site) -> list[str]:
    """The kinds of the acts that were not allowed to who did them, knowing what they knew."""
    read = (Step.of(digest, entry, read_sheet_act(entry)) for digest, entry in site.entries.items())
    opened = Opened("R01", "r", RUBRIC)
    return [step.kind for step in replay(opened, in_order(read))[1]]


@pytest.mark.parametrize("meanwhile", ["recused", "submitted", "settled"])
def test_who_is_elsewhere_may_do_what_they_could_as_they_knew_the_sheet(meanwhile: str) -> None:
    here = Site()
    for criterion in FULL:
        here.mark(FIRST_PACKET, criterion, 1)
    packet = here.copy()
    if meanwhile == "recused":
        here.recuse(HERE)
    elif meanwhile == "submitted":
        here.submit(HERE)
        here.give_back(CHAIR)
    else:
        copy = here.copy()
        copy.mark(FIRST_PACKET, FIRST.key, 2)
        here.mark(HERE, FIRST.key, 3)
        here.learn(copy).settle(CHAIR, FULL)
    packet.mark(FIRST_PACKET, FIRST.key, 0)
    assert refused(here.learn(packet)) == []
    # Whoever knows it may not.
    if here.sheet.state is not SheetState.FORKED:
        here.settle(CHAIR, FULL)
        assert refused(here) == ["sheet.settled"]
    else:
        here.mark(HERE, FIRST.key, 0)
        assert refused(here) == ["mark.set"]
