"""Reads the arithmetic in a text back and recomputes it with fractions, as a suspicious reader would."""

import re
from collections.abc import Iterator
from fractions import Fraction

_RUN = re.compile(r"[-0-9.…/ ()+−×÷=→]*=[-0-9.…/ ()+−×÷=→]*")
_TOKEN = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?|[()+−×÷])")


def chains(text: str) -> Iterator[str]:
    """Every chain of equal figures in a text: "(80 + 85.5) ÷ 2 = 82.75 → 82.8"."""
    for sentence in re.split(r"[.:：。] |[，：。；]", text):
        for found in _RUN.findall(sentence):
            chain = found.strip().strip(".").strip()
            while chain.count("(") > chain.count(")"):
                # What stands in brackets behind it says by which rule, or whose figure it is.
                chain = chain.rpartition("(")[0].strip()
            yield chain


def checked(chain: str, decimals: int) -> Fraction:
    """What the chain comes to, all of its parts being equal; AssertionError where they are not."""
    said, _, printed = chain.partition("→")
    parts = [part.strip() for part in said.split("=")]
    exact = [evaluated(part) for part in parts if "…" not in part]
    assert len(set(exact)) == 1, chain
    for part in parts:
        if "…" in part:
            assert part is parts[-1], chain
            check_cut(part, exact[0])
    if printed.strip():
        check_rounded(printed.strip(), exact[0], decimals)
    return exact[0]


def check_cut(shown: str, exact: Fraction) -> None:
    """A figure that is cut short is the beginning of the exact one."""
    digits = shown.removesuffix("…").removeprefix("−")
    unit = Fraction(1, 10 ** len(digits.partition(".")[2]))
    assert 0 < abs(exact) - Fraction(digits) < unit
    assert shown.startswith("−") == (exact < 0)


def check_rounded(printed: str, exact: Fraction, decimals: int) -> None:
    """The printed figure has so many decimals and is nowhere further off than half of the last."""
    value = Fraction(printed.replace("−", "-"))
    assert len(printed.partition(".")[2]) == decimals
    assert abs(value - exact) <= Fraction(1, 2 * 10**decimals)


def evaluated(written: str) -> Fraction:
    """The value of an expression of figures, + − × ÷ and brackets; ValueError for anything else."""
    tokens = []
    at = 0
    while at < len(written.rstrip()):
        token = _TOKEN.match(written, at)
        if token is None:
            raise ValueError(written)
        tokens.append(token[1])
        at = token.end()
    return _Reading(tokens).all()


class _Reading:
    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens

    def all(self) -> Fraction:
        value = self._sum()
        if self._tokens:
            raise ValueError(self._tokens)
        return value

    def _next(self, among: str) -> str:
        return self._tokens.pop(0) if self._tokens and self._tokens[0] in among else ""

    def _sum(self) -> Fraction:
        value = self._product()
        while sign := self._next("+−"):
            other = self._product()
            value = value + other if sign == "+" else value - other
        return value

    def _product(self) -> Fraction:
        value = self._one()
        while sign := self._next("×÷"):
            other = self._one()
            value = value * other if sign == "×" else value / other
        return value

    def _one(self) -> Fraction:
        if self._next("−"):
            return -self._one()
        if self._next("("):
            value = self._sum()
            if not self._next(")"):
                raise ValueError(self._tokens)
            return value
        return Fraction(self._tokens.pop(0))
