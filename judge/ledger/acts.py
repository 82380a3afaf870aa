"""The kinds of entries and the payloads they carry, in one place for those who write and those who read them.

An act on a sheet says in `on` the digest of the last act on that sheet which its author knew ("" for none),
so that the order of acts by different pens follows from what names what.
"""

from collections.abc import Mapping, Sequence

from judge.ledger.canonical import Value

EDITION_MADE = "edition.made"
PAPERS_IMPORTED = "papers.imported"
SHEETS_ASSIGNED = "sheets.assigned"
MARK_SET = "mark.set"
MARK_CLEARED = "mark.cleared"
NOTE_SET = "note.set"
SHEET_SUBMITTED = "sheet.submitted"
SHEET_RECUSED = "sheet.recused"
SHEET_FILED = "sheet.filed"

ON_SHEETS = frozenset({MARK_SET, MARK_CLEARED, NOTE_SET, SHEET_SUBMITTED, SHEET_RECUSED, SHEET_FILED})
"""The kinds of acts on one sheet."""

Payload = Mapping[str, Value]


def sheet_subject(nomination: str, reviewer: str) -> str:
    """The subject of every act on one sheet."""
    return f"sheet/{nomination}/{reviewer}"


def sheet_pair(subject: str) -> tuple[str, str] | None:
    """The (nomination, reviewer) whose sheet the subject names; None where it names no sheet."""
    match subject.split("/"):
        case ["sheet", nomination, reviewer] if nomination and reviewer:
            return nomination, reviewer
        case _:
            return None


def sheets_assigned(pairs: Mapping[str, Mapping[str, Sequence[str]]], rubrics: Mapping[str, str]) -> Payload:
    """Sheets were opened: nominations by reviewer by award, and the digest of each award's rubric."""
    return {
        "pairs": {award: {r: list(ns) for r, ns in by.items()} for award, by in pairs.items()},
        "rubrics": dict(rubrics),
    }


def papers_imported(batch: int, rows: bytes, files: Sequence[Mapping[str, str]]) -> Payload:
    """A batch of papers was imported; `rows` is the digest of every row that it added."""
    return {"batch": batch, "files": [dict(f) for f in files], "rows": rows.hex()}


def mark_set(on: bytes, criterion: str, ticks: int | None) -> Payload:
    """A reviewer gave `criterion` its mark: ticks, or None for not applicable."""
    return {"criterion": criterion, "on": on.hex(), "ticks": ticks}


def mark_cleared(on: bytes, criterion: str) -> Payload:
    """A reviewer took the mark of `criterion` back; it is unmarked again."""
    return {"criterion": criterion, "on": on.hex()}


def note_set(on: bytes, criterion: str, text: str) -> Payload:
    """A reviewer wrote a note to `criterion`, or to the whole sheet where it is ""."""
    return {"criterion": criterion, "on": on.hex(), "text": text}


def sheet_submitted(on: bytes, rubric: str) -> Payload:
    """A reviewer handed the sheet in, judged by the rubric with that digest."""
    return {"on": on.hex(), "rubric": rubric}


def sheet_recused(on: bytes, reason: str) -> Payload:
    """A reviewer stepped back from the nomination."""
    return {"on": on.hex(), "reason": reason}


def sheet_filed(
    on: bytes, reviewer: str, rubric: str, marks: Mapping[str, int | None], *, complete: bool
) -> Payload:
    """A whole sheet imported or transcribed by the entry's author in the reviewer's name."""
    return {
        "complete": complete,
        "marks": dict(marks),
        "on": on.hex(),
        "reviewer": reviewer,
        "rubric": rubric,
    }
