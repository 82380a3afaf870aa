"""Exact fractions in columns: whole numerators over one common denominator."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[Any]
"""Whole numbers: int64 wherever that provably holds them, else Python ints (dtype object)."""

Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Ticks = npt.NDArray[np.signedinteger[Any]]
"""Ticks and what stands in their place, in the narrowest type that holds them."""

SAFE = 2**62
"""Half of what int64 holds, so that a sum or difference of two safe numbers still fits."""


@dataclass(frozen=True, slots=True, eq=False)
class Exact:
    """Exact values of any shape: `numerators` / `denominator`, in points."""

    numerators: Whole
    denominator: int

    def fraction(self, *at: int) -> Fraction:
        """The one value at an index."""
        return Fraction(int(self.numerators[at]), self.denominator)

    def take(self, positions: Positions) -> "Exact":
        """The values at `positions` along the first axis."""
        return Exact(self.numerators.take(positions, axis=0), self.denominator)


def distinct(values: Positions) -> Positions:
    """The different values in ascending order; np.unique hashes them, which costs several times as much."""
    if not len(values):
        return values
    lowest = int(values.min())
    span = int(values.max()) - lowest + 1
    if span > 4 * len(values):
        ordered = np.sort(values)
        return ordered[opens(ordered)]
    seen = np.zeros(span, np.bool_)
    seen[values - lowest] = True
    return np.flatnonzero(seen) + lowest


def opens(ordered: Whole) -> Flags:
    """Where a run of equal values begins."""
    flags: Flags = np.ones(len(ordered), np.bool_)
    flags[1:] = ordered[1:] != ordered[:-1]
    return flags


def within(values: Positions, end: int) -> bool:
    """Whether all values lie in 0 … end - 1. Read as unsigned, what is negative is beyond every end."""
    return not len(values) or int(values.view(np.uint64).max()) < end


def largest(values: Whole) -> int:
    """The largest magnitude among `values`, at least 1: a bound made with it also holds the factors."""
    return max(int(values.max()), -int(values.min()), 1) if values.size else 1


def roomy(values: Whole, bound: int) -> Whole:
    """`values` in a type that holds every magnitude up to `bound`, decided before anything can overflow."""
    return values.astype(np.int64 if bound < SAFE else object, copy=False)


def whole(values: Iterable[int], bound: int) -> Whole:
    """Python ints as an array that holds every magnitude up to `bound`."""
    return np.array(list(values), dtype=np.int64 if bound < SAFE else object)


def shared_denominator(fractions: Iterable[Fraction]) -> int:
    """The least number that makes each of `fractions` whole."""
    return math.lcm(*(fraction.denominator for fraction in fractions))
