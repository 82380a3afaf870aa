"""Figures as people write them, read exactly.

Every reader returns None for a blank and raises `Unclear` where a text can mean several numbers or none.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from imports.values.written import Unclear

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_NUMBER = r"((?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12})(?:\.[0-9]{1,8})?)"
_BETWEEN = r"(?:\s*[/、,;]\s*|\s+)"
_NONE = {"无", "零"}
_LONGEST_FIGURE = 60
MONEY_UNITS = {
    "元": Decimal(1),
    "千元": Decimal(1000),
    "万": Decimal(10_000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
}


def count(text: str, units: Iterable[str] = ()) -> int | None:
    """A whole number such as `4 `, `１２`, `12人`; `无` is 0.

    Raises:
        Unclear: `figure-unclear` for `约98`, `十二`, `3-5` and the like.
    """
    figure = number(text, units)
    return None if figure is None else whole(figure)


def whole(figure: Decimal) -> int:
    """A figure that counts something.

    Raises:
        Unclear: `figure-unclear` where it has a fraction.
    """
    if figure != figure.to_integral_value():
        raise Unclear("figure-unclear")
    return int(figure)


def number(text: str, units: Iterable[str] = ()) -> Decimal | None:
    """An exact number, with or without one of `units`; `无` is 0.

    Raises:
        Unclear: `figure-unclear`.
    """
    folded = _folded(text)
    if folded in _NONE:
        return Decimal(0)
    found = _measured(folded, tuple(units))
    return None if found is None else found[0]


def percent(text: str) -> Decimal | None:
    """A rate in percent, `98.5%`, `98.5％` or plain `98.5`; `5‰` is 0.5.

    Raises:
        Unclear: `figure-unclear`.
    """
    found = _measured(_folded(text), ("%", "‰"))
    if found is None:
        return None
    amount, unit = found
    return amount / 10 if unit == "‰" else amount


def money(text: str, unit: str, label: str = "") -> Decimal | None:
    """An amount of money in `unit` (元, 万元 …), exactly; `无` is 0.

    A unit written behind the amount goes before one in the `label`'s brackets, that before `unit`.

    Raises:
        Unclear: `figure-unclear`.
    """
    folded = _folded(text)
    if folded in _NONE:
        return Decimal(0)
    found = _measured(folded, tuple(MONEY_UNITS))
    if found is None:
        return None
    amount, written = found
    labelled = re.search(r"[(（]\s*([千万百亿]*元)", label)
    own = written or (labelled[1] if labelled and labelled[1] in MONEY_UNITS else unit)
    return amount if own == unit else amount * MONEY_UNITS[own] / MONEY_UNITS[unit]


def pair(text: str, first: Iterable[str], second: Iterable[str]) -> tuple[Decimal, Decimal] | None:
    """Two numbers in one cell, `120/48` or `120人次、48学时`, each with its units; `无` is 0 and 0.

    Raises:
        Unclear: `figure-unclear`, also where one figure is there or a comma may belong to it.
    """
    folded = _folded(text)
    if folded in _NONE:
        return Decimal(0), Decimal(0)
    if not folded.strip("/ "):
        return None
    found = _pair_pattern(tuple(first), tuple(second)).fullmatch(folded)
    if found is None or re.fullmatch(_NUMBER, folded):
        raise Unclear("figure-unclear")
    return _decimal(found[1]), _decimal(found[2])


def _folded(text: str) -> str:
    folded = text.translate(_WIDE).strip(" \t\r\n_")
    if len(folded) > _LONGEST_FIGURE:
        raise Unclear("figure-unclear")
    return folded


def _measured(folded: str, units: tuple[str, ...]) -> tuple[Decimal, str] | None:
    """A number and its unit; None where a blank, or the unit alone as the form prints it, is there."""
    found = _figure_pattern(units).fullmatch(folded)
    if found is None:
        raise Unclear("figure-unclear")
    return None if found[1] is None else (_decimal(found[1]), found[2] or "")


def _decimal(figure: str) -> Decimal:
    return Decimal(figure.replace(",", ""))


@lru_cache
def _figure_pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_NUMBER}?\s*({_one_of(units)})?")


@lru_cache
def _pair_pattern(first: tuple[str, ...], second: tuple[str, ...]) -> re.Pattern[str]:
    between = rf"\s*(?:(?:{_one_of(first)}){_BETWEEN}?|{_BETWEEN})"
    return re.compile(rf"{_NUMBER}{between}{_NUMBER}\s*(?:{_one_of(second)})?")


def _one_of(units: tuple[str, ...]) -> str:
    return "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True)) or "(?!)"
