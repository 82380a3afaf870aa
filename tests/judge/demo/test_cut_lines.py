from random import Random

import pytest

from judge.demo.cut_lines import tie_at_cut_lines
from judge.demo.judgement import JudgedSheet, Progress, judge_marks
from rubrics.catalogue import load_builtin

RUBRIC = load_builtin("xinjiang_2019").rubric_of("qc-group")
BODIES = {f"{body}{number}": body for body in "ABC" for number in range(8)}
SEATS = {"A": 6, "B": 6, "C": 8}


def _sheets(seed: int) -> list[JudgedSheet]:
    rng = Random(seed)  # noqa: S311
    qualities = {nomination: rng.uniform(0.7, 0.9) for nomination in BODIES}
    return [
        JudgedSheet(nomination, f"R{number}", Progress.COMPLETE, judge_marks(RUBRIC, quality, 0, rng))
        for nomination, quality in qualities.items()
        for number in range(5)
    ]


def _ranked(sheets: tuple[JudgedSheet, ...], body: str) -> list[int]:
    totals: dict[str, list[int]] = {}
    for sheet in sheets:
        totals.setdefault(sheet.nomination, []).append(sum(sheet.marks.values()))
    own = (sorted(marks)[1:-1] for nomination, marks in totals.items() if BODIES[nomination] == body)
    return sorted(map(sum, own), reverse=True)


@pytest.mark.parametrize("seed", range(20))
def test_the_last_awarded_and_the_first_reserve_tie(seed: int) -> None:
    tied = tie_at_cut_lines(_sheets(seed), BODIES, SEATS, RUBRIC, count=2)
    for body in "AB":
        ranked = _ranked(tied, body)
        assert ranked[SEATS[body] - 1] == ranked[SEATS[body]]


def test_only_as_many_bodies_as_asked_are_touched_and_marks_keep_their_scales() -> None:
    before = _sheets(1)
    after = tie_at_cut_lines(before, BODIES, SEATS, RUBRIC, count=1)
    touched = {new.nomination for old, new in zip(before, after, strict=True) if old != new}
    assert len(touched) <= 1
    assert all(sheet.marks[c.key] <= c.full_ticks for sheet in after for c in RUBRIC.criteria)


def test_a_body_with_unfinished_sheets_is_left_alone() -> None:
    sheets = _sheets(1)
    unfinished = [
        JudgedSheet(s.nomination, s.reviewer, Progress.UNTOUCHED, {}) if i % 5 == 0 else s
        for i, s in enumerate(sheets)
    ]
    assert list(tie_at_cut_lines(unfinished, BODIES, SEATS, RUBRIC)) == unfinished
