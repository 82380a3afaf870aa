"""Random panels: the fast arithmetic against plain fractions, and the same list in any row order."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.domain.standing import RankedLine, Standing
from judge.scoring.award import award_list
from judge.scoring.award_list import PER_LINE, AwardList
from judge.scoring.breakers.names import NAMES
from judge.scoring.method import Method
from rubrics.model import Rubric
from tests.judge.scoring import reference
from tests.judge.scoring.panels import Sheet, mark_frame, nomination_frame, rubric, sheet_frame

BODIES = 3
STATES = ("submitted",) * 12 + (
    "open",
    "returned",
    "recused",
    "excluded",
    "forked",
    "absent",
    "absent",
    "late",
)
WEIGHTS = (
    Fraction(1),
    Fraction(1),
    Fraction(2),
    Fraction(1, 3),
    Fraction(7, 10),
    Fraction(12345, 97),
    Fraction(1, 998_244_353),
    Fraction(3, 1_000_000_007),
)


@dataclass(frozen=True)
class Case:
    sheets: list[Sheet]
    bodies: Mapping[int, int]
    rubric: Rubric
    method: Method
    seats: tuple[int | None, ...]
    ineligible: Mapping[int, tuple[str, ...]]

    def listed(self, draw: np.random.Generator | None = None) -> AwardList:
        frames = mark_frame(self.sheets), sheet_frame(self.sheets), nomination_frame(self.bodies)
        if draw:
            frames = tuple(shuffled(frame, draw) for frame in frames)  # type: ignore[assignment]
        return award_list(
            *frames, self.rubric, method=self.method, seats=self.seats, ineligible=self.ineligible
        )


def shuffled(frame: pd.DataFrame, draw: np.random.Generator) -> pd.DataFrame:
    return frame.iloc[draw.permutation(len(frame))]


@st.composite
def methods(draw: st.DrawFn) -> Method:
    high, low = draw(st.integers(0, 2)), draw(st.integers(0, 2))
    combine = draw(st.sampled_from(("mean", "median", "trimmed-mean", "trimmed-mean")))
    trim = draw(st.sampled_from(("total", "criterion")))
    by_criterion = combine == "trimmed-mean" and trim == "criterion"
    rank_on = draw(st.sampled_from(("exact", "printed")))
    breakers = (*NAMES, "criterion:c0")
    return Method(
        combine=combine,
        trim=trim,
        trim_from=draw(st.integers(high + low + 1, 6)),
        drop_high=high,
        drop_low=low,
        min_sheets=draw(st.integers(1, 3)),
        decimals=draw(st.integers(0, 3)),
        rounding=draw(st.sampled_from(("half-up", "half-even"))),
        round_at=draw(st.sampled_from(("score", "criterion" if by_criterion else "sheet"))),
        rank_on=rank_on,
        ties=tuple(draw(st.lists(st.sampled_from(breakers[rank_on == "exact" :]), max_size=3, unique=True))),
        weights=draw(st.sampled_from(({}, {"c0": Fraction(1, 3)}, {"c0": Fraction(10_000, 9_999)}))),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    # One seeded generator per panel: drawing every mark from hypothesis costs thirty times as much.
    seed = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    full = [int(seed.choice((1, 2, 10, 30))) for _ in range(draw(st.integers(1, 4)))]
    weights = [WEIGHTS[int(seed.integers(len(WEIGHTS)))] for _ in full]
    optional = tuple(range(1, len(full))) if draw(st.booleans()) else ()
    troubled = draw(st.booleans())
    codes = seed.choice(draw(st.sampled_from((20, 10**9))), draw(st.integers(0, 12)), replace=False)
    bodies = {int(code): int(seed.integers(BODIES)) for code in codes}
    sheets = [
        Sheet(
            nomination=code,
            reviewer=int(reviewer) - 4,
            ticks=[
                None if at in optional and seed.random() < 0.2 else int(seed.integers(most + 1))
                for at, most in enumerate(full)
            ],
            state=STATES[int(seed.integers(len(STATES)))] if troubled else "submitted",
        )
        for code in bodies
        for reviewer in seed.choice(9, int(seed.choice((0, 2, 3, 4, 5, 5, 6, 7))), replace=False)
    ]
    seats = draw(st.tuples(*(st.sampled_from((None, 0, 1, 1, 2, 3, 20)) for _ in range(BODIES))))
    ineligible = {code: ("gate",) for code in bodies if seed.random() < 0.1}
    return Case(
        sheets, bodies, rubric(*full, weights=weights, optional=optional), draw(methods()), seats, ineligible
    )


@settings(max_examples=1000, deadline=None)
@given(cases())
def test_every_line_equals_the_reference(case: Case) -> None:
    wanted = reference.award_list(
        case.sheets,
        case.bodies,
        case.rubric,
        method=case.method,
        seats=case.seats,
        ineligible=case.ineligible,
    )
    assert list(case.listed().lines()) == wanted


@settings(max_examples=80, deadline=None)
@given(cases(), st.integers(0, 2**32 - 1))
def test_row_order_changes_no_bit(case: Case, seed: int) -> None:
    one, other = case.listed(), case.listed(np.random.default_rng(seed))
    for name in PER_LINE + (("steps", "ahead_by", "behind_by") if case.method.ties else ()):
        mine, theirs = getattr(one, name), getattr(other, name)
        assert mine.dtype == theirs.dtype, name
        assert mine.tolist() == theirs.tolist(), name
    for name in ("score", "lowest", "highest"):
        mine, theirs = getattr(one.scores, name), getattr(other.scores, name)
        assert mine.denominator == theirs.denominator
        assert mine.numerators.tolist() == theirs.numerators.tolist()


@settings(max_examples=80, deadline=None)
@given(cases())
def test_no_body_gets_more_than_its_seats_and_no_tie_is_split(case: Case) -> None:
    ranked = [line for line in case.listed().lines() if line.rank is not None]
    for body in range(BODIES):
        lines = [line for line in ranked if line.body == body]
        awarded = [line for line in lines if line.standing is Standing.AWARDED]
        assert len(awarded) <= (case.seats[body] or 0)
        assert all(len({line.standing for line in same_place(lines, one)}) == 1 for one in lines)
        below = [line for line in lines if line.standing is not Standing.AWARDED]
        assert all(
            one.score and one.score >= other.score for one in awarded for other in below if other.score
        )


def same_place(lines: list[RankedLine], one: RankedLine) -> list[RankedLine]:
    return [line for line in lines if line.rank_in_body == one.rank_in_body]
