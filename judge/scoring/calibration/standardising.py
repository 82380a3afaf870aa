"""Per-reviewer z-scores, put back on the panel's scale: exact, by whole-number square roots."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt, sqrt

import numpy as np

from judge.scoring.calibration.quanta import QUANTUM, nearest
from judge.scoring.calibration.record import (
    Calibration,
    CalibrationRefused,
    Caveat,
    ReviewerScale,
)
from judge.scoring.calibration.waiting import still_to_come
from judge.scoring.exact import Exact, Flags, opens, whole
from judge.scoring.panel import Panel

FEW_SHEETS = 12
"""Median of sheets per reviewer below which z-scores lose: docs/calibrating.md, "When to calibrate"."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """How many totals there are, their sum and the sum of their squares, in units of the totals."""

    count: int
    sum: int
    squares: int

    @classmethod
    def of(cls, totals: list[int]) -> "_Scale":
        return cls(len(totals), sum(totals), sum(total * total for total in totals))

    @property
    def spread(self) -> int:
        """Their variance (over count - 1) times count × (count - 1), in squared units."""
        return self.count * self.squares - self.sum**2

    def recorded(self, reviewer: int, denominator: int) -> ReviewerScale:
        variance = Fraction(self.spread, self.count * max(self.count - 1, 1) * denominator**2)
        return ReviewerScale(
            reviewer, self.count, Fraction(self.sum, self.count * denominator), sqrt(variance)
        )


def standardised(panel: Panel, totals: Exact, scored: Flags) -> tuple[Exact, Calibration]:
    """Each reviewer's totals brought to the mean and the standard deviation of all counted totals.

    Each is panel mean + (total - own mean) × panel deviation / own deviation, both terms to the nearest
    1/`QUANTUM` of a point, half away from zero. Roots are taken of whole numbers: no float is involved.

    Args:
        panel: the checked panel.
        totals: its sheets' totals.
        scored: which of its nominations get a score.

    Raises:
        CalibrationRefused: "reviewers-not-standardised" where some who judged a nomination that gets a
            score have a single sheet or gave all the same total: on that scale they have no place, and
            beside it their points mean something else.
    """
    values = [int(one) for one in totals.numerators]
    if not scored.any():
        return totals, Calibration("z-score", (Caveat("no-score"),))
    all_of_them = _Scale.of(values)
    if not all_of_them.spread:
        return totals, Calibration("z-score", (Caveat("all-equal"),))
    by_reviewer = {code: (rows, _Scale.of([values[at] for at in rows])) for code, rows in _rows(panel)}
    _require_spread(panel, scored, by_reviewer)
    mean = nearest(Fraction(all_of_them.sum, all_of_them.count * totals.denominator))
    # A sheet that enters no score stays as it is where its reviewer has no scale.
    adjusted = [nearest(Fraction(value, totals.denominator)) for value in values]
    scales: list[ReviewerScale] = []
    for code, (rows, own) in by_reviewer.items():
        if own.spread:
            scales.append(own.recorded(code, totals.denominator))
            for at in rows:
                adjusted[at] = mean + _deviation(values[at], own, all_of_them, totals.denominator)
    numerators = whole(adjusted, max(map(abs, adjusted)))
    caveats = (Caveat("z-score-strength"), *_few(scales), *still_to_come(panel))
    return Exact(numerators, QUANTUM), Calibration("z-score", caveats, scales=tuple(scales))


def _rows(panel: Panel) -> Iterator[tuple[int, list[int]]]:
    """The sheets of each reviewer, by code."""
    order = np.argsort(panel.sheet_reviewer, kind="stable")
    ordered = panel.sheet_reviewer[order]
    begins = np.flatnonzero(opens(ordered))
    for code, rows in zip(ordered[begins].tolist(), np.split(order, begins[1:]), strict=True):
        yield code, rows.tolist()


def _require_spread(panel: Panel, scored: Flags, by_reviewer: dict[int, tuple[list[int], _Scale]]) -> None:
    enters = scored[panel.sheet_nomination]
    without = tuple(
        code for code, (rows, own) in by_reviewer.items() if not own.spread and enters[rows].any()
    )
    if without:
        raise CalibrationRefused("reviewers-not-standardised", reviewers=without)


def _deviation(total: int, own: _Scale, every: _Scale, denominator: int) -> int:
    """(total - own mean) × deviation of all / own deviation, in 1/`QUANTUM`, half away from zero."""
    away = own.count * total - own.sum
    # Squared: away² / (own.count × denominator)² × variance of all / own variance, every part whole.
    above = (away * QUANTUM) ** 2 * every.spread * (own.count - 1)
    below = own.count * denominator**2 * every.count * (every.count - 1) * own.spread
    root = (isqrt(4 * above // below) + 1) // 2
    return -root if away < 0 else root


def _few(scales: list[ReviewerScale]) -> Iterator[Caveat]:
    sheets = sorted(one.sheets for one in scales)
    middle = sheets[(len(sheets) - 1) // 2]
    if middle < FEW_SHEETS:
        yield Caveat("z-score-few", {"sheets": middle, "enough": FEW_SHEETS})
