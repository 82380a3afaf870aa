"""A page of eighty cells: headings, paragraphs and grids of figures, Chinese as wide as it is shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from judge.locale import language
from judge.tui.cells import cell_len, wrap

WIDTH = 80
_STEP = 2
"""Cells by which what belongs to a thing stands to the right of it."""

AT_THE_EDGE = -1
"""The depth of what stands as far left as headings do."""

_WIDEST_TITLE = 26
"""Cells of a grid's first column; a longer title goes on below."""

_GAP = 2

_CHINESE_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part, which is numbered."""

    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `depth` says how far it stands to the right."""

    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts: a title in the first column, and figures, which stand to the right, in the others.

    What has no room beside the first column goes on in a further grid below. Lines part the head and the
    last row, which sums up, from the others.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    last: tuple[str, ...]


Item = Heading | Line | Grid


def page(items: Iterable[Item]) -> Iterator[str]:
    """The lines of a page, each at most `WIDTH` cells wide where its words are not wider themselves."""
    number = 0
    for item in items:
        match item:
            case Heading(text=text):
                number += 1
                yield ""
                yield from _lines(_numbered(number, text), 0)
            case Line(text=text, depth=depth):
                yield from _lines(text, (depth + 1) * _STEP)
            case Grid():
                yield ""
                yield from _grid(item)
                yield ""


def _numbered(number: int, text: str) -> str:
    if language() == "zh" and number <= len(_CHINESE_NUMERALS):
        return f"{_CHINESE_NUMERALS[number - 1]}、{text}"
    return f"{number}. {text}"


def _lines(text: str, indent: int) -> Iterator[str]:
    """A paragraph with its further lines a step to the right of the first."""
    first, *_more = wrap(text, WIDTH - indent)
    yield " " * indent + first
    rest = text[len(first) :].strip() if text.startswith(first) else ""
    if rest:
        yield from (" " * (indent + _STEP) + line for line in wrap(rest, WIDTH - indent - _STEP))


def _grid(grid: Grid) -> Iterator[str]:
    rows = [grid.head, *grid.rows, grid.last]
    title = min(max(cell_len(row[0]) for row in rows), _WIDEST_TITLE)
    room = WIDTH - _STEP - title
    for at, columns in enumerate(_blocks([_widest(rows, n) + _GAP for n in range(1, len(grid.head))], room)):
        if at:
            yield ""
        rule = " " * _STEP + "─" * (title + sum(columns.values()))
        yield from _row(grid.head, title, columns)
        yield rule
        yield from (line for row in grid.rows for line in _row(row, title, columns))
        yield rule
        yield from _row(grid.last, title, columns)


def _widest(rows: Sequence[Sequence[str]], column: int) -> int:
    return max(cell_len(row[column]) for row in rows)


def _blocks(widths: Sequence[int], room: int) -> Iterator[dict[int, int]]:
    """The columns, by number with their widths, that have room beside each other."""
    block: dict[int, int] = {}
    for column, width in enumerate(widths, start=1):
        if block and sum(block.values()) + width > room:
            yield block
            block = {}
        block[column] = width
    if block:
        yield block


def _row(row: Sequence[str], title: int, columns: dict[int, int]) -> Iterator[str]:
    first, *more = wrap(row[0], title)
    cells = "".join(" " * (width - cell_len(row[n])) + row[n] for n, width in columns.items())
    yield (" " * _STEP + first + " " * (title - cell_len(first)) + cells).rstrip()
    yield from (" " * (2 * _STEP) + line for line in more)
