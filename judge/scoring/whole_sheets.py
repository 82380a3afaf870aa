"""Marks that come sheet by sheet, as the store gives them: compared with the sheets, never put in order."""

from dataclasses import dataclass

import numpy as np

from judge.scoring.exact import Flags, Positions, Ticks, Whole
from judge.scoring.mark_columns import UNMARKED, MarkColumns, narrow_ticks
from judge.scoring.sheets import SheetIndex
from judge.scoring.spans import every_span


@dataclass(frozen=True, slots=True, eq=False)
class WholeSheets:
    """Sheets with a mark for each criterion: the codes of each, and a row of `grid` with what it says."""

    nomination: Positions
    reviewer: Positions
    grid: Ticks

    def cells(self, sheets: SheetIndex) -> Ticks | None:
        """A row per sheet in the order of `sheets`; None where one of these is unknown or comes twice.

        These may come in any order, and others may be without marks.
        """
        at, who = sheets.nominations.positions(self.nomination), sheets.reviewers.positions(self.reviewer)
        if np.array_equal(at, sheets.nomination) and np.array_equal(who, sheets.reviewer):
            return self.grid
        rows = sheets.search().rows(self.nomination, self.reviewer)
        if rows.min(initial=0) < 0 or np.bincount(rows).max(initial=0) > 1:
            return None
        cells = np.full((len(sheets.keys), self.grid.shape[1]), UNMARKED, self.grid.dtype, order="F")
        cells[rows] = self.grid
        return cells


def whole_sheets(columns: MarkColumns, criteria: int, most_ticks: int) -> WholeSheets | None:
    """The sheets whose marks follow each other, their criteria always in one order.

    None where marks come in another way, or what one of them says is wrong by itself.
    """
    order = columns.criterion[:criteria]
    marked, left = divmod(len(columns), criteria) if criteria else (0, len(columns))
    if left or not np.array_equal(np.sort(order), np.arange(criteria)):
        return None
    # Column by column, as sums over the criteria go through them.
    grid = np.empty((marked, criteria), narrow_ticks(most_ticks), order="F")
    nomination, reviewer = np.empty((2, marked), np.int64)

    def read_span(span: slice) -> bool:
        some = columns.rows(slice(span.start * criteria, span.stop * criteria))
        said = some.said(most_ticks)
        if said is None or not _by_sheets(some, order):
            return False
        fill_rows(grid[span], said, order)
        nomination[span], reviewer[span] = some.nomination[::criteria], some.reviewer[::criteria]
        return True

    if not every_span(read_span, marked, criteria):
        return None
    return WholeSheets(nomination, reviewer, grid)


def fill_rows(cells: Ticks, said: Whole, order: Positions) -> None:
    """Fill the rows of `cells` with what marks say that come row by row, the criteria of each in `order`."""
    narrow = said.astype(cells.dtype, copy=False)
    for place, criterion in enumerate(order.tolist()):
        cells[:, criterion] = narrow[place :: len(order)]


def climbs(values: Whole, length: int, step: int) -> bool:
    """Whether each value is `step` above the one before, the first of every `length` left aside."""
    follows: Flags = np.empty(len(values), np.bool_)
    np.equal(values[1:], values[:-1] + step if step else values[:-1], out=follows[1:])
    follows[::length] = True
    return bool(follows.all())


def _by_sheets(some: MarkColumns, order: Positions) -> bool:
    """Whether each sheet's marks stand together and their criteria in `order`."""
    criteria = len(order)
    return (
        climbs(some.nomination, criteria, 0)
        and climbs(some.reviewer, criteria, 0)
        and np.array_equal(some.criterion[:criteria], order)
        and np.array_equal(some.criterion[criteria:], some.criterion[:-criteria])
    )
