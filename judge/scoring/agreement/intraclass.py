"""Intraclass correlations of a complete block, in all six forms, with their confidence limits.

Source: P. E. Shrout, J. L. Fleiss, "Intraclass correlations: uses in assessing rater reliability",
Psychological Bulletin 86 (1979), 420-428; the limits of the second form by its equations on page 424 f.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from scipy.special import fdtri

from judge.scoring.agreement.ratings import Crossed


class Form(StrEnum):
    """Who is compared with whom, and whether one rating is meant or the mean of all the raters'."""

    ONE_WAY = "ICC(1,1)"
    RANDOM = "ICC(2,1)"
    FIXED = "ICC(3,1)"
    ONE_WAY_MEAN = "ICC(1,k)"
    RANDOM_MEAN = "ICC(2,k)"
    FIXED_MEAN = "ICC(3,k)"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the limits of its interval; None for one that these ratings do not define."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Variation:
    """Mean squares of a two-way table of `units` × `raters`, exact.

    `units_mean_square` between units, `within` them, between `raters_mean_square`, and `residual`.
    """

    units: int
    raters: int
    units_mean_square: Fraction
    within: Fraction
    raters_mean_square: Fraction
    residual: Fraction


def variation(block: Crossed) -> Variation:
    """The mean squares of a block, which has at least two units and two raters."""
    values = block.values.astype(object)
    n, k = block.values.shape
    total = int(values.sum())
    squares = int((values * values).sum())
    correction = Fraction(total * total, n * k)
    units = Fraction(int((values.sum(axis=1) ** 2).sum()), k) - correction
    raters = Fraction(int((values.sum(axis=0) ** 2).sum()), n) - correction
    whole = squares - correction
    return Variation(
        n,
        k,
        units / (n - 1),
        (whole - units) / (n * (k - 1)),
        raters / (k - 1),
        (whole - units - raters) / ((n - 1) * (k - 1)),
    )


def intraclass(block: Crossed, level: float = 0.95) -> dict[Form, Estimate]:
    """The forms that these ratings define, with two-sided limits at `level`.

    None at all where all ratings are equal; no mean's where the units do not differ; not the second where
    so few units differ so oddly that its total variance comes out as nothing or less.
    """
    v = variation(block)
    if not any((v.units_mean_square, v.within)):
        return {}
    n, k = v.units, v.raters
    tail = 1 - (1 - level) / 2
    singles = {
        Form.ONE_WAY: _by_ratio(v.units_mean_square, v.within, (n - 1, n * (k - 1)), k, tail),
        Form.RANDOM: _random(v, tail),
        Form.FIXED: _by_ratio(v.units_mean_square, v.residual, (n - 1, (n - 1) * (k - 1)), k, tail),
    }
    means = {_MEAN_OF[form]: _of_mean(one, k) for form, one in singles.items() if one}
    found = {**singles, **means}
    return {form: one for form in Form if (one := found.get(form))}


_MEAN_OF = {
    Form.ONE_WAY: Form.ONE_WAY_MEAN,
    Form.RANDOM: Form.RANDOM_MEAN,
    Form.FIXED: Form.FIXED_MEAN,
}


def _by_ratio(above: Fraction, below: Fraction, df: tuple[int, int], raters: int, tail: float) -> Estimate:
    """The first and third form, (F - 1) / (F + k - 1), by the ratio F of two mean squares."""
    if not below:
        return Estimate(1.0, 1.0, 1.0)
    ratio = float(above / below)
    low = ratio / float(fdtri(df[0], df[1], tail))
    high = ratio * float(fdtri(df[1], df[0], tail))
    return Estimate(*((f - 1) / (f + raters - 1) for f in (ratio, low, high)))


def _random(v: Variation, tail: float) -> Estimate | None:
    """The second form; its limits by the degrees of freedom of page 425."""
    n, k = v.units, v.raters
    units, raters, residual = v.units_mean_square, v.raters_mean_square, v.residual
    variance = units + (k - 1) * residual + k * (raters - residual) / n
    if variance <= 0:
        return None
    if not raters and not residual:
        return Estimate(1.0, 1.0, 1.0)
    value = float((units - residual) / variance)
    df = _degrees(v, value)
    u, e, between = float(units), float(residual), float(k * raters + (k * n - k - n) * residual)
    if df is None or not units:
        return Estimate(value, None, None)
    f_low, f_high = float(fdtri(n - 1, df, tail)), float(fdtri(df, n - 1, tail))
    below_low, below_high = f_low * between + n * u, between + n * f_high * u
    if below_low <= 0 or below_high <= 0:
        return Estimate(value, None, None)
    low, high = n * (u - f_low * e) / below_low, n * (f_high * u - e) / below_high
    # The limits are an approximation, which for figures below zero can miss the figure itself.
    return Estimate(value, low, high) if low <= value <= high else Estimate(value, None, None)


def _degrees(v: Variation, value: float) -> float | None:
    """The v of page 425, multiplied through by the residual's mean square, so that none is divided by it."""
    n, k = v.units, v.raters
    a = k * value * float(v.raters_mean_square)
    b = (n * (1 + (k - 1) * value) - k * value) * float(v.residual)
    weight = (n - 1) * a * a + b * b
    return (k - 1) * (n - 1) * (a + b) ** 2 / weight or None if weight else None


def _of_mean(one: Estimate, raters: int) -> Estimate | None:
    """The form for the mean of all raters, by Spearman and Brown's formula."""
    value = _stepped_up(one.value, raters)
    return (
        None
        if value is None
        else Estimate(value, _stepped_up(one.low, raters), _stepped_up(one.high, raters))
    )


def _stepped_up(value: float | None, raters: int) -> float | None:
    """None where the formula has no end, as it has for units that do not differ."""
    if value is None:
        return None
    below = 1 + (raters - 1) * value
    return raters * value / below if below > _NOTHING else None


_NOTHING = 1e-12
"""What floating point leaves of 1 + (k - 1) × -1 / (k - 1)."""
