"""Which year a form is from, by its title or by the months that it says it covers."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from imports.forms.definition import FormDefinition

_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s*年|([〇零一二三四五六七八九]{4})\s*年")
_ZEROS = str.maketrans(dict.fromkeys("○◯", "〇"))
_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0"}


def year_of(definition: FormDefinition, title: str, head: Iterable[str]) -> int | None:
    """The year that a filled form names; None where it names none.

    Of a form with a period, which the lines below the title state, it is the one in which that ends.
    """
    lines = (title, *(line for line in head if len(_years(line)) > 1)) if definition.period else (title,)
    found = [year for line in lines for year in _years(line)]
    return found[-1] if found else None


@lru_cache(maxsize=1024)
def _years(line: str) -> tuple[int, ...]:
    folded = unicodedata.normalize("NFKC", line.translate(_ZEROS))
    found = (year[1] or year[2] for year in _YEAR.finditer(folded))
    return tuple(int("".join(_DIGITS.get(c, c) for c in year)) for year in found)
