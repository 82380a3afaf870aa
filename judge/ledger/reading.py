"""What an entry says, as a typed act; payloads are read here and in `office` alone, for all who ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from judge.domain.sheet import SheetState
from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.ledger.entry import Entry
from judge.ledger.office import OfficeAct, read_office_act
from judge.ledger.particles import (
    Malformed,
    UnknownKind,
    known_act,
    known_acts,
    revision,
    ticks_or_none,
    whole,
)


@dataclass(frozen=True, slots=True)
class MarkSet:
    """A criterion was given its mark in ticks, None for not applicable."""

    on: bytes
    criterion: str
    ticks: int | None
    undoes: bytes = b""


@dataclass(frozen=True, slots=True)
class MarkCleared:
    """A mark was taken back."""

    on: bytes
    criterion: str
    undoes: bytes = b""


@dataclass(frozen=True, slots=True)
class NoteSet:
    """A note was written to a criterion, or to the sheet where `criterion` is ""; "" takes it away."""

    on: bytes
    criterion: str
    text: str
    undoes: bytes = b""


@dataclass(frozen=True, slots=True)
class SheetSubmitted:
    """The sheet was handed in: that revision of the nomination, judged by the rubric with that digest."""

    on: bytes
    rubric: str
    revision: int = 1


@dataclass(frozen=True, slots=True)
class SheetRecused:
    """The reviewer stepped back."""

    on: bytes
    reason: str


@dataclass(frozen=True, slots=True)
class SheetFiled:
    """Marks were imported in the reviewer's name; `complete` where every criterion then had one.

    `notes` came with them; `replaced` are marks that the reviewer saw and changed.
    """

    on: bytes
    reviewer: str
    rubric: str
    marks: Mapping[str, int | None]
    complete: bool
    revision: int = 1
    notes: Mapping[str, str] = field(default_factory=dict)
    replaced: Mapping[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetReturned:
    """The chair gave the sheet back, with a reason; it is the submission `on` that is meant."""

    on: bytes
    reason: str


@dataclass(frozen=True, slots=True)
class SheetReopened:
    """The reviewer took a submitted sheet back."""

    on: bytes


@dataclass(frozen=True, slots=True)
class SheetSettled:
    """The chair said what a forked sheet is from then on: all its marks, and what becomes of it."""

    on: bytes
    marks: Mapping[str, int | None]
    reason: str
    state: SheetState
    rubric: str
    revision: int


@dataclass(frozen=True, slots=True)
class ConflictDenied:
    """The reviewer said why grounds of a conflict of interest are none; the sheet is as it was."""

    on: bytes
    grounds: tuple[str, ...]
    reason: str


WrittenAct = MarkSet | MarkCleared | NoteSet
"""What a reviewer writes on a sheet; `undoes` is the act that it takes back, or does again."""
StateAct = (
    SheetSubmitted | SheetRecused | SheetFiled | SheetReturned | SheetReopened | SheetSettled | ConflictDenied
)
SheetAct = WrittenAct | StateAct
Act = OfficeAct | SheetAct


def read(entry: Entry) -> Act:
    """The act that the entry records; UnknownKind or Malformed where it records none."""
    match entry.kind:
        case kind if kind in acts.OF_OFFICE:
            return read_office_act(entry)
        case _:
            return read_sheet_act(entry)


def read_sheet_act(entry: Entry) -> SheetAct:
    """The act on one sheet that the entry records; Malformed where it records none."""
    match entry.kind, entry.payload:
        case acts.MARK_SET, {"criterion": str(criterion), "on": on, "ticks": ticks}:
            return MarkSet(known_acts(on), criterion, ticks_or_none(ticks), _undone(entry))
        case acts.MARK_CLEARED, {"criterion": str(criterion), "on": on}:
            return MarkCleared(known_acts(on), criterion, _undone(entry))
        case acts.NOTE_SET, {"criterion": str(criterion), "on": on, "text": str(text)}:
            return NoteSet(known_acts(on), criterion, text, _undone(entry))
        case _:
            return _read_state_act(entry)


def _undone(entry: Entry) -> bytes:
    return known_act(entry.payload.get("undoes", ""))


def _read_state_act(entry: Entry) -> StateAct:
    match entry.kind, entry.payload:
        case acts.SHEET_SUBMITTED, {"on": on, "rubric": str(rubric)}:
            return SheetSubmitted(known_acts(on), rubric, revision(entry.payload))
        case acts.SHEET_RECUSED, {"on": on, "reason": str(reason)}:
            return SheetRecused(known_acts(on), reason)
        case acts.SHEET_RETURNED, {"on": on, "reason": str(reason)}:
            return SheetReturned(known_acts(on), reason)
        case acts.SHEET_REOPENED, {"on": on}:
            return SheetReopened(known_acts(on))
        case acts.CONFLICT_DENIED, {"grounds": list(grounds), "on": on, "reason": str(reason)}:
            return ConflictDenied(known_acts(on), _words(grounds), reason)
        case kind, _ if kind in (acts.SHEET_FILED, acts.SHEET_SETTLED):
            return _read_whole_sheet(entry)
        case kind, _:
            raise Malformed(kind) if kind in acts.ON_SHEETS else UnknownKind(kind)


_SETTLED = {state.value: state for state in (SheetState.SUBMITTED, SheetState.RETURNED, SheetState.RECUSED)}
"""What the chair may make of a forked sheet."""


def _read_whole_sheet(entry: Entry) -> SheetFiled | SheetSettled:
    match entry.kind, entry.payload:
        case acts.SHEET_FILED, {
            "complete": bool(complete),
            "marks": dict(marks),
            "on": on,
            "reviewer": str(reviewer),
            "rubric": str(rubric),
        }:
            judged, more = revision(entry.payload), _filed_beside(entry)
            return SheetFiled(known_acts(on), reviewer, rubric, _marks(marks), complete, judged, *more)
        case acts.SHEET_SETTLED, {
            "marks": dict(marks),
            "on": on,
            "reason": str(reason),
            "revision": judges,
            "rubric": str(rubric),
            "state": str(state),
        } if state in _SETTLED:
            settled = _SETTLED[state]
            return SheetSettled(known_acts(on), _marks(marks), reason, settled, rubric, whole(judges))
        case kind, _:
            raise Malformed(kind)


def _marks(marks: Mapping[str, Value]) -> dict[str, int | None]:
    return {key: ticks_or_none(ticks) for key, ticks in marks.items()}


def _filed_beside(entry: Entry) -> tuple[dict[str, str], dict[str, int | None]]:
    """Notes and replaced marks of a filed sheet; entries without any do not say so."""
    match entry.payload.get("notes", {}), entry.payload.get("replaced", {}):
        case dict(notes), dict(replaced) if all(isinstance(text, str) for text in notes.values()):
            return {key: str(text) for key, text in notes.items()}, _marks(replaced)
        case _:
            raise Malformed(acts.SHEET_FILED)


def _words(value: Sequence[object]) -> tuple[str, ...]:
    words = tuple(word for word in value if isinstance(word, str))
    if len(words) != len(value):
        raise Malformed(acts.CONFLICT_DENIED)
    return words
