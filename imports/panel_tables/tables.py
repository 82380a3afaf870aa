"""The score tables of one file, each with its layout, and all that is to be said of their heads."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from imports.grid import Grid
from imports.heads import Head, check_head, find_head, is_filled
from imports.matching import name_key
from imports.panel_tables.heads import layout_of
from imports.panel_tables.layout import Layout, MarkColumn, Unclear
from imports.panel_tables.sheet_names import SheetNames
from imports.panel_tables.vocabulary import Vocabulary
from imports.panel_tables.words import (
    CRITERION,
    NOMINATION,
    NOMINATION_NAME,
    NUMBER,
    POINTS,
    REVIEWER,
    REVIEWER_NAME,
    SCORE_COLUMNS,
)
from imports.register import Register
from imports.remarks import Remarks
from imports.tables.cells import column_letters

_ROW_NUMBERS = ("序号", "No.")
_MOST_SEEN = 8
_HALF = 2
"""Columns of a long table, of four, from which on it is said which of them are missing."""


class ScoreTable(NamedTuple):
    """A table and its layout."""

    grid: Grid
    layout: Layout


def score_tables(grids: Sequence[Grid], register: Register, remarks: Remarks) -> tuple[ScoreTable, ...]:
    """The tables that can be read; of the others, and of columns left aside, what is to be said is said.

    Blocking: the head's findings of a long table; "head-merged" (columns), "head-twice" (columns),
    "head-empty" (column) over figures; those of `layout_of`; "score-table-unclear" (seen) where no
    table of the file has the head of a score table. Warnings: "column-unknown" (column),
    "sheet-ignored" (kind). Notes: "score-columns-aside" (columns) for the panel's own sums.
    """
    vocabulary = Vocabulary(register)
    sheets = SheetNames(grids, vocabulary)
    found = [(grid, _layout(grid, vocabulary, sheets)) for grid in grids]
    if not any(layout for _, layout in found):
        for grid in grids:
            _say_unclear(grid, remarks)
        return ()
    tables = []
    for grid, layout in found:
        if layout is None:
            remarks.warn("sheet-ignored", remarks.place(grid.name), kind="scores")
        elif isinstance(layout, Unclear):
            _say_untold(grid, layout, remarks)
        elif _is_sound(grid, layout, remarks):
            tables.append(ScoreTable(grid, layout))
    return tuple(tables)


def score_head(grid: Grid) -> Head | None:
    """The head of a table with one row for each mark; where no column has keys, names stand for them."""
    head = find_head(grid, SCORE_COLUMNS)
    if head is None:
        return None
    at = dict(head.at)
    for key, name in ((NOMINATION, NOMINATION_NAME), (REVIEWER, REVIEWER_NAME)):
        if key not in at and name in at:
            at[key] = at.pop(name)
    return replace(head, at=at)


def _say_untold(grid: Grid, layout: Unclear, remarks: Remarks) -> None:
    """Why a table's layout stays open: of one with a row for each mark, which column is missing."""
    head = score_head(grid)
    needed = {column.key for column in SCORE_COLUMNS if column.required}
    if head is not None and len(needed & head.at.keys()) == len(needed) - 1:
        check_head(grid, head, SCORE_COLUMNS, remarks, _ROW_NUMBERS)
    else:
        place = remarks.place(grid.name, grid.first_row + layout.first)
        remarks.block(layout.code, place, **layout.params)


def is_score_table(grids: Sequence[Grid], register: Register) -> bool:
    """True where any table is laid out as a score table, by names and criteria that are known."""
    vocabulary = Vocabulary(register)
    sheets = SheetNames(grids, vocabulary)
    return any(_is_known(layout_of(grid, vocabulary, sheets), vocabulary) for grid in grids)


def _is_known(layout: Layout | Unclear | None, vocabulary: Vocabulary) -> bool:
    if not isinstance(layout, Layout):
        return False
    return any(column.criterion or vocabulary.is_reviewer(column.reviewer) for column in layout.marks)


def _layout(grid: Grid, vocabulary: Vocabulary, sheets: SheetNames) -> Layout | Unclear | None:
    """The layout; a long table is known by headings of its own, whatever else it may be taken for."""
    found = _long(grid) or layout_of(grid, vocabulary, sheets)
    if not isinstance(found, Layout) or not vocabulary.takes_nominations:
        return found
    at = dict(found.head.at)
    if NOMINATION in at and NOMINATION_NAME in at:
        # What is taken gets a key of the edition's; the table's own number is kept beside the name.
        at[NUMBER], at[NOMINATION] = at[NOMINATION], at.pop(NOMINATION_NAME)
    return replace(found, head=replace(found.head, at=at))


def _long(grid: Grid) -> Layout | None:
    """The layout of a table with one row for each mark."""
    head = score_head(grid)
    if head is None or not {NOMINATION, REVIEWER, CRITERION, POINTS} <= head.at.keys():
        return None
    return Layout(head, (MarkColumn(POINTS),), is_long=True)


def _is_sound(grid: Grid, layout: Layout, remarks: Remarks) -> bool:
    """Say what is wrong with a head that is understood; False where its table cannot be read for it."""
    head = layout.head
    if layout.is_long:
        return check_head(grid, head, SCORE_COLUMNS, remarks, _ROW_NUMBERS)
    place = remarks.place(grid.name, grid.first_row + head.first)
    if layout.computed:
        remarks.note("score-columns-aside", place, columns=layout.computed)
    for heading in layout.unread:
        remarks.warn("column-unknown", place, column=heading)
    for position in layout.unnamed:
        remarks.block("head-empty", place, column=column_letters(position))
    merged = tuple(_covered(grid, head))
    if merged:
        remarks.block("head-merged", place, columns=merged)
    twice = tuple(_twice(layout))
    if twice:
        remarks.block("head-twice", place, columns=twice)
    return not (layout.unnamed or merged or twice)


def _covered(grid: Grid, head: Head) -> Iterator[str]:
    """The letters of filled columns whose heading is covered by a merge and grouped by nothing."""
    upper, lower = grid.rows[head.first], grid.rows[head.last]
    for position in range(len(lower)):
        is_covered = lower[position] is None and upper[position : position + 1] in {(None,), ()}
        if is_covered and is_filled(grid, head, position):
            yield column_letters(position)


def _twice(layout: Layout) -> Iterator[str]:
    """The headings of columns that hold the same marks as another."""
    seen = set()
    for column in layout.marks:
        whose = tuple(map(name_key, (column.nomination, column.reviewer, column.criterion)))
        if whose in seen:
            yield layout.head.heading(column.key)
        seen.add(whose)


def _say_unclear(grid: Grid, remarks: Remarks) -> None:
    """What a table was seen to have, and what would make it clear."""
    head = find_head(grid, SCORE_COLUMNS)
    if head is not None and sum(column.key in head.at for column in SCORE_COLUMNS) >= _HALF:
        check_head(grid, head, SCORE_COLUMNS, remarks, _ROW_NUMBERS)
        return
    filled = (row for row in grid.rows if sum(bool((cell or "").strip()) for cell in row) >= _HALF)
    seen = tuple(cell.strip() for cell in next(filled, ()) if cell and not cell.isspace())[:_MOST_SEEN]
    remarks.block("score-table-unclear", remarks.place(grid.name), seen=seen)
