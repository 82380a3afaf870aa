"""Surveys the sheets of an .xls (MS-XLS): how far they reach or claim to, and where formulas failed."""

import struct
from collections.abc import Iterator

from imports.guards import FileRefused
from imports.tables.compound import stream_of
from imports.tables.limits import Extent
from imports.tables.survey import SheetSurvey

_STREAMS = ("Workbook", "Book")
_BOUNDSHEET, _BOF, _EOF, _FILEPASS, _DIMENSIONS = 0x0085, 0x0809, 0x000A, 0x002F, 0x0200
_NUMBER, _LABEL, _SHARED_TEXT, _RK, _RICH_TEXT = 0x0203, 0x0204, 0x00FD, 0x027E, 0x00D6
_TRUTH_OR_ERROR, _FORMULA, _SEVERAL_RK = 0x0205, 0x0006, 0x00BD
_CELLS = {_NUMBER, _LABEL, _SHARED_TEXT, _RK, _RICH_TEXT, _TRUTH_OR_ERROR, _FORMULA, _SEVERAL_RK}
_WIDE_RECTANGLE, _RECTANGLE = "<2I3H", "<5H"
"""First and end of rows, first and end of columns, and two bytes for later versions."""
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def survey_xls(content: bytes) -> tuple[SheetSurvey, ...]:
    """Every sheet in the workbook's order, called by its number from 1; merges are left to the parser.

    Raises:
        FileRefused: "file-encrypted", "table-too-large", "file-unreadable".
    """
    stream = stream_of(content, _STREAMS)
    try:
        return tuple(
            _survey_sheet(stream, start, str(number)) for number, start in enumerate(_sheet_starts(stream), 1)
        )
    except (struct.error, IndexError) as fault:
        raise FileRefused("file-unreadable") from fault


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from a BOF to its EOF; embedded charts have a BOF and EOF of their own."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        at += 4 + size


def _sheet_starts(stream: bytes) -> list[int]:
    starts = []
    for kind, data in _records(stream, 0):
        if kind == _FILEPASS:
            raise FileRefused("file-encrypted")
        if kind == _BOUNDSHEET:
            starts.append(struct.unpack_from("<I", data)[0])
    return starts


def _survey_sheet(stream: bytes, start: int, name: str) -> SheetSurvey:
    survey = SheetSurvey(Extent(name))
    for kind, data in _records(stream, start):
        if kind == _DIMENSIONS:
            _check_claimed(data, survey.extent)
        if kind not in _CELLS:
            continue
        row, column = struct.unpack_from("<HH", data)
        last = struct.unpack_from("<H", data, len(data) - 2)[0] if kind == _SEVERAL_RK else column
        survey.extent.reach(row + 1, last + 1)
        error = _error_of(kind, data)
        if error is not None:
            survey.errors[row, column] = error
    return survey


def _check_claimed(data: bytes, extent: Extent) -> None:
    """Refuse a rectangle that cannot be: a parser makes room for whatever a sheet claims to reach."""
    wide = len(data) == struct.calcsize(_WIDE_RECTANGLE)
    first_row, end_row, first_column, end_column, _ = struct.unpack_from(
        _WIDE_RECTANGLE if wide else _RECTANGLE, data
    )
    if end_row < first_row or end_column < first_column:
        raise FileRefused("file-unreadable")
    Extent(extent.table).reach(end_row - first_row, end_column - first_column)


def _error_of(kind: int, data: bytes) -> str | None:
    if kind == _TRUTH_OR_ERROR and data[7]:
        return _ERRORS.get(data[6], "#N/A")
    # A formula's value that is no number ends in FFFF, and its first byte then tells an error by 2.
    if kind == _FORMULA and data[12:14] == b"\xff\xff" and data[6] == 2:
        return _ERRORS.get(data[8], "#N/A")
    return None
