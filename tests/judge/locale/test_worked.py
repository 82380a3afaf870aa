"""Equations on paper: what is printed recomputes, whatever the figures are."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.locale.worked import cut_figure, equation_words, figure
from judge.scoring.explaining.equations import Equation, Term, mean_of
from tests.judge.locale.arithmetic import chains, check_cut, checked, evaluated

FIGURES = st.fractions(min_value=-1000, max_value=1000, max_denominator=10**6)
WEIGHTS = st.sampled_from(
    [Fraction(1), Fraction(1), Fraction(-1), Fraction(2), Fraction(1, 3), Fraction(7, 10)]
)
DIVISORS = st.sampled_from([Fraction(1), Fraction(3), Fraction(70), Fraction(40, 3), Fraction(1, 2)])


@given(st.lists(st.builds(Term, FIGURES, WEIGHTS), min_size=1, max_size=6), DIVISORS, DIVISORS)
def test_every_equation_says_what_it_comes_to(terms: list[Term], times: Fraction, by: Fraction) -> None:
    equation = Equation(tuple(terms), times, by)
    said = equation_words(equation, 2)
    assert list(chains(said)) in ([said], [])
    assert checked(said, 2) == equation.result


@given(FIGURES, st.integers(0, 6))
def test_a_figure_without_end_is_cut_and_never_rounded(value: Fraction, decimals: int) -> None:
    assert evaluated(figure(value)) == value
    if "/" in figure(value):
        check_cut(cut_figure(value, decimals), value)


@pytest.mark.parametrize(
    ("equation", "said"),
    [
        (mean_of((Fraction(80), Fraction("85.5"), Fraction("88.5"))),
         "(80 + 85.5 + 88.5) ÷ 3 = 254/3 = 84.666…"),
        (mean_of((Fraction(84), Fraction("84.5"))), "(84 + 84.5) ÷ 2 = 168.5 ÷ 2 = 84.25"),
        (mean_of((Fraction(7),)), "7"),
        (Equation((Term(Fraction(24)), Term(Fraction(32))), Fraction(100), Fraction(70)),
         "(24 + 32) × 100 ÷ 70 = 56 × 100 ÷ 70 = 80"),
        (Equation((Term(Fraction(8), Fraction(2)), Term(Fraction(5), Fraction(1, 3)))),
         "8 × 2 + 5 × 1/3 = 53/3 = 17.666…"),
        (Equation((Term(Fraction("85.5")), Term(Fraction("1.234567"), Fraction(-1)))),
         "85.5 − 1.234567 = 84.265433"),
        (Equation((Term(Fraction("85.5")), Term(Fraction("-1.25"), Fraction(-1)))), "85.5 − (−1.25) = 86.75"),
        (Equation((Term(Fraction(1)),), by=Fraction(2, 3)), "1 ÷ (2/3) = 1.5"),
    ],
)  # fmt: skip
def test_equations_read_as_on_paper(equation: Equation, said: str) -> None:
    assert equation_words(equation, 2) == said


def test_a_reader_finds_a_wrong_figure() -> None:
    (chain,) = chains("The mean: (80 + 85.5) ÷ 2 = 82.7 (R1).")
    with pytest.raises(AssertionError):
        checked(chain, 2)
    with pytest.raises(AssertionError):
        checked("254/3 = 84.667… → 84.67", 2)
    with pytest.raises(AssertionError):
        checked("254/3 → 84.68", 2)
