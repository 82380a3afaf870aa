"""The last sheet: the method with its settings, and the digests that pin what was counted."""

from exports.page import Table, set_table
from exports.pen import Pen
from exports.records import AwardBook
from exports.sheets.layout import column_width, fit_row, write_heads, write_title
from exports.widths import text_width

_LABEL_WIDEST = 40
_VALUE_WIDTH = 90.0


def write_facts(pen: Pen, book: AwardBook) -> None:
    """Write the facts, one a row, as two columns of text."""
    labels = book.labels
    widest = max((text_width(label) for label, _ in book.facts), default=0)
    widths = [column_width(labels.fact, widest, _LABEL_WIDEST), _VALUE_WIDTH]
    head = write_title(pen, labels.facts, (), sum(widths))
    write_heads(pen, head, (labels.fact, labels.value), widths)
    for row, (label, value) in enumerate(book.facts, start=head + 1):
        fit_row(pen, row, zip((label, value), widths, strict=True))
        pen.text(row, 0, label, pen.looks.text)
        pen.text(row, 1, value, pen.looks.text)
    last = head + len(book.facts)
    set_table(pen.sheet, Table(head, last, columns=2))
