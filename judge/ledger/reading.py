"""What an entry says, as a typed act: the one place where payloads are read, for apply and for the audit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from judge.ledger import acts
from judge.ledger.canonical import DIGEST_BYTES, Value
from judge.ledger.entry import Entry


class Malformed(ValueError):  # noqa: N818 - names what is wrong with the entry
    """The payload is not one that entries of this kind carry."""


class UnknownKind(Malformed):
    """No act is of this kind."""


@dataclass(frozen=True, slots=True)
class EditionMade:
    """An edition was made; `programme` is the digest of its programme."""

    method: Mapping[str, Value]
    programme: str
    title: str
    year: int


@dataclass(frozen=True, slots=True)
class PapersImported:
    """A batch was imported; `rows` is the digest of every row that it added."""

    batch: int
    rows: bytes


@dataclass(frozen=True, slots=True)
class Assigned:
    """One sheet that was opened; `rubric` is the digest of what judges it."""

    award: str
    nomination: str
    reviewer: str
    rubric: str

    @property
    def subject(self) -> str:
        """The subject of every act on the sheet."""
        return acts.sheet_subject(self.nomination, self.reviewer)


@dataclass(frozen=True, slots=True)
class SheetsAssigned:
    """Sheets were opened."""

    sheets: tuple[Assigned, ...]


@dataclass(frozen=True, slots=True)
class MarkSet:
    """A criterion was given its mark in ticks, None for not applicable."""

    on: bytes
    criterion: str
    ticks: int | None


@dataclass(frozen=True, slots=True)
class MarkCleared:
    """A mark was taken back."""

    on: bytes
    criterion: str


@dataclass(frozen=True, slots=True)
class NoteSet:
    """A note was written to a criterion, or to the sheet where `criterion` is ""; "" takes it away."""

    on: bytes
    criterion: str
    text: str


@dataclass(frozen=True, slots=True)
class SheetSubmitted:
    """The sheet was handed in, judged by the rubric with that digest."""

    on: bytes
    rubric: str


@dataclass(frozen=True, slots=True)
class SheetRecused:
    """The reviewer stepped back."""

    on: bytes
    reason: str


@dataclass(frozen=True, slots=True)
class SheetFiled:
    """Marks were imported in the reviewer's name; `complete` where every criterion then had one."""

    on: bytes
    reviewer: str
    rubric: str
    marks: Mapping[str, int | None]
    complete: bool


SheetAct = MarkSet | MarkCleared | NoteSet | SheetSubmitted | SheetRecused | SheetFiled
Act = EditionMade | PapersImported | SheetsAssigned | SheetAct


def read(entry: Entry) -> Act:
    """The act that the entry records; UnknownKind or Malformed where it records none."""
    match entry.kind:
        case acts.EDITION_MADE | acts.PAPERS_IMPORTED | acts.SHEETS_ASSIGNED:
            return _read_office(entry.kind, entry.payload)
        case _:
            return read_sheet_act(entry)


def read_sheet_act(entry: Entry) -> SheetAct:
    """The act on one sheet that the entry records; Malformed where it records none."""
    match entry.kind, entry.payload:
        case acts.MARK_SET, {"criterion": str(criterion), "on": on, "ticks": ticks}:
            return MarkSet(_on(on), criterion, _ticks(ticks))
        case acts.MARK_CLEARED, {"criterion": str(criterion), "on": on}:
            return MarkCleared(_on(on), criterion)
        case acts.NOTE_SET, {"criterion": str(criterion), "on": on, "text": str(text)}:
            return NoteSet(_on(on), criterion, text)
        case acts.SHEET_SUBMITTED, {"on": on, "rubric": str(rubric)}:
            return SheetSubmitted(_on(on), rubric)
        case acts.SHEET_RECUSED, {"on": on, "reason": str(reason)}:
            return SheetRecused(_on(on), reason)
        case acts.SHEET_FILED, {
            "complete": bool(complete),
            "marks": dict(marks),
            "on": on,
            "reviewer": str(reviewer),
            "rubric": str(rubric),
        }:
            given = {key: _ticks(ticks) for key, ticks in marks.items()}
            return SheetFiled(_on(on), reviewer, rubric, given, complete)
        case kind, _:
            raise Malformed(kind) if kind in acts.ON_SHEETS else UnknownKind(kind)


def _read_office(kind: str, payload: acts.Payload) -> EditionMade | PapersImported | SheetsAssigned:
    match kind, payload:
        case acts.EDITION_MADE, {
            "method": dict(method),
            "programme": str(programme),
            "title": str(title),
            "year": year,
        }:
            return EditionMade(method, programme, title, _whole(year))
        case acts.PAPERS_IMPORTED, {"batch": batch, "rows": rows}:
            return PapersImported(_whole(batch), _digest(rows))
        case acts.SHEETS_ASSIGNED, {"pairs": dict(pairs), "rubrics": dict(rubrics)}:
            return SheetsAssigned(tuple(_assigned(pairs, rubrics)))
        case _:
            raise Malformed(kind)


def _assigned(pairs: Mapping[str, Value], rubrics: Mapping[str, Value]) -> Iterator[Assigned]:
    for award, by_reviewer in pairs.items():
        rubric = rubrics.get(award)
        if not isinstance(rubric, str) or not isinstance(by_reviewer, dict):
            raise Malformed(award)
        for reviewer, nominations in by_reviewer.items():
            if not isinstance(nominations, list):
                raise Malformed(reviewer)
            for nomination in nominations:
                yield Assigned(award, _text(nomination), reviewer, rubric)


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise Malformed("not a text")
    return value


def _on(value: Value) -> bytes:
    """The digest of the act that this one follows; b"" for none."""
    return b"" if value == "" else _digest(value)


def _digest(value: Value) -> bytes:
    try:
        data = bytes.fromhex(_text(value))
    except ValueError as error:
        raise Malformed("not a digest") from error
    if len(data) != DIGEST_BYTES or data.hex() != value:
        raise Malformed("not a digest")
    return data


def _ticks(value: Value) -> int | None:
    return None if value is None else _whole(value)


def _whole(value: Value) -> int:
    # True is an int to Python, but no number.
    if not isinstance(value, int) or isinstance(value, bool):
        raise Malformed("not a whole number")
    return value
