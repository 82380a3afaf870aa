"""The row that a finding names can be shown as it stands in the paper."""

import csv
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.findings import Place
from imports.grid import Grid
from imports.source_rows import Source, rows_at, source_of
from tests.imports.forms.filled import qc_group
from tests.imports.word.papers import full, written

HEAD = ("奖项", "推荐单位", "QC小组名称")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "汇总.csv"
    rows = [("2019年推荐汇总表",), HEAD, *(("优秀小组", f"单位{n}", f"[/x]小组{n}") for n in range(6))]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def test_a_table_shows_the_row_with_its_headings_and_the_cell_in_question(table: Path) -> None:
    rows = rows_at(source_of(table, table), Place(str(table), "汇总", 5, "推荐单位"))
    assert [row.number for row in rows] == [3, 4, 5, 6, 7]
    meant = next(row for row in rows if row.meant)
    assert meant.cells[:3] == (("奖项", "优秀小组"), ("推荐单位", "单位2"), ("QC小组名称", "[/x]小组2"))
    assert meant.marked == 1
    assert [row.marked for row in rows if not row.meant] == [None] * 4


def test_the_same_row_of_a_workbook_whose_sheet_begins_further_down(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "推荐"
    for column, heading in enumerate(HEAD, start=2):
        sheet.cell(4, column, heading)
        sheet.cell(6, column, f"{heading}·值")
    path = tmp_path / "书.xlsx"
    book.save(path)
    rows = rows_at(source_of(path, path), Place(str(path), "推荐", 6, "QC小组名称"))
    meant = next(row for row in rows if row.meant)
    assert meant.number == 6
    assert meant.marked is not None
    assert meant.cells[meant.marked] == ("QC小组名称", "QC小组名称·值")


def test_a_form_shows_the_line_of_the_label_and_marks_its_content(tmp_path: Path) -> None:
    path = written(tmp_path, full(qc_group(name="晨光QC小组")), "form.docx")
    rows = rows_at(source_of(path, path), Place(str(path), label="QC小组名称"))
    meant = next(row for row in rows if row.meant)
    assert meant.marked is not None
    assert meant.cells[meant.marked][1] == "晨光QC小组"


def test_a_label_outside_of_tables_is_found_among_the_lines() -> None:
    source = Source((), ("附件3", "推荐单位：哈密地区工信局", "是否与会发表 □是 □否"), is_form=True)
    rows = rows_at(source, Place("form.docx", label="推荐单位"))
    assert [row.cells[0][1] for row in rows if row.meant] == ["推荐单位：哈密地区工信局"]


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04cut", b"%PDF-1.4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x00\x01"]
)
def test_what_cannot_be_read_shows_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(content)
    assert rows_at(source_of(path, path), Place(str(path), "1", 3, "名称")) == ()
    assert source_of(tmp_path / "gone.docx", tmp_path / "gone.docx").tables == ()


CELL = st.none() | st.sampled_from(["", "名称", "推荐单位", "x", " \n "])


@given(
    rows=st.lists(st.lists(CELL, max_size=4).map(tuple), max_size=8).map(tuple),
    number=st.none() | st.integers(-3, 12),
    label=st.none() | st.sampled_from(["名称", "推荐单位", "A", "", "（）"]),
    is_form=st.booleans(),
)
def test_any_place_in_any_table_is_answered(
    rows: tuple[tuple[str | None, ...], ...], number: int | None, label: str | None, *, is_form: bool
) -> None:
    found = rows_at(Source((Grid("1", rows, 2),), is_form=is_form), Place("f", "1", number, label))
    assert sum(row.meant for row in found) == bool(found)
    for row in found:
        assert row.marked is None or 0 <= row.marked < len(row.cells)
    if number is not None and found:
        assert [row.number for row in found if row.meant] == [number]
