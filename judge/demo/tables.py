"""Plain tables on disk: a heading and rows, as .csv or .xlsx by the path's ending."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

_UNDATED = datetime(2019, 7, 1, tzinfo=UTC)
"""A workbook states when it was made; a fixed day keeps its bytes the same for a seed."""


def write_table(
    path: Path, heading: Sequence[str], rows: Iterable[Sequence[str]], encoding: str = "utf-8-sig"
) -> None:
    """Write a table of texts; `encoding` is for .csv alone."""
    if path.suffix == ".csv":
        path.write_bytes(_csv(heading, rows).encode(encoding))
    else:
        _write_workbook(path, heading, rows)


def _csv(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(heading)
    writer.writerows(rows)
    return text.getvalue()


def _write_workbook(path: Path, heading: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with xlsxwriter.Workbook(path) as workbook:
        workbook.set_properties({"created": _UNDATED.replace(tzinfo=None)})
        sheet = workbook.add_worksheet()
        bold = workbook.add_format({"bold": True})
        for column, text in enumerate(heading):
            sheet.write_string(0, column, text, bold)
        for number, row in enumerate(rows, start=1):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(heading) - 1, 18)
