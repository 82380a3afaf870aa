"""What a workbook of score sheets holds, as two other readers see it."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from exports.refusal import ExportRefused
from exports.score_sheets.binding import SHEET, binding_of
from exports.score_sheets.workbook import fingerprint_of, write_score_sheets
from tests.exports.reading import corner
from tests.exports.score_sheets.books import LABELS, ROWS, SCOPE, TOOLS, book, written

HEAD, FIRST = 4, 5
"""The rows of the heads and of the first nomination."""


def award_sheet(folder: Path, **changed: object) -> Worksheet:
    sheet = openpyxl.load_workbook(written(folder, **changed)).worksheets[1]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_a_workbook_has_cover_a_sheet_for_each_award_rubrics_and_what_binds_it_hidden(tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(written(tmp_path))
    assert workbook.sheetnames == ["封面", "小组's", "质量信得过班组： (甲)／乙", "评审表", SHEET]
    assert [sheet.sheet_state for sheet in workbook.worksheets] == ["visible"] * 4 + ["veryHidden"]
    assert all(sheet.protection.sheet for sheet in workbook.worksheets)


def test_each_nomination_has_a_row_with_its_marks_and_nothing_unmarked_is_zero(tmp_path: Path) -> None:
    sheet = award_sheet(tmp_path)
    rows = [[cell.value for cell in row[:6]] for row in sheet.iter_rows(min_row=FIRST, max_row=FIRST + 4)]
    assert rows == [
        [1, "g-1", "晨光QC小组", "企业甲", None, None],
        [2, "g-2", "=1+1", "[/x]", 0, None],
        [3, "g-3", "阿不都·热合曼", "企业丙", 12.5, "不适用"],
        [4, "g-4", "胡杨", "企业丁", None, None],
        [5, "g-5", "雪松", "企业戊", 12.5, "不适用"],
    ]
    assert sheet["C6"].data_type == "s"
    assert [sheet.cell(FIRST + at, 9).value for at in (1, 3)] == ["请核对\n2018年", None]
    assert [sheet.cell(FIRST + 3, column).value for column in (10, 11)] == ["回避", "亲属"]
    assert sheet.cell(FIRST + 1, 12).value == "退回：漏评"


def test_only_cells_to_be_filled_in_are_unlocked(tmp_path: Path) -> None:
    sheet = award_sheet(tmp_path)
    unlocked = {
        cell.coordinate for row in sheet.iter_rows(max_col=12) for cell in row if not cell.protection.locked
    }
    assert unlocked == {f"{column}{row}" for column in "EFIJK" for row in (5, 6, 9)}


def test_validation_knows_step_and_range_and_says_levels_and_clauses(tmp_path: Path) -> None:
    rules = {str(rule.sqref): rule for rule in award_sheet(tmp_path).data_validations.dataValidation}
    assert set(rules) == {"E5:E6", "F5:F6", "J5:J6", "E9", "F9", "J9"}
    scope, tools, recusal = rules["E5:E6"], rules["F5:F6"], rules["J9"]
    assert scope.formula1 == ("IF(ISNUMBER(E5),AND(E5>=0,E5<=15,ABS(E5*2-ROUND(E5*2,0))<0.000001),FALSE)")
    assert tools.formula1 is not None
    assert tools.formula1.endswith(',TRIM(F5)="不适用")')
    assert (recusal.type, recusal.formula1) == ("list", '"回避"')
    assert all(rule.errorStyle in {None, "stop"} and rule.showErrorMessage for rule in rules.values())
    assert scope.prompt is not None
    assert scope.prompt.startswith("0～15 分，以 0.5 分为一档 · 一.1\nL3 ≥6 第3级")
    assert "L0 ≥0" in scope.prompt
    assert len(scope.prompt) <= 255
    assert tools.error == "请填 0～10 分，以 0.5 分为一档，或“不适用”"


def test_totals_are_live_weighted_and_empty_without_a_mark(tmp_path: Path) -> None:
    path = written(tmp_path)
    sheet = openpyxl.load_workbook(path).worksheets[1]
    assert sheet["G5"].value == '=IF(COUNTA(E5:F5)=0,"",SUM(E5)*1+SUM(F5)*3/2)'
    cached = openpyxl.load_workbook(path, data_only=True).worksheets[1]
    totals = [(cached.cell(row, 7).value, cached.cell(row, 8).value) for row in range(FIRST, FIRST + 5)]
    assert totals == [
        (None, "未评"),
        (0, "缺 1 项"),
        (12.5, "已提交"),
        (None, "已回避"),
        (12.5, "齐"),
    ]


def test_the_rubrics_have_every_level_in_full_with_its_clauses(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path)).worksheets[3]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert len(rows) == 3 * 4
    assert rows[4] == ["小组's", "工具 & <创新>", "10", "一.2、二", "L3", "6", "第3级" + "数据有出处，" * 12]


def test_a_criterion_without_levels_has_its_row_among_the_rubrics(tmp_path: Path) -> None:
    award = replace(book().awards[0], criteria=(replace(SCOPE, levels=()), TOOLS))
    sheet = openpyxl.load_workbook(written(tmp_path, awards=(award,))).worksheets[2]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert len(rows) == 1 + 4
    assert rows[0] == ["小组's", "选题", "15", "一.1", None, None, None]


def test_a_blind_workbook_has_no_column_for_names(tmp_path: Path) -> None:
    rows = tuple(replace(row, name=row.nomination, organisation="") for row in ROWS)
    award = replace(book().awards[0], rows=rows)
    sheet = award_sheet(tmp_path, awards=(award,), named=False)
    heads = [cell.value for cell in sheet[HEAD]]
    assert heads[:3] == ["number", "nomination", "选题\n0～15 分"]
    assert {"name", "organisation"}.isdisjoint(heads)


def test_it_prints_on_a4_across_one_page_wide_with_its_heads_and_fingerprint(tmp_path: Path) -> None:
    sheet = award_sheet(tmp_path)
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "landscape"
    # One page wide is the default, and not written.
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$4:$4"
    assert fingerprint_of(book()) in corner(sheet.oddHeader, "right")


def test_the_same_book_gives_the_same_bytes_and_any_change_another_fingerprint(tmp_path: Path) -> None:
    first = written(tmp_path).read_bytes()
    assert written(tmp_path).read_bytes() == first
    award = book().awards[0]
    others = [
        book(edition="e-2"),
        book(reviewer="R08"),
        book(awards=(replace(award, rubric="33" * 32),)),
        book(awards=(replace(award, rows=(replace(ROWS[0], head="99" * 32), *ROWS[1:])),)),
        book(awards=(replace(award, rows=(replace(ROWS[0], revision=2), *ROWS[1:])),)),
    ]
    assert len({fingerprint_of(one) for one in (book(), *others)}) == 6


def test_the_fingerprint_is_the_digest_of_what_the_hidden_sheet_says(tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(written(tmp_path))
    mark, fingerprint, *lines = [row[0].value for row in workbook[SHEET].iter_rows()]
    assert mark == "judge-score-sheet 1"
    assert hashlib.sha256("\n".join(map(str, lines)).encode()).hexdigest() == fingerprint
    assert tuple(lines) == binding_of(book(), workbook.sheetnames[1:3]).lines
    assert json.loads(str(lines[0])) == {"edition": "e-1", "reviewer": "R07"}
    row = json.loads(str(lines[3]))
    assert (row["nomination"], row["row"], row["marks"], row["head"]) == ("g-2", 6, {"scope": 0}, "ab" * 32)
    shown = str(workbook.worksheets[0]["B4"].value)
    assert shown == "-".join(("JSS1", *(str(fingerprint)[at : at + 4] for at in range(0, 16, 4))))


def test_names_and_notes_at_their_longest_fit_what_binds_them(tmp_path: Path) -> None:
    longest = replace(
        ROWS[3],
        name="\U00020bb7" * 40_000,
        organisation='"' * 9_000,
        note='"' * 5_000,
        recusal="\U00020bb7" * 5_000,
    )
    award = replace(book().awards[0], rows=(longest,))
    lines = binding_of(book(awards=(award,)), ["甲"]).lines
    assert max(len(line.encode("utf-16-le")) // 2 for line in lines) < 32_767
    hidden = openpyxl.load_workbook(written(tmp_path, awards=(award,)))[SHEET]
    assert hidden["A5"].value == lines[-1]


def test_texts_that_look_like_formulas_stay_texts_wherever_they_stand(tmp_path: Path) -> None:
    evil = '=HYPERLINK("http://x")'
    labels = replace(LABELS, recused='回"避', note=evil)
    award = replace(book().awards[0], title="<r>=1</r>", rows=(replace(ROWS[1], note=evil, remark="+1"),))
    path = written(tmp_path, title=evil, reviewer_name="@x", awards=(award,), labels=labels, guide=(evil,))
    formulas = {
        cell.coordinate: cell.value
        for sheet in openpyxl.load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert set(formulas) == {"C7", "D7", "G5", "H5"}
    assert '"回""避"' in str(formulas["H5"])


def test_a_file_that_is_there_stays_unless_it_may_go(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"mine")
    with pytest.raises(ExportRefused, match="target-exists"):
        write_score_sheets(book(), target)
    assert target.read_bytes() == b"mine"
    write_score_sheets(book(), target, replace=True)
    assert target.read_bytes().startswith(b"PK")
