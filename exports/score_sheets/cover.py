"""The cover: whose sheets these are, how to fill them in, and how far one has come."""

from collections.abc import Sequence

from exports.pen import Pen
from exports.score_sheets.award_sheet import PROTECTION, Placed
from exports.score_sheets.binding import shown_fingerprint
from exports.score_sheets.formulas import count_formula
from exports.score_sheets.looks import SheetLooks
from exports.score_sheets.records import Award, ScoreWorkbook
from exports.sheets.layout import write_heads
from exports.widths import LINE_HEIGHT, folded

_WIDTHS = (30.0, 14.0, 14.0, 14.0)
_LINE = 96
"""Cells of a line of the guide: what prints across a page."""


def write_cover(
    pen: Pen, looks: SheetLooks, book: ScoreWorkbook, fingerprint: str, tables: Sequence[Placed]
) -> None:
    """Write the cover, with live counts of what is complete and what is still to do."""
    labels = book.labels
    pen.sheet.set_row(0, 2 * LINE_HEIGHT)
    pen.text(0, 0, book.title, pen.looks.title)
    facts = (
        (labels.reviewer, reviewer_line(book)),
        (labels.made_on, f"{book.made_on:%Y-%m-%d}"),
        (labels.fingerprint, shown_fingerprint(fingerprint)),
    )
    for row, (label, value) in enumerate(facts, start=1):
        pen.text(row, 0, label, looks.label)
        pen.text(row, 1, value, pen.looks.note)
    head = 5
    write_heads(pen, head, (labels.award, labels.nominations, labels.complete, labels.still_open), _WIDTHS)
    for row, pair in enumerate(zip(book.awards, tables, strict=True), start=head + 1):
        _write_progress(pen, looks, book, pair, row)
    row = head + len(book.awards) + 2
    for line in (line for text in book.guide for line in folded(text, _LINE)):
        pen.text(row, 0, line, pen.looks.note)
        row += 1
    pen.sheet.print_area(0, 0, row, 7)
    pen.sheet.protect("", PROTECTION)


def reviewer_line(book: ScoreWorkbook) -> str:
    """The reviewer's key and name."""
    return f"{book.reviewer} {book.reviewer_name}".strip()


def _write_progress(
    pen: Pen, looks: SheetLooks, book: ScoreWorkbook, pair: tuple[Award, Placed], row: int
) -> None:
    labels, (award, placed) = book.labels, pair
    closed = tuple(dict.fromkeys(sheet.closed for sheet in award.rows if sheet.closed))
    done = sum(bool(sheet.closed) or len(sheet.marks) == len(award.criteria) for sheet in award.rows)
    words = (labels.whole, labels.recused, *closed)
    formula = count_formula(placed.table, placed.columns, (placed.first, placed.last), words)
    count = len(award.rows)
    pen.text(row, 0, award.title, pen.looks.text)
    pen.number(row, 1, count, looks.closed_mark)
    pen.sheet.write_formula(row, 2, formula, looks.closed_mark, done)
    pen.sheet.write_formula(row, 3, f"=B{row + 1}-C{row + 1}", looks.closed_mark, count - done)
