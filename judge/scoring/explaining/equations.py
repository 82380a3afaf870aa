"""Steps of arithmetic that hold what goes in and give what comes out, exact."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from judge.scoring.exact import Exact
from judge.scoring.method import Method
from judge.scoring.rounding import ROUNDINGS, as_text

ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a sum, and what it is multiplied by there."""

    value: Fraction
    weight: Fraction = ONE


@dataclass(frozen=True, slots=True)
class Equation:
    """(Σ value × weight) × `times` ÷ `by` = `result`, all of it in points."""

    terms: tuple[Term, ...]
    times: Fraction = ONE
    by: Fraction = ONE

    @property
    def sum(self) -> Fraction:
        """Σ value × weight."""
        return sum((term.value * term.weight for term in self.terms), start=Fraction(0))

    @property
    def result(self) -> Fraction:
        """What it comes to."""
        return self.sum * self.times / self.by


@dataclass(frozen=True, slots=True)
class Rounded:
    """An exact figure as the method's rule rounds it; `text` has exactly the method's decimals."""

    exact: Fraction
    value: Fraction
    text: str


def mean_of(values: tuple[Fraction, ...]) -> Equation:
    """The sum of some values divided by how many they are, which is at least one."""
    return Equation(tuple(map(Term, values)), by=Fraction(len(values)))


def changed(value: Fraction, by: Fraction) -> Equation:
    """A value with something added to it, or taken off where that is negative."""
    return Equation((Term(value), Term(abs(by), Fraction(-1 if by < 0 else 1))))


def rounded(exact: Fraction, method: Method) -> Rounded:
    """A figure rounded by the method's rule to its decimals."""
    one = Exact(np.array([exact.numerator], dtype=object), exact.denominator)
    units = int(ROUNDINGS[method.rounding](one, method.decimals)[0])
    return Rounded(exact, Fraction(units, 10**method.decimals), as_text(units, method.decimals))
