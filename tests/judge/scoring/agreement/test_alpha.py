import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.scoring.agreement.alpha import Level, alpha
from judge.scoring.agreement.ratings import Ratings
from tests.judge.scoring.agreement.published import KRIPPENDORFF, by_raters, by_units

LEVELS = st.sampled_from(list(Level))
CELLS = st.none() | st.integers(0, 6)
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=8).map(tuple)


@pytest.mark.parametrize(
    ("level", "published"),
    [(Level.NOMINAL, 0.743), (Level.ORDINAL, 0.815), (Level.INTERVAL, 0.849), (Level.RATIO, 0.797)],
)
def test_the_published_example_comes_out(level: Level, published: float) -> None:
    # Krippendorff (2011), sections D and E.
    assert round(alpha(by_raters(KRIPPENDORFF), level) or 0, 3) == published


@given(table=TABLES, level=LEVELS)
def test_another_hand_finds_the_same(table: tuple[tuple[int | None, ...], ...], level: Level) -> None:
    cells = [
        value for row in table if sum(v is not None for v in row) > 1 for value in row if value is not None
    ]
    if len(set(cells)) < 2:
        return
    paired = sum(sum(v is not None for v in row) > 1 for row in table)
    theirs = krippendorff.alpha(
        np.array([[np.nan if v is None else v for v in row] for row in table], float).T,
        level_of_measurement=level.value,
    )

    if paired < 2:
        # It gives 0 for a single unit, whatever its ratings are: no figure of agreement.
        assert theirs == pytest.approx(0, abs=1e-9)
        assert alpha(by_units(table), level) is None
    else:
        assert alpha(by_units(table), level) == pytest.approx(theirs, abs=1e-9)


def test_without_pairs_or_without_difference_there_is_no_figure() -> None:
    for level in Level:
        assert alpha(by_units(((3, None), (4, None))), level) is None
        assert alpha(by_units(((3, 3), (3, 3))), level) is None
        assert alpha(by_units(((3, 4), (5, None))), level) is None
        assert alpha(by_units(((3, 4), (5, 6))), level) is not None
    nothing = np.empty(0, np.int64)
    assert alpha(Ratings(nothing, nothing, nothing), Level.INTERVAL) is None


def test_a_ratio_knows_nothing_below_zero() -> None:
    with pytest.raises(ValueError, match="no negative"):
        alpha(by_units(((-3, 2), (4, 1))), Level.RATIO)


@given(table=TABLES, level=LEVELS, data=st.data())
def test_the_order_of_rows_does_not_matter(
    table: tuple[tuple[int | None, ...], ...], level: Level, data: st.DataObject
) -> None:
    if not any(v is not None for row in table for v in row):
        return
    ratings = by_units(table)
    order = np.array(data.draw(st.permutations(range(len(ratings.units)))))
    mixed = Ratings(ratings.units[order], ratings.raters[order], ratings.values[order])

    assert alpha(mixed, level) == alpha(ratings, level)


def test_values_beyond_the_squares_of_whole_numbers_are_counted_all_the_same() -> None:
    table = tuple((n * 10**12, n * 10**12 + n % 3) for n in range(50))
    small = tuple((n * 10**6, n * 10**6) for n in range(50))

    assert alpha(by_units(table), Level.INTERVAL) == pytest.approx(alpha(by_units(small), Level.INTERVAL))
