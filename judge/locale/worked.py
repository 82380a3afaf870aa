"""Arithmetic as people write it on paper: short equations of exact figures, in signs of both languages.

A figure is a decimal where a short one is exact, and else a fraction in lowest terms: 84.5, 254/3. Cut
decimals end in an ellipsis and are cut, not rounded: 84.666….
"""

from fractions import Fraction

from judge.scoring.explaining.equations import ONE, Equation, Rounded, Term

TIMES, BY, MINUS, BECOMES = "×", "÷", "−", "→"

_LONGEST = 6
"""Decimals of a figure that is still written as a decimal; what a calibration leaves has as many."""
_CUT = 3
"""Decimals that are shown of a figure that has no end, unless it is printed with as many or more."""


def figure(value: Fraction) -> str:
    """An exact figure."""
    return _decimal(abs(value), value < 0) or _signed(
        f"{abs(value.numerator)}/{value.denominator}", value < 0
    )


def cut_figure(value: Fraction, decimals: int) -> str:
    """The first decimals of a figure without end, at least one more than it is printed with."""
    shown = max(_CUT, decimals + 1)
    digits = str(abs(value.numerator) * 10**shown // value.denominator).rjust(shown + 1, "0")
    return _signed(f"{digits[:-shown]}.{digits[-shown:]}…", value < 0)


def is_short(value: Fraction) -> bool:
    """Whether `figure` writes it as a decimal."""
    return bool(_decimal(abs(value), negative=False))


def equation_words(equation: Equation, decimals: int) -> str:
    """What goes in and what comes out: "(80 + 85.5 + 88.5) ÷ 3 = 254/3 = 84.666…".

    Args:
        equation: the step.
        decimals: with how many the method prints a figure.
    """
    said = [expression(equation), _summed(equation), figure(equation.result)]
    if not is_short(equation.result):
        said.append(cut_figure(equation.result, decimals))
    return " = ".join(dict.fromkeys(part for part in said if part))


def rounded_words(rounded: Rounded) -> str:
    """The rounded figure behind its sign: "→ 84.67"."""
    return f"{BECOMES} {rounded.text.replace('-', MINUS)}"


def expression(equation: Equation) -> str:
    """What goes in, without what comes out."""
    said = "".join(_term(at, term) for at, term in enumerate(equation.terms)) or "0"
    plain = equation.times == equation.by == ONE
    several = len(equation.terms) > 1
    return said if plain else f"{f'({said})' if several else said}{_factors(equation)}"


def _summed(equation: Equation) -> str:
    """The sum written out before it is multiplied and divided; "" where that says nothing new."""
    weighted = any(abs(term.weight) != ONE for term in equation.terms)
    if (len(equation.terms) < 2 and not weighted) or equation.times == equation.by == ONE:
        return ""
    total = equation.sum
    if equation.times == ONE and f"{figure(total)}/{figure(equation.by)}" == figure(equation.result):
        return ""
    return f"{figure(total)}{_factors(equation)}"


def _factors(equation: Equation) -> str:
    times = f" {TIMES} {figure(equation.times)}" if equation.times != ONE else ""
    by = f" {BY} {_enclosed(equation.by)}" if equation.by != ONE else ""
    return times + by


def _term(at: int, term: Term) -> str:
    """A term with the sign before it; a negative weight takes away."""
    sign = MINUS if term.weight < 0 else "+"
    before = f" {sign} " if at else (sign if term.weight < 0 else "")
    weight = abs(term.weight)
    value = f"({figure(term.value)})" if term.value < 0 else figure(term.value)
    return before + (value if weight == ONE else f"{value} {TIMES} {figure(weight)}")


def _enclosed(value: Fraction) -> str:
    """A divisor; one that is a fraction itself stands in brackets."""
    return figure(value) if is_short(value) else f"({figure(value)})"


def _decimal(value: Fraction, negative: bool) -> str:  # noqa: FBT001 - the sign of the one value
    """A figure that is not negative as a short decimal; "" where it has none."""
    for decimals in range(_LONGEST + 1):
        scaled = value * 10**decimals
        if scaled.denominator == 1:
            digits = str(scaled.numerator).rjust(decimals + 1, "0")
            written = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
            return _signed(written, negative)
    return ""


def _signed(written: str, negative: bool) -> str:  # noqa: FBT001 - likewise
    return f"{MINUS}{written}" if negative else written
