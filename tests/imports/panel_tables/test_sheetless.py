"""Who gave a nomination no mark at all: named where a panel marks everything, summed up where it does not."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from imports.findings import Severity
from imports.reading import read
from imports.records import FileReading, Kind
from tests.imports.panel_tables.panels import ONE, Row
from tests.imports.tables.samples import codes, write_csv

SHEETLESS = {"score-sheet-none", "score-sheets-uneven"}
HEAD = ("作品", "张三", "李四", "王五", "赵六", "陈刚")


def table(folder: Path, rows: Sequence[Row]) -> FileReading:
    return read(write_csv(folder / "table.csv", rows), ONE, Kind.SCORES)


def said(reading: FileReading) -> list[tuple[str, int | None, Mapping[str, object]]]:
    found = [one for one in reading.findings if one.code in SHEETLESS]
    assert all(one.severity is Severity.WARNING for one in found)
    assert all(one.place.file and one.place.table for one in found)
    return [(one.code, one.place.row, dict(one.params)) for one in found]


def test_each_nomination_with_a_sheet_less_is_named(tmp_path: Path) -> None:
    rows: list[Row] = [HEAD, ("甲", 8, 6, 7, 8, 9), ("乙", 9, 9, "回避", 8, ""), ("丙", "", 6, 7, 7, 8)]
    first, second = said(table(tmp_path, rows))
    assert first[:2] == ("score-sheet-none", 3)
    assert (first[2]["name"], first[2]["reviewers"], first[2]["sheets"]) == ("乙", ("R05 陈刚",), 3)
    assert second[:2] == ("score-sheet-none", 4)
    assert (second[2]["name"], second[2]["reviewers"], second[2]["sheets"]) == ("丙", ("R01 张三",), 4)


def test_a_row_left_wholly_blank_names_the_whole_panel(tmp_path: Path) -> None:
    rows: list[Row] = [HEAD, *((name, 8, 6, 7, 8, 9) for name in "甲乙丙丁"), ("戊", *[""] * 5)]
    ((_, row, params),) = said(table(tmp_path, rows))
    assert (row, params["sheets"]) == (6, 0)
    assert params["reviewers"] == ("R01 张三", "R02 李四", "R03 王五", "R04 赵六", "R05 陈刚")


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        ([("甲", 8, 6, "", "", ""), ("乙", "", "", 7, 8, 9)], (5, 10, 2, 3)),
        ([("甲", 8, 6, 7, 8, 9), ("乙", 9, 9, "", "", "")], (3, 10, 2, 5)),
    ],
)
def test_where_much_is_blank_one_warning_sums_up(
    tmp_path: Path, rows: list[Row], counts: tuple[int, ...]
) -> None:
    ((code, _, params),) = said(table(tmp_path, [HEAD, *rows]))
    assert code == "score-sheets-uneven"
    assert tuple(params[key] for key in ("count", "places", "fewest", "most")) == counts


@pytest.mark.parametrize(
    "rows",
    [
        [("甲", 8, 6, 7, 8, 9), ("乙", 9, 9, 8, 8, "回避")],
        [("甲", 8, 6, 7, "", ""), ("乙", "", "", 7, 8, 9)],
    ],
    ids=["all-given-or-recused", "dealt-out-evenly"],
)
def test_nothing_is_said_where_nobody_has_fewer(tmp_path: Path, rows: list[Row]) -> None:
    assert said(table(tmp_path, [HEAD, *rows])) == []


def test_an_edition_that_has_names_has_assignments_instead(tmp_path: Path) -> None:
    rows: list[Row] = [HEAD, *((name, 8, 6, 7, 8, 9) for name in "甲乙丙"), ("丁", 8, 6, 7, 8, "")]
    file = write_csv(tmp_path / "table.csv", rows)
    assert SHEETLESS & set(codes(read(file, ONE, Kind.SCORES)))
    reading = read(file, replace(ONE, takes=frozenset()), Kind.SCORES)
    assert not SHEETLESS & {one.code for one in reading.findings}
