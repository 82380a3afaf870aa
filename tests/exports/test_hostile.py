from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from exports.award_book import write_award_book
from exports.records import Alteration, Column, Fact
from tests.exports.books import GROUPS, book, line
from tests.exports.reading import by_calamine, by_openpyxl, corner, sheet_xml, write

NAMES_ONLY = replace(GROUPS, columns=(Column.NAME, Column.REMARKS), criteria=(), notes=())

FORMULA_LIKE = (
    '=HYPERLINK("http://example.invalid","x")',
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "{=1}",
    "'=1",
    "http://example.invalid/",
    "mailto:a@example.invalid",
    "internal:A1",
    "[/x]",
    "007",
    "1e5",
    "TRUE",
    "#REF!",
    "2019-09-30",
    "  both ends  ",
    "a&b<c>\"d\"'e'",
    "two\nlines\tand a tab",
    "<r></r>",
    "<r><t>x</t></r></is></c><c r='C3'><f>1+1</f></c><c r='D3' t='inlineStr'><is><r></r>",
)


@pytest.mark.parametrize("text", FORMULA_LIKE)
def test_any_text_is_only_text(tmp_path: Path, text: str) -> None:
    target, altered = write(tmp_path, replace(NAMES_ONLY, lines=(replace(line(1), name=text),)))
    assert altered == ()
    for read in (by_openpyxl, by_calamine):
        assert read(target)["自治区优秀质量管理小组"][2][0] == text
    assert "<f>" not in sheet_xml(target)
    assert openpyxl.load_workbook(target).worksheets[2].cell(3, 1).data_type == "s"


def test_a_formula_stays_text_when_someone_edits_its_cell(tmp_path: Path) -> None:
    target, _ = write(tmp_path, replace(NAMES_ONLY, lines=(replace(line(1), name="=1+1"),)))
    assert openpyxl.load_workbook(target).worksheets[2].cell(3, 1).quotePrefix


def test_an_escape_of_the_format_is_not_taken_for_one(tmp_path: Path) -> None:
    target, _ = write(tmp_path, replace(NAMES_ONLY, lines=(replace(line(1), name="_x0041_"),)))
    sheet = CalamineWorkbook.from_path(target).get_sheet_by_index(2)
    assert sheet.to_python(skip_empty_area=False)[2][0] == "_x0041_"


def test_characters_that_no_cell_can_hold_are_shown_and_told(tmp_path: Path) -> None:
    lines = (line(1), replace(line(2), name="晨\x00光\x1b\x7f\ufffe\ud800组"))
    target, altered = write(tmp_path, replace(NAMES_ONLY, lines=lines))
    assert by_calamine(target)["自治区优秀质量管理小组"][3][0] == "晨␀光␛␡��组"
    assert altered == (Alteration("control-character-shown", "自治区优秀质量管理小组", 4, "名称"),)


@pytest.mark.parametrize("long", ["长" * 40_000, "𠮷" * 20_000])
def test_a_text_too_long_for_a_cell_ends_in_a_mark_and_is_told(tmp_path: Path, long: str) -> None:
    target, altered = write(tmp_path, replace(NAMES_ONLY, lines=(replace(line(1), remarks=long),)))
    shown = str(by_calamine(target)["自治区优秀质量管理小组"][2][1])
    assert shown.endswith("…")
    assert long.startswith(shown[:-1])
    assert 32_760 < len(shown.encode("utf-16-le")) // 2 <= 32_767
    assert altered == (Alteration("text-cut", "自治区优秀质量管理小组", 3, "备注"),)


def test_hostile_titles_labels_and_facts_do_no_harm(tmp_path: Path) -> None:
    title = "=R&G[*]/'" + "长" * 300
    hostile = replace(
        book(replace(GROUPS, title=title), replace(GROUPS, title=title.upper())),
        title=title + "\x00",
        status="&P&G",
        facts=(Fact("=1+1", "<r>&</r>", "@SUM(A1)"),),
    )
    target = tmp_path / "book.xlsx"
    altered = write_award_book(hostile, target)
    assert [a.code for a in altered] == ["control-character-shown"]
    workbook = openpyxl.load_workbook(target)
    assert len(set(workbook.sheetnames)) == 5
    assert by_openpyxl(target) == by_calamine(target)
    assert "<f>" not in sheet_xml(target)
    with ZipFile(target) as archive:
        assert archive.testzip() is None


def test_a_title_prints_at_the_head_whatever_it_holds(tmp_path: Path) -> None:
    target = tmp_path / "book.xlsx"
    write_award_book(replace(book(), title="R&G &P 奖"), target)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert corner(sheet.oddHeader, "left") == "R＆G ＆P 奖 · 总览"


def test_a_title_too_long_for_a_page_leaves_room_for_the_sheet_and_the_mark(tmp_path: Path) -> None:
    target = tmp_path / "book.xlsx"
    write_award_book(replace(book(), title="长" * 500, status="草" * 500), target)
    head = openpyxl.load_workbook(target).worksheets[1].oddHeader
    assert corner(head, "left") == f"{'长' * 29}… · 名额使用情况"
    assert corner(head, "right") == f"&B{'草' * 14}…"
