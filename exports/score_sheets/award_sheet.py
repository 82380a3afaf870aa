"""One award's table: a row for each nomination, a column for each criterion."""

from fractions import Fraction
from typing import NamedTuple

from exports.pen import Pen
from exports.score_sheets.columns import Columns, columns_of, head_row, note_lines, shown_texts
from exports.score_sheets.formulas import status_formula, total_formula
from exports.score_sheets.looks import SheetLooks
from exports.score_sheets.records import Award, Row, ScoreWorkbook
from exports.score_sheets.rules import Rules
from exports.sheets.layout import fit_row, write_heads
from exports.widths import LINE_HEIGHT
from rubrics.scale import points_text

PROTECTION = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
}
"""What stays possible on a protected sheet: reading, filling in, widening, filtering."""


class Placed(NamedTuple):
    """Where a table was written: its sheet's name, its columns, its first and last row, from 0."""

    table: str
    columns: Columns
    first: int
    last: int


def write_award(pen: Pen, looks: SheetLooks, book: ScoreWorkbook, award: Award, whose: str) -> Placed:
    """Write the table; `whose` says in one line whose sheets these are, with the fingerprint."""
    columns = columns_of(book, award)
    head = head_row(book.notes, columns)
    pen.sheet.set_row(0, 2 * LINE_HEIGHT)
    pen.text(0, 0, award.title, pen.looks.title)
    pen.text(1, 0, whose, looks.label)
    for row, line in enumerate(note_lines(book.notes, columns), start=2):
        pen.text(row, 0, line, pen.looks.note)
    write_heads(pen, head, columns.heads, columns.widths)
    writing = _Writing(pen, looks, book, award, columns)
    for at in range(len(award.rows)):
        writing.row(head + 1 + at, at)
    placed = Placed(pen.sheet.name, columns, head + 1, head + len(award.rows))
    Rules(pen.sheet, looks, book.labels, award, columns).set(placed.first)
    _set_sheet(pen, columns, head, placed.last)
    return placed


def _set_sheet(pen: Pen, columns: Columns, head: int, last: int) -> None:
    sheet = pen.sheet
    sheet.freeze_panes(head + 1, columns.first_mark)
    sheet.autofilter(head, 0, last, columns.last)
    sheet.repeat_rows(head, head)
    sheet.print_area(0, 0, last, columns.last)
    sheet.protect("", PROTECTION)


class _Writing:
    """Writes the rows of one table."""

    def __init__(
        self, pen: Pen, looks: SheetLooks, book: ScoreWorkbook, award: Award, columns: Columns
    ) -> None:
        self._pen = pen
        self._looks = looks
        self._book = book
        self._award = award
        self._columns = columns

    def row(self, row: int, at: int) -> None:
        """Write the nomination at `at` into a row."""
        pen, looks, columns = self._pen, self._looks, self._columns
        sheet = self._award.rows[at]
        shown = shown_texts(self._book, self._award, at)
        wide = (*columns.shown, columns.note, columns.reason, columns.last)
        texts = (*shown, sheet.note, sheet.recusal, sheet.remark or sheet.recusal)
        fit_row(pen, row, ((text, columns.widths[c]) for c, text in zip(wide, texts, strict=True)))
        pen.number(row, 0, at + 1, looks.closed_mark)
        for column, text in zip(columns.shown, shown, strict=True):
            pen.text(row, column, text, looks.name)
        self._marks(row, sheet)
        self._summed(row, sheet)
        note = looks.closed_note if sheet.closed else looks.note
        pen.text(row, columns.note, sheet.note, note)
        recused = self._book.labels.recused if sheet.recusal else ""
        pen.text(row, columns.recuse, recused, looks.closed_word if sheet.closed else looks.word)
        pen.text(row, columns.reason, sheet.recusal, note)
        if columns.last > columns.reason:
            pen.text(row, columns.last, sheet.remark, looks.closed_note)

    def _marks(self, row: int, sheet: Row) -> None:
        pen, looks = self._pen, self._looks
        for at, criterion in enumerate(self._award.criteria):
            column = self._columns.first_mark + at
            ticks = sheet.marks.get(criterion.key)
            if ticks is None and criterion.key in sheet.marks:
                word = looks.closed_word if sheet.closed else looks.word
                pen.text(row, column, self._book.labels.not_applicable, word)
            else:
                points = None if ticks is None else float(points_text(ticks, self._award.step))
                pen.number(row, column, points, looks.closed_mark if sheet.closed else looks.mark)

    def _summed(self, row: int, sheet: Row) -> None:
        columns, award = self._columns, self._award
        total = total_formula(columns, award.criteria, row)
        self._pen.sheet.write_formula(row, columns.total, total, self._looks.total, _total(award, sheet))
        if sheet.closed:
            self._pen.text(row, columns.status, sheet.closed, self._looks.status)
            return
        formula = status_formula(columns, award, self._book.labels, row)
        self._pen.sheet.write_formula(
            row, columns.status, formula, self._looks.status_formula, self._status(sheet)
        )

    def _status(self, sheet: Row) -> str:
        """What the status formula shows when the file is opened."""
        labels, missing = self._book.labels, self._columns.marks - len(sheet.marks)
        if not sheet.marks:
            return labels.unmarked
        return labels.missing.format(count=missing) if missing else labels.whole


def _total(award: Award, sheet: Row) -> str | float:
    """What the total's formula shows when the file is opened."""
    if not sheet.marks:
        return ""
    given = ((criterion, sheet.marks.get(criterion.key)) for criterion in award.criteria)
    points = (ticks * award.step * criterion.weight for criterion, ticks in given if ticks is not None)
    return float(sum(points, start=Fraction(0)))
