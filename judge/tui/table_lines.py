"""A table in lines: columns as wide as their contents in cells, shrunk fairly where the room is small."""

from collections.abc import Sequence
from itertools import zip_longest

from judge.tui.cells import cell_len, clean_line, fit, fit_right, wrap
from judge.tui.ink import Line

_GAP = "  "
_LEAST = 4


def table_lines(rows: Sequence[Sequence[str]], width: int) -> list[Line]:
    """`rows` under each other, the first as the heading; a cell's text wraps, figures stand on the right."""
    count = max(len(row) for row in rows)
    cells = [[clean_line(text) for text in row] + [""] * (count - len(row)) for row in rows]
    if (_LEAST + len(_GAP)) * count > width + len(_GAP):
        return _listed(cells, width)
    wanted = [max(cell_len(text) for text in column) for column in zip(*cells, strict=True)]
    widths = column_widths(wanted, width - len(_GAP) * (count - 1))
    figures = [_holds_figures(column[1:]) for column in zip(*cells, strict=True)]
    lines: list[Line] = []
    for number, row in enumerate(cells):
        lines += _row_lines(row, widths, figures, "strong" if number == 0 else "")
        if number == 0 and len(cells) > 1:
            lines.append([(_GAP.join("─" * w for w in widths), "dim")])
    return lines


def _listed(cells: Sequence[Sequence[str]], width: int) -> list[Line]:
    """A table with more columns than there is room for: each row as a list under its headings."""
    heading, *rows = cells
    lines: list[Line] = []
    for row in rows or [heading]:
        for name, text in zip(heading, row, strict=True):
            lines += [[(line, "")] for line in wrap(f"{name}: {text}" if rows else text, width)]
        lines.append([])
    return lines[:-1]


def column_widths(wanted: Sequence[int], room: int) -> list[int]:
    """Widths that together fit `room` cells: narrow columns keep theirs, wide ones share the rest."""
    widths = [0] * len(wanted)
    rest, unserved = max(room, _LEAST * len(wanted)), len(wanted)
    for column in sorted(range(len(wanted)), key=lambda c: wanted[c]):
        widths[column] = max(1, min(wanted[column], max(_LEAST, rest // unserved)))
        rest, unserved = rest - widths[column], unserved - 1
    return widths


def _row_lines(row: Sequence[str], widths: Sequence[int], figures: Sequence[bool], ink: str) -> list[Line]:
    wrapped = [wrap(text, width) for text, width in zip(row, widths, strict=True)]
    return [[(_joined(parts, widths, figures), ink)] for parts in zip_longest(*wrapped, fillvalue="")]


def _joined(parts: Sequence[str], widths: Sequence[int], figures: Sequence[bool]) -> str:
    placed = (
        (fit_right if right else fit)(part, width)
        for part, width, right in zip(parts, widths, figures, strict=True)
    )
    return _GAP.join(placed).rstrip()


def _holds_figures(column: Sequence[str]) -> bool:
    filled = [text for text in column if text]
    return bool(filled) and all(text[0].isdigit() or text[:1] in "+-−" for text in filled)
