"""Weights that a method gives criteria in place of the rubric's, read without a float on the way."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from judge.scoring.problems import Problem

MOST = 10_000
"""The greatest weight, as in a rubric, and the greatest denominator of one."""

_TEXT = re.compile(r"([0-9]{1,12})(?:/([0-9]{1,12})|\.([0-9]{1,6}))?")
_WIDEST = 32
"""Digits before and after the point of a decimal that is looked at; what is wider is out of range."""


def read_weights(given: object) -> Mapping[str, Fraction]:
    """The weights by criterion key, in the order of keys; what `weight_problems` names is left out."""
    pairs = sorted(given.items(), key=lambda pair: str(pair[0])) if isinstance(given, Mapping) else ()
    read = {str(key): _fraction(value) for key, value in pairs}
    return MappingProxyType({key: weight for key, weight in read.items() if weight is not None})


def weight_problems(given: object) -> tuple[Problem, ...]:
    """What keeps `given` from being a table of weights: every one that is no exact number from 0 on."""
    if not isinstance(given, Mapping):
        return (Problem("method-weights-no-table", MappingProxyType({"given": str(given)})),)
    pairs = sorted(((str(key), value) for key, value in given.items()), key=lambda pair: pair[0])
    found = [_problem(key, value) for key, value in pairs]
    return tuple(problem for problem in found if problem)


def _problem(key: str, value: object) -> Problem | None:
    weight = _fraction(value)
    named = {"criterion": key, "given": str(value)}
    if weight is None:
        return Problem("method-weight-not-exact", MappingProxyType(named))
    if weight < 0:
        return Problem("method-weight-negative", MappingProxyType(named))
    if weight > MOST or weight.denominator > MOST:
        return Problem("method-weight-out-of-range", MappingProxyType({**named, "largest": MOST}))
    return None


def _fraction(value: object) -> Fraction | None:
    """What a whole number, an exact decimal, a fraction or a text such as "3/2" says; None for others.

    A float is none: what 0.1 is to a machine is not what the file says.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Fraction):
        return Fraction(value)
    if isinstance(value, Decimal):
        return Fraction(value) if value.is_finite() and _is_narrow(value) else None
    if isinstance(value, str) and (read := _TEXT.fullmatch(value.strip())):
        whole, divisor, _decimals = read.groups()
        if divisor is None:
            return Fraction(value.strip())
        return Fraction(int(whole), int(divisor)) if int(divisor) else None
    return None


def _is_narrow(value: Decimal) -> bool:
    """Whether a few digits write the number out: 1e999999999 is a line of a file, and a gigabyte."""
    return abs(value.adjusted()) <= _WIDEST and len(value.as_tuple().digits) <= _WIDEST
