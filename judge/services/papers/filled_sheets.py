"""Score sheets filled in as workbooks against those of the edition: what is new, known, or contradicts it.

Three things are compared: what the workbook was written with, what it says now, and what the edition holds.
What only one side changed is taken or left; what both changed, to different values, is refused.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from imports.findings import Finding, Place
from imports.marks import Points, criterion_term
from imports.records import FilledSheetRecord
from imports.register import Register
from imports.remarks import Param, Remarks, standing
from judge.domain.refusal import Refusal
from judge.domain.sheet import AT_WORK, SheetState
from judge.services.sheets.filing import Pair
from judge.services.texts import check_text
from judge.store.connection import Connection
from judge.store.queries.known import NominationId, ids
from judge.store.queries.sheet_acts import sheet_steps
from judge.store.sheets import SheetRow, load_many

Conflicting = Callable[[Mapping[Pair, Place]], Iterable[Finding]]
"""What speaks against marks on these sheets, each given with its place."""

_DIGEST = 64
"""Hexadecimal digits of a digest."""
_UNMARKED = -1
"""No mark in ticks."""


class FilledSheets:
    """Takes in workbooks of score sheets, file after file."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[Pair, FilledSheetRecord] = {}

    def take(
        self, records: Sequence[FilledSheetRecord], register: Register, conflicting: Conflicting
    ) -> tuple[tuple[FilledSheetRecord, ...], tuple[Finding, ...]]:
        """The rows that their sheets are due, and what is to be said of them.

        Of a row that is due, `marks` are those to be written, `before` those that the edition holds instead
        of them, `note` the text to be written and `note_before` the one that the edition holds.
        Blocking: "score-sheet-not-assigned", "score-sheet-of-other-copy", "score-sheet-recusal-marks"
        (nomination), "sheet-closed-in-papers" (nomination, reviewer, state), "score-sheet-changed-meanwhile"
        (nomination, title, points, first_points, held), "mark-twice" as `imports.marks`, "note-too-long"
        (limit), "note-not-text", and those of `conflicting`. Warnings: "score-sheet-nomination-revised"
        (nomination, judged, revision), "score-sheet-notes-joined" and "score-sheet-recusal-note"
        (nomination). Note: "marks-known" (count).
        """
        rows = load_many(self._connection, map(_pair, records))
        remarks = Remarks(records[0].place.file)
        comparing = _Comparing(register, self._read, remarks)
        due: list[FilledSheetRecord] = []
        for record in records:
            row = rows.get(_pair(record))
            if row is None:
                remarks.block("score-sheet-not-assigned", record.place, nomination=record.nomination)
                continue
            one = comparing.due(record, row)
            if one is not None and self._may_be_written(one, row, remarks):
                due.append(one)
        comparing.say_known()
        marked = {_pair(one): one.place for one in due if one.marks}
        return tuple(due), (*remarks.findings, *conflicting(marked))

    def remember(self, record: FilledSheetRecord) -> None:
        """Let workbooks read later know what this row, which is accepted, will write."""
        self._read[_pair(record)] = record

    def _may_be_written(self, record: FilledSheetRecord, row: SheetRow, remarks: Remarks) -> bool:
        """Whether the sheet is at work, and the workbook was written from this edition's ledger."""
        state = row.projection.state
        if state not in AT_WORK:
            params: dict[str, Param] = {"nomination": record.nomination, "reviewer": record.reviewer}
            remarks.block("sheet-closed-in-papers", record.place, **params, state=state.value)
            return False
        if not self._knows(record, row):
            remarks.block("score-sheet-of-other-copy", record.place, nomination=record.nomination)
            return False
        revision = self._revisions[record.nomination].revision
        if record.marks and record.revision != revision:
            remarks.warn(
                "score-sheet-nomination-revised",
                record.place,
                nomination=record.nomination,
                judged=record.revision,
                revision=revision,
            )
        return all(_is_text(text, record, remarks) for text in (record.note, record.recused))

    def _knows(self, record: FilledSheetRecord, row: SheetRow) -> bool:
        """Whether the act that the workbook knew as the sheet's last is one of the edition's."""
        if record.head in {"", row.projection.head.hex()}:
            return True
        steps = sheet_steps(self._connection, record.nomination, record.reviewer)
        known = {kept.step.digest.hex() for kept in steps}
        # A sheet written on in several places has several last acts.
        named = (record.head[at : at + _DIGEST] for at in range(0, len(record.head), _DIGEST))
        return all(digest in known for digest in named)

    @cached_property
    def _revisions(self) -> Mapping[str, NominationId]:
        return ids(self._connection).nominations


class _Comparing:
    """Compares rows of one file with the sheets that they are of."""

    def __init__(self, register: Register, read: Mapping[Pair, FilledSheetRecord], remarks: Remarks) -> None:
        self._register = register
        self._read = read
        self._remarks = remarks
        self._points = Points(register.programme)
        self._awards = {known.key: known.award for known in register.nominations}
        self._known = 0

    def due(self, record: FilledSheetRecord, row: SheetRow) -> FilledSheetRecord | None:
        """The row as it is to be written; None where nothing is, or where it contradicts the edition."""
        earlier = self._read.get(_pair(record))
        if record.recused:
            if earlier is not None and earlier.marks:
                self._say_marked(record)
                return None
            if _plain(record.note) not in {"", _plain(record.note_before)}:
                place = record.place
                self._remarks.warn("score-sheet-recusal-note", place, nomination=record.nomination)
            recused = row.projection.state is SheetState.RECUSED or (earlier and earlier.recused)
            return None if recused else replace(record, marks={}, before={}, note="", note_before="")
        marks = self._marks(record)
        if marks is None:
            return None
        held = earlier.note if earlier and earlier.note else row.projection.notes.get("", "")
        note = self._note(record, held)
        if not marks and note == held:
            return None
        if earlier is not None and earlier.recused:
            self._say_marked(record)
            return None
        before = {key: self._held(record, key) for key in marks}
        stood = {key: ticks for key, ticks in before.items() if ticks != _UNMARKED}
        return replace(record, marks=marks, before=stood, note=note, note_before=held)

    def say_known(self) -> None:
        """Say how many marks the edition holds already."""
        if self._known:
            self._remarks.note("marks-known", count=self._known)

    def _marks(self, record: FilledSheetRecord) -> dict[str, int | None] | None:
        """The marks to be written; None where the edition holds others by now."""
        due: dict[str, int | None] = {}
        sound = True
        for key, ticks in record.marks.items():
            written, held = record.before.get(key, _UNMARKED), self._held(record, key)
            if ticks == held:
                self._known += ticks != written
            elif ticks == written:
                # The workbook says what it was written with: the change is the edition's alone.
                continue
            elif held == written:
                due[key] = ticks
            else:
                self._say_changed(record, key, ticks, held)
                sound = False
        return due if sound else None

    def _held(self, record: FilledSheetRecord, key: str) -> int | None:
        return self._register.marks.get((record.nomination, record.reviewer, key), _UNMARKED)

    def _note(self, record: FilledSheetRecord, held: str) -> str:
        """The note to be written; `held` where there is nothing new in it."""
        said, written, stands = (_plain(text) for text in (record.note, record.note_before, held))
        if not said or said in {written, stands} or stands.endswith(f"\n{said}"):
            return held
        if stands in {"", written}:
            return record.note
        self._remarks.warn("score-sheet-notes-joined", record.place, nomination=record.nomination)
        return f"{held}\n{record.note}"

    def _say_marked(self, record: FilledSheetRecord) -> None:
        self._remarks.block("score-sheet-recusal-marks", record.place, nomination=record.nomination)

    def _say_changed(self, record: FilledSheetRecord, key: str, ticks: int | None, held: int | None) -> None:
        award = self._awards[record.nomination]
        first = self._register.marks_read.get((record.nomination, record.reviewer, key))
        params: dict[str, Param] = {
            "nomination": record.nomination,
            "reviewer": record.reviewer,
            "criterion": key,
            "title": criterion_term(self._register.programme.rubric_of(award).criterion(key)),
            "points": self._points.shown(award, ticks),
            "first_points": "–" if held == _UNMARKED else self._points.shown(award, held),
        }
        if first is None:
            self._remarks.block("score-sheet-changed-meanwhile", record.place, **params)
        else:
            more = {**standing("first", first), "first_file": first.file}
            self._remarks.block("mark-twice", record.place, **params, **more)


def _pair(record: FilledSheetRecord) -> Pair:
    return record.nomination, record.reviewer


def _plain(text: str) -> str:
    """A note without what a program changes when it saves it."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").strip().split("\n"))


def _is_text(text: str, record: FilledSheetRecord, remarks: Remarks) -> bool:
    try:
        check_text(text)
    except Refusal as refused:
        remarks.block(refused.code, record.place, **refused.params)
        return False
    return True
