"""Rounding for print: half up, on exact values, once and last."""

import numpy as np

from judge.scoring.exact import Exact, Whole, largest, roomy


def half_up(values: Exact, decimals: int) -> Whole:
    """Values in units of the last printed decimal: 7.125 with 2 decimals is 713.

    A half goes away from zero, as on paper and in a workbook's ROUND; nothing is a float on the way.
    """
    unit = 10**decimals
    bound = 2 * unit * largest(values.numerators) + values.denominator
    numerators = roomy(values.numerators, max(bound, 2 * values.denominator))
    magnitudes = (2 * unit * np.abs(numerators) + values.denominator) // (2 * values.denominator)
    printed: Whole = np.where(numerators < 0, -magnitudes, magnitudes)
    return printed


def as_text(printed: int, decimals: int) -> str:
    """A figure from `half_up` with exactly `decimals` decimals: 713 is "7.13", 700 is "7.00"."""
    whole, part = divmod(abs(printed), 10**decimals)
    sign = "-" if printed < 0 else ""
    return f"{sign}{whole}.{part:0{decimals}d}" if decimals else f"{sign}{whole}"
