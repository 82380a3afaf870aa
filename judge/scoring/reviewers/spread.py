"""How much of the scale a reviewer uses, beside what the others use on the same nominations."""

from dataclasses import dataclass

import numpy as np

from judge.scoring.exact import largest
from judge.scoring.reviewers.chance import of_ratio
from judge.scoring.reviewers.shared import Floats, Shared, as_floats, given
from judge.scoring.reviewers.words import FEWEST, Lack, Notice

_NARROW, _WIDE = 0.5, 2.0
"""Ratios of standard deviations from which on a difference is worth a word."""

_ONE_NUMBER = 0.1
"""The ratio up to which all totals are one number, or nearly."""

_NOTHING = 1e-9
"""What floating point may leave of differences, in relation to the largest value."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Standard deviations in points, of own values and of the others' on the same nominations.

    Of the others' values each reviewer's own mean is taken off first, which takes severity out of them.
    `ratio` is own by others', `used` the share of full points between own lowest and highest value; `chance`
    is that of a ratio as far from 1.
    """

    sheets: int
    own: float | None
    others: float | None = None
    ratio: float | None = None
    used: float | None = None
    chance: float | None = None
    notice: Notice | None = None
    lack: Lack | None = None


def spreads(shared: Shared, full_points: float) -> tuple[Spread, ...]:
    """The spread of each reviewer's values, by their positions."""
    if not len(shared.rows):
        return (Spread(0, None, lack=Lack.ALONE),) * shared.count
    steady = shared.steady(shared.values.numerators)
    points = as_floats(shared.values)
    own = np.where(steady, 0.0, shared.spread(points)) / np.maximum(shared.sheets - 1, 1)
    others, free = _of_others(shared)
    others[others <= (_NOTHING * largest(shared.values.numerators) / shared.values.denominator) ** 2] = 0
    chances = _chances(shared, own, others, free)
    used = _ranges(shared, points) / full_points if full_points else np.zeros(shared.count)
    return tuple(
        _spread(*figures)
        for figures in zip(
            shared.sheets.tolist(),
            np.sqrt(own).tolist(),
            given(np.sqrt(others), free > 0),
            used.tolist(),
            chances.tolist(),
            strict=True,
        )
    )


def _of_others(shared: Shared) -> tuple[Floats, Floats]:
    """The variance of the others' values, each less its reviewer's mean, and its degrees of freedom.

    Each sheet counts 1 - 1/n degrees, n being the sheets of who wrote it: on a panel that scores everything
    this is the mean of the others' variances.
    """
    values = shared.centred(shared.points)
    sums, squares, degrees, sheets = (
        shared.by_reviewer(shared.by_nomination(column)[shared.nominations] - column)
        for column in (
            values,
            values * values,
            1 - 1 / shared.sheets[shared.reviewers],
            np.ones(len(values)),
        )
    )
    free = np.where(degrees > _NOTHING, degrees, 0)
    about_mean = np.maximum(squares - sums * sums / np.maximum(sheets, 1), 0)
    return np.divide(about_mean, free, out=np.zeros(len(free)), where=free > 0), free


def _chances(shared: Shared, own: Floats, others: Floats, free: Floats) -> Floats:
    """The chances of ratios as far from 1.

    Values come in steps: equal ones were equal only to a step, which adds 1/12 of its square to a variance.
    """
    rounding = shared.step**2 / 12
    known = (others > 0) & (free > 0) & (shared.sheets > 1)
    ratio = np.divide(own + rounding, others + rounding, out=np.ones(len(own)), where=known)
    return of_ratio(ratio, np.maximum(shared.sheets - 1, 1), np.where(known, free, 1))


def _ranges(shared: Shared, points: Floats) -> Floats:
    highest, lowest = np.full(shared.count, -np.inf), np.full(shared.count, np.inf)
    np.maximum.at(highest, shared.reviewers, points)
    np.minimum.at(lowest, shared.reviewers, points)
    return np.where(shared.sheets > 0, highest - lowest, 0)


def _spread(sheets: int, own: float, others: float | None, used: float, chance: float) -> Spread:
    if sheets < 2:
        return Spread(sheets, None, lack=Lack.FEW if sheets else Lack.ALONE)
    if others is None:
        return Spread(sheets, own, used=used, lack=Lack.FEW)
    if not others:
        return Spread(sheets, own, others, used=used, lack=Lack.OTHERS_EQUAL)
    ratio = own / others
    if sheets < FEWEST:
        return Spread(sheets, own, others, ratio, used)
    return Spread(sheets, own, others, ratio, used, chance, _notice(ratio))


def _notice(ratio: float) -> Notice | None:
    if ratio <= _ONE_NUMBER:
        return Notice.ONE_NUMBER
    if ratio <= _NARROW:
        return Notice.NARROW
    return Notice.WIDE if ratio >= _WIDE else None
