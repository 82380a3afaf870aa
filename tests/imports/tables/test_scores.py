from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from imports.findings import Severity
from imports.reading import read
from imports.records import FileReading, Kind, RecusalRecord, ScoreRecord
from imports.register import Register
from tests.imports.tables.samples import (
    ALIM,
    DAWN,
    PROGRAMME,
    REGISTER,
    SCORE_HEAD,
    WILLOW,
    ZHANG,
    Row,
    codes,
    only,
    read_rows,
    write_csv,
    write_xlsx,
)

FIRST, SECOND, *_ = PROGRAMME.rubric_of("qc-group").criteria
MARK: Row = (DAWN.key, ZHANG.key, FIRST.key, "12.5")


def marks(reading: FileReading) -> list[tuple[str, str, str, int | None]]:
    scores = (record for record in reading.records if isinstance(record, ScoreRecord))
    return [(s.nomination, s.reviewer, s.criterion, s.ticks) for s in scores]


def test_names_serve_as_well_as_keys(tmp_path: Path) -> None:
    rows: list[Row] = [
        SCORE_HEAD,
        MARK,
        ("红柳 ＱＣ小组", "阿里木•买买提", FIRST.title.zh, "１０"),
        ("QC-0002", "r01", FIRST.title.en, "0"),
    ]
    reading = read_rows(tmp_path, rows)
    assert (reading.kind, reading.findings) == (Kind.SCORES, ())
    assert marks(reading) == [
        (DAWN.key, ZHANG.key, FIRST.key, 25),
        (WILLOW.key, ALIM.key, FIRST.key, 20),
        (WILLOW.key, ZHANG.key, FIRST.key, 0),
    ]


def test_a_workbook_gives_what_its_csv_gives(tmp_path: Path) -> None:
    rows = [SCORE_HEAD, MARK, (WILLOW.key, ALIM.key, SECOND.key, "20")]
    cells = [SCORE_HEAD, (*MARK[:3], 12.5), (WILLOW.key, ALIM.key, SECOND.key, 20)]
    from_csv = read_rows(tmp_path, rows)
    from_xlsx = read(write_xlsx(tmp_path / "scores.xlsx", cells), REGISTER)
    assert marks(from_csv) == marks(from_xlsx) != []
    assert from_csv.sha256 != from_xlsx.sha256


def test_an_empty_cell_is_no_mark_and_never_zero(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [SCORE_HEAD, MARK, (DAWN.key, ZHANG.key, SECOND.key, " ")])
    assert marks(reading) == [(DAWN.key, ZHANG.key, FIRST.key, 25)]
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("很好", "mark-not-a-number"),
        ("-1", "mark-negative"),
        ("12.3", "mark-off-step"),
        ("15.5", "mark-out-of-range"),
        ("不适用", "mark-must-apply"),
        ("N/A", "mark-must-apply"),
    ],
)
def test_a_mark_that_cannot_be_taken(tmp_path: Path, written: str, code: str) -> None:
    reading = read_rows(tmp_path, [SCORE_HEAD, MARK, (WILLOW.key, ZHANG.key, FIRST.key, written)])
    finding = only(reading, code)
    assert (finding.place.row, finding.place.label) == (3, "分值")
    assert finding.params["criterion"] == FIRST.key
    assert reading.refused


def test_not_applicable_where_the_criterion_allows_it(tmp_path: Path) -> None:
    rubric = PROGRAMME.rubric_of("qc-group")
    lenient = replace(rubric, criteria=(replace(FIRST, may_not_apply=True), *rubric.criteria[1:]))
    programme = replace(PROGRAMME, rubrics={**PROGRAMME.rubrics, rubric.key: lenient})
    rows = [SCORE_HEAD, (DAWN.key, ZHANG.key, FIRST.key, "不适用")]
    reading = read_rows(tmp_path, rows, register=replace(REGISTER, programme=programme))
    assert marks(reading) == [(DAWN.key, ZHANG.key, FIRST.key, None)]


def test_recusal_is_one_record_a_sheet(tmp_path: Path) -> None:
    rows = [SCORE_HEAD, (DAWN.key, ZHANG.key, FIRST.key, "回避"), (DAWN.key, ZHANG.key, "", "Recused")]
    reading = read_rows(tmp_path, rows)
    (record,) = reading.records
    assert isinstance(record, RecusalRecord)
    assert (record.nomination, record.reviewer, record.place.row) == (DAWN.key, ZHANG.key, 2)
    assert reading.findings == ()


def test_marks_by_a_recused_reviewer_are_refused(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [SCORE_HEAD, MARK, (DAWN.key, ZHANG.key, SECOND.key, "回避")])
    finding = only(reading, "recusal-with-marks")
    assert (finding.place.row, finding.params["marked_row"]) == (3, 2)
    assert finding.severity is Severity.BLOCKING


def test_unknown_names_are_said_once_with_what_they_may_mean(tmp_path: Path) -> None:
    rows: list[Row] = [
        SCORE_HEAD,
        ("晨光小组", ZHANG.key, FIRST.key, "1"),
        ("晨光小组", ZHANG.key, SECOND.key, "1"),
        (DAWN.key, "张三丰", FIRST.key, "1"),
        (DAWN.key, ZHANG.key, "选题", "1"),
    ]
    reading = read_rows(tmp_path, rows)
    nomination = only(reading, "score-nomination-unknown")
    assert (nomination.params["name"], nomination.params["rows"], nomination.place.row) == ("晨光小组", 2, 2)
    assert nomination.params["nearest"] == ("晨光QC小组", "红柳QC小组")
    assert only(reading, "score-reviewer-unknown").params["nearest"] == ("张三",)
    criterion = only(reading, "score-criterion-unknown")
    assert (criterion.place.row, criterion.place.label, criterion.params["name"]) == (5, "评分项", "选题")
    assert FIRST.title.zh in str(criterion.params["known"])
    assert marks(reading) == []


def test_a_name_that_two_nominations_share(tmp_path: Path) -> None:
    register = REGISTER.with_nominations([replace(DAWN, key="QC-0009", organisation="塔里木油田")])
    reading = read_rows(tmp_path, [SCORE_HEAD, (DAWN.name, ZHANG.key, FIRST.key, "1")], register=register)
    assert only(reading, "nomination-ambiguous").params["keys"] == (DAWN.key, "QC-0009")
    assert marks(reading) == []


def test_a_name_beside_the_key_must_be_the_keys_own(tmp_path: Path) -> None:
    rows = [
        (*SCORE_HEAD, "小组名称"),
        (*MARK, WILLOW.name),
        (DAWN.key, ALIM.key, FIRST.key, "1", "晨光 QC小组"),
    ]
    reading = read_rows(tmp_path, rows)
    finding = only(reading, "score-names-disagree")
    assert (finding.place.row, finding.place.label) == (2, "小组名称")
    assert dict(finding.params) == {"key": DAWN.key, "written": WILLOW.name, "known": DAWN.name}


def test_a_table_of_names_alone(tmp_path: Path) -> None:
    rows = [("小组名称", "评委姓名", "评分项", "得分"), (DAWN.name, ALIM.name, FIRST.key, "3")]
    assert marks(read_rows(tmp_path, rows)) == [(DAWN.key, ALIM.key, FIRST.key, 6)]


def test_the_same_mark_twice_with_one_value(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [SCORE_HEAD, MARK, (DAWN.name, ZHANG.name, FIRST.key, "12.50")])
    assert len(marks(reading)) == 1
    assert only(reading, "marks-repeated").params["count"] == 1
    assert not reading.refused


def test_the_same_mark_twice_with_two_values(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [SCORE_HEAD, MARK, (DAWN.key, ZHANG.key, FIRST.key, "13")])
    finding = only(reading, "mark-twice")
    assert (finding.params["points"], finding.params["first_points"]) == ("13", "12.5")
    assert (finding.place.row, finding.params["first_row"]) == (3, 2)
    assert finding.params["first_file"] == reading.path
    assert reading.refused


def test_the_same_mark_in_two_files_of_one_import(tmp_path: Path) -> None:
    earlier = read(write_csv(tmp_path / "earlier.csv", [SCORE_HEAD, MARK]), REGISTER)
    register = REGISTER.with_marks(r for r in earlier.records if isinstance(r, ScoreRecord))

    same = read_rows(tmp_path, [SCORE_HEAD, MARK], register=register)
    assert marks(same) == marks(earlier)
    assert (only(same, "marks-known").params["count"], same.refused) == (1, False)

    other = read_rows(tmp_path, [SCORE_HEAD, (*MARK[:3], "0")], register=register)
    finding = only(other, "mark-twice")
    assert (finding.params["first_file"], finding.params["first_row"]) == (earlier.path, 2)
    assert other.refused


def test_a_mark_that_the_edition_holds_otherwise(tmp_path: Path) -> None:
    register = replace(REGISTER, marks={(DAWN.key, ZHANG.key, FIRST.key): 0})
    finding = only(read_rows(tmp_path, [SCORE_HEAD, MARK], register=register), "mark-differs")
    assert (finding.params["points"], finding.params["first_points"]) == ("12.5", "0")


def test_a_row_without_its_names(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [SCORE_HEAD, MARK, ("", ZHANG.key, FIRST.key, "9")])
    assert only(reading, "score-incomplete").place.row == 3


def test_several_sheets_of_one_workbook_are_one_panel(tmp_path: Path) -> None:
    path = tmp_path / "panel.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        for reviewer, points in ((ZHANG, 12), (ALIM, 13)):
            sheet = workbook.add_worksheet(reviewer.key)
            sheet.write_row(0, 0, ("评分表",))
            sheet.write_row(1, 0, SCORE_HEAD)
            sheet.write_row(2, 0, (DAWN.key, reviewer.key, FIRST.key, points))
        workbook.add_worksheet("说明").write(0, 0, "按 0.5 分打分")
    reading = read(path, REGISTER)
    assert [ticks for *_, ticks in marks(reading)] == [24, 26]
    assert only(reading, "sheet-ignored").place.table == "说明"
    assert [record.place.table for record in reading.records] == ["R01", "R02"]


@given(
    st.dictionaries(
        st.sampled_from([c.key for c in PROGRAMME.rubric_of("qc-group").criteria]),
        st.integers(0, 20),
        min_size=1,
    )
)
def test_what_is_written_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, ticks: dict[str, int]
) -> None:
    folder = tmp_path_factory.mktemp("marks", numbered=True)
    rows = [SCORE_HEAD, *((DAWN.key, ZHANG.key, key, str(value / 2)) for key, value in ticks.items())]
    reading = read_rows(folder, rows, Kind.SCORES)
    assert {criterion: value for *_, criterion, value in marks(reading)} == ticks
    assert codes(reading) == []


def test_all_that_is_wrong_with_a_row_is_said_at_once(tmp_path: Path) -> None:
    rows: list[Row] = [
        (*SCORE_HEAD, "小组名称", "评委姓名"),
        ("晨光小组", "张三丰", FIRST.key, "优", "", ""),
        (DAWN.key, "R99", "选题", "3.3", "红柳QC小组", ""),
        ("", "R01", "", "9", "", "李四"),
        ("QC-9999", "", "", "回避", "", ""),
    ]
    reading = read_rows(tmp_path, rows)
    assert {(f.place.row, f.place.label, f.code) for f in reading.findings} == {
        (2, "申报编号", "score-nomination-unknown"),
        (2, "评委编号", "score-reviewer-unknown"),
        (2, "分值", "mark-not-a-number"),
        (3, "评委编号", "score-reviewer-unknown"),
        (3, "评分项", "score-criterion-unknown"),
        (3, "分值", "mark-off-step"),
        (3, "小组名称", "score-names-disagree"),
        (4, "申报编号", "score-incomplete"),
        (4, "评委姓名", "score-names-disagree"),
        (5, "申报编号", "score-nomination-unknown"),
        (5, "评委编号", "score-incomplete"),
    }
    incomplete = [f.params["columns"] for f in reading.findings if f.code == "score-incomplete"]
    assert incomplete == [("申报编号", "评分项"), ("评委编号",)]
    assert marks(reading) == []


def test_where_nothing_is_known_that_is_said_once(tmp_path: Path) -> None:
    rows: list[Row] = [SCORE_HEAD, MARK, (WILLOW.key, ALIM.key, SECOND.key, "20")]
    reading = read_rows(tmp_path, rows, register=Register(PROGRAMME))
    for code, label in (("score-nomination-none", "申报编号"), ("score-reviewer-none", "评委编号")):
        finding = only(reading, code)
        assert (finding.place.row, finding.place.label, finding.params["rows"]) == (2, label, 2)
    assert len(reading.findings) == 2
