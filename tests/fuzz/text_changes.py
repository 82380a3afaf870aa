"""What can be done to a table of delimited text."""

import re
from collections.abc import Callable
from random import Random

from tests.fuzz import extremes

_ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "gb18030",
    "gbk",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "big5",
    "shift-jis",
    "latin-1",
)
_LARGEST = 4_000_000
"""Characters that repeating a line may add."""
_CELL = re.compile(r"[^,\r\n]*")


def changed(content: bytes, rng: Random) -> bytes:
    """The table with one thing done to its characters, perhaps in another encoding than before."""
    encoding = next((e for e in ("utf-8-sig", "gb18030") if _reads(content, e)), "latin-1")
    lines = content.decode(encoding).split("\r\n")
    rng.choice(_CHANGES)(lines, rng)
    said = "\r\n".join(lines)
    if rng.random() < 0.15:
        encoding = rng.choice(_ENCODINGS)
    told = said.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace")
    if rng.random() < 0.05:
        half = len(told) // 2
        told = told[:half] + said[half // 2 :].encode(rng.choice(_ENCODINGS), "replace")
    return told


def _reads(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _quote(lines: list[str], rng: Random) -> None:
    at = rng.randrange(len(lines))
    position = rng.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:position] + rng.choice(('"', '""', '"""', '","', '"\n')) + lines[at][position:]


def _spoil_cell(lines: list[str], rng: Random) -> None:
    for _ in range(rng.choice((1, 1, 1, 2, 6))):
        at = rng.randrange(len(lines))
        cells = [found for found in _CELL.finditer(lines[at]) if found[0]]
        if cells:
            found = rng.choice(cells)
            said = extremes.text(rng) if rng.random() < 0.9 else rng.choice(extremes.FORBIDDEN)
            quoted = '"' + said.replace('"', '""') + '"' if rng.random() < 0.8 else said
            lines[at] = lines[at][: found.start()] + quoted + lines[at][found.end() :]


def _repeat_line(lines: list[str], rng: Random) -> None:
    at = rng.randrange(len(lines))
    most = _LARGEST // (len(lines[at]) + 1)
    lines[at:at] = [lines[at]] * min(rng.choice((1, 1, 2, 300, 20_000)), most)


def _drop_line(lines: list[str], rng: Random) -> None:
    del lines[rng.randrange(len(lines))]
    lines.append("")


def _shuffle(lines: list[str], rng: Random) -> None:
    rng.shuffle(lines)


def _drop_column(lines: list[str], rng: Random) -> None:
    column = rng.randrange(max(lines[0].count(",") + 1, 1))
    for at, line in enumerate(lines):
        cells = line.split(",")
        lines[at] = ",".join(cells[:column] + cells[column + 1 :])


def _double_column(lines: list[str], rng: Random) -> None:
    column = rng.randrange(max(lines[0].count(",") + 1, 1))
    for at, line in enumerate(lines):
        cells = line.split(",")
        lines[at] = ",".join(cells[: column + 1] + cells[column:])


def _separate_otherwise(lines: list[str], rng: Random) -> None:
    sign = rng.choice((";", "\t", "|", "，", "、", ",,", " "))
    some = rng.sample(range(len(lines)), rng.randint(1, len(lines)))
    for at in some:
        lines[at] = lines[at].replace(",", sign)


def _end_otherwise(lines: list[str], rng: Random) -> None:
    sign = rng.choice(("\n", "\r", "\x0b", "\x85", "\u2028", "\0", "\r\r\n", "\x1a"))
    lines[:] = [sign.join(lines)]


def _widen(lines: list[str], rng: Random) -> None:
    lines[rng.randrange(len(lines))] += rng.choice((",", ",x", '""')) * rng.choice((3, 513, 100_000))


def _lengthen(lines: list[str], rng: Random) -> None:
    lines += rng.choice(("", ",,,,", " ", ",")).splitlines() * rng.choice((10, 300_001, 1_000_000))


def _nul(lines: list[str], rng: Random) -> None:
    at = rng.randrange(len(lines))
    lines[at] += rng.choice(("\0", "\0" * 99, "\x1a", "\ufeff"))


_CHANGES: tuple[Callable[[list[str], Random], None], ...] = (
    *(_spoil_cell,) * 6,
    *(_quote,) * 2,
    _repeat_line,
    _drop_line,
    _shuffle,
    _drop_column,
    _double_column,
    *(_separate_otherwise,) * 2,
    _end_otherwise,
    _widen,
    _lengthen,
    _nul,
)
