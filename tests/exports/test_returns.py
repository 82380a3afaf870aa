from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from exports.names import file_name
from exports.refusal import ExportRefused
from exports.returns import ReturnBook, ReturnLine, ReturnSheet, write_returns
from tests.exports.reading import by_calamine, by_openpyxl, corner
from tests.exports.test_hostile import FORMULA_LIKE

HEADS = ("序号", "申报编号", "奖项", "名称", "单位", "状态", "补正要求")
LINE = ReturnLine("qc-group-0001", "自治区优秀质量管理小组", "晨光QC小组", "企业0", "缺少", "请补盖公章。")
OWN = ReturnLine("", "", "", "", "超名额", "申报3个，名额2个，超出1个：请在名额内确定保留哪些。")
SHEET = ReturnSheet("哈密地区工信局", ("2019年评审", "补正材料须于2019-07-20前送达。"), (OWN, LINE))
BOOK = ReturnBook(
    "补正通知", date(2019, 7, 1), HEADS, "没有需要补正的事项。", "第 {page} 页，共 {pages} 页", (SHEET,)
)


def test_a_sheet_a_body_with_its_lines_and_the_deadline(tmp_path: Path) -> None:
    other = ReturnSheet("中国石油[新疆]油田分公司/吐哈", (), (LINE,))
    target = tmp_path / "out.xlsx"
    assert write_returns(replace(BOOK, sheets=(SHEET, other)), target) == ()
    sheets = by_openpyxl(target)
    assert list(sheets) == ["哈密地区工信局", "中国石油(新疆)油田分公司／吐哈"]
    rows = sheets["哈密地区工信局"]
    assert [row[0] for row in rows[:3]] == ["哈密地区工信局", "2019年评审", "补正材料须于2019-07-20前送达。"]
    assert tuple(rows[3]) == HEADS
    assert rows[4] == [1, None, None, None, None, "超名额", OWN.deed]
    assert rows[5][:2] == [2, "qc-group-0001"]
    assert by_calamine(target)["哈密地区工信局"][5][6] == "请补盖公章。"


def test_a_body_with_nothing_to_mend_says_so(tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    write_returns(replace(BOOK, sheets=(replace(SHEET, lines=()),)), target)
    assert "没有需要补正的事项。" in [row[0] for row in by_openpyxl(target)["哈密地区工信局"]]


@pytest.mark.parametrize("text", FORMULA_LIKE)
def test_no_text_becomes_a_formula_or_a_link(tmp_path: Path, text: str) -> None:
    target = tmp_path / "out.xlsx"
    lines = (replace(LINE, name=text, organisation=text, deed=text),)
    write_returns(replace(BOOK, sheets=(replace(SHEET, lines=lines),)), target)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    cells = [sheet.cell(5, column) for column in (4, 5, 7)]
    assert {cell.value for cell in cells} == {text}
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_it_prints_on_pages_one_wide_with_its_head_on_each(tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    write_returns(BOOK, target)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    fitted = sheet.sheet_properties.pageSetUpPr
    assert fitted is not None
    assert fitted.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$4:$4"
    award, height = sheet.column_dimensions["C"].width, sheet.row_dimensions[6].height
    assert (award > 22, height < 20) == (True, True), "a line of usual length needs no second one"
    assert corner(sheet.oddHeader, "left") == "补正通知 · 哈密地区工信局"
    assert corner(sheet.oddFooter, "center") == "第 &P 页，共 &N 页"


def test_the_same_book_gives_the_same_bytes_and_an_earlier_file_stays_on_failure(tmp_path: Path) -> None:
    one, other = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_returns(BOOK, one)
    write_returns(BOOK, other)
    assert one.read_bytes() == other.read_bytes()
    with pytest.raises(ExportRefused):
        write_returns(BOOK, tmp_path / "nowhere" / "c.xlsx")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("哈密地区工信局", "哈密地区工信局"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("..", "-"),
        (" 甲 . ", "甲"),
        ("字" * 100, "字" * 59 + "…"),
    ],
)
def test_a_bodys_name_as_a_files(title: str, name: str) -> None:
    assert file_name(title, set()) == name


def test_two_bodies_of_one_file_name_get_two_files() -> None:
    assert file_name("A/b", {"a_b"}) == "A_b (2)"
    assert file_name("A/b", {"a_b", "a_b (2)"}) == "A_b (3)"


@pytest.mark.parametrize("title", ["CON", "aux", "Lpt9.judge"])
def test_no_file_is_named_like_a_device_of_windows(title: str) -> None:
    assert file_name(title, set()) == f"_{title}"
    assert file_name(f"{title.partition('.')[0]} 张三", set()) == f"{title.partition('.')[0]} 张三"
