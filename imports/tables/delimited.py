"""Text with delimiters (.csv, .tsv, .txt) as one grid."""

import csv
import io
from collections import Counter

from imports.grid import Grid
from imports.guards import FileRefused
from imports.remarks import Remarks
from imports.tables.encoding import decode
from imports.tables.limits import Extent, check_text

_DELIMITERS = (",", "\t", ";")
_SAMPLE = 100_000
_LINES_TO_JUDGE = 20
_LONGEST_CELL = 1_000_000


def delimited_grids(content: bytes, name: str, remarks: Remarks) -> tuple[Grid, ...]:
    """The one table of the file, called `name`; no grid where it holds nothing but blanks.

    Raises:
        FileRefused: "encoding-unknown", "quotes-unbalanced" (row), "table-too-large", "table-too-long",
            "file-is-web-page" for HTML that only calls itself a table.
    """
    text = decode(content, remarks)
    check_text(len(text), name)
    if text.lstrip()[:200].casefold().startswith(("<!doctype html", "<html", "<table", "<?xml", "<meta")):
        raise FileRefused("file-is-web-page")
    rows = _rows(text, name)
    if not any(cell.strip() for row in rows for cell in row):
        return ()
    return (Grid(name, rows),)


def _rows(text: str, name: str) -> tuple[tuple[str, ...], ...]:
    # A quote that never closes would swallow the rest of the table into one cell: strict mode refuses it.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    before = csv.field_size_limit(_LONGEST_CELL)
    extent, rows = Extent(name), []
    try:
        for row in reader:
            rows.append(tuple(row))
            extent.reach(len(rows), len(row))
    except csv.Error as fault:
        raise FileRefused("quotes-unbalanced", row=len(rows) + 1) from fault
    finally:
        csv.field_size_limit(before)
    return tuple(row + ("",) * (extent.columns - len(row)) for row in rows)


def _delimiter(text: str) -> str:
    """The delimiter that cuts most of the first lines into one number of cells, the higher the better."""
    lines = [line for line in text[:_SAMPLE].splitlines() if line.strip()][:_LINES_TO_JUDGE]

    def evenness(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
        return max(((lines_of_width, width) for width, lines_of_width in widths.items()), default=(0, 0))

    return max(_DELIMITERS, key=evenness)
