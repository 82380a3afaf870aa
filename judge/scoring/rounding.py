"""Rounding: half up or half to even, on exact values and with nothing a float on the way."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from judge.scoring.exact import Exact, Whole, largest, roomy


def half_up(values: Exact, decimals: int) -> Whole:
    """Values in units of the last printed decimal: 7.125 with 2 decimals is 713.

    A half goes away from zero, as on paper and in a workbook's ROUND.
    """
    unit = 10**decimals
    numerators = _with_room(values, unit)
    magnitudes = (2 * unit * np.abs(numerators) + values.denominator) // (2 * values.denominator)
    printed: Whole = np.where(numerators < 0, -magnitudes, magnitudes)
    return printed


def half_even(values: Exact, decimals: int) -> Whole:
    """Likewise, but a half goes to the even neighbour: 7.125 is 712, 7.135 is 714.

    As in the Python decimal module's ROUND_HALF_EVEN, and as statistical offices do it.
    """
    unit = 10**decimals
    numerators = _with_room(values, unit)
    twice = 2 * unit * numerators + values.denominator
    nearest = twice // (2 * values.denominator)
    is_half = nearest * (2 * values.denominator) == twice
    printed: Whole = nearest - (is_half & (nearest % 2 == 1))
    return printed


ROUNDINGS: Mapping[str, Callable[[Exact, int], Whole]] = MappingProxyType(
    {"half-up": half_up, "half-even": half_even}
)
"""By the word that a method's `rounding` takes."""


def rounded(values: Exact, decimals: int, rounding: str) -> Exact:
    """The values rounded, as exact values again."""
    return Exact(ROUNDINGS[rounding](values, decimals), 10**decimals)


def as_text(printed: int, decimals: int) -> str:
    """A rounded figure with exactly `decimals` decimals: 713 is "7.13", 700 is "7.00"."""
    whole, part = divmod(abs(printed), 10**decimals)
    sign = "-" if printed < 0 else ""
    return f"{sign}{whole}.{part:0{decimals}d}" if decimals else f"{sign}{whole}"


def _with_room(values: Exact, unit: int) -> Whole:
    """The numerators in a type that holds twice their units, and the denominator beside them."""
    bound = 2 * unit * largest(values.numerators) + values.denominator
    return roomy(values.numerators, max(bound, 2 * values.denominator))
