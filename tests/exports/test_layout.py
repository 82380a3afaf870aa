from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from exports.award_book import write_award_book
from tests.exports.books import book
from tests.exports.reading import corner

LISTED = "自治区优秀质量管理小组"


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    target = tmp_path_factory.mktemp("book") / "book.xlsx"
    write_award_book(book(), target)
    return openpyxl.load_workbook(target)


def test_every_sheet_prints_on_a4_across_one_page_wide(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


def test_the_head_row_stays_in_view_repeats_on_paper_and_filters(workbook: Workbook) -> None:
    sheet = workbook[LISTED]
    assert [cell.value for cell in sheet[3]][:3] == ["名次", "单位内名次", "得分"]
    assert sheet.freeze_panes == "F4"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.auto_filter.ref == "A3:R67"
    assert sheet.print_area == f"'{LISTED}'!$A$1:$R$67"


def test_the_totals_stand_outside_what_sorts_and_inside_what_prints(workbook: Workbook) -> None:
    sheet = workbook["名额使用情况"]
    assert sheet.auto_filter.ref == "A3:N10"
    assert sheet.print_area == "'名额使用情况'!$A$1:$N$11"
    assert sheet["B11"].value == "合计"


def test_nothing_is_merged(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        assert not sheet.merged_cells.ranges


def test_every_page_has_title_and_number_at_its_foot(workbook: Workbook) -> None:
    footer = workbook[LISTED].oddFooter
    assert corner(footer, "left") == f"2019年自治区质量管理小组活动评审结果 · {LISTED}"
    assert corner(footer, "right") == "&P / &N"


def test_a_draft_says_so_on_every_page_and_a_frozen_book_does_not(workbook: Workbook, tmp_path: Path) -> None:
    assert "未定稿" in corner(workbook[LISTED].oddHeader, "right")
    write_award_book(book(draft=False), tmp_path / "frozen.xlsx")
    frozen = openpyxl.load_workbook(tmp_path / "frozen.xlsx")
    assert corner(frozen[LISTED].oddHeader, "right") == ""
    assert "已定稿 第 2 版" in str(frozen["总览"]["A2"].value)


def test_figures_show_their_decimals_and_ranks_none(workbook: Workbook) -> None:
    sheet = workbook[LISTED]
    assert sheet["A4"].number_format == "0"
    assert sheet["C4"].number_format == "0.00"


def test_a_list_shows_as_many_decimals_as_its_method_prints(tmp_path: Path) -> None:
    given = book()
    write_award_book(replace(given, lists=(replace(given.lists[0], decimals=3),)), tmp_path / "book.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "book.xlsx")[LISTED]
    assert (sheet["C4"].number_format, sheet["C4"].value) == ("0.000", 95.625)


def test_a_figure_above_its_seats_is_marked_and_stays_a_number(workbook: Workbook) -> None:
    sheet = workbook["名额使用情况"]
    assert sheet["D6"].value == 15
    assert "▲" in sheet["D6"].number_format
    assert "▲" not in sheet["D5"].number_format
    assert sheet["A2"].value == "▲ 超出名额"


def test_columns_fit_chinese_text_and_rows_what_wraps(workbook: Workbook) -> None:
    sheet = workbook[LISTED]
    body, organisation = sheet.column_dimensions["G"].width, sheet.column_dimensions["F"].width
    assert 2 * len("昌吉回族自治州") < body
    assert sheet["F4"].value == "新疆八一钢铁股份有限公司炼铁分公司"
    assert organisation < 2 * 17
    assert sheet.row_dimensions[4].height > sheet.row_dimensions[13].height


def test_fonts_are_chinese(workbook: Workbook) -> None:
    sheet = workbook[LISTED]
    assert (sheet["A1"].font.name, sheet["E4"].font.name) == ("黑体", "宋体")


def test_the_file_is_dated_by_the_book(workbook: Workbook) -> None:
    assert workbook.properties.created.date().isoformat() == "2019-09-30"
