"""From rows of marks to a row of ticks per sheet, each mark in its cell whatever the order of the rows."""

import numpy as np

from judge.scoring.exact import Ticks, opens, within
from judge.scoring.mark_columns import NOT_APPLICABLE, UNMARKED, MarkColumns, narrow_ticks
from judge.scoring.sheets import SheetIndex
from judge.scoring.sorting import Grouped, grouped, narrowest
from judge.scoring.spans import every_span
from judge.scoring.whole_sheets import climbs, fill_rows, whole_sheets


def cells_of(columns: MarkColumns, sheets: SheetIndex, criteria: int, most_ticks: int) -> Ticks | None:
    """A row per sheet in the order of `sheets`, a column per criterion, `UNMARKED` where there is no mark.

    None where a mark is wrong by itself, no sheet has a place for it, or its place is taken already.

    Args:
        columns: the marks.
        sheets: what sheets there are.
        criteria: how many criteria the rubric has.
        most_ticks: the most that a mark of any criterion may be.
    """
    whole = whole_sheets(columns, criteria, most_ticks)
    cells = whole.cells(sheets) if whole else None
    return _in_any_order(columns, sheets, criteria, most_ticks) if cells is None else cells


def _in_any_order(columns: MarkColumns, sheets: SheetIndex, criteria: int, most_ticks: int) -> Ticks | None:
    """The same by putting the marks in order first."""
    cells = np.full((len(sheets.keys), criteria), UNMARKED, narrow_ticks(most_ticks), order="F")
    if not len(columns):
        return cells
    bits = (most_ticks - NOT_APPLICABLE).bit_length()
    marks = _by_nomination(columns, sheets, criteria, most_ticks, bits)
    if marks is None:
        return None
    if _fill_whole(cells, marks, sheets, bits) or _fill_some(cells, marks, sheets, bits):
        return cells
    return None


def _by_nomination(
    columns: MarkColumns, sheets: SheetIndex, criteria: int, most_ticks: int, bits: int
) -> Grouped | None:
    """The marks of each nomination by (reviewer, criterion), in the last `bits` what they say.

    None where a mark is wrong by itself.
    """
    end = len(sheets.reviewers) * criteria << bits
    kind = narrowest(max(end, len(sheets.first), len(columns)))
    nomination, packed = np.empty((2, len(columns)), kind)

    def pack_span(rows: slice) -> bool:
        some = columns.rows(rows)
        said = some.said(most_ticks)
        at = sheets.nominations.positions(some.nomination)
        who = sheets.reviewers.positions(some.reviewer)
        if said is None or at.min() < 0 or who.min() < 0 or not within(some.criterion, criteria):
            return False
        nomination[rows] = at
        packed[rows] = (who * criteria + some.criterion << bits) + (said - NOT_APPLICABLE)
        return True

    if not every_span(pack_span, len(columns)):
        return None
    return grouped(nomination, packed, len(sheets.first), end)


def _fill_whole(cells: Ticks, marks: Grouped, sheets: SheetIndex, bits: int) -> bool:
    """Fill the cells if every sheet has one mark for each criterion; False if not.

    Cells are touched only where each nomination has as many marks as its sheets have cells; where that is
    false nevertheless, a mark is repeated or of no sheet, and the cells are not for use.
    """
    criteria = cells.shape[1]
    if len(marks.ordered) != cells.size or not np.array_equal(marks.first[:-1], sheets.first * criteria):
        return False

    def fill_span(span: slice) -> bool:
        some = marks.ordered[span.start * criteria : span.stop * criteria]
        places = some >> bits
        if not np.array_equal(places[::criteria], sheets.reviewer[span] * criteria):
            return False
        fill_rows(cells[span], (some & (1 << bits) - 1) + NOT_APPLICABLE, np.arange(criteria))
        return climbs(places, criteria, 1)

    return every_span(fill_span, len(cells), criteria)


def _fill_some(cells: Ticks, marks: Grouped, sheets: SheetIndex, bits: int) -> bool:
    """Fill the cells that have a mark; False where one has two or a mark is of no sheet."""
    reviewer, criterion = np.divmod(marks.ordered >> bits, cells.shape[1])
    nomination = np.repeat(np.arange(len(sheets.first)), np.diff(marks.first))
    keys = nomination * len(sheets.reviewers) + reviewer
    begins = opens(keys)
    rows = np.searchsorted(sheets.keys, keys[begins])
    again = ~begins[1:] & (criterion[1:] == criterion[:-1])
    if again.any() or not np.array_equal(sheets.keys.take(rows, mode="clip"), keys[begins]):
        return False
    cells[rows[np.cumsum(begins) - 1], criterion] = (marks.ordered & (1 << bits) - 1) + NOT_APPLICABLE
    return True
