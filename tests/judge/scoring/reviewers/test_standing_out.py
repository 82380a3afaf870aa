"""Who stands out: odd hands do, and honest ones no oftener than is said."""

from collections.abc import Callable

import numpy as np
import pytest

from judge.scoring.reviewers.chance import beside_others, holm
from judge.scoring.reviewers.profiles import profiles
from judge.scoring.reviewers.words import LEVEL, Notice
from tests.judge.scoring.reviewers.tables import Marks, bounded, by_marks, chance_marks, dealt

PANELS = 200
ODD = 2


def at_random(marks: Marks, draw: np.random.Generator) -> None:
    marks[:, ODD] = draw.permutation(marks[:, ODD])


def one_number(marks: Marks, _draw: np.random.Generator) -> None:
    marks[:, ODD] = 24


def drifting(marks: Marks, _draw: np.random.Generator) -> None:
    marks[:, ODD] -= (np.arange(len(marks)) * 5 // len(marks))[:, None] - 2


def halo(marks: Marks, draw: np.random.Generator) -> None:
    impression = marks[:, ODD].mean(axis=1, keepdims=True)
    marks[:, ODD] = bounded(impression + draw.normal(0, 0.4, marks[:, ODD].shape))


def severe(marks: Marks, _draw: np.random.Generator) -> None:
    marks[:, ODD] -= 3


def backwards(marks: Marks, _draw: np.random.Generator) -> None:
    marks[:, ODD] = 48 - marks[:, ODD]


@pytest.mark.parametrize(
    ("spoil", "notice", "least"),
    [
        # The limits leave 0 out once in twenty times, and then another word is said.
        (at_random, Notice.AT_RANDOM, 17),
        (one_number, Notice.ONE_NUMBER, 20),
        (drifting, Notice.FALLING, 19),
        (halo, Notice.HALO, 20),
        (severe, Notice.SEVERE, 19),
        (backwards, Notice.AGAINST, 20),
    ],
)
def test_an_odd_hand_is_seen_and_named_for_what_it_does(
    spoil: Callable[[Marks, np.random.Generator], None], notice: Notice, least: int
) -> None:
    seen = 0
    for seed in range(20):
        marks = chance_marks(seed, 60, 8)
        spoil(marks, np.random.default_rng(seed))
        marks = marks.clip(0, 40)
        order = np.repeat(np.arange(60), 8)
        seen += notice in profiles(by_marks(marks), order)[ODD].notices
    assert seen >= least


@pytest.mark.slow
@pytest.mark.parametrize(
    ("nominations", "reviewers", "each", "good"),
    [(60, 8, 8, 4), (12, 4, 4, 4), (200, 40, 5, 4), (60, 20, 3, 2)],
    ids=["all score all", "a small panel", "forty, dealt out", "few sheets, much noise"],
)
def test_honest_panels_name_somebody_no_oftener_than_is_said(
    nominations: int, reviewers: int, each: int, good: float
) -> None:
    named = 0
    for seed in range(PANELS):
        given = dealt(seed, nominations, reviewers, each)
        order = np.random.default_rng(seed).permutation(nominations * each)
        marks = chance_marks(seed, nominations, reviewers, good=good)
        named += any(one.notices for one in profiles(by_marks(marks, given), order))
    # Three standard errors of so many panels above what is said.
    assert named <= PANELS * LEVEL + 3 * (PANELS * LEVEL * (1 - LEVEL)) ** 0.5


def test_without_the_adjustment_chance_would_name_people() -> None:
    found = profiles(by_marks(chance_marks(3, 200, 40), dealt(3, 200, 40, 5)))

    chances = [c for one in found for asked in one.asked if (c := asked.chance) is not None]
    assert min(chances) < LEVEL
    assert [one.notices for one in found] == [()] * 40


def test_holm_s_procedure() -> None:
    # By hand: 4 × .005, 3 × .01, then 2 × .03 and no less for the last.
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([]) == []
    assert holm([0.9, 0.8]) == [1.0, 1.0]


def test_each_is_held_against_the_median_of_the_others() -> None:
    z, sheets = np.array([1.0, 0.2, 0.9, 7.0]), np.array([12, 19, 28, 10])

    typical, apart, judged = beside_others(z, sheets, np.array([True, True, True, False]))

    # By hand: 1/(n - 3), and π/2 over the sum of the others' n - 3.
    assert judged.tolist() == [True, True, True, False]
    assert typical[:3].tolist() == pytest.approx([0.55, 0.95, 0.6])
    assert apart[:3].tolist() == pytest.approx(
        [
            0.45 / (1 / 9 + np.pi / 2 / 41) ** 0.5,
            -0.75 / (1 / 16 + np.pi / 2 / 34) ** 0.5,
            0.3 / (1 / 25 + np.pi / 2 / 25) ** 0.5,
        ]
    )
