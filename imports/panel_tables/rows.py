"""The marks of score tables, cell by cell, as their layouts say whose and of what they are."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from imports.closing_lines import closes
from imports.grid import Grid
from imports.lines import Lines
from imports.panel_tables.layout import Layout, MarkColumn
from imports.panel_tables.words import (
    AWARD,
    BODY,
    CRITERION,
    NOMINATION,
    NOMINATION_NAME,
    NUMBER,
    ORGANISATION,
    REVIEWER,
    REVIEWER_NAME,
    SUBJECT,
    is_computed,
)
from imports.remarks import Remarks

_SPEAKING = (NOMINATION, REVIEWER, CRITERION, NOMINATION_NAME, REVIEWER_NAME)
_NOTHING: Mapping[str, str] = MappingProxyType({})
_FURTHER = (AWARD, BODY, ORGANISATION, SUBJECT, NUMBER)


class Cell(NamedTuple):
    """One cell for a mark, perhaps empty: what it says, and its column; who and what it is about, as written.

    `nomination_at` and its like are the columns that say so, for places.
    """

    written: str
    at: str
    nomination: str
    nomination_at: str
    reviewer: str
    reviewer_at: str
    criterion: str
    criterion_at: str


class Row(NamedTuple):
    """One row of a score table: its number, names beside the keys, further words by column, and its cells."""

    number: int
    nomination_name: str
    reviewer_name: str
    said: Mapping[str, str]
    cells: Sequence[Cell]


def lines_of(grid: Grid, layout: Layout, remarks: Remarks) -> Lines:
    """The table's rows; those that close it, or hold the panel's own sums, are left out with a note."""
    if layout.is_long:
        return Lines(grid, layout.head, remarks)
    named = [layout.head.at[key] for key in (NOMINATION, REVIEWER, CRITERION) if key in layout.head.at]

    def sums_up(row: Sequence[str | None]) -> str:
        words = ((row[at] or "").strip() for at in named if at < len(row))
        return closes(row) or next((word for word in words if is_computed(word)), "")

    return Lines(grid, layout.head, remarks, sums_up)


class _Spanned:
    """Nominations and reviewers merged over the rows that speak of them, one below the other."""

    def __init__(self, lines: Lines) -> None:
        self._grid, self._at = lines.grid, lines.head.at
        self._last: dict[str, str] = {}

    def said(self, number: int, key: str, written: str) -> str:
        """What the column called `key` says of a row: its own cell, or the one merged over it from above."""
        if written or key not in self._at or not self._is_from_above(number, self._at[key]):
            self._last[key] = written
        return self._last.get(key, "")

    def _is_from_above(self, number: int, at: int) -> bool:
        """False, too, for a cell that one on its left may cover."""
        row = self._grid.rows[number - self._grid.first_row]
        return row[at : at + 1] == (None,) and not any(row[:at])


def rows_of(lines: Lines, layout: Layout) -> Iterator[Row]:
    """Every filled row of a table.

    Where rows are finer than nominations, a cell merged over several rows speaks of each of them.
    """
    at = layout.head.at
    is_finer = not layout.is_long and NOMINATION in at and (REVIEWER in at or CRITERION in at)
    spanned = _Spanned(lines) if is_finer else None
    spanning = frozenset({*_SPEAKING, *_FURTHER} - {CRITERION}) if is_finer else frozenset()
    further = [key for key in _FURTHER if key in at]
    begin = len(_SPEAKING) + len(further)
    keys = (*_SPEAKING, *further, *(column.key for column in layout.marks))
    columns = [_told(column) for column in layout.marks]
    for number, cells in lines.cells(keys, spanning):
        nomination, reviewer, criterion, *names = cells[: len(_SPEAKING)]
        if spanned is not None:
            nomination = spanned.said(number, NOMINATION, nomination)
            reviewer = spanned.said(number, REVIEWER, reviewer)
        found = [
            Cell(
                written,
                column.key,
                column.nomination or nomination,
                nomination_at,
                column.reviewer or reviewer,
                reviewer_at,
                column.criterion or criterion,
                criterion_at,
            )
            for (column, nomination_at, reviewer_at, criterion_at), written in zip(
                columns, cells[begin:], strict=True
            )
        ]
        more = dict(zip(further, cells[len(_SPEAKING) : begin], strict=True)) if further else _NOTHING
        yield Row(number, names[0], names[1], more, found)


def _told(column: MarkColumn) -> tuple[MarkColumn, str, str, str]:
    """A column of marks, and which columns say whose and of what they are."""
    own = column.key
    return (
        column,
        own if column.nomination else NOMINATION,
        own if column.reviewer else REVIEWER,
        own if column.criterion else CRITERION,
    )
