"""The first sheet: what the book is, and how many nominations of each list have which standing."""

from collections.abc import Sequence

from exports.page import Table, set_table
from exports.pen import Pen
from exports.records import AwardBook
from exports.sheets.layout import column_width, fit_row, write_heads, write_title
from exports.sheets.ranked import Counted
from exports.widths import text_width

_TITLE_WIDEST = 60
_COUNT_WIDEST = 14


def write_overview(pen: Pen, book: AwardBook, counted: Sequence[Counted]) -> None:
    """Write the overview; `counted` follows the book's lists and so adds up with what they show."""
    labels = book.labels
    standings = _standings(book, counted)
    heads = [labels.ranked_list, labels.lines, *standings]
    widest = max((text_width(ranked.title) for ranked in book.lists), default=0)
    widths = [
        max(column_width(labels.ranked_list, widest, _TITLE_WIDEST), 30),
        *(column_width(head, 6, _COUNT_WIDEST) for head in heads[1:]),
    ]
    head = write_title(
        pen, book.title, (f"{book.year} · {book.status} · {book.made_on:%Y-%m-%d}",), sum(widths)
    )
    write_heads(pen, head, heads, widths)
    for row, (ranked, count) in enumerate(zip(book.lists, counted, strict=True), start=head + 1):
        fit_row(pen, row, [(ranked.title, widths[0])])
        pen.text(row, 0, ranked.title, pen.looks.text)
        for column, number in enumerate((count.lines, *(count.standings[s] for s in standings)), start=1):
            pen.number(row, column, number, pen.looks.integer)
    last = head + len(book.lists)
    set_table(pen.sheet, Table(head, last, len(heads)))


def _standings(book: AwardBook, counted: Sequence[Counted]) -> list[str]:
    """The standings' words: the book's in its order, then any other in the order met."""
    met = (standing for count in counted for standing in count.standings)
    return list(dict.fromkeys((*book.labels.standings, *met)))
