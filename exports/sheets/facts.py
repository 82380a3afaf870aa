"""The last sheet: the method with its settings, and the digests that pin what was counted."""

from exports.page import Table, set_table
from exports.pen import Pen
from exports.records import AwardBook
from exports.sheets.layout import column_width, fit_row, write_heads, write_title
from exports.widths import text_width

_WIDEST = (48, 64, 28)
"""A digest of 64 places stands in one line."""


def write_facts(pen: Pen, book: AwardBook) -> None:
    """Write the facts, one a row, as three columns of text: what, in words, as files state it."""
    labels = book.labels
    heads = (labels.fact, labels.value, labels.setting)
    rows = [(fact.what, fact.value, fact.setting) for fact in book.facts]
    widths = [
        column_width(head, max((text_width(row[column]) for row in rows), default=0), _WIDEST[column])
        for column, head in enumerate(heads)
    ]
    head = write_title(pen, labels.facts, (), sum(widths))
    write_heads(pen, head, heads, widths)
    for at, row in enumerate(rows, start=head + 1):
        fit_row(pen, at, zip(row, widths, strict=True))
        for column, text in enumerate(row):
            pen.text(at, column, text, pen.looks.text)
    set_table(pen.sheet, Table(head, head + len(rows), columns=len(heads)))
