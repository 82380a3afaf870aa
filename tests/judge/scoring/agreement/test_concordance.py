from itertools import permutations

import numpy as np
import pytest

from judge.scoring.agreement.concordance import concordance
from judge.scoring.agreement.ratings import Crossed, crossed
from tests.judge.scoring.agreement.published import SHROUT_FLEISS, by_units


def block(*orders: tuple[int, ...]) -> Crossed:
    values = np.array(orders, np.int64).T
    return Crossed(tuple(range(len(orders))), np.arange(len(values)), values)


def test_the_published_example_comes_out() -> None:
    # As R's irr::kendall(anxiety, correct = TRUE) gives for Shrout & Fleiss (1979), table 2.
    (one,) = crossed(by_units(SHROUT_FLEISS))

    found = concordance(one)

    assert found is not None
    assert (round(found.w, 5), round(found.chi_square, 4), found.degrees) == (0.88704, 17.7407, 5)


def test_one_order_is_full_concordance_whatever_the_points() -> None:
    found = concordance(block((1, 2, 3), (10, 20, 90), (4, 5, 6)))

    assert found is not None
    assert found.w == 1


def test_opposite_orders_cancel() -> None:
    found = concordance(block((1, 2, 3), (3, 2, 1)))

    assert found is not None
    assert found.w == 0


def test_raters_who_tie_everything_give_no_order() -> None:
    assert concordance(block((5, 5, 5), (7, 7, 7))) is None


def test_w_without_ties_averages_spearman() -> None:
    # Kendall & Gibbons: W = ((m - 1) mean rho + 1) / m.
    orders = ((1, 2, 3, 4), (2, 1, 4, 3), (1, 3, 2, 4))
    rho = [np.corrcoef(a, b)[0, 1] for a, b in permutations(orders, 2)]

    found = concordance(block(*orders))

    assert found is not None
    assert found.w == pytest.approx((2 * float(np.mean(rho)) + 1) / 3)
