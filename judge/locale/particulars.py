"""Particulars of a refusal or finding that are words of the code themselves, and what people call them."""

from collections.abc import Mapping

from judge.locale import N_
from judge.locale.calibrations import UNSETTLED
from judge.locale.sheet_states import STATES

_KINDS = {
    "quotas": N_("quota table"),
    "nominations": N_("nomination table"),
    "form": N_("form"),
    "reviewers": N_("reviewer table"),
    "scores": N_("score table"),
    "report": N_("report"),
    "history": N_("list of earlier awards"),
    "aliases": N_("table of other names"),
    "scan": N_("scan"),
    "score-sheets": N_("workbook of score sheets"),
}
_TYPES = {
    "text": N_("text"),
    "whole-number": N_("whole number"),
    "number": N_("number"),
    "true-false": N_("true or false"),
    "list": N_("list of values"),
    "table": N_("table"),
    "date": N_("date"),
}
_ACTS = {
    "mark.set": N_("a mark"),
    "mark.cleared": N_("a mark taken back"),
    "note.set": N_("a note"),
    "sheet.submitted": N_("handing in"),
    "sheet.recused": N_("a recusal"),
    "sheet.filed": N_("a filed sheet"),
    "sheet.returned": N_("a return by the chair"),
    "sheet.reopened": N_("taking back"),
    "conflict.denied": N_("a denied conflict"),
}
_REASONS = {
    reason: reason
    for reason in (
        N_("Permission denied"),
        N_("Operation not permitted"),
        N_("Read-only file system"),
        N_("File name too long"),
        N_("Input/output error"),
        N_("Device or resource busy"),
    )
}
"""What the system says in English in every language; Windows speaks the user's own."""
_ROWS = {
    "nomination": N_("a nomination"),
    "nomination-criterion": N_("a nomination on one criterion"),
    "nomination-reviewer": N_("one reviewer's sheet of a nomination"),
    "nomination-reviewer-criterion": N_("one mark"),
    "reviewer": N_("a reviewer"),
    "reviewer-criterion": N_("a reviewer on one criterion"),
}
_COLUMNS = {
    "nomination": N_("a nomination"),
    "reviewer": N_("a reviewer"),
    "criterion": N_("a criterion"),
    "reviewer-criterion": N_("one reviewer on one criterion"),
    "points": N_("the points"),
}

PARTICULARS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "sheet-closed": {"state": STATES},
    "sheet-not-submitted": {"state": STATES},
    "sheet-not-forked": {"state": STATES},
    "sheet-closed-in-papers": {"state": STATES},
    "kind-needs-word": {"kind": _KINDS},
    "scan-cannot-be": {"kind": _KINDS},
    "score-sheet-cannot-be": {"kind": _KINDS},
    "sheet-ignored": {"kind": _KINDS},
    "target-not-writable": {"reason": _REASONS},
    "severity-unsettled": {"reason": UNSETTLED},
    "return-act-not-allowed": {"kind": _ACTS},
    "return-unreadable": {"reason": _REASONS},
    "scores-read-as": {"rows": _ROWS, "columns": _COLUMNS},
    "scores-read-by-sheet": {"rows": _ROWS, "columns": _COLUMNS, "sheets": _COLUMNS},
    "wrong-type": {"expected": _TYPES, "given": _TYPES},
}
"""By code and particular, the word for each value."""
