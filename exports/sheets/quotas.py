"""The quotas used: one row per recommending body, a band of columns per category, totals below."""

from collections.abc import Sequence

from exports.page import Table, set_table
from exports.pen import Pen
from exports.records import Labels, QuotaTable, QuotaUse
from exports.sheets.layout import column_width, fit_row, write_bands, write_heads, write_title
from exports.widths import PADDING, text_width

_NAME_WIDEST = 36
_NUMBER_WIDEST = 6
_MEASURES = 4
_LIMITED = (1, 2)
"""Places of the figures that seats limit, filed and awarded, in a category's four."""


def write_quotas(pen: Pen, table: QuotaTable, labels: Labels) -> None:
    """Write the table; the totals stand outside the range that sorts.

    A figure above its seats carries a mark by its number format, and stays a number.
    """
    measures = (labels.seats, labels.filed, labels.awarded, labels.undecided)
    heads = [labels.number, labels.body, *measures * len(table.categories)]
    widest_name = max((text_width(line.body) for line in table.lines), default=0)
    widths = [
        column_width(labels.number, 3, _NUMBER_WIDEST),
        column_width(labels.body, widest_name, _NAME_WIDEST),
        *(width for category in table.categories for width in _figure_widths(category, measures)),
    ]
    notes = (labels.over_quota,) if _any_over(table) else ()
    head = 1 + write_title(pen, labels.quotas, notes, sum(widths))
    write_bands(pen, head - 1, [("", 2), *((category, _MEASURES) for category in table.categories)])
    write_heads(pen, head, heads, widths)
    last = head + len(table.lines)
    for row, line in enumerate(table.lines, start=head + 1):
        fit_row(pen, row, [(line.body, widths[1])])
        pen.number(row, 0, line.number, pen.looks.integer)
        pen.text(row, 1, line.body, pen.looks.text)
        _write_uses(pen, row, line.uses)
    _write_totals(pen, last + 1, table, labels)
    set_table(pen.sheet, Table(head, last, len(heads), totals=1, frozen=2, bands=1))


def _figure_widths(category: str, measures: Sequence[str]) -> list[float]:
    """Widths in which each measure, and over all of them the category, stand in one line."""
    least = (text_width(category) + PADDING) / _MEASURES
    return [max(text_width(measure) + PADDING, least) for measure in measures]


def _figures(use: QuotaUse | None) -> tuple[int | None, ...]:
    return (use.seats, use.filed, use.awarded, use.undecided) if use else (None,) * _MEASURES


def _write_uses(pen: Pen, row: int, uses: Sequence[QuotaUse | None]) -> None:
    for category, use in enumerate(uses):
        for place, figure in enumerate(_figures(use)):
            column = 2 + _MEASURES * category + place
            over = use is not None and place in _LIMITED and _above(figure, use.seats)
            pen.number(row, column, figure, pen.looks.over if over else pen.looks.integer)


def _write_totals(pen: Pen, row: int, table: QuotaTable, labels: Labels) -> None:
    fit_row(pen, row, ())
    pen.text(row, 0, "", pen.looks.total)
    pen.text(row, 1, labels.total, pen.looks.total)
    for category in range(len(table.categories)):
        rows = [_figures(line.uses[category]) for line in table.lines]
        for place in range(_MEASURES):
            total = sum(figures[place] or 0 for figures in rows)
            pen.number(row, 2 + _MEASURES * category + place, total, pen.looks.total_integer)


def _above(figure: int | None, seats: int | None) -> bool:
    return figure is not None and seats is not None and figure > seats


def _any_over(table: QuotaTable) -> bool:
    uses = (use for line in table.lines for use in line.uses if use)
    return any(_above(max(use.filed, use.awarded), use.seats) for use in uses)
