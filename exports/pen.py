"""Writes cells of one sheet, each as what it is: text as text, numbers as numbers, nothing as nothing."""

from exports.looks import Looks, TextLook
from exports.records import Alteration
from exports.texts import MOST_UNITS, fitted, visible
from exports.xlsx import Format, Sheet

_WATCHED = frozenset("=+-@'<")
_SURELY_FITS = MOST_UNITS // 2


class Pen:
    """The pen of one sheet. `heads` are the headings of the table under way, to name a place by.

    `alterations` collects what could not be written as it was.
    """

    def __init__(self, sheet: Sheet, looks: Looks, alterations: list[Alteration]) -> None:
        self.sheet = sheet
        self.looks = looks
        self.heads: tuple[str, ...] = ()
        self._alterations = alterations
        self._write_string = sheet.write_string
        self._write_number = sheet.write_number
        self._write_blank = sheet.write_blank

    def text(self, row: int, column: int, text: str, look: TextLook) -> None:
        """Write `text`; an empty one leaves an empty cell with the look's lines."""
        if not text:
            self._write_blank(row, column, None, look.plain)
            return
        if len(text) > _SURELY_FITS or not text.isprintable():
            text = self._made_fit(row, column, text)
        if text[0] in _WATCHED:
            self._watched(row, column, text, look)
        else:
            self._write_string(row, column, text, look.plain)

    def number(self, row: int, column: int, number: float | None, look: Format) -> None:
        """Write a number; None leaves an empty cell with the look's lines."""
        if number is None:
            self._write_blank(row, column, None, look)
        else:
            self._write_number(row, column, number, look)

    def _watched(self, row: int, column: int, text: str, look: TextLook) -> None:
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter's constant memory takes such a text for its own rich markup and copies it raw
            # into the sheet, formulas and all. As a real rich string it is escaped like any other.
            self.sheet.write_rich_string(row, column, text[:1], look.plain, text[1:], look.plain)
        else:
            self._write_string(row, column, text, look.quoted)

    def _made_fit(self, row: int, column: int, text: str) -> str:
        shown, replaced = visible(text)
        fitting = fitted(shown)
        if replaced:
            self._note("control-character-shown", row, column)
        if fitting != shown:
            self._note("text-cut", row, column)
        return fitting

    def _note(self, code: str, row: int, column: int) -> None:
        label = self.heads[column] if column < len(self.heads) else ""
        self._alterations.append(Alteration(code, self.sheet.name, row + 1, label))
