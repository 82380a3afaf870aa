"""Stages weighted together, against plain fractions."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from judge.scoring.exact import Exact
from judge.scoring.stages import StageScores, combine_stages


def stage(
    weight: str, full: int, scores: list[int | None], admitted: list[bool] | None = None
) -> StageScores:
    """A stage in whole points; None owes its score."""
    return StageScores(
        "stage",
        Fraction(weight),
        Fraction(full),
        np.array(admitted or [True] * len(scores)),
        np.array([score is not None for score in scores]),
        Exact(np.array([score or 0 for score in scores]), 1),
    )


def test_weights_are_those_of_shares_of_full_points() -> None:
    site, talk = stage("0.6", 100, [80, 90]), stage("0.4", 50, [45, 30])
    staged = combine_stages([site, talk], Fraction(100))
    assert [staged.score.fraction(at) for at in range(2)] == [Fraction(84), Fraction(78)]


def test_not_admitted_keeps_the_score_of_its_own_stages_and_gets_no_zero() -> None:
    staged = combine_stages(
        [stage("1/2", 100, [80, 99]), stage("1/2", 100, [70, None], [True, False])], Fraction(100)
    )
    assert staged.admitted.tolist() == [True, False]
    assert staged.scored.tolist() == [True, True]
    assert staged.score.fraction(1) == 99


def test_a_zero_is_a_score_and_an_owed_score_is_none() -> None:
    staged = combine_stages([stage("1", 10, [8, 8]), stage("1", 10, [0, None])], Fraction(10))
    assert staged.scored.tolist() == [True, False]
    assert staged.score.fraction(0) == 4


weights = st.fractions(Fraction(1, 50), Fraction(10), max_denominator=60)
rows = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200), st.booleans()), min_size=1, max_size=6)


@given(rows, weights, weights, st.integers(1, 10**20), st.integers(1, 300))
def test_scores_are_the_fractions_that_paper_gives(
    given_rows: list[tuple[int, int, bool]], own: Fraction, later: Fraction, denominator: int, full: int
) -> None:
    first, second, goes_on = (np.array(column) for column in zip(*given_rows, strict=True))
    yes = np.ones(len(first), np.bool_)
    staged = combine_stages(
        [
            StageScores("own", own, Fraction(200), yes, yes, Exact(first, denominator)),
            StageScores("later", later, Fraction(full), goes_on, goes_on, Exact(second, 3)),
        ],
        Fraction(200),
    )
    for at, (one, two, on) in enumerate(given_rows):
        alone = Fraction(one, denominator)
        wanted = (own * alone + later * Fraction(two, 3) * 200 / full) / (own + later) if on else alone
        assert staged.score.fraction(at) == wanted
