"""Marks in any order into one row of ticks per counting sheet, with every mark accounted for."""

from typing import NoReturn

import numpy as np
import pandas as pd

from judge.scoring.cells import cells_of
from judge.scoring.exact import Flags, Positions, Ticks, opens
from judge.scoring.mark_columns import NOT_APPLICABLE, UNMARKED, MarkColumns
from judge.scoring.problem_rows import problems_where
from judge.scoring.problems import PanelRefused
from judge.scoring.sheets import SheetIndex
from rubrics.model import Rubric


def tick_grid(marks: pd.DataFrame, sheets: SheetIndex, rubric: Rubric) -> Ticks:
    """The ticks of the counting sheets: a row per sheet in the order of `sheets`, a column per criterion.

    Marks of sheets that do not count (open, returned, forked, recused, excluded) are looked at and left out;
    they may be incomplete.

    Raises:
        PanelRefused: with "mark-criterion-unknown", "mark-out-of-range", "mark-not-applicable-with-ticks",
            "mark-without-sheet", "mark-repeated", "mark-missing", "mark-not-applicable-refused",
            "sheet-nothing-applicable".
    """
    columns = MarkColumns.of(marks)
    criteria = len(rubric.criteria)
    most_ticks = max((criterion.full_ticks for criterion in rubric.criteria), default=0)
    cells = cells_of(columns, sheets, criteria, most_ticks)
    if cells is None:
        _refuse_marks(columns, sheets, criteria, most_ticks)
    grid = cells if sheets.counts.all() else cells[sheets.counts]
    _refuse_incomplete(grid, sheets)
    _refuse_against_rubric(grid, sheets, rubric)
    return grid


def _refuse_marks(columns: MarkColumns, sheets: SheetIndex, criteria: int, most_ticks: int) -> NoReturn:
    """Refuse all marks that are wrong by themselves; if none are, all that no sheet has a place for."""
    ticks, criterion = columns.ticks, columns.criterion
    named = {"nomination": columns.nomination, "reviewer": columns.reviewer, "criterion": criterion}
    alien = sheets.nominations.positions(columns.nomination) < 0
    alien |= sheets.reviewers.positions(columns.reviewer) < 0
    unknown = (criterion < 0) | (criterion >= criteria)
    outside = (ticks < 0) | (ticks > most_ticks)
    contradictory = ~columns.applicable & (ticks != 0)
    problems = (
        *problems_where("mark-without-sheet", alien, **named),
        *problems_where("mark-criterion-unknown", unknown, **named),
        *problems_where("mark-out-of-range", outside, **named, ticks=ticks),
        *problems_where("mark-not-applicable-with-ticks", contradictory, **named, ticks=ticks),
    )
    if problems:
        raise PanelRefused(problems)
    sheet = sheets.search().rows(columns.nomination, columns.reviewer)
    raise PanelRefused(
        (
            *problems_where("mark-repeated", (sheet >= 0) & _again(sheet * criteria + criterion), **named),
            *problems_where("mark-without-sheet", sheet < 0, **named),
        )
    )


def _again(cell: Positions) -> Flags:
    """Which marks are not the first of their cell."""
    order = np.argsort(cell, kind="stable")
    again: Flags = np.empty(len(cell), np.bool_)
    again[order] = ~opens(cell[order])
    return again


def _refuse_incomplete(grid: Ticks, sheets: SheetIndex) -> None:
    """Refuse counting sheets without a mark for each criterion; nothing is read as zero."""
    if grid.min(initial=0) != UNMARKED:
        return
    missing = np.count_nonzero(grid == UNMARKED, axis=1)
    nomination, reviewer = sheets.counted()
    named = {"nomination": sheets.nominations.codes[nomination], "reviewer": reviewer, "missing": missing}
    raise PanelRefused(problems_where("mark-missing", missing > 0, **named))


def _refuse_against_rubric(grid: Ticks, sheets: SheetIndex, rubric: Rubric) -> None:
    """Refuse what only the criterion can tell: its own maximum, and whether it may be not applicable."""
    most = [criterion.full_ticks for criterion in rubric.criteria]
    if grid.min(initial=0) >= 0 and (len(set(most)) <= 1 or (grid.max(axis=0, initial=0) <= most).all()):
        return
    above = grid > np.array(most)
    absent = grid == NOT_APPLICABLE
    refused = absent & np.array([not criterion.may_not_apply for criterion in rubric.criteria])
    pointless = np.array([not criterion.full_ticks * criterion.weight for criterion in rubric.criteria])
    nothing = (absent | pointless).all(axis=1)
    sheet, criterion = (index.ravel() for index in np.indices(grid.shape))
    at, reviewer = sheets.counted()
    nomination = sheets.nominations.codes[at]
    named = {"nomination": nomination[sheet], "reviewer": reviewer[sheet], "criterion": criterion}
    problems = (
        *problems_where("mark-out-of-range", above.ravel(), **named, ticks=grid.ravel()),
        *problems_where("mark-not-applicable-refused", refused.ravel(), **named),
        *problems_where("sheet-nothing-applicable", nothing, nomination=nomination, reviewer=reviewer),
    )
    if problems:
        raise PanelRefused(problems)
