"""The rows of a paper around a place that a finding names, read back from the file itself."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from imports.detect import Container, container_of
from imports.findings import Place
from imports.grid import Grid
from imports.guards import FileRefused, read_bytes
from imports.matching import label_key
from imports.packages import Package, package_of
from imports.remarks import Remarks
from imports.tables.cells import column_letters
from imports.tables.reading import table_grids
from imports.word.flow import Paragraph, flow
from imports.word.package import body_in

_HEAD_ROWS = 30
"""Above a table's rows its head stands among the first, below titles and remarks."""
_AROUND = 2
"""Rows shown before and after the one that is meant."""
_ROWS_SEARCHED = 2000
"""A label without a row stands in a form or near a head, never further down."""
_SHORTEST = 2
"""Letters from which a label is looked for within longer texts."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row: its number in the file (None for a paragraph), the texts of its own cells with their columns.

    `marked` is the index of the cell that is meant; None where it is the row as a whole, or another row.
    """

    number: int | None
    cells: tuple[tuple[str, str], ...]
    meant: bool = False
    marked: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file's content as rows that can be looked up: its tables, or a Word file's lines and tables."""

    tables: tuple[Grid, ...]
    lines: tuple[str, ...] = ()
    is_form: bool = False


NOTHING = Source(())


def source_of(at: Path, called: Path) -> Source:
    """What a file holds; nothing for a scan, an old Word file, and for whatever cannot be read.

    Args:
        at: where the bytes lie.
        called: its path as findings name it, whose suffix tells a table in text.
    """
    try:
        content = read_bytes(at)
        package = package_of(content) if content.startswith(b"PK") else None
        match container_of(content, called, package.names if package else None):
            case Container.WORD if package is not None:
                return _word(package)
            case Container.TABLE:
                return Source(tuple(table_grids(content, called.stem, Remarks(str(called)))))
            case _:
                return NOTHING
    except (FileRefused, OSError, ValueError, zipfile.BadZipFile):
        return NOTHING


def _word(package: Package) -> Source:
    blocks = flow(body_in(package))
    tables = tuple(block for block in blocks if isinstance(block, Grid))
    texts = (block.text for block in blocks if isinstance(block, Paragraph))
    lines = (line.strip() for text in texts for line in text.split("\n"))
    return Source(tables, tuple(line for line in lines if line), is_form=True)


def rows_at(source: Source, place: Place) -> tuple[SourceRow, ...]:
    """The row that a place names and those around it; none where the file does not have it.

    Cells covered by a merge are left out. Columns are named by the heading above them, in a Word form and
    where a column has none by their letters. A label without a row is looked for in the whole file.
    """
    table = next((grid for grid in source.tables if grid.name == place.table), None)
    if place.row is None:
        found = _labelled(source, table, place.label)
        return found or _line(source, place.label)
    if table is None:
        return ()
    return _around(table, place.row - table.first_row, place.label, is_form=source.is_form)


def _labelled(source: Source, table: Grid | None, label: str | None) -> tuple[SourceRow, ...]:
    """The first row that has the label, in the table named or else in any."""
    if not label:
        return ()
    for grid in (table,) if table else source.tables:
        for number, row in enumerate(grid.rows[:_ROWS_SEARCHED]):
            if any(cell is not None and _says(cell, label) for cell in row):
                return _around(grid, number, label, is_form=source.is_form)
    return ()


def _line(source: Source, label: str | None) -> tuple[SourceRow, ...]:
    """The lines around the one outside of tables that has the label."""
    for number, line in enumerate(source.lines if label else ()):
        if label and _says(line, label):
            first = max(0, number - _AROUND)
            near = enumerate(source.lines[first : number + _AROUND + 1], start=first)
            return tuple(
                SourceRow(None, (("", text),), at == number, 0 if at == number else None) for at, text in near
            )
    return ()


def _around(table: Grid, meant: int, label: str | None, *, is_form: bool) -> tuple[SourceRow, ...]:
    if not 0 <= meant < len(table.rows):
        return ()
    head = () if is_form else _head(table, meant, label)
    numbers = range(max(0, meant - _AROUND), min(len(table.rows), meant + _AROUND + 1))
    return tuple(_row(table, number, head, label, meant=number == meant) for number in numbers)


def _row(table: Grid, number: int, head: Sequence[str], label: str | None, *, meant: bool) -> SourceRow:
    own = [(column, cell) for column, cell in enumerate(table.rows[number]) if cell is not None]
    marked = _marked(own, head, label) if meant and label else None
    cells = tuple((_heading(head, column), cell) for column, cell in own)
    return SourceRow(table.first_row + number, cells, meant, marked)


def _heading(head: Sequence[str], column: int) -> str:
    heading = " ".join(head[column].split()) if column < len(head) else ""
    return heading or column_letters(column)


def _marked(own: Sequence[tuple[int, str]], head: Sequence[str], label: str) -> int | None:
    """The cell below the heading; in a form the one behind the label, or that holds both."""
    for index, (column, _cell) in enumerate(own):
        if column < len(head) and label_key(head[column]) == label_key(label):
            return index
        if not head and column_letters(column) == label:
            return index
    said = next((index for index, (_, cell) in enumerate(own) if _says(cell, label)), None)
    if said is None or head or label_key(own[said][1]) != label_key(label):
        return said
    return min(said + 1, len(own) - 1)


def _head(table: Grid, below: int, label: str | None) -> Sequence[str]:
    """The headings over a row: the row that has the label, else the first that fills the most cells."""
    rows = [tuple(cell or "" for cell in row) for row in table.rows[: min(below, _HEAD_ROWS)]]
    if label:
        named = [row for row in rows if any(label_key(cell) == label_key(label) for cell in row if cell)]
        if named:
            return named[-1]
    return max(rows, key=lambda row: sum(bool(cell.strip()) for cell in row), default=())


def _says(text: str, label: str) -> bool:
    """Whether a text is a label or begins with it, however it is spaced."""
    wanted, said = label_key(label), label_key(text[: len(label) * 3 + 20])
    return bool(wanted) and (said == wanted or (len(wanted) >= _SHORTEST and wanted in said))
