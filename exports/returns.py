"""What goes back to each recommending body: a sheet a body, a line for each thing to mend."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from exports.looks import looks_of
from exports.names import sheet_name
from exports.page import Running, Table, set_page, set_table
from exports.pen import Pen
from exports.records import Alteration
from exports.replacing import replacing
from exports.sheets.layout import column_width, fit_row, write_heads, write_title
from exports.texts import visible
from exports.widths import text_width
from exports.xlsx import workbook_to

_WIDEST = (5, 18, 24, 20, 32, 12, 48)
"""The most cells that each column takes before its text wraps."""


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """One thing to mend; of the body itself where `nomination` is ""."""

    nomination: str
    award: str
    name: str
    organisation: str
    kind: str
    deed: str


@dataclass(frozen=True, slots=True)
class ReturnSheet:
    """What goes back to one body; `notes` stand below its name, such as the deadline."""

    body: str
    notes: tuple[str, ...]
    lines: tuple[ReturnLine, ...]


@dataclass(frozen=True, slots=True)
class ReturnBook:
    """One workbook; `heads` are the seven columns' headings, `nothing` is said where a body has no line.

    `page` numbers printed pages, with the places {page} and {pages}.
    """

    title: str
    made_on: date
    heads: tuple[str, ...]
    nothing: str
    page: str
    sheets: tuple[ReturnSheet, ...]


def write_returns(book: ReturnBook, target: Path, *, replace: bool = False) -> tuple[Alteration, ...]:
    """Write the book to `target`, all of it or nothing; say which texts could not be written as they were.

    Raises:
        ExportRefused: the place cannot be written, or an earlier file is there and `replace` does not say
            that it may go; it is untouched.
    """
    alterations: list[Alteration] = []
    with (
        replacing(target, replace=replace) as stream,
        TemporaryDirectory(prefix="judge-export-", ignore_cleanup_errors=True) as parts,
        workbook_to(stream, Path(parts), visible(book.title)[0], book.made_on) as workbook,
    ):
        looks = looks_of(workbook)
        taken: set[str] = set()
        for sheet in book.sheets:
            name = sheet_name(sheet.body, taken)
            taken.add(name.casefold())
            page = workbook.add_worksheet(name)
            set_page(page, Running(book.title, sheet.body, "", book.page))
            _write_sheet(Pen(page, looks, alterations), book, sheet)
    return tuple(alterations)


def _write_sheet(pen: Pen, book: ReturnBook, sheet: ReturnSheet) -> None:
    rows = [_cells(number, line) for number, line in enumerate(sheet.lines, start=1)]
    widths = list(_widths(book.heads, rows))
    notes = sheet.notes if rows else (*sheet.notes, book.nothing)
    head = write_title(pen, sheet.body, notes, sum(widths))
    write_heads(pen, head, book.heads, widths)
    for row, cells in enumerate(rows, start=head + 1):
        fit_row(pen, row, zip(cells, widths, strict=True))
        pen.number(row, 0, int(cells[0]), pen.looks.integer)
        for column, text in enumerate(cells[1:], start=1):
            pen.text(row, column, text, pen.looks.text)
    set_table(pen.sheet, Table(head, head + len(rows), len(book.heads), frozen=2))


def _cells(number: int, line: ReturnLine) -> tuple[str, ...]:
    return f"{number}", line.nomination, line.award, line.name, line.organisation, line.kind, line.deed


def _widths(heads: Iterable[str], rows: list[tuple[str, ...]]) -> Iterator[float]:
    for column, (head, widest) in enumerate(zip(heads, _WIDEST, strict=True)):
        content = max((text_width(row[column]) for row in rows), default=0)
        yield column_width(head, content, widest)
