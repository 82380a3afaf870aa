"""The kinds of entries and the payloads they carry, in one place for those who write and those who read them.

An act on a sheet says in `on` the digest of the last act on that sheet which its author knew ("" for none),
so that the order of acts by different pens follows from what names what. Where several acts were the last
that the author knew, because they were done in several places, `on` has their digests one after the other,
in ascending order. A mark or note that takes back an earlier act, or does again what was taken back, names
that act in `undoes`.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from judge.ledger import panel_acts
from judge.ledger.canonical import Value

Payload = Mapping[str, Value]

EDITION_MADE = "edition.made"
PAPERS_IMPORTED = "papers.imported"
SHEETS_ASSIGNED = "sheets.assigned"
FORMS_TAKEN = "forms.taken"
SETTING_CHANGED = "setting.changed"
ITEM_CHECKED = "item.checked"
RULING_MADE = "ruling.made"
MARK_SET = "mark.set"
MARK_CLEARED = "mark.cleared"
NOTE_SET = "note.set"
SHEET_SUBMITTED = "sheet.submitted"
SHEET_RECUSED = "sheet.recused"
SHEET_FILED = "sheet.filed"
SHEET_RETURNED = "sheet.returned"
SHEET_REOPENED = "sheet.reopened"
SHEET_SETTLED = "sheet.settled"
CONFLICT_DENIED = "conflict.denied"

LATE_REVISION = "late-revision"
"""The ruling that one file may change a nomination after the deadline; detail {"sha256"} of the file."""

LATE_NOMINATION = "late-nomination"
"""The ruling that the new nominations of one file, its subject, are taken after the deadline; same detail."""

CLOSED = "closed"
"""The ruling that a nomination, or an award, is decided without the sheets that have not come.

Detail {"absent"}: the heads of those sheets by reviewer; of an award's by nomination, then by reviewer.
"""

QUORUM = "quorum"
"""The ruling that another least number of sheets is enough for a score in an award; detail {"min_sheets"}."""

METHOD = "method"
"""The ruling that an award is counted by another method than the edition's; detail {"method"}, in full."""

WITHDRAWN = "withdrawn"
"""The ruling that a reviewer judges no more; detail as `withdrawal`."""

LIFTED: Payload = {"lifted": True}
"""The detail of a ruling that lifts what an earlier one of its kind on its subject said."""

OF_OFFICE = frozenset(
    {
        EDITION_MADE,
        PAPERS_IMPORTED,
        SHEETS_ASSIGNED,
        FORMS_TAKEN,
        SETTING_CHANGED,
        ITEM_CHECKED,
        RULING_MADE,
    }
    | panel_acts.ON_PANELS
)
"""The kinds of acts of the organiser's office: the secretary's and the chair's."""

ON_SHEETS = frozenset(
    {
        MARK_SET,
        MARK_CLEARED,
        NOTE_SET,
        SHEET_SUBMITTED,
        SHEET_RECUSED,
        SHEET_FILED,
        SHEET_RETURNED,
        SHEET_REOPENED,
        SHEET_SETTLED,
        CONFLICT_DENIED,
    }
)
"""The kinds of acts on one sheet."""


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


def papers_imported(batch: int, rows: bytes, files: Sequence[Mapping[str, str]], pinning: int) -> Payload:
    """A batch of papers was imported; `rows` is the digest, in the format `pinning`, of all that it added."""
    return {"batch": batch, "files": [dict(f) for f in files], "pinning": pinning, "rows": rows.hex()}


def forms_taken(forms: Mapping[str, str]) -> Payload:
    """Forms of the organiser's own are read from now on: the SHA-256 of each one's text by its key."""
    return {"forms": dict(forms)}


def setting_subject(key: str) -> str:
    """The subject of every change of one setting."""
    return f"setting/{key}"


def setting_changed(value: str, reason: str) -> Payload:
    """A setting of the edition has another value from now on; "" sets it back to its default."""
    return {"reason": reason, "value": value}


def checklist_subject(nomination: str) -> str:
    """The subject of every tick on one nomination's checklist."""
    return f"checklist/{nomination}"


def item_checked(item: str, state: str, remark: str) -> Payload:
    """A seal or an attachment was found to be there or missing; "" takes the tick back."""
    return {"item": item, "remark": remark, "state": state}


def nomination_subject(nomination: str) -> str:
    """The subject of rulings on one nomination."""
    return f"nomination/{nomination}"


def paper_subject(sha256: str) -> str:
    """The subject of rulings on one file, by the SHA-256 of its bytes in hexadecimal."""
    return f"paper/{sha256}"


def award_subject(award: str) -> str:
    """The subject of rulings on one award."""
    return f"award/{award}"


def reviewer_subject(reviewer: str) -> str:
    """The subject of rulings on one reviewer."""
    return f"reviewer/{reviewer}"


def withdrawal(
    submitted: Mapping[str, bytes],
    absent: Mapping[str, bytes],
    replaced: Mapping[str, tuple[str, bytes]],
    *,
    left_out: bool,
) -> Payload:
    """What a ruling says that a reviewer judges no more: of each sheet, by nomination, the head that it saw.

    What was submitted counts, unless it is left out; what was not counts as absent, or is replaced by the
    sheet of another reviewer, who is named.
    """
    return {
        "absent": {key: head.hex() for key, head in absent.items()},
        "left_out": left_out,
        "replaced": {key: {"by": by, "head": head.hex()} for key, (by, head) in replaced.items()},
        "submitted": {key: head.hex() for key, head in submitted.items()},
    }


def ruling_made(ruling: str, detail: Mapping[str, Value], reason: str) -> Payload:
    """The chair ruled: what kind of ruling, what it says, and why."""
    return {"detail": dict(detail), "reason": reason, "ruling": ruling}


def mark_set(on: bytes, criterion: str, ticks: int | None, undoes: bytes = b"") -> Payload:
    """A reviewer gave `criterion` its mark: ticks, or None for not applicable."""
    return {"criterion": criterion, "on": on.hex(), "ticks": ticks, **_undoing(undoes)}


def mark_cleared(on: bytes, criterion: str, undoes: bytes = b"") -> Payload:
    """A reviewer took the mark of `criterion` back; it is unmarked again."""
    return {"criterion": criterion, "on": on.hex(), **_undoing(undoes)}


def note_set(on: bytes, criterion: str, text: str, undoes: bytes = b"") -> Payload:
    """A reviewer wrote a note to `criterion`, or to the whole sheet where it is ""."""
    return {"criterion": criterion, "on": on.hex(), "text": text, **_undoing(undoes)}


def _undoing(undoes: bytes) -> Payload:
    return {"undoes": undoes.hex()} if undoes else {}


def sheet_submitted(on: bytes, rubric: str, revision: int) -> Payload:
    """A reviewer handed the sheet in; they judged that revision of the nomination by that rubric."""
    return {"on": on.hex(), "revision": revision, "rubric": rubric}


def sheet_recused(on: bytes, reason: str) -> Payload:
    """A reviewer stepped back from the nomination."""
    return {"on": on.hex(), "reason": reason}


def sheet_returned(on: bytes, reason: str) -> Payload:
    """The chair gave a submitted sheet back; `on` is the submission that is meant, and no later one."""
    return {"on": on.hex(), "reason": reason}


def sheet_reopened(on: bytes) -> Payload:
    """A reviewer took a submitted sheet back, to change it."""
    return {"on": on.hex()}


def conflict_denied(on: bytes, grounds: Sequence[str], reason: str) -> Payload:
    """A reviewer said why what the papers show, by these grounds, is no conflict of interest."""
    return {"grounds": list(grounds), "on": on.hex(), "reason": reason}


def sheet_filed(  # noqa: PLR0913 - the payload has so many fields
    on: bytes,
    reviewer: str,
    rubric: str,
    marks: Mapping[str, int | None],
    *,
    complete: bool,
    revision: int,
    notes: Mapping[str, str] = MappingProxyType({}),
    replaced: Mapping[str, int | None] = MappingProxyType({}),
) -> Payload:
    """A whole sheet imported or transcribed by the entry's author in the reviewer's name.

    `revision` is the one of the nomination that was judged. `notes` are by criterion, "" for the sheet's own.
    `replaced` are the marks that the reviewer saw and changed: only those may differ from what the sheet
    holds. Both stand in the entry only where there are any.
    """
    more: dict[str, Value] = {"notes": dict(notes)} if notes else {}
    if replaced:
        more["replaced"] = dict(replaced)
    return {
        **more,
        "complete": complete,
        "marks": dict(marks),
        "on": on.hex(),
        "reviewer": reviewer,
        "revision": revision,
        "rubric": rubric,
    }


def sheet_settled(  # noqa: PLR0913 - the payload has so many fields
    on: bytes,
    marks: Mapping[str, int | None],
    reason: str,
    *,
    state: str,
    rubric: str,
    revision: int,
) -> Payload:
    """The chair settled a forked sheet; these are all its marks from then on, and what becomes of it.

    `on` names all acts that it speaks of, `state` is submitted, returned or recused. `revision` is the one
    of the nomination that a submitted sheet judges, 0 where the sheet is not submitted.
    """
    return {
        "marks": dict(marks),
        "on": on.hex(),
        "reason": reason,
        "revision": revision,
        "rubric": rubric,
        "state": state,
    }
