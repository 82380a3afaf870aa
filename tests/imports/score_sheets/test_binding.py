"""The hidden sheet of a workbook of score sheets: read where it is as it was written, refused otherwise."""

import hashlib
import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.score_sheets import binding as exported
from imports.grid import Grid
from imports.guards import FileRefused
from imports.score_sheets.binding import SHEET, binding_in, is_bound, shown_fingerprints
from tests.exports.score_sheets.books import ROWS, book

MARK = "judge-score-sheet 1"
WRITTEN = exported.binding_of(book(), ["小组's", "班组"])
LINES = WRITTEN.lines


def hidden(lines: Sequence[str], mark: str = MARK, fingerprint: str | None = None) -> Grid:
    own = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return Grid(SHEET, ((mark,), (fingerprint or own,), *((line,) for line in lines)))


def test_what_is_written_is_read() -> None:
    binding = binding_in([hidden(LINES)])
    assert (binding.edition, binding.reviewer) == ("e-1", "R07")
    assert binding.shown == exported.shown_fingerprint(WRITTEN.fingerprint)
    group, team = binding.awards
    assert (group.award, group.rubric, group.table) == ("group", "11" * 32, "小组's")
    assert [row.nomination for row in group.rows] == [row.nomination for row in ROWS]
    assert [dict(row.marks) for row in group.rows] == [dict(row.marks) for row in ROWS]
    assert [(row.head, row.revision, row.note) for row in group.rows] == [
        (row.head, row.revision, row.note) for row in ROWS
    ]
    assert group.rows[1].shown == ("g-2", "=1+1", "[/x]")
    assert (group.head, group.first_mark) == (4, 4)
    assert (group.criteria, team.criteria) == (("scope", "tools"), ("scope",))


def test_empty_cells_below_do_no_harm() -> None:
    grid = hidden(LINES)
    longer = Grid(SHEET, (*grid.rows, ("",), (None,), ()))
    assert binding_in([longer]) == binding_in([grid])


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "{",
        "1e999",
        '"text"',
        '{"award":1}',
        '{"nomination":"g-9"}',
        json.dumps({**json.loads(LINES[2]), "marks": {"scope": True}}),
        json.dumps({**json.loads(LINES[2]), "marks": {"scope": -1}}),
        json.dumps({**json.loads(LINES[2]), "row": 10**9}),
        json.dumps({**json.loads(LINES[1]), "first_mark": 10**6}),
        json.dumps({**json.loads(LINES[1]), "first_mark": 11}),
        json.dumps({**json.loads(LINES[1]), "shown": [20]}),
        json.dumps({**json.loads(LINES[1]), "shown": []}),
        json.dumps({**json.loads(LINES[1]), "reason": 12}),
        "[" * 100_000,
    ],
)
def test_what_nobody_writes_is_refused_even_where_the_fingerprint_fits(line: str) -> None:
    for at in range(1, 4):
        with pytest.raises(FileRefused) as refused:
            binding_in([hidden([*LINES[:at], line, *LINES[at + 1 :]])])
        assert refused.value.code == "score-sheet-fingerprint"
    with pytest.raises(FileRefused):
        binding_in([hidden([line])])


@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_texts_are_refused_and_nothing_else_happens(lines: list[str]) -> None:
    encodable = [line.encode(errors="replace").decode() for line in lines]
    with pytest.raises(FileRefused):
        binding_in([hidden(encodable)])


def test_a_fingerprint_that_does_not_fit_and_a_later_mark_are_told_apart() -> None:
    with pytest.raises(FileRefused) as refused:
        binding_in([hidden(LINES, fingerprint="0" * 64)])
    assert refused.value.code == "score-sheet-fingerprint"
    with pytest.raises(FileRefused) as newer:
        binding_in([hidden(LINES, mark="judge-score-sheet 2")])
    assert newer.value.code == "score-sheet-newer"


def test_fingerprints_that_people_see_are_found_with_their_place() -> None:
    seen = Grid("封面", ((None, "指纹 JSS1-3f2a-9c1d-0b7e-55aa；"), ("JSS", "JSS1-3f2a")), first_row=3)
    assert list(shown_fingerprints([seen, hidden(LINES)])) == [("封面", 3, "JSS1-3f2a-9c1d-0b7e-55aa")]
    assert not is_bound([seen])
    assert is_bound([seen, Grid("Judge-Score-Sheet", ())])
