from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import norm

from judge.scoring.panel import Panel
from judge.scoring.safety.posterior import NoPosterior, NoPosteriorError, Posterior, posterior
from judge.scoring.severity.ratings import Ratings
from judge.scoring.severity.reml import fit
from judge.scoring.totals import sheet_totals
from tests.judge.scoring.panels import Sheet
from tests.judge.scoring.safety.small_panels import MEAN, listed, panel_of


def some_panel(nominations: int = 12, reviewers: int = 5, seed: int = 4) -> Panel:
    """A table with gaps; who scores what is told by a fixed lot."""
    lot = np.random.default_rng(seed)
    sheets = [
        Sheet(n, r, (int(lot.integers(0, 4)) + n % 3, int(lot.integers(0, 3)) + r % 2))
        for n in range(nominations)
        for r in range(reviewers)
        if r == n % reviewers or lot.random() < 0.7
    ]
    return panel_of(sheets, dict.fromkeys(range(nominations), 0))


def drawn(panel: Panel, seats: int = 4, replicates: int = 4000, seed: int = 1) -> Posterior:
    here = listed(panel, MEAN, (seats,))
    return posterior(panel, sheet_totals(panel), here, replicates=replicates, seed=seed)


def dense(panel: Panel, found: Posterior) -> tuple[np.ndarray, np.ndarray]:
    """Mean and covariance of the nominations by the textbook's matrices, variances as found."""
    totals, v = sheet_totals(panel), found.variances
    y = totals.numerators / totals.denominator
    z = np.eye(len(panel.nominations))[panel.sheet_nomination]
    w = np.eye(int(panel.sheet_reviewer.max()) + 1)[panel.sheet_reviewer]
    x = np.ones((len(y), 1))
    spread = v.nomination * z @ z.T + v.reviewer * w @ w.T + v.error * np.eye(len(y))
    inverse = np.linalg.inv(spread)
    among = np.linalg.inv(x.T @ inverse @ x)
    project = inverse - inverse @ x @ among @ x.T @ inverse
    mean = v.nomination * z.T @ project @ y
    covariance = v.nomination * np.eye(z.shape[1]) - v.nomination**2 * z.T @ project @ z
    return mean, covariance


def test_means_are_the_textbook_s() -> None:
    panel = some_panel()
    found = drawn(panel)
    assert found.mean == pytest.approx(dense(panel, found)[0])


def test_means_are_those_of_the_fit() -> None:
    panel = some_panel()
    totals = sheet_totals(panel)
    fitted = fit(
        Ratings(panel.sheet_nomination, panel.sheet_reviewer, totals.numerators / totals.denominator)
    )
    assert drawn(panel).mean == pytest.approx(fitted.nominations, abs=1e-6)


@pytest.mark.parametrize("pair", [(4, 7), (1, 5), (0, 10)])
def test_draws_keep_to_the_joint_distribution(pair: tuple[int, int]) -> None:
    """How often one stands above another follows from means, variances and their covariance."""
    panel = some_panel()
    panel = replace(panel, bodies=np.where(np.isin(panel.nominations, pair), 0, 1))
    here = listed(panel, MEAN, (1, 3))
    found = posterior(panel, sheet_totals(panel), here, replicates=20_000, seed=1)
    mean, covariance = dense(panel, found)
    one, other = pair
    difference = covariance[one, one] + covariance[other, other] - 2 * covariance[one, other]
    expected = norm.cdf((mean[one] - mean[other]) / np.sqrt(difference))
    assert 0.02 < expected < 0.98
    assert found.tally.above[one] / found.tally.chances == pytest.approx(expected, abs=0.012)
    assert found.tally.above[list(pair)].sum() == found.tally.chances


def test_same_seed_same_figures_in_batches_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = some_panel()
    whole, other = drawn(panel, replicates=300), drawn(panel, replicates=300, seed=2)
    monkeypatch.setattr("judge.scoring.safety.sheets_drawn._CELLS", 40)
    again = drawn(panel, replicates=300)
    assert whole.tally.above.tolist() == again.tally.above.tolist()
    assert whole.tally.low.tolist() == again.tally.low.tolist()
    assert whole.tally.above.tolist() != other.tally.above.tolist()


@pytest.mark.parametrize(
    ("sheets", "reason"),
    [
        ([Sheet(0, 0, (1, 1)), Sheet(1, 1, (2, 2))], NoPosterior.NOT_CONNECTED),
        ([Sheet(n, r, (3, 3)) for n in range(3) for r in range(3)], NoPosterior.UNSETTLED),
        ([Sheet(n, 0, (n, n)) for n in range(3)], NoPosterior.UNSETTLED),
        ([Sheet(0, r, (r, 1)) for r in range(3)], NoPosterior.UNSETTLED),
        ([Sheet(n, r, (n, r)) for n in range(4) for r in range(4)], NoPosterior.NO_ERROR),
    ],
)
def test_where_there_is_none_it_says_why(sheets: list[Sheet], reason: NoPosterior) -> None:
    panel = panel_of(
        sheets, dict.fromkeys(range(4), 0) if len(sheets) > 9 else {s.nomination: 0 for s in sheets}
    )
    with pytest.raises(NoPosteriorError) as refused:
        drawn(panel, seats=1)
    assert refused.value.reason == reason
