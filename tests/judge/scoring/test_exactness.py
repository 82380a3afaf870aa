"""Ten thousand random panels, full of ties, against plain fractions; and the same bytes in any order."""

from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

import numpy as np
import pytest

from judge.scoring.award import award_list, list_of
from judge.scoring.award_list import PER_LINE, AwardList
from judge.scoring.breakers.names import NAMES
from judge.scoring.mark_columns import NOT_APPLICABLE
from judge.scoring.method import Method
from judge.scoring.panel import Panel
from rubrics.model import Rubric
from tests.judge.scoring import reference
from tests.judge.scoring.panels import Sheet, mark_frame, nomination_frame, rubric, sheet_frame

PANELS, PARTS = 10_000, 4
"""In parts, so that they run side by side."""

BODIES = 2
SEATS = (1, 2)
WEIGHTS = (Fraction(1), Fraction(2), Fraction(1, 3), Fraction(0), Fraction(7, 8), Fraction(5, 4))


@dataclass(frozen=True)
class Case:
    sheets: list[Sheet]
    bodies: dict[int, int]
    rubric: Rubric
    method: Method

    def listed(self) -> AwardList:
        frames = mark_frame(self.sheets), sheet_frame(self.sheets), nomination_frame(self.bodies)
        return award_list(*frames, self.rubric, method=self.method, seats=SEATS)


def a_method(draw: Random, criteria: int) -> Method:
    combine = draw.choice(("mean", "median", "trimmed-mean"))
    trim = draw.choice(("total", "criterion"))
    by_criterion = combine == "trimmed-mean" and trim == "criterion"
    rank_on = draw.choice(("exact", "printed"))
    breakers = [name for name in NAMES if (name, rank_on) != ("score", "exact")]
    breakers += [f"criterion:c{at}" for at in range(criteria)]
    # The last criterion keeps its weight, so that something counts whatever does not apply.
    weights = {f"c{at}": draw.choice(WEIGHTS) for at in range(criteria - 1) if draw.random() < 0.3}
    drop = draw.randrange(3)
    return Method(
        combine=combine,
        trim=trim,
        trim_from=draw.randint(2 * drop + 1, 5),
        drop_high=drop,
        drop_low=drop,
        min_sheets=draw.randint(1, 2),
        decimals=draw.randrange(3),
        rounding=draw.choice(("half-up", "half-even")),
        round_at=draw.choice(("score", "criterion" if by_criterion else "sheet")),
        rank_on=rank_on,
        ties=tuple(draw.sample(breakers, draw.randrange(4))),
        weights=weights,
    )


def a_case(draw: Random) -> Case:
    criteria = draw.randint(1, 3)
    full = [draw.choice((1, 2, 4)) for _ in range(criteria)]
    optional = tuple(range(criteria - 1)) if draw.random() < 0.5 else ()
    bodies = {code: draw.randrange(BODIES) for code in draw.sample(range(10), draw.randint(1, 4))}
    sheets = [
        Sheet(
            code,
            by,
            [
                None if at in optional and draw.random() < 0.2 else draw.randint(0, most)
                for at, most in enumerate(full)
            ],
            "submitted" if draw.random() < 0.97 else "open",
        )
        for code in bodies
        for by in draw.sample(range(6), draw.choice((1, 2, 3, 3, 5)))
    ]
    step = draw.choice((Fraction(1), Fraction(1, 2), Fraction(1, 8)))
    judged = rubric(*full, step=step, optional=optional)
    return Case(sheets, bodies, judged, a_method(draw, criteria))


def panel_of(case: Case) -> Panel:
    """The panel as `read_panel` would give it, whose frames would take most of the time."""
    codes = sorted(case.bodies)
    counted = [one for one in case.sheets if one.state == "submitted"]
    counted.sort(key=lambda one: (one.nomination, one.reviewer))
    open_ = [one.nomination for one in case.sheets if one.state == "open"]
    none = np.zeros(len(codes), np.int64)
    ticks = [[NOT_APPLICABLE if mark is None else mark for mark in one.ticks] for one in counted]
    return Panel(
        rubric=case.rubric,
        nominations=np.array(codes, np.int64),
        bodies=np.array([case.bodies[code] for code in codes], np.int64),
        counted=np.array([sum(one.nomination == code for one in counted) for code in codes], np.int64),
        open=np.array([open_.count(code) for code in codes], np.int64),
        returned=none,
        forked=none,
        late=none,
        absent=none,
        sheet_nomination=np.array([codes.index(one.nomination) for one in counted], np.int64),
        sheet_reviewer=np.array([one.reviewer for one in counted], np.int64),
        grid=np.array(ticks, np.int64).reshape(len(counted), len(case.rubric.criteria)),
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(PARTS))
def test_ten_thousand_panels_equal_the_reference(seed: int) -> None:
    draw = Random(seed)  # noqa: S311 - panels, no secrets
    broken = 0
    for _ in range(PANELS // PARTS):
        case = a_case(draw)
        wanted = reference.award_list(
            case.sheets, case.bodies, case.rubric, method=case.method, seats=SEATS, ineligible={}
        )
        made = list_of(panel_of(case), method=case.method, seats=SEATS)
        assert list(made.lines()) == wanted, case
        broken += any(line.ahead_by for line in wanted)
    # Panels in which a breaker decided a place must not be rare, or nothing is shown of them.
    assert broken > PANELS / PARTS / 10


def test_any_order_of_rows_reviewers_and_criteria_gives_the_same_bytes() -> None:
    draw = Random(1979)  # noqa: S311 - likewise
    for _ in range(300):
        case = a_case(draw)
        assert bytes_of(permuted(case, draw).listed()) == bytes_of(case.listed()), case


def permuted(case: Case, draw: Random) -> Case:
    """The same panel with its rows, its reviewers' codes and its criteria in another order."""
    reviewers = draw.sample(range(100), 6)
    criteria = draw.sample(range(len(case.rubric.criteria)), len(case.rubric.criteria))
    sheets = [
        replace(one, reviewer=reviewers[one.reviewer], ticks=[one.ticks[at] for at in criteria])
        for one in draw.sample(case.sheets, len(case.sheets))
    ]
    bodies = dict(draw.sample(list(case.bodies.items()), len(case.bodies)))
    turned = replace(case.rubric, criteria=tuple(case.rubric.criteria[at] for at in criteria))
    return replace(case, sheets=sheets, bodies=bodies, rubric=turned)


def bytes_of(ranked: AwardList) -> list[tuple[object, ...]]:
    of_ties = ("steps", "ahead_by", "behind_by") if ranked.method.ties else ()
    columns = [(name, getattr(ranked, name)) for name in (*PER_LINE, *of_ties)]
    columns += [(name, getattr(ranked.scores, name).numerators) for name in ("score", "lowest", "highest")]
    denominators = [getattr(ranked.scores, name).denominator for name in ("score", "lowest", "highest")]
    said = [(name, str(column.dtype), column.tolist()) for name, column in columns]
    return [*said, ("denominators", *denominators), ("lines", repr(list(ranked.lines())))]


@pytest.mark.parametrize("combine", ["mean", "median", "trimmed-mean"])
@pytest.mark.parametrize("ties", [(), ("median", "top-marks", "criterion:c0", "spread")])
def test_the_smallest_panels_have_figures_or_say_why_not(combine: str, ties: tuple[str, ...]) -> None:
    """One nomination, one reviewer, one criterion; nothing at all; and everybody of one mind."""
    method = Method(combine=combine, min_sheets=1, ties=ties)
    alone = Case([Sheet(1, 0, (3,))], {1: 0}, rubric(4), method)
    (line,) = alone.listed().lines()
    assert (line.rank, line.printed, line.ahead_by, line.behind_by) == (1, "1.50", "", "")
    assert list(replace(alone, sheets=[], bodies={}).listed().lines()) == []
    (unscored,) = replace(alone, sheets=[]).listed().lines()
    assert (unscored.score, unscored.rank, unscored.reasons) == (None, None, ("too-few-sheets",))
    everybody = [Sheet(code, by, (2,)) for code in range(3) for by in range(5)]
    agreed = replace(alone, sheets=everybody, bodies=dict.fromkeys(range(3), 0))
    assert [(one.rank, one.printed, one.ahead_by) for one in agreed.listed().lines()] == [(1, "1.00", "")] * 3


def test_a_mark_of_zero_and_no_mark_never_mix_even_where_ties_are_broken() -> None:
    """Both score 1.50 of 3: one was given zero for what the other was found not to need."""
    judged = rubric(2, 4, optional=(0,))
    sheets = [Sheet(1, by, (0, 3)) for by in range(3)] + [Sheet(2, by, (None, 2)) for by in range(3)]
    case = Case(sheets, {1: 0, 2: 0}, judged, Method(ties=("criterion:c0",)))
    lines = list(case.listed().lines())
    assert [(one.nomination, one.printed, one.rank, one.ahead_by, one.behind_by) for one in lines] == [
        (1, "1.50", 1, "criterion:c0", ""),
        (2, "1.50", 2, "", "criterion:c0"),
    ]
