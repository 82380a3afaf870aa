"""Workbooks (.xlsx, .xlsm, .xls, .ods) as grids of exact cell texts."""

import io
import zipfile
from collections.abc import Collection, Sequence

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from imports.grid import Grid
from imports.guards import FileRefused, archive_of
from imports.remarks import Remarks
from imports.tables import compound, ods, xls, xlsx
from imports.tables.cells import text_of
from imports.tables.survey import Cell, SheetSurvey, as_parser

_BINARY_WORKBOOK = "xl/workbook.bin"
Rows = list[list[str | None]]


def is_workbook(names: Collection[str]) -> bool:
    """True for the parts of a workbook that can be read here."""
    return xlsx.WORKBOOK in names or ods.CONTENT in names


def workbook_grids(content: bytes, remarks: Remarks, hidden: str = "") -> tuple[Grid, ...]:
    """The filled, visible sheets of a workbook; a failed formula shows its error, a covered cell is None.

    Hidden sheets are left out with a note `sheet-hidden`, but for one that is called `hidden`.

    Raises:
        FileRefused: "file-encrypted", "table-too-large", "table-too-long", "xml-entities",
            "file-unreadable", and what `archive_of` refuses.
    """
    surveys = _surveys(content)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return tuple(_grids(workbook, surveys, remarks, hidden))
    except PasswordError as fault:
        raise FileRefused("file-encrypted") from fault
    except (CalamineError, ValueError, OverflowError) as fault:
        raise FileRefused("file-unreadable") from fault
    except BaseException as fault:
        # A fault in the parser's own language arrives as a class that no module exports.
        if type(fault).__name__ == "PanicException":
            raise FileRefused("file-unreadable") from fault
        raise


def _surveys(content: bytes) -> dict[str, SheetSurvey] | tuple[SheetSurvey, ...]:
    """By name, or in the workbook's order where the names are in an old code page."""
    if content.startswith(compound.MAGIC) and not compound.has_stream(content, "EncryptedPackage"):
        return xls.survey_xls(content)
    with archive_of(content) as archive:
        _check_one_sort(archive)
        if ods.CONTENT in archive.namelist():
            return dict(ods.survey_ods(archive))
        return dict(xlsx.survey_xlsx(archive))


def _check_one_sort(archive: zipfile.ZipFile) -> None:
    """Refuse workbooks of several sorts in one archive: the parser might open another than was surveyed."""
    sorts = {as_parser(part) for part in (xlsx.WORKBOOK, ods.CONTENT, _BINARY_WORKBOOK)}
    if sum(as_parser(name) in sorts for name in archive.namelist()) > 1:
        raise FileRefused("file-unreadable")


def _grids(
    workbook: CalamineWorkbook,
    surveys: dict[str, SheetSurvey] | tuple[SheetSurvey, ...],
    remarks: Remarks,
    hidden: str,
) -> list[Grid]:
    grids = []
    names = [sheet.name for sheet in workbook.sheets_metadata]
    if len(set(names)) != len(names):
        # No office program writes it; the parser gives the first for each, and places would mean two.
        raise FileRefused("file-unreadable")
    for number, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            continue
        survey = _survey_of(surveys, sheet.name, number)
        if sheet.visible is not SheetVisibleEnum.Visible and sheet.name.casefold() != hidden:
            if survey.extent.rows:
                remarks.note("sheet-hidden", remarks.place(sheet.name))
            continue
        rows = _rows(workbook.get_sheet_by_name(sheet.name), survey)
        if any(text for row in rows for text in row):
            grids.append(Grid(sheet.name, tuple(tuple(row) for row in rows)))
    return grids


def _survey_of(
    surveys: dict[str, SheetSurvey] | tuple[SheetSurvey, ...], name: str, number: int
) -> SheetSurvey:
    """The survey of a sheet; without one, nothing vouches for the room that its parser would take."""
    try:
        return surveys[name] if isinstance(surveys, dict) else surveys[number]
    except (KeyError, IndexError) as missing:
        raise FileRefused("file-unreadable") from missing


def _rows(sheet: CalamineSheet, survey: SheetSurvey) -> Rows:
    if not survey.extent.rows:
        return []
    rows: Rows = [[text_of(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    _show_errors(rows, survey)
    _cover(rows, [*survey.merges, *(() if survey.merges else sheet.merged_cell_ranges or ())])
    return rows


def _show_errors(rows: Rows, survey: SheetSurvey) -> None:
    """Put the errors back that the parser left out, at the sheet's edges too."""
    if not survey.errors:
        return
    width = max(survey.extent.columns, max(map(len, rows), default=0))
    rows += [[] for _ in range(survey.extent.rows - len(rows))]
    for row in rows:
        row.extend([""] * (width - len(row)))
    for (at, column), error in survey.errors.items():
        rows[at][column] = error


def _cover(rows: Rows, merges: Sequence[tuple[Cell, Cell]]) -> None:
    """Make every cell of a merge but its first None; merges that overlap are no workbook's."""
    free = sum(map(len, rows))
    for first, last in merges:
        kept = _text_at(rows, first)
        for at in range(first[0], min(last[0] + 1, len(rows))):
            row = rows[at]
            end = min(last[1] + 1, len(row))
            free -= max(end - first[1], 0)
            if free < 0:
                raise FileRefused("file-unreadable")
            row[first[1] : end] = [None] * max(end - first[1], 0)
            if at == first[0] and first[1] < end:
                row[first[1]] = kept


def _text_at(rows: Rows, cell: Cell) -> str | None:
    return rows[cell[0]][cell[1]] if cell[0] < len(rows) and cell[1] < len(rows[cell[0]]) else None
