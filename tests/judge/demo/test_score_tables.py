from pathlib import Path

import pytest

from imports.findings import Severity
from imports.records import RecusalRecord, ScoreRecord
from imports.register import KnownNomination, KnownReviewer, Register
from imports.remarks import Remarks
from imports.scores import read_scores
from imports.tables.reading import table_grids
from judge.demo.judgement import JudgedSheet, Progress, judge_panel
from judge.demo.panels import assignments, panel
from judge.demo.score_tables import score_rows, write_score_table, write_score_tables
from rubrics.model import Programme
from tests.judge.demo.conftest import SEED

AWARD = "trusted-team"


@pytest.fixture(scope="module")
def sheets(programme: Programme) -> tuple[JudgedSheet, ...]:
    qualities = {f"T{number:03d}": 0.8 for number in range(160)}
    reviewers = panel(["某地工信局"], programme, SEED)
    assigned = assignments([(key, AWARD) for key in qualities], reviewers, 5, SEED)
    return judge_panel(programme.rubric_of(AWARD), qualities, assigned, reviewers, SEED)


@pytest.fixture(scope="module")
def register(sheets: tuple[JudgedSheet, ...], programme: Programme) -> Register:
    nominations = {
        sheet.nomination: KnownNomination(sheet.nomination, AWARD, "", f"{sheet.nomination}班", "")
        for sheet in sheets
    }
    reviewers = {sheet.reviewer: KnownReviewer(sheet.reviewer, f"评委{sheet.reviewer}") for sheet in sheets}
    return Register(programme, nominations=tuple(nominations.values()), reviewers=tuple(reviewers.values()))


def _read(path: Path, register: Register) -> tuple[ScoreRecord | RecusalRecord, ...]:
    remarks = Remarks(path.name)
    records = read_scores(table_grids(path.read_bytes(), path.stem, remarks), register, remarks)
    assert [finding for finding in remarks.findings if finding.severity is not Severity.NOTE] == []
    return tuple(record for record in records if isinstance(record, ScoreRecord | RecusalRecord))


def test_filed_tables_read_back_to_the_marks_given(
    sheets: tuple[JudgedSheet, ...], register: Register, programme: Programme, tmp_path: Path
) -> None:
    paths = write_score_tables(tmp_path, AWARD, sheets, programme.rubric_of(AWARD), SEED)
    records = [record for path in paths for record in _read(path, register)]
    marks = {
        (record.nomination, record.reviewer, record.criterion): record.ticks
        for record in records
        if isinstance(record, ScoreRecord)
    }
    recusals = {
        (record.nomination, record.reviewer) for record in records if isinstance(record, RecusalRecord)
    }
    assert marks == {
        (sheet.nomination, sheet.reviewer, key): ticks
        for sheet in sheets
        for key, ticks in sheet.marks.items()
    }
    assert recusals == {
        (sheet.nomination, sheet.reviewer) for sheet in sheets if sheet.progress is Progress.RECUSED
    }
    assert {path.suffix for path in paths} == {".csv", ".xlsx"}
    assert len(records) > len(marks) + len(recusals), "no table repeats marks of another"


def test_tables_are_the_same_bytes_again(
    sheets: tuple[JudgedSheet, ...], programme: Programme, tmp_path: Path
) -> None:
    rubric = programme.rubric_of(AWARD)
    first, second = (write_score_tables(tmp_path / name, AWARD, sheets, rubric, SEED) for name in "ab")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_an_untouched_sheet_fills_no_row(
    sheets: tuple[JudgedSheet, ...], register: Register, programme: Programme, tmp_path: Path
) -> None:
    rubric = programme.rubric_of(AWARD)
    untouched = next(sheet for sheet in sheets if sheet.progress is Progress.UNTOUCHED)
    complete = next(sheet for sheet in sheets if sheet.progress is Progress.COMPLETE)
    rows = [row for sheet in (untouched, complete) for row in score_rows(sheet, rubric)]
    write_score_table(tmp_path / "one.csv", rows)
    read = _read(tmp_path / "one.csv", register)
    assert {(record.nomination, record.reviewer) for record in read} == {
        (complete.nomination, complete.reviewer)
    }
