"""Workbooks of score sheets to which something was done: each thing found by its own name, all at once."""

import re
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from imports.findings import Finding
from imports.records import Kind
from judge.locale import speak
from judge.locale.sentences import Where, say_at
from judge.services.editions.edition import Edition, make_edition
from judge.services.papers.importing import read_papers
from judge.services.sheets.assigning import assign, plan_assignments
from rubrics.model import Programme
from tests.judge.services import small_papers as papers
from tests.judge.services.papers.filled_workbooks import (
    FIRST_ROW,
    GROUP,
    altered,
    award_sheet,
    blocking,
    changed,
    filled,
    places,
    sent,
    ticks,
    whole_row,
)

HEAD_ROW = FIRST_ROW - 1
HIDDEN = "judge-score-sheet"
OTHER = "JSS1-0000-1111-2222-3333"

pytestmark = pytest.mark.parametrize("location", ["sqlite"], indirect=True)


def test_a_pasted_key_is_named_with_what_stood_there(assigned: Edition, tmp_path: Path) -> None:
    path = sent(assigned, tmp_path)
    report = papers.read(assigned, filled(path, {"B6": "qc-group-9999", "E6": 5}))
    (finding,) = report.findings()
    assert (finding.code, finding.place.row) == ("score-sheet-key-changed", 6)
    assert finding.params == {"expected": "qc-group-0002", "found": "qc-group-9999"}
    twice = papers.read(assigned, filled(path, {"B6": GROUP, "E6": 5}))
    assert [(f.code, f.place.row) for f in twice.findings()] == [
        ("score-sheet-row-twice", 6),
        ("score-sheet-row-missing", 6),
    ]


def test_a_row_pasted_over_with_anothers_name_is_not_read(assigned: Edition, tmp_path: Path) -> None:
    report = papers.read(assigned, filled(sent(assigned, tmp_path), {"C6": "胡杨QC小组", "E6": 5}))
    assert places(report, ["score-sheet-name-changed"]) == [("score-sheet-name-changed", 6, "Name")]


def test_deleted_rows_are_named_and_rows_that_moved_are_read_by_their_keys(
    assigned: Edition, tmp_path: Path
) -> None:
    def delete(sheet: Worksheet) -> None:
        sheet["E7"] = 5
        sheet.delete_rows(6)

    report = papers.read(assigned, changed(sent(assigned, tmp_path), delete))
    found = [(f.code, f.params.get("nomination"), f.params.get("count")) for f in report.findings()]
    assert found == [
        ("score-sheet-row-missing", "qc-group-0002", None),
        ("score-sheet-rows-moved", None, 2),
    ]


def test_sorted_rows_keep_their_marks(assigned: Edition, tmp_path: Path) -> None:
    def swap(sheet: Worksheet) -> None:
        sheet["E5"], sheet["E6"] = 3, 4
        for column in range(1, 16):
            first, second = sheet.cell(5, column), sheet.cell(6, column)
            first.value, second.value = second.value, first.value

    report = papers.read(assigned, changed(sent(assigned, tmp_path), swap))
    assert [f.code for f in report.findings()] == ["score-sheet-rows-moved"]
    papers.file(assigned, tmp_path / "back.xlsx")
    assert (ticks(assigned), ticks(assigned, "qc-group-0002")) == ({"alignment": 6}, {"alignment": 8})


def test_rows_inserted_above_the_table_do_no_harm(assigned: Edition, tmp_path: Path) -> None:
    def insert(sheet: Worksheet) -> None:
        sheet["E5"] = 3
        sheet.insert_rows(1, 2)

    papers.file(assigned, changed(sent(assigned, tmp_path), insert))
    assert ticks(assigned) == {"alignment": 6}


def test_added_rows_are_refused(assigned: Edition, tmp_path: Path) -> None:
    report = papers.read(
        assigned, filled(sent(assigned, tmp_path), {"B9": "qc-group-0009", "E9": 5, "E11": 1})
    )
    assert [(f.code, f.place.row, f.params["found"]) for f in report.findings()] == [
        ("score-sheet-row-added", 9, "qc-group-0009"),
        ("score-sheet-row-added", 11, ""),
    ]


def test_moved_and_deleted_columns_are_named(assigned: Edition, tmp_path: Path) -> None:
    def swap(sheet: Worksheet) -> None:
        sheet["E4"], sheet["F4"] = sheet["F4"].value, sheet["E4"].value

    (finding,) = papers.read(assigned, changed(sent(assigned, tmp_path), swap)).findings()
    assert (finding.code, finding.place.row) == ("score-sheet-column-moved", HEAD_ROW)
    assert [str(column).split()[0] for column in finding.params["columns"]] == ["E", "F"]  # type: ignore[union-attr]
    gone = papers.read(assigned, changed(sent(assigned, tmp_path), lambda sheet: sheet.delete_cols(5)))
    assert blocking(gone) == ["score-sheet-column-moved"]


def test_formulas_merges_and_texts_stand_each_in_their_cell(assigned: Edition, tmp_path: Path) -> None:
    def spoil(sheet: Worksheet) -> None:
        sheet["E5"] = "=5+5"
        sheet["F5"] = "好"
        sheet["G5"], sheet["H5"], sheet["I5"] = 99, 3.25, "不适用"
        sheet["E6"] = 4
        sheet.merge_cells("E6:F6")
        sheet["O7"] = "没有回避"
        sheet["N8"] = "回避"
        sheet["E8"] = -1

    report = papers.read(assigned, changed(sent(assigned, tmp_path), spoil))
    found = {(f.code, f.place.row) for f in report.findings()}
    assert found == {
        ("score-sheet-formula", 5),
        ("mark-not-a-number", 5),
        ("mark-out-of-range", 5),
        ("mark-off-step", 5),
        ("mark-must-apply", 5),
        ("score-sheet-merged", 6),
        ("score-sheet-reason-alone", 7),
        ("score-sheet-recusal-reason", 8),
        ("mark-negative", 8),
    }


def test_every_wrong_mark_is_said_at_once(assigned: Edition, tmp_path: Path) -> None:
    cells = {"E5": "好", "F5": 99, "G5": 3.25, "H5": "不适用", "I5": "1e1", "J5": -1, "N6": "也许"}
    report = papers.read(assigned, filled(sent(assigned, tmp_path), cells))
    assert [f.code for f in report.findings()] == [
        "mark-not-a-number",
        "mark-out-of-range",
        "mark-off-step",
        "mark-must-apply",
        "mark-not-a-number",
        "mark-negative",
        "score-sheet-recusal-word",
    ]


def test_a_recusal_beside_new_marks_is_no_clear_word(assigned: Edition, tmp_path: Path) -> None:
    cells = {"E5": 3, "N5": "回避", "O5": "亲属"}
    assert blocking(papers.read(assigned, filled(sent(assigned, tmp_path), cells))) == [
        "score-sheet-recusal-marks"
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda book: book.remove(book[HIDDEN]), "score-sheet-binding-gone"),
        (lambda book: _write(book[HIDDEN], "A3", "{}"), "score-sheet-fingerprint"),
        (lambda book: _write(book[HIDDEN], "A2", "0" * 64), "score-sheet-fingerprint"),
        (lambda book: _write(book[HIDDEN], "A1", "judge-score-sheet 2"), "score-sheet-newer"),
        (lambda book: book[HIDDEN].delete_rows(5), "score-sheet-fingerprint"),
        (lambda book: book[HIDDEN].delete_rows(1, 9), "score-sheet-binding-gone"),
        (lambda book: book.remove(award_sheet(book)), "score-sheet-table-missing"),
        (
            lambda book: _write(book.worksheets[0], "B4", OTHER),
            "score-sheet-cover-differs",
        ),
    ],
)
def test_what_binds_a_workbook_cannot_be_changed_unseen(
    assigned: Edition, tmp_path: Path, change: Callable[[Workbook], object], code: str
) -> None:
    path = filled(sent(assigned, tmp_path), whole_row(5), "filled.xlsx")
    assert blocking(papers.read(assigned, altered(path, change))) == [code]


def _write(sheet: Worksheet, cell: str, value: str) -> None:
    sheet[cell] = value


def test_a_renamed_sheet_is_known_by_its_heads(assigned: Edition, tmp_path: Path) -> None:
    def rename(sheet: Worksheet) -> None:
        sheet.title, sheet["E5"] = "我的评分", 3

    papers.file(assigned, changed(sent(assigned, tmp_path), rename))
    assert ticks(assigned) == {"alignment": 6}


def test_a_sheet_of_anothers_workbook_is_found_by_its_fingerprint(assigned: Edition, tmp_path: Path) -> None:
    others = award_sheet(openpyxl.load_workbook(sent(assigned, tmp_path, "R02")))

    def paste(sheet: Worksheet) -> None:
        for row in others.iter_rows():
            for cell in row:
                sheet[cell.coordinate] = cell.value
        sheet["E5"] = 3

    report = papers.read(assigned, changed(sent(assigned, tmp_path), paste))
    assert blocking(report) == ["score-sheet-cover-differs"]


def test_a_workbook_of_another_edition_or_reviewer_is_refused(
    assigned: Edition, tmp_path: Path, programme: Programme
) -> None:
    other = make_edition(str(tmp_path / "other.judge"), title="2020", year=2019, programme=programme)
    folder = tmp_path / "other"
    folder.mkdir()
    papers.file(other, papers.quotas(folder), papers.nominations(folder), papers.reviewers(folder, 4))
    assign(other, plan_assignments(other, 4))
    path = sent(other, folder, "R04")
    other.close()
    assert blocking(papers.read(assigned, filled(path, whole_row(5)))) == ["score-sheet-of-another-edition"]


def test_an_unknown_reviewer_and_a_rubric_since_changed_are_refused(
    assigned: Edition, tmp_path: Path, programme: Programme
) -> None:
    path = filled(sent(assigned, tmp_path, "R03"), whole_row(5))
    with closing(twin(assigned, tmp_path / "few", programme, 2)) as few:
        assert blocking(read_papers(few, [path])) == ["score-sheet-reviewer-unknown"]
    rubrics = {key: replace(rubric, version=rubric.version + 1) for key, rubric in programme.rubrics.items()}
    with closing(twin(assigned, tmp_path / "later", replace(programme, rubrics=rubrics), 3)) as later:
        assert blocking(read_papers(later, [path])) == ["score-sheet-rubric-changed"]


def twin(edition: Edition, folder: Path, programme: Programme, reviewers: int) -> Edition:
    """An edition of the same identity and papers, with so many reviewers, in which nothing is marked."""
    folder.mkdir()
    made = make_edition(
        str(folder / "t.judge"), title="x", year=2019, programme=programme, identity=edition.id
    )
    first = papers.quotas(folder), papers.nominations(folder), papers.reviewers(folder, reviewers)
    papers.file(made, *first)
    assign(made, plan_assignments(made, 3))
    return made


def test_a_copy_of_the_edition_that_went_on_alone_is_another(assigned: Edition, tmp_path: Path) -> None:
    """Its workbook knows acts that are not in this ledger: what it changes cannot be compared."""
    path = sent(assigned, tmp_path)
    papers.file(assigned, filled(path, {"E5": 3}))
    ahead = filled(sent(assigned, tmp_path), {"F5": 4}, "ahead.xlsx")
    with closing(twin(assigned, tmp_path / "behind", assigned.programme, 3)) as behind:
        assert blocking(read_papers(behind, [ahead])) == ["score-sheet-of-other-copy"]


def test_nominations_that_are_not_assigned_are_refused(assigned: Edition, tmp_path: Path) -> None:
    path = filled(sent(assigned, tmp_path), {"E5": 3})
    folder = tmp_path / "bare"
    folder.mkdir()
    bare = make_edition(
        str(folder / "b.judge"), title="x", year=2019, programme=assigned.programme, identity=assigned.id
    )
    papers.file(bare, papers.quotas(folder), papers.nominations(folder), papers.reviewers(folder))
    assert blocking(read_papers(bare, [path])) == ["score-sheet-not-assigned"]
    bare.close()


def test_other_formats_and_single_sheets_say_what_to_save(assigned: Edition, tmp_path: Path) -> None:
    path = sent(assigned, tmp_path)
    rows = [[cell.value for cell in row] for row in award_sheet(openpyxl.load_workbook(path)).iter_rows()]
    alone = papers.table(tmp_path / "alone.csv", *rows)
    assert blocking(papers.read(assigned, alone)) == ["score-sheet-binding-gone"]


def test_a_workbook_is_read_as_nothing_else_and_nothing_else_as_one(
    assigned: Edition, tmp_path: Path
) -> None:
    path = sent(assigned, tmp_path)
    for kind in (Kind.SCORES, Kind.NOMINATIONS, Kind.REPORT):
        assert blocking(read_papers(assigned, [path], kind=kind)) == ["score-sheet-cannot-be"]
    assert read_papers(assigned, [path], kind=Kind.SCORE_SHEETS).refused == ()
    table = papers.scores(tmp_path, papers.sheet_rows(GROUP, "R01", 5))
    assert blocking(read_papers(assigned, [table], kind=Kind.SCORE_SHEETS)) == ["not-a-score-sheet"]


def test_an_array_formula_over_marks_is_seen_in_each_of_its_cells(assigned: Edition, tmp_path: Path) -> None:
    path = filled(sent(assigned, tmp_path), {"E5": 3, "E6": 4})
    spoilt = tmp_path / "array.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(spoilt, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet2.xml"):
                content, count = re.subn(
                    rb'(<c r="E5"[^>]*>)', rb'\1<f t="array" ref="E5:E6">ROW(A1:A2)</f>', content
                )
                assert count == 1
            new.writestr(name, content)
    found = places(papers.read(assigned, spoilt), ["score-sheet-formula"])
    assert [row for _code, row, _label in found] == [5, 6]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_wrong_is_said_at_once_in_both_languages(
    assigned: Edition, tmp_path: Path, language: str
) -> None:
    def spoil(sheet: Worksheet) -> None:
        sheet["B5"], sheet["C6"], sheet["E7"], sheet["F7"] = "甲", "乙", "=1", "丙"
        sheet["B9"], sheet["E9"] = "丁", 4
        sheet.delete_rows(8)

    report = papers.read(assigned, changed(sent(assigned, tmp_path), spoil))
    assert set(blocking(report)) == {
        "score-sheet-key-changed",
        "score-sheet-name-changed",
        "score-sheet-formula",
        "mark-not-a-number",
    }
    speak(language)
    try:
        said = [_sentence(finding) for finding in report.findings()]
    finally:
        speak("en")
    assert all("?" not in sentence and "score-sheet" not in sentence for sentence in said), said


def _sentence(finding: Finding) -> str:
    place = finding.place
    return say_at(Where("", place.table, place.row, place.label), finding.code, finding.params)


def test_one_wrong_cell_keeps_the_whole_workbook_out(assigned: Edition, tmp_path: Path) -> None:
    report = papers.read(assigned, filled(sent(assigned, tmp_path), whole_row(5) | {"E6": "好"}))
    assert len(report.refused) == 1
    assert ticks(assigned) == {}
