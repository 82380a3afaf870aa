"""Tables in a terminal: what does not fit is left out and named; no key or figure is ever broken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from judge.locale import _
from judge.locale.sentences import on_one_line

Cell = str | int | None

_READABLE = 16
"""Cells of width in which a name of several lines can still be read."""
_BETWEEN, _EDGES = 3, 1
"""Cells of width that the frame takes, for each column and for the table."""


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; figures stand to the right.

    A key or a figure stays on one line. In a narrow window the column with the highest `spare` is left out
    first, one with 0 never.
    """

    title: str
    figures: bool = False
    key: bool = False
    spare: int = 0


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], title: str = "") -> None:
    """Print a table; texts are shown as they are, never read as markup."""
    shown = [["" if cell is None else on_one_line(str(cell)) for cell in row] for row in rows]
    widest = [max(map(cell_len, texts)) for texts in zip(*_with_titles(columns, shown), strict=True)]
    console = Console()
    # Outside a window a line a row, however wide, for grep and the reader's own pager.
    needed = [_needed(*pair) for pair in zip(columns, widest, strict=True)] if console.is_terminal else widest
    kept = _kept(columns, needed, console.width if console.is_terminal else _width(widest))
    table = Table(box=box.SIMPLE_HEAD, title=Text(title) if title else None, title_justify="left")
    for at in kept:
        column = columns[at]
        table.add_column(
            Text(column.title),
            justify="right" if column.figures else "left",
            overflow="fold",
            no_wrap=column.key or column.figures,
        )
    for row in shown:
        table.add_row(*(Text(row[at]) for at in kept))
    # A window too narrow for even these folds the lines itself, and loses nothing of them.
    console.width = max(console.width, _width([needed[at] for at in kept]))
    console.print(table)
    left_out = [column.title for at, column in enumerate(columns) if at not in kept]
    if left_out:
        said = _("Left out for want of room: {columns}. A window of {width} columns, or a pipe, shows all.")
        console.print(Text(said.format(columns=_(", ").join(left_out), width=_width(needed))))


def _with_titles(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    return [[column.title for column in columns], *rows]


def _needed(column: Column, widest: int) -> int:
    """The least width in which a column can be read."""
    if column.key or column.figures:
        return widest
    return max(cell_len(column.title), min(widest, _READABLE))


def _width(widths: Sequence[int]) -> int:
    return sum(widths) + _BETWEEN * len(widths) + _EDGES


def _kept(columns: Sequence[Column], needed: Sequence[int], room: int) -> list[int]:
    """The positions of the columns to show in so many cells of width."""
    kept = list(range(len(columns)))
    spare = sorted((at for at in kept if columns[at].spare), key=lambda at: -columns[at].spare)
    for at in spare:
        if _width([needed[n] for n in kept]) <= room:
            break
        kept.remove(at)
    return kept
