"""Cell values as the text that a person would read in the cell."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

Value = int | float | str | bool | time | date | datetime | timedelta | None

ERROR_TEXTS = frozenset(
    {"#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!"}
)


def is_error(text: str) -> bool:
    """True for the text of a cell whose formula failed."""
    return text.startswith(("#", "Err:")) and (text in ERROR_TEXTS or text.startswith("Err:"))


def text_of(value: Value) -> str:
    """`value` as text: "4" for 4.0, the shortest exact decimal, ISO dates, 是 or 否, "" for no value."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return _number_text(value)
    return str(value)


def _number_text(number: float) -> str:
    exact = Decimal(repr(number + 0.0))  # adding zero leaves every number but minus zero as it is
    return format(exact, "f").removesuffix(".0")


def column_letters(index: int) -> str:
    """The letters that a spreadsheet gives the column at `index` from 0: A, B, … Z, AA."""
    letters = ""
    while index >= 0:
        index, rest = divmod(index, 26)
        letters = chr(ord("A") + rest) + letters
        index -= 1
    return letters


def column_index(letters: str) -> int:
    """The index from 0 of the column called `letters`."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
