"""A blank form in Word, laid out as published: title, head lines, a ruled table, remarks below."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from exports.replacing import replacing
from exports.texts import visible
from exports.word import ink, package

COLUMNS = 12
"""Of the table; a row's cells take them all."""
COLUMN = 755
"""A column's breadth in twentieths of a point; twelve are the breadth of an A4 page within its margins."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; `align` is "", "center" or "right"."""

    text: str
    align: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over so many columns; a `wide` text begins at its top instead of standing in its middle."""

    lines: tuple[Line, ...]
    columns: int
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, at least `height` twentieths of a point high."""

    cells: tuple[Cell, ...]
    height: int = 480


@dataclass(frozen=True, slots=True)
class BlankForm:
    """A form to be printed; `annex` stands before its title, `head` between title and table."""

    annex: str
    title: str
    head: tuple[Line, ...]
    rows: tuple[Row, ...]
    below: tuple[Line, ...] = ()


def write_blank_form(form: BlankForm, target: Path, *, replace: bool = False) -> None:
    """Write the form as a Word file at `target`, where an earlier file stays if anything fails.

    Raises:
        ExportRefused: as `exports.replacing.replacing`.
    """
    body = (
        _line(Line(form.annex))
        + ink.paragraph(ink.run(visible(form.title)[0]), style="Title")
        + "".join(map(_line, form.head))
        + ink.table((COLUMN,) * COLUMNS, map(_row, form.rows))
        + ink.paragraph()
        + "".join(map(_line, form.below))
    )
    with replacing(target, replace=replace) as file:
        package.write(cast("BinaryIO", file), body)


def _row(row: Row) -> str:
    return ink.row(map(_cell, row.cells), row.height)


def _cell(cell: Cell) -> str:
    content = "".join(map(_line, cell.lines)) or ink.paragraph()
    upright = "top" if cell.wide else "center"
    return ink.cell(content, cell.columns * COLUMN, span=cell.columns, upright=upright)


def _line(line: Line) -> str:
    return ink.paragraph(ink.run(visible(line.text)[0], bold=line.bold), align=line.align)
