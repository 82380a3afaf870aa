"""Which cells of an .xlsx hold formulas: the workbooks' parser gives their last results alone."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from imports.guards import archive_of, entry_stream
from imports.tables.survey import Cell, local, parse, whole
from imports.tables.xlsx import cell_at, sheet_parts

_MOST_AREAS = 1000
"""Areas filled by one formula that are kept of a sheet; a score sheet has none."""


@dataclass(slots=True)
class Formulas:
    """The formulas of one sheet: cells of their own, and areas (first, last) that one formula fills."""

    cells: set[Cell] = field(default_factory=set)
    areas: list[tuple[Cell, Cell]] = field(default_factory=list)

    def at(self, row: int, column: int) -> bool:
        """Whether the cell, from 0, shows a formula's result."""
        return (row, column) in self.cells or any(
            first[0] <= row <= last[0] and first[1] <= column <= last[1] for first, last in self.areas
        )


def formulas_of(content: bytes) -> Mapping[str, Formulas]:
    """By the names of the sheets; content that has been surveyed.

    Raises:
        FileRefused: as `imports.tables.xlsx.survey_xlsx`.
    """
    with archive_of(content) as archive:
        return {name: _formulas(archive, part) for name, part in sheet_parts(archive)}


def _formulas(archive: zipfile.ZipFile, part: str) -> Formulas:
    reader = _FormulaReader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    with entry_stream(archive, part) as stream:
        parse(stream, parser)
    return reader.found


class _FormulaReader:
    """Follows the cells of one sheet. Cells and rows without a reference stand after the last one."""

    def __init__(self) -> None:
        self.found = Formulas()
        self._here: Cell = (-1, -1)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the start of an element."""
        match local(name):
            case "row":
                row = whole(attributes["r"]) - 1 if "r" in attributes else self._here[0] + 1
                self._here = (row, -1)
            case "c":
                reference = attributes.get("r")
                self._here = cell_at(reference) if reference else (self._here[0], self._here[1] + 1)
            case "f":
                self._take(attributes)

    def _take(self, attributes: dict[str, str]) -> None:
        self.found.cells.add(self._here)
        first, _colon, last = attributes.get("ref", "").partition(":")
        if first and attributes.get("t") != "shared" and len(self.found.areas) < _MOST_AREAS:
            # The cells that share a formula each say so; those of an array do not.
            self.found.areas.append((cell_at(first), cell_at(last or first)))
