"""Names of sheets and files, from titles that nobody wrote with their rules in mind."""

import re
from collections.abc import Container

from exports.texts import fitted, visible

MOST_UNITS = 31
"""Most UTF-16 units in a sheet's name."""

_FORBIDDEN_IN_FILES = re.compile(r"[<>:\"/\\|?*\x00-\x1f]")
_MOST_FILE_UNITS = 60
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
"""What Windows takes for a device whatever ending follows."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_SUBSTITUTE = {
    "[": "(",
    "]": ")",
    ":": "：",
    "*": "＊",
    "?": "？",
    "/": "／",
    "\\": "＼",
}


def sheet_name(title: str, taken: Container[str]) -> str:
    r"""A valid name for a sheet called `title`, differing from all `taken` ones (given case-folded).

    Excel refuses []:*?/\ anywhere, an apostrophe at either end, the name "History", more than 31
    units, and two names that differ only in case.
    """
    name = _FORBIDDEN.sub(lambda found: _SUBSTITUTE[found.group()], " ".join(visible(title)[0].split()))
    name = fitted(name, MOST_UNITS).strip("' ") or "-"
    if name.casefold() != "history" and name.casefold() not in taken:
        return name
    number = 2
    while (numbered := _numbered(name, number)).casefold() in taken:
        number += 1
    return numbered


def _numbered(name: str, number: int) -> str:
    tail = f" ({number})"
    return fitted(name, MOST_UNITS - len(tail)) + tail


def file_name(title: str, taken: Container[str]) -> str:
    """A file's name without its ending that every system takes, differing from all `taken` (case-folded)."""
    name = _FORBIDDEN_IN_FILES.sub("_", " ".join(visible(title)[0].split())).strip(". ") or "-"
    name = fitted(name, _MOST_FILE_UNITS)
    if name.partition(".")[0].rstrip().casefold() in _DEVICES:
        name = f"_{name}"
    number = 2
    numbered = name
    while numbered.casefold() in taken:
        numbered, number = f"{name} ({number})", number + 1
    return numbered
