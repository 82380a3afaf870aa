"""Workbooks read back by two readers that know nothing of the writer."""

from pathlib import Path
from zipfile import ZipFile

import openpyxl
from openpyxl.worksheet.header_footer import HeaderFooterItem
from python_calamine import CalamineWorkbook

from exports.award_book import write_award_book
from exports.records import Alteration, RankedList
from tests.exports.books import book

Rows = list[list[object]]


def by_openpyxl(path: Path) -> dict[str, Rows]:
    """Every sheet's rows, empty cells as None."""
    workbook = openpyxl.load_workbook(path)
    return {
        sheet.title: [[c.value for c in row] for row in sheet.iter_rows()] for sheet in workbook.worksheets
    }


def by_calamine(path: Path) -> dict[str, Rows]:
    """The same from the other reader, in the same shape."""
    workbook = CalamineWorkbook.from_path(path)
    return {
        name: [
            [None if value == "" else value for value in row]
            for row in workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        ]
        for name in workbook.sheet_names
    }


def corner(margin: HeaderFooterItem | None, side: str) -> str:
    """What a page's head or foot says on one side; "" where nothing."""
    return getattr(margin, side).text or ""


def sheet_xml(path: Path) -> str:
    """The markup of all worksheets."""
    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return "".join(archive.read(name).decode() for name in names)


def write(folder: Path, *lists: RankedList) -> tuple[Path, tuple[Alteration, ...]]:
    """The sample book, or one of these lists, in a new file."""
    target = folder / "book.xlsx"
    return target, write_award_book(book(*lists), target)
