"""Widths in cells: a digit of the default font is one, a Chinese character two; heights in points."""

from math import ceil
from unicodedata import combining, east_asian_width

LINE_HEIGHT = 14.0
"""Points from one line of an 11-point text to the next."""

ROW_SPACE = 5.0
"""Points of white above and below a row's lines together."""

INDENT = 2
"""Cells between a figure and its right edge."""

PADDING = 1.5
"""Cells between a cell's text and its lines."""

_OPENING = frozenset("（《「『【“‘([{")
_CLOSING = frozenset("，。、；：？！）》」』】”’…％,.;:?!)]}%")


def text_width(text: str) -> int:
    """The cells that the longest line of `text` takes.

    Characters of ambiguous width (· — “ ” ①) are wide in Chinese fonts and counted so.
    """
    return max(map(_line_width, text.split("\n")))


def _line_width(line: str) -> int:
    if line.isascii():
        return len(line)
    try:
        # In GBK a character has as many bytes as cells in a Chinese font, and encoding is quick.
        return len(line.encode("gbk"))
    except UnicodeEncodeError:
        return sum(0 if combining(c) else 2 if east_asian_width(c) in "WFA" else 1 for c in line)


def wrapped_lines(text: str, width: float) -> int:
    """The lines that `text` fills in a column `width` cells wide, `PADDING` included."""
    room = int(width - PADDING)
    if 2 * len(text) <= room:
        return 1 + text.count("\n")
    return sum(_lines_of(_line_width(line), room) for line in text.split("\n"))


def _lines_of(width: int, room: int) -> int:
    """What fits takes one line; of what does not, Chinese fills even cells alone."""
    return 1 if width <= room else ceil(width / (room - room % 2))


def folded(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells.

    A line breaks where one may be broken near the edge: between Chinese characters or words, not after a
    mark that opens nor before one that closes.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        rest = paragraph
        while _line_width(rest) > width:
            at = _break(rest, width)
            lines.append(rest[:at].rstrip())
            rest = rest[at:].lstrip()
        lines.append(rest)
    return lines


def _break(line: str, width: int) -> int:
    room, at = width, 0
    while at < len(line) and (room := room - _line_width(line[at])) >= 0:
        at += 1
    near = max(at - width // 2, 0)
    return next(
        (place for place in range(at, near, -1) if _may_break(line[place - 1], line[place])), max(at, 1)
    )


def _may_break(before: str, after: str) -> bool:
    in_word = before.isascii() and after.isascii() and not before.isspace() and not after.isspace()
    return not in_word and before not in _OPENING and after not in _CLOSING
