"""Surveys the sheets of an .xlsx (ECMA-376 part 1, SpreadsheetML)."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import IO
from xml.parsers import expat

from imports.guards import FileRefused, entry_stream, read_entry
from imports.tables.cells import column_index
from imports.tables.glance import glance
from imports.tables.limits import MAX_CELLS, MAX_TEXT, Extent, check_text, fits
from imports.tables.survey import Cell, SheetSurvey, as_parser, local, parse, whole

WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_TEXTS = "xl/sharedStrings.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_DIGITS = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHORTEST_CELL = 20
"""Bytes that a cell with a shared text takes at the least."""


def survey_xlsx(archive: zipfile.ZipFile) -> Mapping[str, SheetSurvey]:
    """Every worksheet by its name.

    Raises:
        FileRefused: "table-too-large", "table-too-long", "xml-entities", "file-unreadable".
    """
    parts = {as_parser(name): name for name in archive.namelist()}
    if len(parts) != len(archive.namelist()):
        raise FileRefused("file-unreadable")
    lengths = _text_lengths(archive, parts.get(as_parser(_TEXTS)))
    return {name: _survey_sheet(archive, part, name, lengths) for name, part in sheet_parts(archive)}


def sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Every worksheet's name and part.

    Raises:
        FileRefused: "xml-entities", "file-unreadable".
    """
    parts = {as_parser(name): name for name in archive.namelist()}
    targets = {r.get("Id", ""): r.get("Target", "") for r in _elements(archive, _RELATIONS, "Relationship")}
    for sheet in _elements(archive, WORKBOOK, "sheet"):
        # Each part is one sheet's: a thousand sheets of one part would be parsed a thousand times.
        part = parts.pop(as_parser(_entry_of(targets.get(sheet.get("id", ""), ""))), None)
        if part is not None:
            yield sheet.get("name", ""), part


def _entry_of(target: str) -> str:
    """The entry that a relation means; the parser takes "xl/…" too for a path from the root."""
    root = "/" if target.startswith("xl/") else "/xl"
    return posixpath.normpath(posixpath.join(root, target)).lstrip("/")


def _survey_sheet(archive: zipfile.ZipFile, part: str, name: str, lengths: list[int]) -> SheetSurvey:
    most_shared = archive.getinfo(part).file_size // _SHORTEST_CELL
    weighs = most_shared * max(lengths, default=0) > MAX_TEXT
    content = read_entry(archive, part)
    reach = None if weighs else glance(content)
    if reach is not None and fits(*reach):
        return SheetSurvey(Extent(name, *reach))
    return _SheetReader(name, lengths if weighs else None).read(io.BytesIO(content))


def _elements(archive: zipfile.ZipFile, part: str, wanted: str) -> list[dict[str, str]]:
    """The attributes of every element called `wanted`, prefixes left out."""
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) == wanted:
            found.append({local(key): value for key, value in attributes.items()})

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    if part not in archive.namelist():
        raise FileRefused("file-unreadable")
    with entry_stream(archive, part) as stream:
        parse(stream, parser)
    return found


def _text_lengths(archive: zipfile.ZipFile, part: str | None) -> list[int]:
    """The characters of every shared text in `part`, if there is one, by its number."""
    lengths: list[int] = []
    if part is None:
        return lengths

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) == "si":
            lengths.append(0)
        elif local(name) == "sst" and whole(attributes.get("uniqueCount", "0")) > MAX_CELLS:
            # The parser makes room for as many before it meets one, and ends the process where there is none.
            raise FileRefused("file-unreadable")

    def text(said: str) -> None:
        if lengths:
            lengths[-1] += len(said)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    with entry_stream(archive, part) as stream:
        parse(stream, parser)
    return lengths


class _SheetReader:
    """Follows the cells of one sheet. Cells and rows without a reference stand after the last one.

    `lengths` of the shared texts are given where the sheet could repeat them beyond `MAX_TEXT`.
    """

    def __init__(self, name: str, lengths: list[int] | None) -> None:
        self._survey = SheetSurvey(Extent(name))
        self._lengths = lengths
        self._characters = 0
        self._here: Cell = (-1, -1)
        self._reference: str | None = None
        self._seen_row = ""
        self._seen_letters: set[str] = set()
        self._watched = ""
        self._said = ""
        self._parser = expat.ParserCreate()

    def read(self, stream: IO[bytes]) -> SheetSurvey:
        self._parser.StartElementHandler = self._start
        parse(stream, self._parser)
        self._settle()
        return self._survey

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        # Called for every element of the sheet: the two common ones come first and do little.
        if ":" in name:
            name = local(name)
        if name == "c":
            if self._watched:
                self._settle()
            self._reference = reference = attributes.get("r")
            kind = attributes.get("t")
            if reference is None:
                self._here = (self._here[0], self._here[1] + 1)
            if kind == "e" or (kind == "s" and self._lengths is not None):
                self._watch(kind)
        elif name in {"v", "is", "f"}:
            reference = self._reference
            letters = reference.rstrip(_DIGITS) if reference is not None else ""
            if letters not in self._seen_letters or reference != letters + self._seen_row:
                self._fill()
            if self._watched and name == "v":
                self._parser.CharacterDataHandler = self._hear
        else:
            self._start_other(name, attributes)

    def _start_other(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._here = (whole(attributes["r"]) - 1 if "r" in attributes else self._here[0] + 1, -1)
        elif name == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            self._survey.merges.append((cell_at(first), cell_at(last or first)))

    def _fill(self) -> None:
        """Take in a filled cell in a row or a column not met before."""
        if self._reference is not None:
            self._here = cell_at(self._reference)
            self._seen_letters.add(self._reference.rstrip(_DIGITS))
            self._seen_row = self._reference.lstrip(_LETTERS)
        self._survey.extent.reach(self._here[0] + 1, self._here[1] + 1)

    def _watch(self, kind: str) -> None:
        self._watched, self._said = kind, ""
        if self._reference is not None:
            self._here = cell_at(self._reference)

    def _hear(self, text: str) -> None:
        self._said += text

    def _settle(self) -> None:
        """Take down what the watched cell, now past, has said."""
        if self._watched == "e":
            self._survey.errors[self._here] = self._said.strip() or "#N/A"
        elif self._watched and self._lengths is not None:
            number = whole(self._said.strip() or "0")
            self._characters += self._lengths[number] if number < len(self._lengths) else 0
            check_text(self._characters, self._survey.extent.table)
        self._watched = ""
        self._parser.CharacterDataHandler = None


def cell_at(reference: str) -> Cell:
    """Row and column, from 0, of a reference such as B7; FileRefused "file-unreadable" for none."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise FileRefused("file-unreadable")
    return int(match[2]) - 1, column_index(match[1])
