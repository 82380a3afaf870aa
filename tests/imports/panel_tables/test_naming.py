"""What score tables name first: nominations with what is said of them, numbered reviewers, bodies."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from imports.panel_tables.bodies import NO_BODY
from imports.reading import read
from imports.records import FileReading, Kind, NominationRecord, QuotaRecord, ReviewerRecord, ScoreRecord
from imports.register import KnownNomination, KnownReviewer, Nameable, Register
from tests.imports.panel_tables.panels import (
    CRITERIA,
    EVERYTHING,
    ONE,
    ONE_KNOWN,
    Row,
    book,
    named,
    programme,
)
from tests.imports.tables.samples import codes, only, write_csv

AWARDS = Register(programme(CRITERIA[:1], "first", "second"), takes=EVERYTHING)


def table(folder: Path, rows: Sequence[Row], register: Register = ONE) -> FileReading:
    return read(write_csv(folder / "table.csv", rows), register, Kind.SCORES)


def of(reading: FileReading, kind: type) -> list[object]:
    return [record for record in reading.records if isinstance(record, kind)]


def nominations(reading: FileReading) -> list[NominationRecord]:
    return [record for record in reading.records if isinstance(record, NominationRecord)]


def test_what_stands_beside_a_name_is_filed_with_it(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("编号", "作品名称", "推荐单位", "企业名称", "成果名称", "张三"),
        ("A-17", "甲组", "哈密", "一厂", "降低故障率", 9),
        ("A-18", "[/x]", "伊犁", "二厂", "=1+1", 8),
    ]
    reading = table(tmp_path, rows)
    first, second = nominations(reading)
    assert (first.name, first.body, first.organisation, first.subject) == (
        "甲组",
        "哈密",
        "一厂",
        "降低故障率",
    )
    assert first.value("nomination-number") == "A-17"
    assert (second.name, second.subject, second.place.row) == ("[/x]", "=1+1", 3)
    bodies = [(r.number, r.body, dict(r.seats)) for r in reading.records if isinstance(r, QuotaRecord)]
    assert bodies == [(1, "哈密", {}), (2, "伊犁", {})]
    assert "scores-body-none" not in codes(reading)


def test_where_nobody_recommends_that_is_said(tmp_path: Path) -> None:
    reading = table(tmp_path, [("作品", "张三"), ("甲组", 9)])
    assert [record.body for record in nominations(reading)] == [NO_BODY]
    assert only(reading, "scores-body-none").params["body"] == NO_BODY


def test_a_nomination_without_any_mark_is_one_all_the_same(tmp_path: Path) -> None:
    reading = table(tmp_path, [("作品", "张三"), ("甲组", 9), ("乙组", "")])
    assert named(reading)[0] == ["甲组", "乙组"]
    assert only(reading, "scores-counted").params["gaps"] == 1


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("张三", "李四"), [("R01", "张三"), ("R02", "李四")]),
        (("R01", "张三"), [("R01", "R01"), ("R02", "张三")]),
        (("J1", "J-2"), [("J1", "J1"), ("J-2", "J-2")]),
        (("7", "12"), [("7", "7"), ("12", "12")]),
        (("judge 1", "评委2"), [("R01", "judge 1"), ("R02", "评委2")]),
    ],
)
def test_reviewers_keep_their_number_or_get_one(
    tmp_path: Path, heads: Row, expected: list[tuple[str, str]]
) -> None:
    rows: list[Row] = [("作品", *heads), ("甲组", 1, 2)]
    reading = table(tmp_path, rows)
    assert [(r.key, r.name) for r in reading.records if isinstance(r, ReviewerRecord)] == expected
    assert [r.reviewer for r in reading.records if isinstance(r, ScoreRecord)] == [key for key, _ in expected]


def test_a_number_beside_a_reviewers_name_is_theirs(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("作品", "评委编号", "评委姓名", "得分"),
        ("甲组", "E7", "张三", 1),
        ("乙组", "E7", "张三", 2),
    ]
    reading = table(tmp_path, rows)
    assert [(r.key, r.name) for r in reading.records if isinstance(r, ReviewerRecord)] == [("E7", "张三")]
    other = table(tmp_path, [*rows, ("丙组", "E7", "李四", 3), ("丙组", "a b", "王五", 3)])
    assert only(other, "score-names-disagree").place.row == 4
    assert only(other, "reviewer-key-malformed").place.row == 5


def test_reviewers_sit_on_the_panels_of_what_they_mark(tmp_path: Path) -> None:
    rows: list[Row] = [("作品", "奖项", "张三", "李四"), ("甲组", "first奖", 1, 2), ("乙组", "second", "", 3)]
    reading = table(tmp_path, rows, AWARDS)
    assert [record.award for record in nominations(reading)] == ["first", "second"]
    seats = {r.name: r.awards for r in reading.records if isinstance(r, ReviewerRecord)}
    assert seats == {"张三": ("first",), "李四": ("first", "second")}
    assert [r.nomination for r in reading.records if isinstance(r, ScoreRecord)] == [
        "first-0001",
        "first-0001",
        "second-0001",
    ]


def test_a_sheet_may_be_called_by_its_award(tmp_path: Path) -> None:
    sheets: dict[str, Sequence[Row]] = {
        "first奖": [("作品", "张三"), ("甲组", 1)],
        "second奖": [("作品", "张三"), ("乙组", 1)],
    }
    reading = read(book(tmp_path / "book.xlsx", sheets), AWARDS, Kind.SCORES)
    assert [(record.award, record.name) for record in nominations(reading)] == [
        ("first", "甲组"),
        ("second", "乙组"),
    ]


@pytest.mark.parametrize(
    ("register", "rows", "found"),
    [
        (AWARDS, [("作品", "张三"), ("甲组", 1), ("乙组", 1)], {"score-award-untold": 1}),
        (AWARDS, [("作品", "奖项", "张三"), ("甲组", "third", 1)], {"award-unknown": 2}),
        (AWARDS, [("作品", "奖项", "张三"), ("甲组", "", 1)], {"award-missing": 2}),
        (
            ONE,
            [("作品", "单位", "张三"), ("甲组", "一厂", 1), ("甲组", "二厂", 1)],
            {"score-names-differ": 3},
        ),
        (
            ONE,
            [("编号", "作品", "张三"), ("1", "甲组", 1), ("2", "甲组", 2)],
            {"score-names-differ": 3, "mark-twice": 3},
        ),
        (
            replace(ONE, bodies=("哈密",), takes=EVERYTHING - {Nameable.BODY}),
            [("作品", "推荐单位", "张三"), ("甲组", "哈蜜", 1)],
            {"body-unknown": 2},
        ),
        (
            replace(ONE, bodies=("哈密",), takes=EVERYTHING - {Nameable.BODY}),
            [("作品", "张三"), ("甲组", 1)],
            {"score-body-untold": 1},
        ),
        (ONE, [("作品", "张三"), ("甲" * 201, 1)], {"score-name-too-long": 2}),
    ],
)
def test_what_cannot_be_named_is_said_and_nothing_else_of_it(
    tmp_path: Path, register: Register, rows: Sequence[Row], found: Mapping[str, int]
) -> None:
    reading = table(tmp_path, rows, register)
    faults = {f.code: f.place.row for f in reading.findings if f.severity == "blocking"}
    assert faults == found


def test_only_what_the_edition_lacks_is_taken(tmp_path: Path) -> None:
    rows: list[Row] = [("作品", "张三", "李四"), ("甲组", 1, 2), ("丙组", 3, 4)]
    reviewers = replace(ONE_KNOWN, reviewers=(), takes=frozenset({Nameable.REVIEWER}))
    reading = table(tmp_path, rows, reviewers)
    assert only(reading, "score-nomination-unknown").params["name"] == "丙组"
    assert named(reading) == ([], ["张三", "李四"])


def test_the_next_table_adds_to_the_one_before(tmp_path: Path) -> None:
    before = replace(
        ONE,
        bodies=(NO_BODY,),
        nominations=(KnownNomination("panel-0001", "panel", NO_BODY, "甲组", ""),),
        reviewers=(KnownReviewer("R01", "张三"),),
    )
    reading = table(tmp_path, [("作品", "张三", "李四"), ("甲组", 1, 2), ("乙组", 3, 4)], before)
    assert named(reading) == (["乙组"], ["李四"])
    assert of(reading, QuotaRecord) == []
    assert [(r.nomination, r.reviewer) for r in reading.records if isinstance(r, ScoreRecord)] == [
        ("panel-0001", "R01"),
        ("panel-0001", "R02"),
        ("panel-0002", "R01"),
        ("panel-0002", "R02"),
    ]


def test_without_leave_nothing_is_named(tmp_path: Path) -> None:
    reading = table(tmp_path, [("作品", "张三"), ("甲组", 9)], replace(ONE, takes=frozenset()))
    assert {"score-nomination-none", "score-reviewer-none"} <= set(codes(reading))
    assert reading.records == ()
