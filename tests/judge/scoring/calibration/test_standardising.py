from fractions import Fraction
from math import isclose
from statistics import mean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.scoring.award import list_of
from judge.scoring.calibration.quanta import QUANTUM
from judge.scoring.calibration.record import CalibrationRefused
from judge.scoring.calibration.standardising import standardised
from judge.scoring.method import Method
from tests.judge.scoring.calibration.tables import Table, crossed, panel_of, totals_of

Z_SCORE = Method(combine="mean", calibrate="z-score", min_sheets=1)
HALF_A_MILLIONTH = Fraction(1, 2 * QUANTUM)


def adjusted(table: Table) -> dict[tuple[int, int], Fraction]:
    panel = panel_of(table)
    totals, _ = standardised(panel, totals_of(panel), panel.complete(1))
    codes = panel.nominations[panel.sheet_nomination].tolist()
    pairs = zip(codes, panel.sheet_reviewer.tolist(), strict=True)
    return {pair: totals.fraction(at) for at, pair in enumerate(pairs)}


@given(seed=st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_every_total_is_on_the_panels_scale(seed: int) -> None:
    table = crossed(seed, nominations=15)
    points = [ticks / 2 for ticks in table.values()]
    found = adjusted(table)
    for reviewer in range(5):
        own = {pair: ticks / 2 for pair, ticks in table.items() if pair[1] == reviewer}
        for pair, total in own.items():
            z = (total - mean(own.values())) / stdev(own.values())
            assert isclose(float(found[pair]), mean(points) + z * stdev(points), abs_tol=1.5e-6)
            assert (found[pair] * QUANTUM).denominator == 1


def test_the_roots_are_exact_to_the_nearest_millionth() -> None:
    # Own 0, 1 and 2, all of 0, 1, 2, 0, 5: means 1 and 8/5, variances 1 and 43/10 of points squared.
    table = {(0, 1): 0, (1, 1): 2, (2, 1): 4, (0, 2): 0, (1, 2): 10}
    deviation = adjusted(table)[2, 1] - Fraction(8, 5)

    assert (deviation - HALF_A_MILLIONTH) ** 2 < Fraction(43, 10) < (deviation + HALF_A_MILLIONTH) ** 2
    assert adjusted(table)[0, 1] - Fraction(8, 5) == -deviation


@given(seed=st.integers(0, 10**6), data=st.data())
@settings(max_examples=20, deadline=None)
def test_neither_rows_nor_codes_change_a_figure(seed: int, data: st.DataObject) -> None:
    table = crossed(seed, nominations=15)
    others = data.draw(st.permutations(range(5)))
    rows = data.draw(st.permutations(list(table.items())))

    there = list(list_of(panel_of(table), method=Z_SCORE).lines())
    assert list(list_of(panel_of(dict(rows)), method=Z_SCORE).lines()) == there
    renamed = {(n, others[r]): ticks for (n, r), ticks in table.items()}
    assert list(list_of(panel_of(renamed), method=Z_SCORE).lines()) == there


def test_severity_and_spread_of_a_reviewer_make_no_difference() -> None:
    table = {(n, r): 80 + (11 * n + 5 * r + n * r) % 37 for n in range(8) for r in range(3)}
    stretched = {(n, r): 2 * ticks - 60 if r == 1 else ticks for (n, r), ticks in table.items()}
    order = [
        [line.nomination for line in list_of(panel_of(one), method=Z_SCORE).lines()]
        for one in (table, stretched)
    ]
    assert order[0] == order[1]


@pytest.mark.parametrize(
    ("table", "reviewers"),
    [
        (crossed(1) | {(0, 9): 120}, (9,)),
        (crossed(1) | {(n, 9): 100 for n in range(4)} | {(0, 8): 50}, (8, 9)),
        ({(n, r): 100 + n for r, n in ((1, 1), (1, 2), (2, 1), (3, 2))}, (2, 3)),
    ],
)
def test_whoever_has_no_scale_is_named_and_nothing_is_ranked(
    table: Table, reviewers: tuple[int, ...]
) -> None:
    with pytest.raises(CalibrationRefused) as refused:
        list_of(panel_of(table), method=Z_SCORE)

    assert refused.value.code == "reviewers-not-standardised"
    assert refused.value.reviewers == reviewers


def test_a_reviewer_whose_only_nomination_has_no_score_keeps_nobody_waiting() -> None:
    table = crossed(1) | {(77, 9): 120}
    ranked = list_of(panel_of(table, {77: 8}), method=Z_SCORE)

    assert ranked.calibration is not None
    assert {one.reviewer for one in ranked.calibration.scales} == set(range(5))
    assert adjusted(crossed(1) | {(77, 0): 120})[77, 0] != 60


@pytest.mark.parametrize(
    ("table", "code"), [({}, "no-score"), ({(n, r): 90 for n in range(3) for r in range(2)}, "all-equal")]
)
def test_where_there_is_nothing_to_standardise_nothing_is(table: Table, code: str) -> None:
    ranked = list_of(panel_of(table), method=Z_SCORE)

    assert ranked.calibration is not None
    assert [caveat.code for caveat in ranked.calibration.caveats] == [code]
    assert all(line.raw and line.raw.score == line.score for line in ranked.lines())


def test_its_assumption_is_always_said_and_few_sheets_where_there_are_few() -> None:
    few = list_of(panel_of(crossed(1, nominations=8)), method=Z_SCORE).calibration
    many = list_of(panel_of(crossed(1, nominations=60)), method=Z_SCORE).calibration
    assert few is not None
    assert many is not None
    assert [caveat.code for caveat in few.caveats] == ["z-score-strength", "z-score-few"]
    assert [caveat.code for caveat in many.caveats] == ["z-score-strength"]
