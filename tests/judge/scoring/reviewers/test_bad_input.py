"""Panels of which little can be told: every figure that is missing says why, and none is not a number."""

import json
from dataclasses import asdict
from fractions import Fraction
from math import isfinite

import numpy as np
import pytest

from judge.scoring.panel import Panel
from judge.scoring.reviewers.profiles import Profile, profiles
from judge.scoring.reviewers.shrunken import shrunken
from judge.scoring.reviewers.words import Lack
from judge.scoring.severity.unsettled import Unsettled
from tests.judge.scoring.panels import Sheet
from tests.judge.scoring.reviewers.tables import (
    SHROUT_FLEISS,
    Totals,
    by_marks,
    by_sheets,
    by_totals,
    chance_marks,
)

LONE: Totals = {n: {1: n} for n in range(9)}
ONE_NOMINATION: Totals = {1: {r: r for r in range(9)}}
EQUAL: Totals = {n: dict.fromkeys(range(4), 50) for n in range(9)}
ONE_SHEET: Totals = {**{n: {1: n, 2: n + n % 3} for n in range(9)}, 9: {1: 4, 3: 80}}
APART: Totals = {n: {1 + n % 2 * 2: n, 2 + n % 2 * 2: n + n % 3} for n in range(20)}
EXACT: Totals = {n: {r: 3 * n + 5 * r for r in range(4)} for n in range(9)}
CHAIN: Totals = {n: {n: n % 7, n + 1: n % 5} for n in range(30)}


def figures(found: tuple[Profile, ...]) -> list[float]:
    """Every number that any figure holds."""

    def within(value: object) -> list[float]:
        if isinstance(value, dict):
            return [one for inner in value.values() for one in within(inner)]
        if isinstance(value, list | tuple):
            return [one for inner in value for one in within(inner)]
        return [float(value)] if isinstance(value, int | float | Fraction) else []

    return within([asdict(one) for one in found])


@pytest.mark.parametrize(
    "panel",
    [
        by_totals({}),
        *map(by_totals, (LONE, ONE_NOMINATION, EQUAL, ONE_SHEET, APART, EXACT, CHAIN, SHROUT_FLEISS)),
        by_sheets([Sheet(1, 1, (0,)), Sheet(1, 2, (0,))], 0),
        by_marks(chance_marks(1, 20, 5), np.random.default_rng(1).random((20, 5)) > 0.3),
        by_marks(chance_marks(1, 20, 5, 1)),
    ],
)
def test_every_figure_is_a_number_or_none_with_a_reason(panel: Panel) -> None:
    found = profiles(panel)

    assert all(map(isfinite, figures(found)))
    for one in found:
        assert (one.severity.points is None) == (one.severity.lack is not None)
        assert (one.spread.ratio is None) == (one.spread.lack is not None)
        assert (one.following.correlation is None) == (one.following.lack is not None)
        assert (one.halo.alike is None) == (one.halo.lack is not None)
        assert (one.drift.slope is None) == (one.drift.lack is not None)
    model = shrunken(panel)
    assert bool(model.effects) != bool(model.reason)
    assert all(isfinite(one.points) and isfinite(one.error) for one in model.effects.values())


def lacks(found: tuple[Profile, ...]) -> set[Lack | None]:
    return {one.lack for profile in found for one in profile.asked}


def test_the_reasons() -> None:
    assert profiles(by_totals({})) == ()
    assert lacks(profiles(by_totals(LONE))) == {Lack.ALONE, Lack.ONE_CRITERION}
    assert lacks(profiles(by_totals(ONE_NOMINATION))) == {None, Lack.FEW}
    (one, *_others) = profiles(by_totals(EQUAL))
    assert one.severity.points == 0
    assert one.severity.chance == 1
    assert one.notices == ()
    assert (one.spread.lack, one.following.lack) == (Lack.OTHERS_EQUAL, Lack.ALL_EQUAL)
    third = profiles(by_totals(ONE_SHEET))[2]
    assert third.severity.points == 76
    assert third.severity.error is None
    assert third.notices == ()


@pytest.mark.parametrize(
    ("totals", "reason"),
    [
        ({}, Unsettled.NO_SHEETS),
        (LONE, Unsettled.ONE_REVIEWER),
        (ONE_NOMINATION, Unsettled.ONE_NOMINATION),
        (EQUAL, Unsettled.ALL_EQUAL),
        (APART, Lack.IN_PARTS),
    ],
)
def test_why_no_model_is_fitted(totals: Totals, reason: Lack | Unsettled) -> None:
    found = shrunken(by_totals(totals))

    assert found.reason == reason
    assert (found.effects, found.among) == ({}, None)


def test_effects_are_shrunken_towards_nothing() -> None:
    panel = by_totals(SHROUT_FLEISS, 10)

    found = shrunken(panel)

    for one in profiles(panel):
        # Within its own panel a reviewer's distance from all is three quarters of that from the others.
        raw = float(one.severity.points or 0) * 3 / 4
        assert 0 < found.effects[one.reviewer].points / raw < 1
    assert found.among == pytest.approx(2.29, abs=0.01)


def test_a_scale_without_points_has_no_share_of_it_used() -> None:
    found = profiles(by_sheets([Sheet(n, r, (0,)) for n in range(8) for r in range(3)], 0))

    assert json.dumps([one.spread.used for one in found]) == "[0.0, 0.0, 0.0]"
