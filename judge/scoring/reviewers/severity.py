"""How far above or below the others a reviewer's totals lie, on the same nominations."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from judge.scoring.exact import Flags
from judge.scoring.reviewers.chance import of_t
from judge.scoring.reviewers.shared import Floats, Shared, as_floats
from judge.scoring.reviewers.words import FEWEST, LEVEL, Lack, Notice

_NOTABLE = 0.5
"""Of what a total usually lies apart from the others': J. Cohen, "Statistical Power Analysis for the
Behavioral Sciences" (2nd edition, 1988), page 25 f., calls half a standard deviation a medium difference."""

_UNUSUAL = 2.0
"""Standard deviations of the other reviewers' severities, told by the median of their distances from the
median: P. J. Rousseeuw, C. Croux, Journal of the American Statistical Association 88 (1993), 1273-1283."""

_MEDIAN_TO_STANDARD = 1.4826


@dataclass(frozen=True, slots=True)
class Severity:
    """The mean of own total - mean of the others' totals, over `sheets` shared sheets; above 0 is lenient.

    `points` is exact; `error` its standard error, from two sheets on; `chance` that of a mean as far from 0
    among reviewers who do not differ, from `FEWEST` sheets on; `notice` what it would be if it stood out.
    """

    sheets: int
    points: Fraction | None
    error: float | None = None
    chance: float | None = None
    notice: Notice | None = None
    lack: Lack | None = None


def severities(shared: Shared) -> tuple[Severity, ...]:
    """The severity of each reviewer, by their positions."""
    exact = shared.differences
    sums, steady = shared.exactly_by_reviewer(exact.numerators), shared.steady(exact.numerators)
    squares = np.where(steady, 0.0, shared.spread(as_floats(exact)))
    sheets = shared.sheets
    variance = squares / np.maximum(sheets - 1, 1)
    errors = np.sqrt(variance / np.maximum(sheets, 1))
    means = np.array([_mean(total, n, exact.denominator) for total, n in zip(sums, sheets, strict=True)])
    # Totals come in steps: differences that are all equal were equal only to a step.
    least = np.sqrt((variance + shared.step**2 / 12) / np.maximum(sheets, 1))
    chances = of_t(np.divide(means, least, out=np.zeros(len(means)), where=least > 0), sheets - 1)
    usual = float(np.sqrt(squares.sum() / max(int(np.maximum(sheets - 1, 0).sum()), 1)))
    notable = (sheets >= FEWEST) & (np.abs(means) >= _NOTABLE * usual) & (chances <= LEVEL)
    ways = {at: _way(means, at, sheets >= FEWEST) for at in np.flatnonzero(notable).tolist()}
    return tuple(
        _severity(Fraction(total, exact.denominator * max(n, 1)), n, error, chance, ways.get(at))
        for at, (total, n, error, chance) in enumerate(
            zip(sums, sheets.tolist(), errors.tolist(), chances.tolist(), strict=True)
        )
    )


def _mean(total: int, sheets: int, denominator: int) -> float:
    return float(Fraction(total, denominator * max(int(sheets), 1)))


def _way(means: Floats, at: int, compared: Flags) -> Notice | None:
    """Severe or lenient, where that is unusual among the others; of one other, nothing is usual."""
    among = compared.copy()
    among[at] = False
    others = means[among]
    if len(others) < 2:
        return None
    usual = float(np.median(others))
    reach = _UNUSUAL * _MEDIAN_TO_STANDARD * float(np.median(np.abs(others - usual)))
    if means[at] > max(usual + reach, 0):
        return Notice.LENIENT
    return Notice.SEVERE if means[at] < min(usual - reach, 0) else None


def _severity(points: Fraction, sheets: int, error: float, chance: float, notice: Notice | None) -> Severity:
    if not sheets:
        return Severity(0, None, lack=Lack.ALONE)
    if sheets < FEWEST:
        return Severity(sheets, points, error if sheets > 1 else None)
    return Severity(sheets, points, error, chance, notice)
