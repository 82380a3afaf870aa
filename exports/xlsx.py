"""The one door to XlsxWriter, which ships no types: what of it this room uses, and how it is opened."""

# ruff: noqa: D102 - XlsxWriter documents its methods; the protocols only type them

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Protocol

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

from exports.fonts import BODY

MOST_ROWS = 1_048_576
"""Rows of a sheet (Excel specifications and limits)."""


class Format(Protocol):
    """A cell format; only ever handed back to XlsxWriter."""


class Sheet(Protocol):
    """A worksheet; rows and columns count from 0, and rows are written in order (constant memory)."""

    name: str

    def write_string(self, row: int, column: int, text: str, look: Format | None = None, /) -> int: ...
    def write_number(self, row: int, column: int, number: float, look: Format | None = None, /) -> int: ...
    def write_blank(self, row: int, column: int, blank: None, look: Format | None = None, /) -> int: ...
    def write_rich_string(self, row: int, column: int, *parts: str | Format) -> int: ...
    def write_formula(
        self, row: int, column: int, formula: str, look: Format, value: str | float, /
    ) -> int: ...
    def set_row(self, row: int, height: float, /) -> int: ...
    def set_column(self, first: int, last: int, width: float, /) -> int: ...
    def freeze_panes(self, row: int, column: int, /) -> None: ...
    def autofilter(self, first_row: int, first: int, last_row: int, last: int, /) -> None: ...
    def ignore_errors(self, ranges: dict[str, str], /) -> int: ...
    def repeat_rows(self, first: int, last: int, /) -> None: ...
    def print_area(self, first_row: int, first: int, last_row: int, last: int, /) -> int: ...
    def set_paper(self, paper: int, /) -> None: ...
    def set_landscape(self) -> None: ...
    def fit_to_pages(self, width: int, height: int, /) -> None: ...
    def set_margins(self, left: float, right: float, top: float, bottom: float, /) -> None: ...
    def center_horizontally(self) -> None: ...
    def set_header(self, header: str, /) -> None: ...
    def set_footer(self, footer: str, /) -> None: ...
    def protect(self, password: str, options: dict[str, bool], /) -> None: ...
    def very_hidden(self) -> None: ...
    def data_validation(
        self, first_row: int, first: int, last_row: int, last: int, options: dict[str, Any], /
    ) -> int: ...
    def conditional_format(
        self, first_row: int, first: int, last_row: int, last: int, options: dict[str, Any], /
    ) -> int: ...


class Workbook(Protocol):
    """A workbook being written."""

    def add_worksheet(self, name: str, /) -> Sheet: ...
    def add_format(self, properties: dict[str, Any], /) -> Format: ...


@contextmanager
def workbook_to(stream: object, parts: Path, title: str, made_on: date) -> Iterator[Workbook]:
    """A workbook that goes to `stream` when the block ends, its rows waiting in the folder `parts`.

    Rows leave memory as they are written. No text is taken for a formula, a number or a link, and no
    clock is read: the file's date is `made_on`, and XlsxWriter gives the archive's members one of its own.

    Raises:
        OSError: the system's own, also where XlsxWriter wraps it.
    """
    options = {
        "constant_memory": True,
        "tmpdir": str(parts),
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "use_zip64": True,
        "default_format_properties": BODY,
    }
    workbook = xlsxwriter.Workbook(stream, options)
    workbook.set_properties({"title": title, "created": datetime.combine(made_on, time())})
    try:
        yield workbook
        workbook.close()
    except BaseException as failure:
        _let_go(workbook)
        if isinstance(failure, FileCreateError):
            raise failure.args[0] from None
        raise


def _let_go(workbook: Any) -> None:  # noqa: ANN401 - see the module's first line
    """Close the row files of a failed export, so that their folder can be removed."""
    for sheet in workbook.worksheets():
        with suppress(OSError):
            sheet._opt_close()  # noqa: SLF001 - XlsxWriter closes them nowhere but in a successful close()
