"""What must not matter: the order of rows, codes, what a reviewer adds to every total."""

from dataclasses import fields
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.scoring.panel import read_panel
from judge.scoring.reviewers.profiles import Profile, profiles
from tests.judge.scoring.panels import Sheet, mark_frame, nomination_frame, rubric, sheet_frame
from tests.judge.scoring.reviewers.tables import by_sheets, chance_marks

SEEDS = st.integers(0, 10_000)


def some_sheets(seed: int, missing: float = 0.3) -> list[Sheet]:
    """Three criteria, six reviewers, fifteen nominations, of whose sheets a share is missing."""
    draw = np.random.default_rng(seed)
    marks = chance_marks(seed, 15, 6, 3)
    return [
        Sheet(n, r, tuple(marks[n, r].tolist()))
        for n in range(15)
        for r in range(6)
        if draw.random() >= missing
    ]


def same(one: object, other: object) -> bool:
    """The same figures to what floating point leaves, the same words exactly."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return one == pytest.approx(other, rel=1e-6, abs=1e-9)
    if isinstance(one, int | str | Fraction) or one is None or isinstance(other, int | str) or other is None:
        return one == other
    return all(same(getattr(one, f.name), getattr(other, f.name)) for f in fields(one))  # type: ignore[arg-type]


@settings(max_examples=30)
@given(seed=SEEDS, data=st.data())
def test_neither_the_order_of_rows_nor_codes_matter(seed: int, data: st.DataObject) -> None:
    sheets = some_sheets(seed)
    people, papers = data.draw(st.permutations(range(6))), data.draw(st.permutations(range(15)))
    mixed = [
        Sheet(papers[one.nomination], people[one.reviewer], one.ticks)
        for one in data.draw(st.permutations(sheets))
    ]

    before = {people[one.reviewer]: one for one in profiles(by_sheets(sheets, 40, 40, 40))}
    after = {one.reviewer: one for one in profiles(by_sheets(mixed, 40, 40, 40))}

    assert before.keys() == after.keys()
    for who, one in after.items():
        assert one.severity.points == before[who].severity.points
        assert same(_without_code(one), _without_code(before[who])), (one, before[who])


def _without_code(one: Profile) -> tuple[object, ...]:
    return (one.sheets, one.shared, *one.asked, one.criteria, one.notices)


@settings(max_examples=20)
@given(seed=SEEDS, data=st.data())
def test_the_order_of_rows_changes_not_a_digit(seed: int, data: st.DataObject) -> None:
    sheets = some_sheets(seed)
    marks, states = mark_frame(sheets), sheet_frame(sheets)
    bodies = nomination_frame({sheet.nomination: 0 for sheet in sheets})
    scale = rubric(40, 40, 40)
    order = data.draw(st.permutations(range(len(marks))))

    assert profiles(read_panel(marks.iloc[order], states, bodies, scale)) == profiles(
        read_panel(marks, states, bodies, scale)
    )


@settings(max_examples=30)
@given(seed=SEEDS, more=st.integers(-9, 60), missing=st.sampled_from([0.0, 0.3]))
def test_points_that_a_reviewer_adds_to_all_change_severity_alone(
    seed: int, more: int, missing: float
) -> None:
    sheets = some_sheets(seed, missing)
    raised = [
        Sheet(one.nomination, one.reviewer, (one.ticks[0], one.ticks[1], (one.ticks[2] or 0) + 10 + more))
        if one.reviewer == 3
        else Sheet(one.nomination, one.reviewer, (one.ticks[0], one.ticks[1], (one.ticks[2] or 0) + 10))
        for one in sheets
    ]
    plain = {one.reviewer: one for one in profiles(by_sheets(_plus_ten(sheets), 40, 40, 120))}
    found = {one.reviewer: one for one in profiles(by_sheets(raised, 40, 40, 120))}

    assert found[3].severity.points == (plain[3].severity.points or 0) + more
    assert found[3].severity.error == pytest.approx(plain[3].severity.error, abs=1e-9)
    for who, one in found.items():
        # Where all score everything, the others' severity moves, too, and nothing else of theirs.
        if who == 3 or not missing:
            assert same((one.halo, one.criteria), (plain[who].halo, plain[who].criteria))
            assert one.spread.ratio == pytest.approx(plain[who].spread.ratio)
            assert one.following.correlation == pytest.approx(plain[who].following.correlation)
            assert one.following.mean_square == pytest.approx(plain[who].following.mean_square)


def _plus_ten(sheets: list[Sheet]) -> list[Sheet]:
    return [
        Sheet(one.nomination, one.reviewer, (one.ticks[0], one.ticks[1], (one.ticks[2] or 0) + 10))
        for one in sheets
    ]
