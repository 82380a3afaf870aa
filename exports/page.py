"""How a sheet prints: A4 across, one page wide, heads on every page, title and page number at its foot."""

from dataclasses import dataclass

from exports.texts import fitted, visible
from exports.xlsx import Sheet

_A4 = 9
_MOST_TITLE = 200
"""Units of a title in a footer: Excel takes 255 for the whole, codes included."""


def set_page(sheet: Sheet, title: str, mark: str) -> None:
    """Set `sheet` up for print; `mark` ("" for none) stands at the head of every page."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.5, 0.5, 0.7, 0.7)
    sheet.center_horizontally()
    sheet.set_footer(f"&L{_plain(title)}&R&P / &N")
    if mark:
        sheet.set_header(f"&R&B{_plain(mark)}")


@dataclass(frozen=True, slots=True)
class Table:
    """Where a sheet's table lies: its head row, the last row that sorts, its columns, rows of totals.

    `frozen` columns stay in view.
    """

    head: int
    last: int
    columns: int
    totals: int = 0
    frozen: int = 0


def set_table(sheet: Sheet, table: Table) -> None:
    """Keep the head row in view and on every page, give it filters, and print the table to its end."""
    sheet.freeze_panes(table.head + 1, table.frozen)
    sheet.autofilter(table.head, 0, max(table.last, table.head), table.columns - 1)
    sheet.repeat_rows(table.head, table.head)
    sheet.print_area(0, 0, table.last + table.totals, table.columns - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A{table.head + 1}:XFD{table.last + table.totals + 1}"})


def _plain(text: str) -> str:
    """`text` in one line and without "&", which begins a code there; the full-width one does not."""
    return fitted(" ".join(visible(text)[0].replace("&", "＆").split()), _MOST_TITLE)
