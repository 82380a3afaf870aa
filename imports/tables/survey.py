"""What the raw parts of a workbook say that its parser keeps to itself.

The parser lays out the whole rectangle up to the last filled cell, and ends the process where memory
does not reach; it gives a failed formula as an empty cell. So every sheet is surveyed first.
"""

from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from imports.guards import FileRefused
from imports.tables.limits import Extent

Cell = tuple[int, int]
"""Row and column, from 0."""


@dataclass(slots=True)
class SheetSurvey:
    """One sheet: how far it reaches, what its failed formulas show, what its merges cover.

    `merges` are (first cell, last cell) pairs, both included.
    """

    extent: Extent
    errors: dict[Cell, str] = field(default_factory=dict)
    merges: list[tuple[Cell, Cell]] = field(default_factory=list)


def parse(stream: IO[bytes], parser: expat.XMLParserType) -> None:
    """Run `parser` over `stream`.

    Raises:
        FileRefused: "xml-entities" for a document type, "file-unreadable" for broken XML, or XML in an
            encoding that nobody knows.
    """
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.buffer_text = True
    try:
        parser.ParseFile(stream)
    except (expat.ExpatError, LookupError) as fault:
        raise FileRefused("file-unreadable") from fault


def _refuse_doctype(*_declaration: object) -> None:
    raise FileRefused("xml-entities")


def as_parser(entry: str) -> str:
    """An entry's name as the workbooks' parser compares it: in any case, with either slash."""
    return entry.replace("\\", "/").casefold()


def local(name: str) -> str:
    """An element's or attribute's name without its prefix."""
    return name.rpartition(":")[2]


def whole(text: str) -> int:
    """A count or a position as a part of a workbook writes it: up to nine digits.

    Raises:
        FileRefused: "file-unreadable" for anything else.
    """
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise FileRefused("file-unreadable")
    return int(text)
