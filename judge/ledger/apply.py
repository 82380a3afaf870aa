"""The state that a sheet's acts add up to: a pure function of the set of acts, never of a clock."""

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from judge.domain.sheet import SheetState
from judge.ledger import acts
from judge.ledger.entry import Entry


@dataclass(slots=True)
class SheetProjection:
    """A sheet as its acts leave it; the tables `sheet`, `mark` and `note` must say the same."""

    state: SheetState = SheetState.OPEN
    revision: int = 0
    head: bytes = b""
    reason: str = ""
    marks: dict[str, int | None] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def project(entries: Iterable[tuple[bytes, Entry]]) -> SheetProjection:
    """The sheet that the acts (digest, entry) on one subject add up to, in whatever order they come."""
    sheet = SheetProjection()
    for digest, entry in in_order(entries):
        apply(sheet, digest, entry)
    return sheet


def apply(sheet: SheetProjection, digest: bytes, entry: Entry) -> None:
    """Bring the sheet forward by one act; the same code that rebuilds a sheet also keeps it up to date."""
    _act(sheet, entry)
    sheet.revision += 1
    sheet.head = digest


def in_order(entries: Iterable[tuple[bytes, Entry]]) -> list[tuple[bytes, Entry]]:
    """Acts on one subject: each after the one it names and its pen's earlier ones, then by (pen, seq)."""
    by_digest = dict(entries)
    waits: dict[bytes, int] = {}
    followers: dict[bytes, list[bytes]] = defaultdict(list)
    for digest, before in _befores(by_digest).items():
        waits[digest] = len(before)
        for earlier in before:
            followers[earlier].append(digest)
    ready = [_place(by_digest[d], d) for d, count in waits.items() if count == 0]
    heapq.heapify(ready)
    ordered: list[tuple[bytes, Entry]] = []
    while ready:
        *_, digest = heapq.heappop(ready)
        ordered.append((digest, by_digest[digest]))
        for later in followers[digest]:
            waits[later] -= 1
            if waits[later] == 0:
                heapq.heappush(ready, _place(by_digest[later], later))
    return ordered


def _place(entry: Entry, digest: bytes) -> tuple[str, int, bytes]:
    return entry.pen, entry.seq, digest


def _befores(by_digest: dict[bytes, Entry]) -> dict[bytes, set[bytes]]:
    """For each act, the acts that must come first: the one it names, and its pen's previous one."""
    befores: dict[bytes, set[bytes]] = {}
    last_of_pen: dict[str, bytes] = {}
    for digest, entry in sorted(by_digest.items(), key=lambda item: (item[1].pen, item[1].seq)):
        named = bytes.fromhex(str(entry.payload.get("on", "")))
        before = {named} if named in by_digest else set()
        if entry.pen in last_of_pen:
            before.add(last_of_pen[entry.pen])
        last_of_pen[entry.pen] = digest
        befores[digest] = before
    return befores


def _act(sheet: SheetProjection, entry: Entry) -> None:
    payload = entry.payload
    match entry.kind:
        case acts.MARK_SET:
            sheet.marks[str(payload["criterion"])] = _ticks(payload["ticks"])
        case acts.MARK_CLEARED:
            sheet.marks.pop(str(payload["criterion"]), None)
        case acts.NOTE_SET:
            _write_note(sheet, str(payload["criterion"]), str(payload["text"]))
        case acts.SHEET_SUBMITTED:
            sheet.state, sheet.reason = SheetState.SUBMITTED, ""
        case acts.SHEET_RECUSED:
            sheet.state, sheet.reason = SheetState.RECUSED, str(payload["reason"])
        case acts.SHEET_FILED:
            _file(sheet, entry)


def _write_note(sheet: SheetProjection, criterion: str, text: str) -> None:
    if text:
        sheet.notes[criterion] = text
    else:
        sheet.notes.pop(criterion, None)


def _file(sheet: SheetProjection, entry: Entry) -> None:
    marks = entry.payload["marks"]
    if isinstance(marks, dict):
        sheet.marks.update({key: _ticks(value) for key, value in marks.items()})
    if entry.payload["complete"]:
        sheet.state, sheet.reason = SheetState.SUBMITTED, ""


def _ticks(value: object) -> int | None:
    return value if isinstance(value, int) else None
