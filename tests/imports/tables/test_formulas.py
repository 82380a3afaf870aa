"""Formulas of an .xlsx, however the program that saved it writes them."""

import io
import zipfile

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from imports.guards import FileRefused
from imports.tables.formulas import formulas_of


def workbook(rows: str) -> bytes:
    """A workbook whose one sheet has this for its rows."""
    plain = io.BytesIO()
    with xlsxwriter.Workbook(plain) as made:
        made.add_worksheet("甲")
    changed = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"<sheetData/>", f"<sheetData>{rows}</sheetData>".encode())
            new.writestr(name, content)
    return changed.getvalue()


def test_each_cell_with_a_formula_is_known() -> None:
    found = formulas_of(
        workbook('<row r="2"><c r="B2"><f>1+1</f><v>2</v></c><c r="C2"><v>3</v></c><c r="D2"><f/></c></row>')
    )["甲"]
    assert [found.at(1, column) for column in range(5)] == [False, True, False, True, False]


def test_cells_without_references_stand_after_the_last_one() -> None:
    found = formulas_of(workbook("<row><c><v>1</v></c><c><f>A1</f></c></row><row><c><f>A1</f></c></row>"))[
        "甲"
    ]
    assert (found.cells, found.areas) == ({(0, 1), (1, 0)}, [])


def test_a_shared_formula_is_its_cells_and_an_array_its_area() -> None:
    found = formulas_of(
        workbook(
            '<row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">1</f></c></row>'
            '<row r="2"><c r="A2"><f t="shared" si="0"/></c>'
            '<c r="C2"><f t="array" ref="C2:D4">1</f></c></row>'
        )
    )["甲"]
    assert [found.at(row, 0) for row in range(3)] == [True, True, False]
    assert [found.at(row, column) for row, column in ((1, 2), (3, 3), (4, 3))] == [True, True, False]


@pytest.mark.parametrize("rows", ['<row r="x"><c r="A1"/></row>', '<row><c r="1A"><f/></c></row>'])
def test_references_that_are_none_are_refused(rows: str) -> None:
    with pytest.raises(FileRefused, match="file-unreadable"):
        formulas_of(workbook(rows))
