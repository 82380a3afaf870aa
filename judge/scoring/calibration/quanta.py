"""What calibrating adds or takes off: whole numbers of a millionth of a point, exact from there on."""

from fractions import Fraction
from math import lcm

from judge.scoring.exact import Exact, Positions, largest, roomy

QUANTUM = 10**6
"""How many parts of a point adjustments are whole numbers of."""


def nearest(value: Fraction) -> int:
    """A number of points in 1/`QUANTUM`, to the nearest, half away from zero."""
    magnitude = (2 * abs(value.numerator) * QUANTUM + value.denominator) // (2 * value.denominator)
    return -magnitude if value < 0 else magnitude


def less(values: Exact, micro: Positions) -> Exact:
    """Values less so many 1/`QUANTUM` of a point each, exact over the least denominator of both."""
    denominator = lcm(values.denominator, QUANTUM)
    widening, step = denominator // values.denominator, denominator // QUANTUM
    bound = largest(values.numerators) * widening + largest(micro) * step
    wide = roomy(values.numerators, bound) * widening - roomy(micro, bound) * step
    return Exact(wide, denominator)
