"""Surveys the tables of an .ods (OpenDocument 1.3 part 3, chapter 9)."""

import zipfile
from collections.abc import Mapping
from xml.parsers import expat

from imports.guards import FileRefused, entry_stream
from imports.tables.limits import Extent, check_text
from imports.tables.survey import SheetSurvey, local, parse, whole

CONTENT = "content.xml"


def survey_ods(archive: zipfile.ZipFile) -> Mapping[str, SheetSurvey]:
    """Every table by its name.

    Raises:
        FileRefused: "table-too-large", "table-too-long", "xml-entities", "file-unreadable".
    """
    if CONTENT not in archive.namelist():
        raise FileRefused("file-unreadable")
    reader = _ContentReader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    with entry_stream(archive, CONTENT) as stream:
        parse(stream, parser)
    return reader.surveys


class _ContentReader:
    """Follows tables, rows and cells; rows and cells may stand for many of the same content."""

    def __init__(self) -> None:
        self.surveys: dict[str, SheetSurvey] = {}
        self._survey = SheetSurvey(Extent(""))
        self._characters = 0
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._span = (1, 1)
        self._failed = self._filled = False
        self._said = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        match name:
            case "table:table":
                self._survey = SheetSurvey(Extent(attributes.get("table:name", "")))
                self.surveys[self._survey.extent.table] = self._survey
                self._row = self._characters = 0
            case "table:table-row":
                self._column = 0
                self._rows = whole(attributes.get("table:number-rows-repeated", "1"))
            case "table:table-cell" | "table:covered-table-cell":
                self._columns = whole(attributes.get("table:number-columns-repeated", "1"))
                self._span = (
                    whole(attributes.get("table:number-rows-spanned", "1")),
                    whole(attributes.get("table:number-columns-spanned", "1")),
                )
                kinds = {
                    local(key): value for key, value in attributes.items() if key.endswith(":value-type")
                }
                self._failed = attributes.get("calcext:value-type") == "error"
                self._filled = bool(kinds)
                self._said = ""

    def text(self, said: str) -> None:
        """Characters, of a cell or of anything else."""
        self._said += said

    def end(self, name: str) -> None:
        """An element ends."""
        match name:
            case "table:table-cell" | "table:covered-table-cell":
                if self._filled or self._said.strip():
                    self._take_cell()
                self._column += self._columns
            case "table:table-row":
                self._row += self._rows

    def _take_cell(self) -> None:
        extent = self._survey.extent
        extent.reach(self._row + self._rows, self._column + self._columns)
        self._characters += len(self._said) * self._rows * self._columns
        check_text(self._characters, extent.table)
        here = (self._row, self._column)
        if self._failed:
            repeats = ((r, c) for r in range(self._rows) for c in range(self._columns))
            self._survey.errors |= {
                (here[0] + r, here[1] + c): self._said.strip() or "#N/A" for r, c in repeats
            }
        if self._span != (1, 1):
            self._survey.merges.append((here, (here[0] + self._span[0] - 1, here[1] + self._span[1] - 1)))
