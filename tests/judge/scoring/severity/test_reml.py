import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.scoring.severity.ratings import Floats, Ratings, components
from judge.scoring.severity.reml import fit
from tests.judge.scoring.severity.published import TABLES, reference, table


@pytest.mark.parametrize("name", TABLES)
def test_the_fit_is_that_of_lme4(name: str) -> None:
    found = fit(table(name))

    assert found.criterion == pytest.approx(reference(name, "criterion")[0], rel=1e-6)
    assert found.variances.array() == pytest.approx(reference(name, "variances"), rel=1e-5, abs=1e-8)
    assert found.fixed == pytest.approx(reference(name, "fixed"), rel=1e-6)
    assert found.reviewers == pytest.approx(reference(name, "reviewers"), abs=1e-5)


@given(data=st.data())
@settings(max_examples=20)
def test_the_order_of_rows_changes_not_one_bit(data: st.DataObject) -> None:
    ratings = table("gaps")
    order = np.array(data.draw(st.permutations(range(len(ratings.values)))))
    mixed = Ratings(ratings.nominations[order], ratings.reviewers[order], ratings.values[order])

    assert fit(mixed).reviewers.tobytes() == fit(ratings).reviewers.tobytes()


def test_points_that_move_together_move_nothing_but_the_mean() -> None:
    ratings = table("nested")
    moved = Ratings(ratings.nominations, ratings.reviewers, ratings.values + 7)

    assert fit(moved).reviewers == pytest.approx(fit(ratings).reviewers, abs=1e-7)
    assert fit(moved).fixed == pytest.approx(fit(ratings).fixed + 7)


def test_effects_are_shrunken_and_fewer_ratings_are_less_sure() -> None:
    ratings = table("gaps")
    found = fit(ratings)
    counts = np.bincount(ratings.reviewers)

    assert found.standard_errors[counts.argmin()] > found.standard_errors[counts.argmax()]
    assert abs(float(found.reviewers.sum())) < 1e-6


def test_where_reviewers_differ_by_the_same_on_every_nomination_that_is_their_severity() -> None:
    good, lenient = np.array([80.0, 71.5, 90.0, 64.0, 77.5]), np.array([3.0, 0.0, -5.0, 2.0])
    nominations, reviewers = (places.ravel() for places in np.indices((5, 4)))
    kept = np.arange(20) % 6 != 1
    nominations, reviewers = nominations[kept], reviewers[kept]

    found = fit(Ratings(nominations, reviewers, good[nominations] + lenient[reviewers]))

    assert found.variances.error == 0
    assert found.criterion == -np.inf
    assert found.reviewers == pytest.approx(lenient, abs=1e-9)
    assert found.nominations == pytest.approx(good - good.mean(), abs=1e-9)
    assert found.fixed == pytest.approx([good.mean()])
    assert found.variances.reviewer == pytest.approx(lenient.var(ddof=1))
    assert found.standard_errors == pytest.approx(np.full(4, lenient.std(ddof=1) / 2))


def test_criteria_have_their_level_where_nothing_else_is_left() -> None:
    nominations, reviewers, criteria = (places.ravel() for places in np.indices((4, 3, 2)))
    values = np.array([20.0, 22.0, 17.0, 25.0])[nominations] + np.array([-1.0, 1.0, 0.0])[reviewers]

    found = fit(Ratings(nominations, reviewers, values + np.array([0.0, 9.0])[criteria], criteria))

    assert found.variances.error == 0
    assert found.reviewers == pytest.approx([-1.0, 1.0, 0.0], abs=1e-9)
    assert found.fixed == pytest.approx([21.0, 30.0])


def test_where_the_sheets_tell_no_severity_it_is_nothing_and_not_next_to_nothing() -> None:
    nominations, reviewers = (places.ravel() for places in np.indices((6, 3)))
    turns = np.array([3.0, -3.0, 0.0])[(reviewers + nominations) % 3]

    found = fit(Ratings(nominations, reviewers, 80.0 + 4 * nominations + turns))

    assert found.variances.reviewer == 0.0
    assert found.variances.error > 0
    assert not found.reviewers.any()
    assert not found.standard_errors.any()


def test_parts_that_share_nothing_are_fitted_with_variances_in_common() -> None:
    ratings = table("gaps")
    apart = Ratings(
        np.concatenate([ratings.nominations, ratings.nominations + ratings.nominations.max() + 1]),
        np.concatenate([ratings.reviewers, ratings.reviewers + ratings.reviewers.max() + 1]),
        np.tile(ratings.values, 2),
    )
    found = fit(apart)
    both = np.array_split(found.reviewers, 2)

    assert both[0] == pytest.approx(both[1], abs=1e-9)
    assert np.isfinite(found.criterion)


@pytest.mark.parametrize("seed", range(12))
def test_the_criterion_is_the_textbooks_and_no_variances_near_have_a_lower_one(seed: int) -> None:
    draw = np.random.default_rng(seed)
    nominations, reviewers = (places.ravel() for places in np.indices((9, 5)))
    values = draw.normal(80, 5, 9)[nominations] + draw.normal(0, seed % 3, 5)[reviewers]
    kept = draw.permutation(45)[: 20 + seed]
    nominations, reviewers = (
        np.unique(part[kept], return_inverse=True)[1] for part in (nominations, reviewers)
    )
    ratings = Ratings(nominations, reviewers, np.round(2 * (values[kept] + draw.normal(0, 2, len(kept)))) / 2)

    found = fit(ratings)
    here = _dense_criterion(ratings, found.variances.array())

    assert found.criterion == pytest.approx(here, abs=1e-6)
    for factor in np.stack(np.meshgrid(*3 * [[0.99, 1.0, 1.01]]), axis=-1).reshape(-1, 3):
        near = found.variances.array() * factor + (factor > 1) * 1e-4
        assert _dense_criterion(ratings, near) >= here - 1e-9


def _dense_criterion(ratings: Ratings, variances: Floats) -> float:
    """Patterson and Thompson's, from the covariance of all ratings as it stands."""
    of_nominations = ratings.nominations[:, None] == ratings.nominations
    of_reviewers = ratings.reviewers[:, None] == ratings.reviewers
    count = len(ratings.values)
    covariance = variances[0] * of_nominations + variances[1] * of_reviewers + variances[2] * np.eye(count)
    inverse = np.linalg.inv(covariance)
    known = inverse.sum()
    left = ratings.values - (inverse @ ratings.values).sum() / known
    log_determinant = float(np.linalg.slogdet(covariance)[1])
    return float((count - 1) * np.log(2 * np.pi) + log_determinant + np.log(known) + left @ inverse @ left)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=20, unique=True),
)
def test_parts_share_neither_nomination_nor_reviewer(pairs: list[tuple[int, int]]) -> None:
    nominations = np.unique([n for n, _ in pairs], return_inverse=True)[1].astype(np.int64)
    reviewers = np.unique([r for _, r in pairs], return_inverse=True)[1].astype(np.int64)

    count, of_nominations, of_reviewers = components(nominations, reviewers)

    assert (of_nominations[nominations] == of_reviewers[reviewers]).all()
    assert count == len(set(of_nominations.tolist()))
    assert count == _parts(list(zip(nominations.tolist(), reviewers.tolist(), strict=True)))


def _parts(pairs: list[tuple[int, int]]) -> int:
    parts: list[set[tuple[str, int]]] = []
    for nomination, reviewer in pairs:
        joined = {("n", nomination), ("r", reviewer)}
        apart = [part for part in parts if not part & joined]
        for part in parts:
            if part & joined:
                joined |= part
        parts = [*apart, joined]
    return len(parts)
