"""A table in lines: columns as wide as their contents in cells, shrunk fairly where the room is small."""

from collections.abc import Sequence
from itertools import zip_longest

from judge.tui.cells import cell_len, clean, cut, wrap
from judge.tui.ink import Line
from judge.tui.passages import BLANK, NO_TEXT, Passage, Row, as_lines

_GAP = "  "
_READABLE = 8
"""Cells of a column below which what is longer cannot be read."""


class TableOnPaper:
    """A table, the first row its heading; its column widths are found once for each width of the paper."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        """Rows may differ in length; what is missing is blank."""
        count = max(len(row) for row in rows)
        self.rows = [[*map(_cell, row), *[""] * (count - len(row))] for row in rows]
        columns = list(zip(*self.rows, strict=True))
        self._wanted = [max(map(_cells_wanted, column)) for column in columns]
        self.figures = [_holds_figures(column[1:]) for column in columns]
        self._widths: tuple[int, list[int]] = (0, [])

    def widths(self, width: int) -> list[int]:
        """Each column's width; none where the columns would be too narrow to be read."""
        if self._widths[0] != width:
            room = width - len(_GAP) * (len(self._wanted) - 1)
            fits = sum(min(wanted, _READABLE) for wanted in self._wanted) <= room
            self._widths = (width, column_widths(self._wanted, room) if fits else [])
        return self._widths[1]

    def passages(self) -> list[Passage]:
        """A passage for each row."""
        return [Passage(tuple(row), self._layer(number)) for number, row in enumerate(self.rows)]

    def _layer(self, number: int) -> "_RowLayer":
        return _RowLayer(self, number)


class _RowLayer:
    """How one row of a table is laid out."""

    def __init__(self, table: TableOnPaper, number: int) -> None:
        self._table = table
        self._number = number

    def __call__(self, width: int) -> list[Row]:
        widths = self._table.widths(width)
        return self._in_columns(widths) if widths else self._listed(width)

    def _in_columns(self, widths: Sequence[int]) -> list[Row]:
        table, ink = self._table, "" if self._number else "strong"
        row = table.rows[self._number]
        wrapped = [wrap(text, width) for text, width in zip(row, widths, strict=True)]
        rows = [_joined(parts, widths, table.figures, ink) for parts in zip_longest(*wrapped, fillvalue="")]
        if self._number == 0 and len(table.rows) > 1:
            rows.append([(_GAP.join("─" * w for w in widths), "dim", NO_TEXT)])
        return rows

    def _listed(self, width: int) -> list[Row]:
        """The row as a list of its cells, each behind the heading of its column."""
        table = self._table
        if self._number == 0:
            return self._heading_listed(width)
        rows: list[Row] = [[]]
        for number, (name, text) in enumerate(zip(table.rows[0], table.rows[self._number], strict=True)):
            if text:
                lead = cut(f"{name}: ".replace("\n", " "), max(2, width // 2)) if name else ""
                rows += _hung_cell(lead, text, number, width)
        return rows

    def _heading_listed(self, width: int) -> list[Row]:
        rows: list[Row] = []
        for number, name in enumerate(self._table.rows[0]):
            if name:
                rows += [[(line, "strong", number)] for line in wrap(name, width)]
        return rows


def _hung_cell(lead: str, text: str, number: int, width: int) -> list[Row]:
    first, *more = wrap(text, max(2, width - cell_len(lead)))
    behind = " " * cell_len(lead)
    return [
        [(lead, "dim", NO_TEXT), (first, "", number)],
        *([(behind, "", NO_TEXT), (line, "", number)] for line in more),
    ]


def table_passages(rows: Sequence[Sequence[str]]) -> list[Passage]:
    """`rows` under each other, the first as the heading; a cell's text wraps, figures stand on the right."""
    return [*TableOnPaper(rows).passages(), BLANK]


def table_lines(rows: Sequence[Sequence[str]], width: int) -> list[Line]:
    """The same as lines of a width."""
    return as_lines(TableOnPaper(rows).passages(), width)


def column_widths(wanted: Sequence[int], room: int) -> list[int]:
    """Widths that together fit `room` cells: narrow columns keep theirs, wide ones share the rest."""
    widths = [0] * len(wanted)
    rest, unserved = room, len(wanted)
    for column in sorted(range(len(wanted)), key=lambda c: wanted[c]):
        widths[column] = min(wanted[column], rest // unserved)
        rest, unserved = rest - widths[column], unserved - 1
    return widths


def _cell(text: str) -> str:
    """A cell's text; its lines stay lines."""
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _cells_wanted(text: str) -> int:
    return max(1, *map(cell_len, text.split("\n")))


def _joined(parts: Sequence[str], widths: Sequence[int], figures: Sequence[bool], ink: str) -> Row:
    row: Row = []
    owed = 0  # blanks before the next text: none are left hanging at the end of a line
    for number, (part, width, right) in enumerate(zip(parts, widths, figures, strict=True)):
        blank = width - cell_len(part)
        if part:
            before = owed + (blank if right else 0)
            row += [(" " * before, "", NO_TEXT)] if before else []
            row.append((part, ink, number))
            owed = 0 if right else blank
        else:
            owed += width
        owed += len(_GAP)
    return row


def _holds_figures(column: Sequence[str]) -> bool:
    filled = [text for text in column if text]
    return bool(filled) and all(text[0].isdigit() or text[:1] in "+-−" for text in filled)
