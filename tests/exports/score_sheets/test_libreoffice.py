"""What an office program makes of the formulas, and what it keeps when it saves the workbook anew."""

from pathlib import Path

import openpyxl
import pytest

from exports.score_sheets.binding import SHEET
from tests.conftest import Convert
from tests.exports.score_sheets.books import written


@pytest.mark.slow
def test_libreoffice_recalculates_totals_and_states_and_keeps_what_binds(
    tmp_path: Path, soffice: Convert
) -> None:
    path = written(tmp_path)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[1]
    sheet["E5"], sheet["F5"] = 3.5, 4
    sheet["F6"] = "不适用"
    sheet["E9"] = 3.3
    workbook.worksheets[2]["I5"] = "回避"
    workbook.save(path)
    soffice("xlsx", tmp_path / "out", path)
    again = openpyxl.load_workbook(tmp_path / "out" / path.name, data_only=True)
    found = [
        (again.worksheets[1].cell(row, 7).value, again.worksheets[1].cell(row, 8).value) for row in (5, 6, 9)
    ]
    assert found == [(9.5, "齐"), (0, "齐"), (3.3, "有误 1 项")]
    assert again.worksheets[2]["G5"].value == "回避"
    cover = [[again.worksheets[0].cell(row, column).value for column in (2, 3, 4)] for row in (7, 8)]
    assert cover == [[5, 4, 1], [1, 1, 0]]
    lines = [[row[0].value for row in book[SHEET].iter_rows()] for book in (workbook, again)]
    assert lines[0] == lines[1]
    assert again[SHEET].sheet_state != "visible"
