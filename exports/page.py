"""How a sheet prints: A4 across, one page wide, with its heads and its name on every page."""

from dataclasses import dataclass

from exports.texts import CUT_MARK, fitted, visible
from exports.widths import folded, text_width
from exports.xlsx import Sheet

_A4 = 9
_SIDE, _TOP = 0.4, 0.8
"""Margins in inches; the head and the foot of a page stand in the upper and the lower one."""

_MOST_UNITS = 255
"""Units of a whole head or foot: Excel takes no more."""

_BOOK_CELLS, _SHEET_CELLS, _MARK_CELLS = 60, 50, 30
"""Cells of each part of a page's head; together they fit across the page and into `_MOST_UNITS`."""


@dataclass(frozen=True, slots=True)
class Running:
    """What runs along every printed page: the book's and the sheet's title, a mark ("" for none), the number.

    `number` has the places {page} and {pages}.
    """

    book: str
    sheet: str
    mark: str
    number: str


def set_page(sheet: Sheet, running: Running) -> None:
    """Set `sheet` up for print, `running` along its pages."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(_SIDE, _SIDE, _TOP, _TOP)
    sheet.center_horizontally()
    name = f"{_plain(running.book, _BOOK_CELLS)} · {_plain(running.sheet, _SHEET_CELLS)}"
    mark = f"&R&B{_plain(running.mark, _MARK_CELLS)}" if running.mark else ""
    sheet.set_header(f"&L{name}{mark}")
    sheet.set_footer(f"&C{_plain(running.number, _SHEET_CELLS).format(page='&P', pages='&N')}")


@dataclass(frozen=True, slots=True)
class Table:
    """Where a sheet's table lies: its head row, the last row that sorts, its columns, rows of totals.

    `frozen` columns stay in view; the first `printed` ones print, all where it is None. `bands` rows
    right above the head row belong to the heads.
    """

    head: int
    last: int
    columns: int
    totals: int = 0
    frozen: int = 0
    printed: int | None = None
    bands: int = 0


def set_table(sheet: Sheet, table: Table) -> None:
    """Keep the heads in view and on every page, give them filters, and print the table to its end."""
    sheet.freeze_panes(table.head + 1, table.frozen)
    sheet.autofilter(table.head, 0, max(table.last, table.head), table.columns - 1)
    sheet.repeat_rows(table.head - table.bands, table.head)
    printed = table.columns if table.printed is None else table.printed
    sheet.print_area(0, 0, table.last + table.totals, printed - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A{table.head + 1}:XFD{table.last + table.totals + 1}"})


def _plain(text: str, cells: int) -> str:
    """`text` in one line of at most `cells` and without "&", which begins a code there."""
    line = " ".join(visible(fitted(text, _MOST_UNITS))[0].replace("&", "＆").split())
    return line if text_width(line) <= cells else folded(line, cells - text_width(CUT_MARK))[0] + CUT_MARK
