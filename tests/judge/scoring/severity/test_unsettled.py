"""Ratings of which no severity follows: a reason each, and nothing else."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.scoring.severity.ratings import Ratings
from judge.scoring.severity.reml import Fit, fit
from judge.scoring.severity.unsettled import Unsettled, VariancesUnsettledError

Rows = Sequence[tuple[int, int, float]]


def ratings(rows: Rows, criteria: Sequence[int] | None = None) -> Ratings:
    """Rows of nomination, reviewer and value."""
    columns = np.array(rows, np.float64).reshape(-1, 3).T
    return Ratings(
        columns[0].astype(np.int64),
        columns[1].astype(np.int64),
        columns[2],
        None if criteria is None else np.array(criteria, np.int64),
    )


CASES: dict[Unsettled, Rows] = {
    Unsettled.NO_SHEETS: [],
    Unsettled.ONE_REVIEWER: [(0, 0, 80), (1, 0, 85), (2, 0, 83)],
    Unsettled.ONE_NOMINATION: [(0, 0, 80), (0, 1, 85), (0, 2, 83)],
    Unsettled.ONE_SHEET_PER_REVIEWER: [(0, 0, 80), (0, 1, 85), (1, 2, 70), (1, 3, 74)],
    Unsettled.ONE_SHEET_PER_NOMINATION: [(0, 0, 80), (1, 0, 85), (2, 1, 70), (3, 1, 74)],
    Unsettled.ALL_EQUAL: [(n, r, 80) for n in range(4) for r in range(3)],
    Unsettled.NOTHING_LEFT: [(0, 0, 80), (0, 1, 84), (1, 1, 90), (1, 2, 87), (2, 2, 70)],
}


@pytest.mark.parametrize("reason", CASES)
def test_of_what_no_severity_follows_the_reason_is_named(reason: Unsettled) -> None:
    with pytest.raises(VariancesUnsettledError) as refused:
        fit(ratings(CASES[reason]))

    assert refused.value.reason is reason


def test_the_first_reason_is_the_most_telling() -> None:
    one_mark = [(0, 0, 80.0)]

    with pytest.raises(VariancesUnsettledError) as refused:
        fit(ratings(one_mark))

    assert refused.value.reason is Unsettled.ONE_REVIEWER


def test_marks_that_differ_by_criterion_alone_are_all_equal() -> None:
    rows = [(n, r, 10.0 + c) for n in range(4) for r in range(3) for c in range(2)]

    with pytest.raises(VariancesUnsettledError) as refused:
        fit(ratings(rows, [0, 1] * 12))

    assert refused.value.reason is Unsettled.ALL_EQUAL


def test_parts_apart_have_each_a_level_that_takes_nothing_from_the_error() -> None:
    row = [(0, 0, 80.0), (0, 1, 84.0), (1, 0, 90.0), (1, 1, 87.0)]
    other = [(2, 2, 70.0), (2, 3, 71.0)]

    assert fit(ratings([*row, *other])).variances.error > 0
    with pytest.raises(VariancesUnsettledError) as refused:
        fit(ratings([*row[:3], *other]))

    assert refused.value.reason is Unsettled.NOTHING_LEFT


@given(
    rows=st.dictionaries(
        st.tuples(st.integers(0, 6), st.integers(0, 4)),
        st.sampled_from([0.0, 70.0, 70.5, 75.0, 80.0, 80.1, 95.0]),
        max_size=25,
    )
)
@settings(max_examples=150, deadline=None)
def test_every_table_has_a_fit_in_figures_or_a_reason(rows: dict[tuple[int, int], float]) -> None:
    nominations = np.unique([n for n, _ in rows], return_inverse=True)[1]
    reviewers = np.unique([r for _, r in rows], return_inverse=True)[1]
    found = _fit_or_reason(list(zip(nominations.tolist(), reviewers.tolist(), rows.values(), strict=True)))
    if isinstance(found, Unsettled):
        assert found in CASES
        return

    assert np.isfinite(found.reviewers).all()
    assert np.isfinite(found.nominations).all()
    assert np.isfinite(found.standard_errors).all()
    assert np.isfinite(found.fixed).all()
    assert (found.variances.array() >= 0).all()
    assert np.isfinite(found.variances.array()).all()
    assert found.criterion < np.inf


def _fit_or_reason(rows: Rows) -> Fit | Unsettled:
    try:
        return fit(ratings(rows))
    except VariancesUnsettledError as refused:
        return refused.reason
