"""The state that a sheet's acts add up to: a pure function of the set of acts, never of a clock."""

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from judge.domain.sheet import SheetState
from judge.ledger.entry import Entry
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
    SheetSubmitted,
    StateAct,
    read_sheet_act,
)


@dataclass(slots=True)
class SheetProjection:
    """A sheet as its acts leave it; the tables `sheet`, `mark` and `note` must say the same.

    `judged_revision` is the nomination's revision that a submitted sheet judged, 0 where none was yet.
    """

    state: SheetState = SheetState.OPEN
    revision: int = 0
    head: bytes = b""
    reason: str = ""
    marks: dict[str, int | None] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    judged_revision: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """An act on a sheet in its place: the pen's `seq`-th entry, of what kind, and the entry's digest."""

    digest: bytes
    pen: str
    seq: int
    kind: str
    act: SheetAct

    @classmethod
    def of(cls, digest: bytes, entry: Entry, act: SheetAct) -> "Step":
        """The step that an entry with that digest is, its act read."""
        return cls(digest, entry.pen, entry.seq, entry.kind, act)


def project(entries: Iterable[tuple[bytes, Entry]]) -> SheetProjection:
    """The sheet that the acts (digest, entry) on one subject add up to, in whatever order they come."""
    return add_up(in_order(Step.of(d, e, read_sheet_act(e)) for d, e in entries))


def add_up(steps: Iterable[Step]) -> SheetProjection:
    """The sheet that ordered acts add up to."""
    sheet = SheetProjection()
    for step in steps:
        bring(sheet, step.digest, step.act)
    return sheet


def apply(sheet: SheetProjection, digest: bytes, entry: Entry) -> None:
    """Bring the sheet forward by one act; the same code that rebuilds a sheet also keeps it up to date."""
    bring(sheet, digest, read_sheet_act(entry))


def bring(sheet: SheetProjection, digest: bytes, act: SheetAct) -> None:
    """As `apply`, for an act that is read already."""
    _act(sheet, act)
    sheet.revision += 1
    sheet.head = digest


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Acts on one subject: each after the one it names and its pen's earlier ones, then by (pen, seq)."""
    by_digest = {step.digest: step for step in steps}
    waits: dict[bytes, int] = {}
    followers: dict[bytes, list[bytes]] = defaultdict(list)
    for digest, before in _befores(by_digest).items():
        waits[digest] = len(before)
        for earlier in before:
            followers[earlier].append(digest)
    ready = [_place(by_digest[d]) for d, count in waits.items() if count == 0]
    heapq.heapify(ready)
    ordered: list[Step] = []
    while ready:
        *_, digest = heapq.heappop(ready)
        ordered.append(by_digest[digest])
        for later in followers[digest]:
            waits[later] -= 1
            if waits[later] == 0:
                heapq.heappush(ready, _place(by_digest[later]))
    return ordered


def _place(step: Step) -> tuple[str, int, bytes]:
    return step.pen, step.seq, step.digest


def _befores(by_digest: dict[bytes, Step]) -> dict[bytes, set[bytes]]:
    """For each act, the acts that must come first: the one it names, and its pen's previous one."""
    befores: dict[bytes, set[bytes]] = {}
    last_of_pen: dict[str, bytes] = {}
    for step in sorted(by_digest.values(), key=_place):
        before = {step.act.on} if step.act.on in by_digest else set()
        if step.pen in last_of_pen:
            before.add(last_of_pen[step.pen])
        last_of_pen[step.pen] = step.digest
        befores[step.digest] = before
    return befores


def _act(sheet: SheetProjection, act: SheetAct) -> None:
    match act:
        case MarkSet():
            sheet.marks[act.criterion] = act.ticks
        case MarkCleared():
            sheet.marks.pop(act.criterion, None)
        case NoteSet():
            _write_note(sheet, act)
        case _:
            _turn(sheet, act)


def _turn(sheet: SheetProjection, act: StateAct) -> None:
    match act:
        case SheetSubmitted():
            _submit(sheet, act.revision)
        case SheetRecused():
            sheet.state, sheet.reason = SheetState.RECUSED, act.reason
        case SheetFiled():
            sheet.marks.update(act.marks)
            for criterion, text in act.notes.items():
                _write_note(sheet, NoteSet(act.on, criterion, text))
            if act.complete:
                _submit(sheet, act.revision)
        case SheetReturned():
            # It means the one submission that it names, and says nothing of a later one.
            if sheet.state is SheetState.SUBMITTED and sheet.head == act.on:
                sheet.state, sheet.reason = SheetState.RETURNED, act.reason
        case SheetReopened():
            sheet.state, sheet.reason = SheetState.OPEN, ""
        case ConflictDenied():
            pass  # It stands in the ledger, and the sheet is what it was.


def _submit(sheet: SheetProjection, revision: int) -> None:
    sheet.state, sheet.reason, sheet.judged_revision = SheetState.SUBMITTED, "", revision


def _write_note(sheet: SheetProjection, act: NoteSet) -> None:
    if act.text:
        sheet.notes[act.criterion] = act.text
    else:
        sheet.notes.pop(act.criterion, None)
