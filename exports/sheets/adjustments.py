"""What calibrating did: one row per reviewer or section of an award, so that anybody can do it again."""

from exports.figures import cell_number
from exports.page import Table, set_table
from exports.pen import Pen
from exports.records import Adjustment, AwardBook, Figure
from exports.sheets.layout import column_width, fit_row, write_heads, write_title
from exports.widths import text_width

_WIDEST = (36, 24)
_FIGURE_WIDTH = 14
_DECIMALS = 2
_MILLIONTHS = 6
"""Points are added and taken off in millionths; rounded further, they could not be added again."""


def write_adjustments(pen: Pen, book: AwardBook) -> None:
    """Write the adjustments, with the book's notes on them above."""
    heads = book.labels.adjustments
    texts = [(one.award, one.who) for one in book.adjustments]
    widths = [
        column_width(heads[column], max(text_width(row[column]) for row in texts), widest)
        for column, widest in enumerate(_WIDEST)
    ]
    widths += [column_width(head, _FIGURE_WIDTH, _FIGURE_WIDTH) for head in heads[len(widths) :]]
    head = write_title(pen, book.labels.calibration, book.adjustment_notes, sum(widths))
    write_heads(pen, head, heads, widths)
    for row, one in enumerate(book.adjustments, start=head + 1):
        fit_row(pen, row, zip((one.award, one.who), widths[:2], strict=True))
        _write(pen, row, one)
    set_table(pen.sheet, Table(head, head + len(book.adjustments), columns=len(heads)))


def _write(pen: Pen, row: int, one: Adjustment) -> None:
    pen.text(row, 0, one.award, pen.looks.text)
    pen.text(row, 1, one.who, pen.looks.text)
    pen.number(row, 2, one.count, pen.looks.integer)
    figures: tuple[tuple[Figure | None, int], ...] = (
        (one.mean, _DECIMALS),
        (one.deviation, _DECIMALS),
        (one.points, _MILLIONTHS),
        (one.error, _DECIMALS),
    )
    for column, (figure, decimals) in enumerate(figures, start=3):
        number = None if figure is None else cell_number(figure, decimals)
        pen.number(row, column, number, pen.looks.decimal(decimals))
