from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports.award_book import write_award_book
from exports.records import Column
from tests.exports.books import ADJUSTMENTS, CALIBRATED, GROUPS, book, line
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


def test_a_list_prints_what_fits_a_page_and_keeps_the_rest_on_the_sheet(workbook: Workbook) -> None:
    sheet = workbook[LISTED]
    heads = [str(cell.value) for cell in sheet[3]]
    assert sheet.print_area == f"'{LISTED}'!$A$1:$J$67"
    assert heads[:10][-2:] == ["编号", "备注"]
    assert heads[10:] == ["计入评分表", "应评评分表", *(f"{c.title}\n{c.full}" for c in GROUPS.criteria)]
    assert not any(column.hidden for column in sheet.column_dimensions.values())


@pytest.mark.parametrize(
    ("columns", "last"), [((Column.MEANS,), "F"), ((Column.MEANS, Column.NAME), "G")], ids=["means", "both"]
)
def test_a_list_of_other_columns_prints_them_all(
    columns: tuple[Column, ...], last: str, tmp_path: Path
) -> None:
    write_award_book(book(replace(GROUPS, columns=columns, notes=())), tmp_path / "book.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "book.xlsx")[LISTED]
    assert sheet.print_area == f"'{LISTED}'!$A$1:${last}$66"


@pytest.mark.parametrize("kind", ["plain", "calibrated"])
@given(longest=st.lists(st.integers(0, 300), min_size=7, max_size=7), rank=st.integers(1, 10**6))
@settings(deadline=None, max_examples=20)
def test_a_list_is_legible_on_paper_however_long_its_texts(kind: str, longest: list[int], rank: int) -> None:
    ranked = CALIBRATED if kind == "calibrated" else GROUPS
    name, organisation, body, subject, nomination, standing, remarks = ("长" * many for many in longest)
    wide = replace(
        line(1),
        rank=rank,
        rank_in_body=rank,
        raw_score=Fraction(10**7, 3),
        raw_rank=rank,
        raw_rank_in_body=rank,
        name=name,
        organisation=organisation,
        body=body,
        subject=subject,
        nomination=nomination,
        standing=standing,
        remarks=remarks,
    )
    with TemporaryDirectory() as folder:
        target = Path(folder) / "book.xlsx"
        write_award_book(book(replace(ranked, lines=(wide,))), target)
        assert printed_points(openpyxl.load_workbook(target)[LISTED]) >= 8


def printed_points(sheet: Worksheet) -> float:
    """How large 11 points are on A4 across when the columns that print fill its width.

    A cell of width is a digit of the default font, 宋体 of 11 points: 8 pixels of a 96th of an inch.
    """
    _, last = sheet.print_area.replace("$", "").rsplit("!", 1)[1].split(":")
    count = column_index_from_string("".join(filter(str.isalpha, last)))
    widths = {
        at: dimension.width
        for dimension in sheet.column_dimensions.values()
        for at in range(dimension.min or 0, (dimension.max or 0) + 1)
    }
    inches = sum(widths[at] for at in range(1, count + 1)) * 8 / 96
    room = 297 / 25.4 - sheet.page_margins.left - sheet.page_margins.right
    return min(1.0, float(room / inches)) * 11


def test_every_table_of_the_book_is_legible_on_paper(workbook: Workbook) -> None:
    assert {sheet.title: printed_points(sheet) for sheet in workbook if printed_points(sheet) < 8} == {}


def test_a_calibrated_list_prints_the_raw_score_and_has_the_raw_ranks_beside(tmp_path: Path) -> None:
    write_award_book(book(CALIBRATED), tmp_path / "book.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "book.xlsx")[LISTED]
    heads = [str(cell.value) for cell in sheet[3]]
    assert heads[2:4] == ["得分", "校准前得分"]
    assert heads[11:13] == ["校准前名次", "校准前单位内名次"]
    assert sheet.print_area == f"'{LISTED}'!$A$1:$K$67"
    assert [cell.value for cell in sheet[4]][2:4] == [95.63, 89.69]
    assert sheet.freeze_panes == "G4"
    assert printed_points(sheet) >= 8


def test_what_calibrating_did_stands_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    noted = replace(book(), adjustments=ADJUSTMENTS, adjustment_notes=("评委序号仅用于本表。",))
    write_award_book(noted, tmp_path / "book.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "book.xlsx")["校准"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1][0] == "评委序号仅用于本表。"
    assert rows[3] == ["优秀质量管理小组", "评委1", 12, None, None, 7.219316, 0.75]
    assert rows[4] == ["优秀质量管理小组", "评委2", 1, None, None, -0.000001, 2.25]
    assert rows[5] == ["信得过班组", "=1+1", 30, 84.67, 2.5, None, None]
    assert rows[6][5] == 0
    assert (sheet["F5"].number_format, sheet["B6"].data_type) == ("0.000000", "s")
    assert printed_points(sheet) >= 8


def test_notes_break_where_the_page_ends(tmp_path: Path) -> None:
    noted = replace(GROUPS, notes=("计分办法的说明" * 40,))
    write_award_book(book(noted), tmp_path / "book.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "book.xlsx")[LISTED]
    printed = sum(sheet.column_dimensions[letter].width for letter in "ABCDEFGHIJ")
    notes = [str(sheet.cell(row, 1).value) for row in range(2, 6)]
    assert "".join(notes[:-1]).startswith("计分办法的说明" * 12)
    assert all(2 * len(note) <= printed for note in notes)


def test_a_figure_keeps_off_the_text_beside_it(workbook: Workbook) -> None:
    for cell in ("C4", "M4"):
        alignment = workbook[LISTED][cell].alignment
        assert (alignment.horizontal, alignment.indent) == ("right", 1)


def test_the_totals_stand_outside_what_sorts_and_inside_what_prints(workbook: Workbook) -> None:
    sheet = workbook["名额使用情况"]
    assert sheet.auto_filter.ref == "A4:N11"
    assert sheet.print_area == "'名额使用情况'!$A$1:$N$12"
    assert sheet["B12"].value == "合计"


def test_a_category_stands_once_over_its_figures_in_one_line(workbook: Workbook) -> None:
    sheet = workbook["名额使用情况"]
    band, heads = ([cell.value for cell in sheet[row]] for row in (3, 4))
    assert {at: text for at, text in enumerate(band) if text} == {
        2: "小组数",
        6: "发表小组数",
        10: "质量信得过班组数",
    }
    assert heads == ["序号", "推荐单位", *["名额", "申报", "获奖", "未定"] * 3]
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$3:$4", "C5")
    assert not sheet["K3"].alignment.wrap_text
    assert 4 * sheet.column_dimensions["K"].width > 2 * len("质量信得过班组数")


def test_nothing_is_merged(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        assert not sheet.merged_cells.ranges


def test_every_page_has_its_titles_at_the_head_and_its_number_at_the_foot(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        assert corner(sheet.oddHeader, "left") == f"2019年自治区质量管理小组活动评审结果 · {sheet.title}"
        assert corner(sheet.oddFooter, "center") == "第 &P 页，共 &N 页"


def test_a_draft_says_so_on_every_page_and_a_frozen_book_does_not(workbook: Workbook, tmp_path: Path) -> None:
    assert corner(workbook[LISTED].oddHeader, "right") == "&B未定稿 · 2019-09-30"
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
    assert sheet["D7"].value == 15
    assert "▲" in sheet["D7"].number_format
    assert "▲" not in sheet["D6"].number_format
    assert sheet["A2"].value == "▲ 超出名额"


def test_columns_fit_chinese_text_and_rows_what_wraps(workbook: Workbook) -> None:
    sheet = workbook[LISTED]
    body, organisation = sheet.column_dimensions["G"].width, sheet.column_dimensions["F"].width
    assert 2 * len("昌吉回族自治州") < body
    assert sheet["F4"].value == "新疆八一钢铁股份有限公司炼铁分公司"
    assert organisation < 2 * 17
    assert sheet.row_dimensions[4].height > sheet.row_dimensions[13].height


def test_fonts_are_chinese_and_say_what_to_take_where_they_are_missing(workbook: Workbook) -> None:
    head, body = workbook[LISTED]["A1"].font, workbook[LISTED]["E4"].font
    # 134 asks for a font of simplified Chinese; the families are those with serifs and those without.
    assert (head.name, head.charset, head.family) == ("黑体", 134, 2)
    assert (body.name, body.charset, body.family) == ("宋体", 134, 1)


def test_the_file_is_dated_by_the_book(workbook: Workbook) -> None:
    assert workbook.properties.created.date().isoformat() == "2019-09-30"
