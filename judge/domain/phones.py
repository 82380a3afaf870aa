"""Telephone numbers as people write them, brought to one spelling."""

import re
import unicodedata

_MOBILE = r"1[3-9]\d(?:[ -]?\d{4}){2}"
_LANDLINE = r"0\d{2,3}[ )-]{0,2}\d{7,8}"
_ANY = r"(?<!\d)\d(?:[ -]?\d){6,13}(?!\d)"
_NUMBER = re.compile(rf"(?:(?:\+|00)86[ -]?)?(?<!\d)(?:{_MOBILE}|{_LANDLINE})(?!\d)|{_ANY}")
_COUNTRY = re.compile(r"^(?:00)?86(?=1[3-9]\d{9}$|0)")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－ー", "-"))


def phone_numbers(written: str) -> tuple[str, ...]:
    """Every number in a text of seven digits or more, as its digits alone, without +86; each once.

    `139 9912-3456` and `+86 13999123456` are one number, in any width. An extension behind a landline is left
    out; a landline with and one without its area code are two.
    """
    text = unicodedata.normalize("NFKC", written).translate(_DASHES)
    return tuple(dict.fromkeys(_digits(found.group()) for found in _NUMBER.finditer(text)))


def _digits(number: str) -> str:
    digits = "".join(c for c in number if c.isdigit())
    digits = _COUNTRY.sub("", digits)
    return digits.removeprefix("0") if re.fullmatch(r"01[3-9]\d{9}", digits) else digits
