from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.scoring.award import list_of
from judge.scoring.award_list import AwardList
from judge.scoring.calibration.parts import parts_of
from judge.scoring.calibration.quanta import QUANTUM, less
from judge.scoring.calibration.record import Calibration, CalibrationRefused
from judge.scoring.calibration.severity import taken_off, without_severity
from judge.scoring.exact import Exact
from judge.scoring.method import Method
from judge.scoring.panel import Panel
from judge.scoring.severity.reml import fit
from tests.judge.scoring.calibration.tables import Table, crossed, panel_of, totals_of

SEVERITY = Method(combine="mean", calibrate="severity", min_sheets=1)


def calibrated(panel: Panel) -> tuple[Exact, Calibration]:
    return without_severity(panel, totals_of(panel), panel.complete(1))


def codes(record: Calibration | None) -> set[str]:
    assert record is not None
    return {caveat.code for caveat in record.caveats}


def effects(record: Calibration) -> dict[int, Fraction]:
    return {one.reviewer: one.effect for one in record.effects}


def test_what_is_taken_off_is_the_fitted_effect_to_a_millionth() -> None:
    panel = panel_of(crossed(1))
    totals, record = calibrated(panel)
    (part,) = parts_of(panel, totals_of(panel))
    fitted = dict(zip(part.reviewers.tolist(), fit(part.ratings).reviewers.tolist(), strict=True))

    assert record.variances is not None
    assert record.variances.reviewer > 0
    for at, reviewer in enumerate(panel.sheet_reviewer.tolist()):
        taken = totals_of(panel).fraction(at) - totals.fraction(at)
        assert taken == effects(record)[reviewer]
        assert (taken * QUANTUM).denominator == 1
        assert abs(taken - Fraction(fitted[reviewer])) <= Fraction(1, 2 * QUANTUM)


def test_adjusted_totals_are_whole_millionths_and_combined_exactly() -> None:
    table = crossed(2)
    panel = panel_of(table)
    ranked = list_of(panel, method=SEVERITY)
    assert ranked.calibration is not None
    by_reviewer = effects(ranked.calibration)

    totals = taken_off(panel, totals_of(panel), ranked.calibration.effects)
    assert totals.denominator == QUANTUM
    for line in ranked.lines():
        own = [
            Fraction(ticks, 2) - by_reviewer[reviewer]
            for (nomination, reviewer), ticks in table.items()
            if nomination == line.nomination
        ]
        assert line.score == sum(own, start=Fraction(0)) / len(own)


def test_totals_that_are_thirds_stay_exact_beside_millionths() -> None:
    moved = less(Exact(np.array([254, 10]), 3), np.array([1, -QUANTUM]))

    assert moved.fraction(0) == Fraction(254, 3) - Fraction(1, QUANTUM)
    assert moved.fraction(1) == Fraction(10, 3) + 1


def test_what_outgrows_the_machine_is_moved_exactly_too() -> None:
    large = 3 * 2**61
    moved = less(Exact(np.array([large, 1]), 7**9), np.array([1, 2]))

    assert moved.fraction(0) == Fraction(large, 7**9) - Fraction(1, QUANTUM)


def lines_of(ranked: AwardList) -> list[object]:
    return list(ranked.lines())


@given(seed=st.integers(0, 10**6), data=st.data())
@settings(max_examples=8, deadline=None)
def test_neither_rows_nor_codes_change_a_figure(seed: int, data: st.DataObject) -> None:
    table = crossed(seed)
    there = list_of(panel_of(table), method=SEVERITY)
    rows = data.draw(st.permutations(list(table.items())))
    assert lines_of(list_of(panel_of(dict(rows)), method=SEVERITY)) == lines_of(there)

    others = data.draw(st.permutations(range(5)))
    renamed = list_of(panel_of({(n, others[r]): ticks for (n, r), ticks in table.items()}), method=SEVERITY)
    assert lines_of(renamed) == lines_of(there)


@given(seed=st.integers(0, 10**6), points=st.integers(1, 10))
@settings(max_examples=20, deadline=None)
def test_a_reviewer_who_gives_more_to_all_is_said_to_be_more_lenient(seed: int, points: int) -> None:
    table = crossed(seed, severity=5)
    more = {(n, r): ticks + 2 * points * (r == 0) for (n, r), ticks in table.items()}

    before, after = (effect_of_first(one) for one in (table, more))

    assert before <= after
    # Shrunken: of what they give more, not all is held for severity.
    assert after - before < points + 1


def effect_of_first(table: Table) -> Fraction:
    _, record = calibrated(panel_of(table))
    return effects(record).get(0, Fraction(0))


def test_the_more_severe_are_lifted_and_the_lenient_lowered() -> None:
    table = {
        (n, r): 100 + 7 * n % 31 + (0, 14, -12)[r] + (3 * n * (r + 1)) % 5 for n in range(9) for r in range(3)
    }
    del table[0, 0], table[1, 1], table[2, 2]
    _, record = calibrated(panel_of(table))
    found = effects(record)
    assert found[2] < found[0] < found[1]
    assert found[1] > 3
    assert found[2] < -3


def test_equal_reviewers_change_nothing() -> None:
    # Every reviewer's errors are the same set, once over: no severity at all.
    table = {(n, r): 100 + 10 * n + (-2, 0, 2)[(n + r) % 3] for n in range(9) for r in range(3)}
    panel = panel_of(table)
    totals, record = calibrated(panel)

    assert codes(record) == {"reviewers-alike"}
    assert [totals.fraction(at) for at in range(27)] == [totals_of(panel).fraction(at) for at in range(27)]
    ranked = list_of(panel, method=SEVERITY)
    assert all(line.raw is not None and line.raw.rank == line.rank for line in ranked.lines())


def test_everybody_scored_all_changes_no_mean_and_says_so() -> None:
    table = crossed(4, reviewers=3, each=3)
    ranked = list_of(panel_of(table), method=SEVERITY)

    assert "everybody-scored-all" in codes(ranked.calibration)
    assert all(line.raw is not None and line.raw.rank == line.rank for line in ranked.lines())


def apart(nominations: int = 4) -> dict[tuple[int, int], int]:
    """Two panels that share nobody: reviewers 0 to 2, and 10 to 12."""
    return {
        (n + 100 * side, r + 10 * side): 100 + (7 * n + 5 * r + 3 * n * r) % 17
        for side in (0, 1)
        for n in range(nominations)
        for r in range(3)
    }


def test_panels_that_share_nobody_are_never_compared() -> None:
    panel = panel_of(apart())
    with pytest.raises(CalibrationRefused) as refused:
        list_of(panel, method=SEVERITY)

    assert refused.value.code == "panel-not-connected"
    assert refused.value.params["count"] == 2
    assert refused.value.parts == ((0, (0, 1, 2)), (100, (10, 11, 12)))


def test_one_nomination_judged_by_both_connects_them() -> None:
    ranked = list_of(panel_of(apart() | {(0, 10): 105}), method=SEVERITY)
    assert ranked.calibration is not None
    assert len(ranked.calibration.effects) == 6


def test_a_part_without_a_score_is_left_as_it_is_and_keeps_nobody_waiting() -> None:
    table = apart()
    panel = panel_of(table, dict.fromkeys((100, 101, 102, 103), 99))
    totals, record = calibrated(panel)

    assert set(effects(record)) == {0, 1, 2}
    other = panel.sheet_reviewer >= 10
    assert all(totals.fraction(at) == totals_of(panel).fraction(at) for at in np.flatnonzero(other).tolist())
    assert "sheets-to-come" in codes(record)


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ({}, "no-score"),
        ({(1, 1): 100}, "one-reviewer"),
        ({(1, 1): 100, (2, 1): 90}, "one-reviewer"),
        ({(1, 1): 100, (1, 2): 90, (1, 3): 0}, "one-nomination"),
        ({(n, r): 100 for n in range(4) for r in range(3)}, "all-equal"),
        ({(n, r): 0 for n in range(4) for r in range(3)}, "all-equal"),
    ],
)
def test_what_cannot_change_a_place_is_left_and_said(table: Table, code: str) -> None:
    panel = panel_of(table)
    ranked = list_of(panel, method=SEVERITY)

    assert codes(ranked.calibration) == {code}
    assert all(line.raw and line.raw.score == line.score for line in ranked.lines())


def test_too_few_sheets_to_tell_severity_from_chance_are_refused() -> None:
    chain = {(n, r): 100 + 7 * n - 3 * r for n in range(4) for r in (n, n + 1)}
    with pytest.raises(CalibrationRefused) as refused:
        list_of(panel_of(chain), method=SEVERITY)

    assert (refused.value.code, refused.value.params["reason"]) == ("severity-unsettled", "nothing-left")


def test_a_reviewer_with_one_sheet_is_shrunken_most_and_named() -> None:
    _, record = calibrated(panel_of(crossed(6, nominations=20) | {(0, 50): 130}))
    caveats = {caveat.code: caveat for caveat in record.caveats}
    errors = {one.reviewer: one.standard_error for one in record.effects}

    assert caveats["one-sheet"].reviewers == (50,)
    assert max(errors, key=errors.__getitem__) == 50
    # The sheet's own distance from what the others gave is far more.
    assert 0 < effects(record)[50] < 15


def test_few_sheets_each_are_said() -> None:
    _, few = calibrated(panel_of(crossed(1, nominations=8, severity=20)))
    _, many = calibrated(panel_of(crossed(1, nominations=60, severity=20)))

    assert "few-sheets" in codes(few)
    assert "few-sheets" not in codes(many)


def test_severity_that_is_hardly_there_is_said() -> None:
    _, small = calibrated(panel_of(crossed(2, nominations=300, reviewers=12, severity=1.5)))
    _, large = calibrated(panel_of(crossed(2, nominations=300, reviewers=12, severity=8)))

    assert "severity-small" in codes(small)
    assert "severity-small" not in codes(large)


def test_totals_without_any_rest_are_said_to_be_odd() -> None:
    table = {(n, r): 100 + 5 * n + 4 * r for n in range(6) for r in range(4) if n % 4 != r}
    totals, record = calibrated(panel_of(table))

    assert "fits-exactly" in codes(record)
    # Freed of its reviewer's effect, every sheet of a nomination says the same.
    panel = panel_of(table)
    by_nomination: dict[int, set[Fraction]] = {}
    for at, nomination in enumerate(panel.sheet_nomination.tolist()):
        by_nomination.setdefault(nomination, set()).add(totals.fraction(at))
    assert all(max(found) - min(found) <= Fraction(2, QUANTUM) for found in by_nomination.values())


def test_with_thirty_percent_missing_the_order_of_the_strong_is_found_again() -> None:
    rng = np.random.default_rng(5)
    severity = [-24, -12, 0, 12, 24]
    table = {
        (n, r): 60 + 2 * n + severity[r] + int(rng.integers(-2, 3))
        for n in range(20)
        for r in range(5)
        if rng.random() > 0.3
    }
    ranked = list_of(panel_of(table), method=SEVERITY)
    places = [line.nomination for line in ranked.lines()]
    raw = sorted(ranked.lines(), key=lambda line: line.raw.rank or 0 if line.raw else 0)

    def disorder(order: list[int]) -> int:
        return sum(abs(19 - at - nomination) for at, nomination in enumerate(order))

    assert disorder(places) < disorder([line.nomination for line in raw])
