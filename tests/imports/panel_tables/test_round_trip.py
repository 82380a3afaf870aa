"""Any panel, written in any layout, reads back as what it was; what was not given is not there."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imports.matching import label_key, name_key
from imports.panel_tables.words import COLUMN_OF, is_computed, is_recusal
from imports.reading import read
from imports.records import Kind
from imports.register import Register
from tests.imports.panel_tables.panels import CRITERIA, ONE, THREE, Marks, Row, book, marks, named
from tests.imports.tables.samples import codes, csv_bytes, write_csv

Panel = tuple[Sequence[str], Sequence[str], Marks]
"""Nominations, reviewers, and marks in ticks by nomination, reviewer and criterion."""

_TITLES = {label_key(text) for c in CRITERIA for text in (c.title.zh, c.title.en, c.key)}


def is_name(text: str) -> bool:
    """Whether a name is one that no heading, sum or remark could be taken for, here or in any file."""
    words = {label_key(text), *map(label_key, text.split())}
    is_word = any(word in COLUMN_OF or word in _TITLES or is_computed(word) for word in words)
    return bool(label_key(text)) and not is_word and not is_recusal(text) and not text[0].isdigit()


LETTERS = "甲乙丙丁张王李赵abXYZ哈密é"
NAMES = st.text(LETTERS, min_size=2, max_size=6).filter(is_name)


@st.composite
def panels(draw: st.DrawFn, criteria: Sequence[str]) -> Panel:
    """Two reviewers at least, so that two-row heads have groups; every reviewer gives one mark at least."""
    several = st.lists(NAMES, min_size=2, max_size=5, unique_by=name_key)
    nominations, reviewers = draw(several), [f"评{name}" for name in draw(several)]
    given = draw(
        st.dictionaries(
            st.tuples(st.sampled_from(nominations), st.sampled_from(reviewers), st.sampled_from(criteria)),
            st.integers(0, 20),
        )
    )
    given |= {(nominations[0], reviewer, criteria[0]): 1 for reviewer in reviewers}
    return nominations, reviewers, given


def points(panel: Marks, *mark: str) -> float | str:
    ticks = panel.get((mark[0], mark[1], mark[2]))
    return "" if ticks is None else ticks / 2


def long(panel: Panel) -> list[Row]:
    rows: list[Row] = [(n, r, c, ticks / 2) for (n, r, c), ticks in panel[2].items() if ticks is not None]
    return [("作品", "评委", "评分项", "分值"), *rows]


def sheets(panel: Panel) -> list[Row]:
    nominations, reviewers, given = panel
    rows = [(n, r, *(points(given, n, r, c.key) for c in CRITERIA)) for n in nominations for r in reviewers]
    return [("作品", "评委", *(c.title.zh for c in CRITERIA)), *rows]


def by_criterion(panel: Panel) -> list[Row]:
    nominations, reviewers, given = panel
    rows = [
        (n, c.title.en, *(points(given, n, r, c.key) for r in reviewers))
        for n in nominations
        for c in CRITERIA
    ]
    return [("作品", "评分项", *reviewers), *rows]


def paired(panel: Panel) -> list[Row]:
    nominations, reviewers, given = panel
    pairs = [(r, c) for r in reviewers for c in CRITERIA]
    rows = [(n, *(points(given, n, r, c.key) for r, c in pairs)) for n in nominations]
    return [("作品", *(f"{r}·{c.title.zh}" for r, c in pairs)), *rows]


def grouped(panel: Panel) -> list[Row]:
    nominations, reviewers, given = panel
    pairs = [(r, c) for c in CRITERIA for r in reviewers]
    rows = [(n, *(points(given, n, r, c.key) for r, c in pairs)) for n in nominations]
    upper = [c.title.zh if r == reviewers[0] else "" for r, c in pairs]
    return [("作品", *upper), ("", *(r for r, _ in pairs)), *rows]


def one_column(panel: Panel) -> list[Row]:
    nominations, reviewers, given = panel
    rows = [(n, *(points(given, n, r, "marks") for r in reviewers)) for n in nominations]
    return [("作品", *reviewers), *rows]


def turned(panel: Panel) -> list[Row]:
    nominations, reviewers, given = panel
    rows = [(r, *(points(given, n, r, "marks") for n in nominations)) for r in reviewers]
    return [("评委", *nominations), *rows]


Written = Callable[[Panel], list[Row]]
PATIENT = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("layout", [long, sheets, by_criterion, paired, grouped])
@given(panel=panels([c.key for c in CRITERIA]))
@PATIENT
def test_a_panel_reads_back_as_it_was(tmp_path: Path, layout: Written, panel: Panel) -> None:
    reading = read(write_csv(tmp_path / "table.csv", layout(panel)), THREE, Kind.SCORES)
    assert not reading.refused, codes(reading)
    assert marks(reading) == panel[2]
    if layout is not long:
        assert named(reading)[0] == list(panel[0])


@given(panel=panels(["marks"]))
@PATIENT
def test_so_does_one_of_one_criterion(tmp_path: Path, panel: Panel) -> None:
    reading = read(write_csv(tmp_path / "table.csv", one_column(panel)), ONE, Kind.SCORES)
    assert not reading.refused, codes(reading)
    assert (marks(reading, ONE), named(reading)) == (panel[2], (list(panel[0]), list(panel[1])))


@given(panel=panels(["marks"]))
@PATIENT
def test_turned_about_it_gives_what_nominations_have_any_mark(tmp_path: Path, panel: Panel) -> None:
    reading = read(write_csv(tmp_path / "table.csv", turned(panel)), ONE, Kind.SCORES)
    assert not reading.refused, codes(reading)
    assert marks(reading, ONE) == panel[2]


@given(panel=panels([c.key for c in CRITERIA]), data=st.data())
@PATIENT
def test_no_order_of_columns_or_rows_matters(tmp_path: Path, panel: Panel, data: st.DataObject) -> None:
    head, *rows = paired(panel)
    order = data.draw(st.permutations(range(len(head))))
    shuffled = [head, *data.draw(st.permutations(rows))]
    mixed = [tuple(row[at] for at in order) for row in shuffled]
    reading = read(write_csv(tmp_path / "table.csv", mixed), THREE, Kind.SCORES)
    assert not reading.refused, codes(reading)
    assert marks(reading) == panel[2]


@given(panel=panels([c.key for c in CRITERIA]))
@settings(PATIENT, max_examples=15)
def test_sheets_of_a_workbook_may_be_reviewers_or_criteria(tmp_path: Path, panel: Panel) -> None:
    nominations, reviewers, given = panel
    by_reviewer: Mapping[str, Sequence[Row]] = {
        r: [
            ("作品", *(c.title.zh for c in CRITERIA)),
            *((n, *(points(given, n, r, c.key) for c in CRITERIA)) for n in nominations),
        ]
        for r in reviewers
    }
    by_criterion: Mapping[str, Sequence[Row]] = {
        c.title.zh: [
            ("作品", *reviewers),
            *((n, *(points(given, n, r, c.key) for r in reviewers)) for n in nominations),
        ]
        for c in CRITERIA
        # A sheet without any mark is one of no reviewers: nothing below their headings tells what they are.
        if any(criterion == c.key for _, _, criterion in given)
    }
    first = read(book(tmp_path / "reviewers.xlsx", by_reviewer), THREE, Kind.SCORES)
    assert marks(first) == given
    second = read(book(tmp_path / "criteria.xlsx", by_criterion), THREE, Kind.SCORES)
    assert not second.refused, codes(second)
    assert marks(second) == given


HOSTILE = st.one_of(
    st.sampled_from(
        ["作品", "评委", "选题", "过程", "Effect", "得分", "序号", "合计", "平均", "张三·选题", "评分项"]
    ),
    st.sampled_from(
        ["甲组", "乙组", "张三", "李四", "1", "7.5", "99", "-1", "回避", "=1+1", "[/x]", "#N/A", "", " "]
    ),
    st.text(max_size=5),
)


@given(
    rows=st.lists(st.lists(HOSTILE, max_size=7), min_size=1, max_size=7),
    register=st.sampled_from([ONE, THREE]),
)
@settings(PATIENT, max_examples=200)
def test_of_any_cells_only_what_is_written_is_taken(
    tmp_path: Path, rows: list[list[str]], register: Register
) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(csv_bytes(rows).replace(b"\xed", b"?"))
    reading = read(path, register, Kind.SCORES)
    assert reading.records or reading.findings
    written = {cell.strip() for row in rows for cell in row}
    given = marks(reading, register)
    assert {f"{ticks / 2:g}" for ticks in given.values() if ticks is not None} <= written
    known = {name for pair in named(reading) for name in pair}
    assert {name for nomination, reviewer, _ in given for name in (nomination, reviewer)} <= known
