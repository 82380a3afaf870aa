import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.scoring.severity.ratings import Ratings, components
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
