"""Lists in stages by hand: who goes on is ranked by both stages, who does not behind them all."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import numpy as np

from judge.domain.quota import Seats
from judge.domain.standing import RankedLine, Standing
from judge.scoring.award import list_of
from judge.scoring.exact import Exact
from judge.scoring.method import Method
from judge.scoring.panel import read_panel
from judge.scoring.stage_plan import Stage
from judge.scoring.stages import StageScores
from tests.judge.scoring.panels import mark_frame, nomination_frame, rubric, same_from_all, sheet_frame

SITE = {1: 180, 2: 160, 3: 160, 4: 120}
METHOD = Method(stages=(Stage("site", Fraction(3, 5)), Stage("talk", Fraction(2, 5), 2)))


def talk(scores: Mapping[int, int | None], plain: StageScores | None = None) -> StageScores:
    """A talk out of 20 of the nominations that are named; None owes its score."""
    given = [scores.get(code) for code in SITE]
    return StageScores(
        "talk",
        Fraction(2, 5),
        Fraction(20),
        np.array([code in scores for code in SITE]),
        np.array([score is not None for score in given]),
        Exact(np.array([score or 0 for score in given]), 1),
        plain,
    )


def lines(
    scores: Mapping[int, int | None],
    seats: Seats | None = (2,),
    method: Method = METHOD,
    plain: StageScores | None = None,
) -> list[RankedLine]:
    sheets = same_from_all(SITE)
    panel = read_panel(
        mark_frame(sheets), sheet_frame(sheets), nomination_frame(dict.fromkeys(SITE, 0)), rubric(200)
    )
    return list(list_of(panel, method=method, seats=seats, later=[talk(scores, plain)]).lines())


def told(found: list[RankedLine]) -> list[tuple[int, int | None, str, Standing, tuple[str, ...]]]:
    return [(one.nomination, one.rank, one.printed, one.standing, one.reasons) for one in found]


def test_both_stages_make_the_score_and_who_was_not_admitted_comes_behind() -> None:
    assert told(lines({1: 10, 2: 20, 3: 15})) == [
        (2, 1, "88.00", Standing.AWARDED, ()),
        (3, 2, "78.00", Standing.AWARDED, ()),
        (1, 3, "74.00", Standing.RESERVE, ()),
        (4, 4, "60.00", Standing.NOT_AWARDED, ("not-admitted",)),
    ]


def test_a_high_score_of_the_first_stage_alone_does_not_overtake() -> None:
    found = told(lines({2: 0, 3: 1}))
    assert found[2:] == [
        (1, 3, "90.00", Standing.NOT_AWARDED, ("not-admitted",)),
        (4, 4, "60.00", Standing.NOT_AWARDED, ("not-admitted",)),
    ]
    assert found[0][2] == "50.00"


def test_no_seat_is_given_before_a_stage_has_admitted_anybody() -> None:
    assert told(lines({})) == [
        (1, 1, "90.00", Standing.UNDECIDED, ("stage-awaited",)),
        (2, 2, "80.00", Standing.UNDECIDED, ("stage-awaited",)),
        (3, 2, "80.00", Standing.UNDECIDED, ("stage-awaited",)),
        (4, 4, "60.00", Standing.UNDECIDED, ("stage-awaited",)),
    ]


def test_who_owes_the_talk_is_undecided_and_keeps_the_others_provisional() -> None:
    found = lines({1: None, 2: 20, 3: 15})
    assert told(found)[0] == (2, 1, "88.00", Standing.AWARDED, ("body-incomplete",))
    (waiting,) = (one for one in found if one.nomination == 1)
    assert (waiting.rank, waiting.score, waiting.reasons) == (None, None, ("stage-incomplete",))


def test_a_line_says_what_each_stage_gave() -> None:
    (first, *_, last) = lines({2: 20, 3: 0})
    assert [(one.award, one.weight, one.admitted, one.score) for one in first.stages] == [
        ("site", Fraction(3, 5), True, Fraction(80)),
        ("talk", Fraction(2, 5), True, Fraction(20)),
    ]
    assert (last.stages[1].admitted, last.stages[1].score) == (False, None)


def test_the_score_that_breaks_ties_is_that_of_all_stages() -> None:
    # On site 1 leads 2 by ten points; with a talk out of 300 it has 80 in all, and 2 has 80.4.
    method = replace(METHOD, rank_on="printed", decimals=0, ties=("score",))
    stage = replace(talk({1: 195, 2: 243}), full_points=Fraction(300))
    sheets = same_from_all(SITE)
    panel = read_panel(
        mark_frame(sheets), sheet_frame(sheets), nomination_frame(dict.fromkeys(SITE, 0)), rubric(200)
    )
    found = list(list_of(panel, method=method, seats=(1,), later=[stage]).lines())
    assert [(one.nomination, one.rank, one.printed) for one in found[:2]] == [(2, 1, "80"), (1, 2, "80")]
    assert (found[0].ahead_by, found[1].behind_by) == ("score", "score")


def test_where_only_a_later_stage_calibrates_the_raw_list_stands_beside() -> None:
    found = lines({1: 20, 2: 10, 3: 5}, plain=talk({1: 0, 2: 20, 3: 5}))
    raw = {one.nomination: one.raw for one in found}
    assert [one.nomination for one in found[:2]] == [1, 2]
    assert raw[1] is not None
    assert raw[2] is not None
    assert (raw[1].printed, raw[1].rank, raw[2].printed, raw[2].rank) == ("54.00", 3, "88.00", 1)
