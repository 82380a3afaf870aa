"""How score sheets look: what may be written on is white and unlocked, all else grey or locked.

What a rule changes is told by more than its colour: wrong marks turn white on black and struck out, missing
ones are named in the status column.
"""

from dataclasses import dataclass
from typing import Any

from exports.fonts import BODY, HEAD
from exports.looks import TextLook
from exports.xlsx import Format, Workbook

_LINE = {"border": 1, "border_color": "#A6A6A6", "valign": "vcenter"}
_OPEN = BODY | _LINE | {"locked": False}
_CLOSED = BODY | _LINE | {"bg_color": "#F2F2F2"}
_WRAPPED = {"text_wrap": True, "align": "left"}
_MISSING = {"bg_color": "#FFE699"}
_WRONG = {"bold": True, "font_strikeout": True, "font_color": "#FFFFFF", "bg_color": "#404040"}
_OFF = {"bg_color": "#D9D9D9"}


@dataclass(frozen=True, slots=True)
class SheetLooks:
    """Every look of a score sheet beside those of `exports.looks`; the last three are for rules."""

    mark: Format
    closed_mark: Format
    word: TextLook
    closed_word: TextLook
    note: TextLook
    closed_note: TextLook
    name: TextLook
    total: Format
    status: TextLook
    status_formula: Format
    label: TextLook
    missing: Format
    wrong: Format
    off: Format


def sheet_looks(workbook: Workbook) -> SheetLooks:
    """The looks, made in `workbook`."""

    def text(properties: dict[str, Any]) -> TextLook:
        quoted = properties | {"quote_prefix": True}
        return TextLook(workbook.add_format(properties), workbook.add_format(quoted))

    centred = {"align": "center"}
    status = _CLOSED | centred | {"text_wrap": True}
    return SheetLooks(
        mark=workbook.add_format(_OPEN | centred),
        closed_mark=workbook.add_format(_CLOSED | centred),
        word=text(_OPEN | centred),
        closed_word=text(_CLOSED | centred),
        note=text(_OPEN | _WRAPPED),
        closed_note=text(_CLOSED | _WRAPPED),
        name=text(_CLOSED | _WRAPPED),
        total=workbook.add_format(_CLOSED | centred | {"bold": True}),
        status=text(status),
        status_formula=workbook.add_format(status),
        label=text(HEAD | {"valign": "vcenter"}),
        missing=workbook.add_format(_MISSING),
        wrong=workbook.add_format(_WRONG),
        off=workbook.add_format(_OFF),
    )
