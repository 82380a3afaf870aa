import numpy as np
import pytest
from scipy.stats import chi2

from judge.scoring.calibration.balance import LEANING, UNLIKELY, balance_of
from judge.scoring.calibration.parts import parts_of
from judge.scoring.severity.equations import Variances
from judge.scoring.severity.ratings import Floats, Ratings
from tests.judge.scoring.calibration.tables import crossed, panel_of, totals_of

VARIANCES = Variances(30.0, 9.0, 16.0)


def dealt(seed: int, favour: float) -> Ratings:
    """Forty nominations, three of eight reviewers each; with `favour`, the first four get the strong."""
    rng = np.random.default_rng(seed)
    nominations, reviewers = (list[int]() for _ in range(2))
    strength = rng.normal(0, VARIANCES.nomination**0.5, 40)
    for n in range(40):
        weight = np.exp(favour * np.sign(strength[n]) * np.where(np.arange(8) < 4, 1, -1))
        chosen = rng.choice(8, 3, replace=False, p=weight / weight.sum())
        nominations += [n] * 3
        reviewers += chosen.tolist()
    lenient = rng.normal(0, VARIANCES.reviewer**0.5, 8)
    at, by = np.array(nominations), np.array(reviewers)
    values = 70 + strength[at] + lenient[by] + rng.normal(0, VARIANCES.error**0.5, len(at))
    return Ratings(at, by, values)


def reference(ratings: Ratings, v: Variances) -> float:
    """The same by weighted least squares on whole matrices."""
    n, m = int(ratings.nominations.max()) + 1, int(ratings.reviewers.max()) + 1
    counts = np.bincount(ratings.nominations)
    design = np.zeros((n, m))
    np.add.at(design, (ratings.nominations, ratings.reviewers), 1)
    rows = np.eye(m)[ratings.reviewers]
    means = np.bincount(ratings.nominations, ratings.values) / counts
    inside = rows - (design / counts[:, None])[ratings.nominations]
    left = ratings.values - means[ratings.nominations]
    weight = np.sqrt(1 / (v.error / counts + v.nomination))
    outside, averages = design / counts[:, None] * weight[:, None], means * weight

    def rest(matrix: Floats, values: Floats) -> float:
        return float(((values - matrix @ np.linalg.lstsq(matrix, values, rcond=None)[0]) ** 2).sum())

    scaled = inside / v.error**0.5, left / v.error**0.5
    apart = rest(*scaled) + rest(outside, averages)
    both = rest(np.vstack([scaled[0], outside]), np.concatenate([scaled[1], averages]))
    return float(chi2.sf(both - apart, np.linalg.matrix_rank(outside) - 1))


def chance(ratings: Ratings) -> float:
    found = balance_of(ratings, VARIANCES)
    assert found is not None
    assert found.chance is not None
    return found.chance


@pytest.mark.parametrize("seed", range(5))
def test_the_chance_is_that_of_the_two_regressions(seed: int) -> None:
    ratings = dealt(seed, favour=0.3)
    assert chance(ratings) == pytest.approx(reference(ratings, VARIANCES), rel=1e-6)


def test_by_chance_few_are_called_unbalanced_and_by_favour_most() -> None:
    fair = [chance(dealt(seed, 0)) for seed in range(100)]
    favoured = [chance(dealt(seed, 1)) for seed in range(30)]

    assert sum(one < UNLIKELY for one in fair) <= 4
    assert sum(one < 0.5 for one in fair) > 30
    assert sum(one < UNLIKELY for one in favoured) >= 8


def test_groups_that_share_little_lean_on_balance() -> None:
    fair, favoured = (balance_of(dealt(1, favour), VARIANCES) for favour in (0, 2.5))
    assert fair is not None
    assert favoured is not None
    assert 0 < fair.leaning < 0.2
    assert LEANING < favoured.leaning < 1


def test_where_all_judged_all_there_is_nothing_to_compare() -> None:
    panel = panel_of(crossed(1, reviewers=3))
    (part,) = parts_of(panel, totals_of(panel))
    found = balance_of(part.ratings, VARIANCES)
    assert found is not None
    assert found.chance is None
    assert balance_of(dealt(1, 0), Variances(1.0, 1.0, 0.0)) is None
