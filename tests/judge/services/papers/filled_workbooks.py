"""Workbooks of score sheets on their way: written by the office, filled in by a reviewer with openpyxl."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from judge.services.editions.edition import Edition
from judge.services.papers.report import ImportReport
from judge.services.sheets.desk import Desk
from judge.services.sheets.sending import send_sheets
from tests.judge.services import small_papers as papers

GROUP = "qc-group-0001"
SECOND = "qc-group-0002"
FIRST_ROW = 5
"""The row of the first nomination."""
MARKS = "EFGHIJ"
"""The columns of the criteria, in their order."""
NOTE, RECUSE, REASON = "MNO"

Change = Callable[[Worksheet], object]


def sent(edition: Edition, folder: Path, reviewer: str = "R01") -> Path:
    """A reviewer's workbook, as the office writes it."""
    (one,) = send_sheets(edition, [reviewer], folder, replace=True)
    return one.path


def filled(path: Path, cells: Mapping[str, object], name: str = "back.xlsx") -> Path:
    """A copy in which somebody filled in these cells of the first award's sheet."""

    def change(sheet: Worksheet) -> None:
        for cell, value in cells.items():
            sheet[cell].value = value

    return changed(path, change, name)


def changed(path: Path, change: Change, name: str = "back.xlsx") -> Path:
    """A copy in which somebody did this to the first award's sheet."""
    return altered(path, lambda workbook: change(award_sheet(workbook)), name)


def altered(path: Path, change: Callable[[Workbook], object], name: str = "back.xlsx") -> Path:
    """A copy in which somebody did this to the workbook."""
    workbook = openpyxl.load_workbook(path)
    change(workbook)
    target = path.parent / name
    workbook.save(target)
    return target


def award_sheet(workbook: Workbook) -> Worksheet:
    sheet = workbook.worksheets[1]
    assert isinstance(sheet, Worksheet)
    return sheet


def whole_row(points: object, row: int = FIRST_ROW) -> dict[str, object]:
    """The cells of a row in which every criterion gets the same points."""
    return {f"{column}{row}": points for column in MARKS}


def ticks(edition: Edition, nomination: str = GROUP, reviewer: str = "R01") -> dict[str, int | None]:
    """The marks that the edition holds on a sheet."""
    marks = Desk(edition, reviewer).page(nomination).sheet.marks
    return {key: mark.ticks for key, mark in marks.items()}


def blocking(report: ImportReport) -> list[str]:
    """The codes of what refuses the files, in order."""
    return [finding.code for finding in report.findings() if finding.severity == "blocking"]


def codes(edition: Edition, *paths: Path) -> list[str]:
    """The codes of everything that is said of the files."""
    return [finding.code for finding in papers.read(edition, *paths).findings()]


def places(report: ImportReport, codes: Iterable[str]) -> list[tuple[str, int | None, str | None]]:
    """Code, row and column of each finding with one of these codes."""
    found = (finding for finding in report.findings() if finding.code in set(codes))
    return [(finding.code, finding.place.row, finding.place.label) for finding in found]
