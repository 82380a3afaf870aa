import datetime as dt
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from imports.findings import Severity
from imports.guards import FileRefused
from imports.reading import read
from imports.records import Kind
from imports.remarks import Remarks
from imports.tables.cells import column_index, column_letters, text_of
from imports.tables.glance import glance
from imports.tables.limits import MAX_ROWS
from imports.tables.workbook import workbook_grids
from tests.imports.tables.samples import DAWN, REGISTER, SCORE_HEAD, ZHANG, codes, only, write_xlsx

DATA = Path(__file__).parents[1] / "data"
SHOWN = (
    ("", "", "", "", "", ""),
    ("", "4", "12.5", "0.1", "007", "13800138000"),
    ("", "2019-05-01", "2019-05-01 12:30:00", "#N/A", "#DIV/0!", " 晨光\nQC "),
    ("", "合并", None, "", "", ""),
    ("", None, None, "", "", "#REF!"),
)


def rows_of(path: Path) -> tuple[tuple[str | None, ...], ...]:
    (grid,) = workbook_grids(path.read_bytes(), Remarks(str(path)))
    return grid.rows


def write_sample(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("数据")
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        minute = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        sheet.write_row("B2", (4, 12.5, 0.1))
        sheet.write_string("E2", "007")
        sheet.write_number("F2", 13800138000)
        sheet.write_datetime("B3", dt.datetime(2019, 5, 1), day)  # noqa: DTZ001 - a cell knows no zone
        sheet.write_datetime("C3", dt.datetime(2019, 5, 1, 12, 30), minute)  # noqa: DTZ001
        sheet.write_formula("D3", "=NA()", None, "#N/A")
        sheet.write_formula("E3", "=1/0", None, "#DIV/0!")
        sheet.write_string("F3", " 晨光\nQC ")
        sheet.merge_range("B4:C5", "合并")
        sheet.write_formula("F5", "=#REF!", None, "#REF!")
    return path


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
def test_cells_read_as_a_person_reads_them(tmp_path: Path, suffix: str) -> None:
    # The .xls and .ods were saved by LibreOffice from the very .xlsx that is written here.
    path = write_sample(tmp_path / "cells.xlsx") if suffix == ".xlsx" else DATA / f"cells{suffix}"
    assert rows_of(path) == SHOWN


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_keeps_its_value_as_text(number: float) -> None:
    text = text_of(number)
    assert "e" not in text.lower()
    assert not text.endswith(".0")
    assert float(text) == number


@given(st.integers(0, 16383))
def test_column_letters_and_back(index: int) -> None:
    assert column_index(column_letters(index)) == index


def test_truth_is_written_in_words() -> None:
    assert (text_of(True), text_of(False), text_of(None)) == ("是", "否", "")  # noqa: FBT003


def test_a_failed_formula_is_never_an_unmarked_cell(tmp_path: Path) -> None:
    path = tmp_path / "scores.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row("A1", SCORE_HEAD)
        sheet.write_row("A2", (DAWN.key, ZHANG.key, "成效"))
        sheet.write_formula("D2", "=1/0", None, "#DIV/0!")
    reading = read(path, REGISTER)
    finding = only(reading, "cell-error")
    assert (finding.place.row, finding.place.label, finding.params["shown"]) == (2, "分值", "#DIV/0!")
    assert reading.refused


def test_hidden_sheets_are_left_out_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "scores.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        for name in ("显", "隐"):
            sheet = workbook.add_worksheet(name)
            sheet.write_row("A1", SCORE_HEAD)
            sheet.write_row("A2", (DAWN.key, ZHANG.key, "成效", 9 if name == "显" else 10))
            if name == "隐":
                sheet.hide()
    reading = read(path, REGISTER)
    assert (only(reading, "sheet-hidden").place.table, len(reading.records)) == ("隐", 1)
    assert not reading.refused


def test_a_workbook_under_a_wrong_suffix(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "s.xlsx", [SCORE_HEAD, (DAWN.key, ZHANG.key, "成效", 9)])
    disguised = path.rename(tmp_path / "s.xls")
    assert len(read(disguised, REGISTER).records) == 1


def test_a_lone_cell_in_the_last_corner_is_refused_before_room_is_made(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = sheet["XFD1048576"] = "x"
    workbook.save(tmp_path / "far.xlsx")
    finding = only(read(tmp_path / "far.xlsx", REGISTER), "table-too-large")
    assert finding.severity is Severity.BLOCKING
    assert (finding.params["rows"], finding.params["columns"]) == (1048576, 16384)


SHEET = "xl/worksheets/sheet1.xml"


def rewritten(source: Path, target: Path, part: str, content: str) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return target


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet_of(data: str, below: str = "") -> str:
    return f"<worksheet {MAIN}><sheetData>{data}</sheetData>{below}</worksheet>"


FAR_ROW = sheet_of('<row r="1048576"><c><v>1</v></c></row>')
FAR_COLUMN = sheet_of('<row r="1"><c r="XFD1"><v>1</v></c></row>')
PREFIXED = FAR_COLUMN.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
BROKEN_REFERENCE = sheet_of('<row r="1"><c r="??"><v>1</v></c></row>')
FILLED = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>1</v></c></row>'
OVERLAPPING = sheet_of(FILLED, "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 9 + "</mergeCells>")
WITH_ENTITIES = '<!DOCTYPE x [<!ENTITY a "b">]>' + sheet_of("")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (FAR_ROW, "table-too-large"),
        (FAR_COLUMN, "table-too-large"),
        (PREFIXED, "table-too-large"),
        (WITH_ENTITIES, "xml-entities"),
        (BROKEN_REFERENCE, "file-unreadable"),
        (OVERLAPPING, "file-unreadable"),
        (sheet_of(FILLED)[:-20], "file-unreadable"),
    ],
)
def test_hostile_sheets_are_findings(tmp_path: Path, content: str, code: str) -> None:
    whole = write_xlsx(tmp_path / "whole.xlsx", [SCORE_HEAD])
    reading = read(rewritten(whole, tmp_path / "hostile.xlsx", SHEET, content), REGISTER)
    assert codes(reading) == [code]
    assert reading.refused


def test_empty_cells_formatted_to_the_last_column_are_no_size(tmp_path: Path) -> None:
    path = tmp_path / "formatted.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row("A1", SCORE_HEAD)
        sheet.write_row("A2", (DAWN.key, ZHANG.key, "成效", 9))
        sheet.write_blank("XFD2", None, workbook.add_format({"bold": True}))
    assert len(read(path, REGISTER).records) == 1


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="A1" t="e"><v>#N/A</v></c>',
        "<c r='A1' t = 'e'><v>#N/A</v></c>",
        '<c\nt="e"\nr="A1"><v>#N/A</v></c>',
    ],
)
def test_a_failed_formula_is_seen_however_its_part_is_written(tmp_path: Path, cells: str) -> None:
    whole = write_xlsx(tmp_path / "whole.xlsx", [SCORE_HEAD])
    path = rewritten(whole, tmp_path / "failed.xlsx", SHEET, sheet_of(f'<row r="1">{cells}</row>'))
    assert rows_of(path)[0][0] == "#N/A"


@pytest.mark.parametrize(
    "cells", ['<c r="A1"/><c><v>1</v></c>', "<c r='B1'><v>1</v></c>", '<c s="0" r="B1"><v>1</v></c>']
)
def test_a_glance_never_answers_for_cells_that_it_cannot_place(cells: str) -> None:
    assert glance(sheet_of(f'<row r="1">{cells}</row>').encode()) is None


def test_one_long_text_shared_by_many_cells_does_not_fill_memory(tmp_path: Path) -> None:
    path = tmp_path / "shared.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("甲")
        for row in range(8000):
            sheet.write_string(row, 0, "长" * 30000)
    assert only(read(path, REGISTER), "table-too-long").params["table"] == "甲"


def test_an_open_document_row_repeated_a_million_times(tmp_path: Path) -> None:
    path = tmp_path / "repeated.ods"
    spaces = "".join(
        f' xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "table", "text")
    )
    row = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content{spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="甲">{row}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    assert only(read(path, REGISTER), "table-too-large").params["rows"] == 1048576


@given(at=st.integers(0, 6143), byte=st.integers(0, 255))
def test_a_damaged_old_workbook_never_ends_the_program(at: int, byte: int) -> None:
    content = bytearray((DATA / "cells.xls").read_bytes())
    content[at] = byte
    with suppress(FileRefused):
        grids = workbook_grids(bytes(content), Remarks("damaged.xls"))
        assert all(len(grid.rows) <= MAX_ROWS for grid in grids)


def test_an_empty_workbook(tmp_path: Path) -> None:
    assert codes(read(write_xlsx(tmp_path / "e.xlsx", []), REGISTER, Kind.SCORES)) == ["table-empty"]
