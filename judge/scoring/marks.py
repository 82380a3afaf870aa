"""Shuffled marks into one row of ticks per counting sheet, with every mark accounted for."""

from dataclasses import dataclass
from typing import NoReturn

import numpy as np
import pandas as pd

from judge.scoring.exact import SAFE, Flags, Positions, opens, spans, within
from judge.scoring.frames import flag_column, whole_column
from judge.scoring.problem_rows import problems_where
from judge.scoring.problems import PanelRefused
from judge.scoring.sheets import SheetIndex
from rubrics.model import Rubric

NOT_APPLICABLE = -1
"""What stands in a grid of ticks for "not applicable"; an unmarked criterion never gets into one."""

UNMARKED = -2
"""What stands in a cell that no mark has filled."""


def tick_grid(marks: pd.DataFrame, sheets: SheetIndex, rubric: Rubric) -> Positions:
    """The ticks of the counting sheets: a row per sheet in the order of `sheets`, a column per criterion.

    Marks of sheets that do not count (open, returned, forked, recused, excluded) are looked at and left out;
    they may be incomplete.

    Raises:
        PanelRefused: with "mark-criterion-unknown", "mark-out-of-range", "mark-not-applicable-with-ticks",
            "mark-without-sheet", "mark-repeated", "mark-missing", "mark-not-applicable-refused",
            "sheet-nothing-applicable".
    """
    cells = _cells(_Columns.of(marks), sheets, rubric)
    grid = cells if sheets.counts.all() else cells[sheets.counts]
    _refuse_incomplete(grid, sheets)
    _refuse_against_rubric(grid, sheets, rubric)
    return grid


@dataclass(frozen=True, slots=True, eq=False)
class _Columns:
    """The columns of the marks, or of some rows of them."""

    nomination: Positions
    reviewer: Positions
    criterion: Positions
    ticks: Positions
    applicable: Flags

    @classmethod
    def of(cls, marks: pd.DataFrame) -> "_Columns":
        return cls(
            whole_column(marks, "nomination"),
            whole_column(marks, "reviewer"),
            whole_column(marks, "criterion"),
            whole_column(marks, "ticks"),
            flag_column(marks, "applicable"),
        )

    def rows(self, rows: slice) -> "_Columns":
        return _Columns(
            self.nomination[rows],
            self.reviewer[rows],
            self.criterion[rows],
            self.ticks[rows],
            self.applicable[rows],
        )


def _cells(columns: _Columns, sheets: SheetIndex, rubric: Rubric) -> Positions:
    """The ticks of all sheets, each mark in its cell whatever the order of the marks."""
    criteria = len(rubric.criteria)
    most_ticks = max((criterion.full_ticks for criterion in rubric.criteria), default=0)
    cells = np.full(len(sheets.keys) * criteria, UNMARKED, np.int64)
    search = sheets.search()
    for rows in spans(len(columns.ticks)):
        some = columns.rows(rows)
        sheet = search.rows(some.nomination, some.reviewer)
        every = some.applicable.all()
        sound = (
            within(sheet, SAFE)
            and within(some.criterion, criteria)
            and within(some.ticks, most_ticks + 1)
            and (every or not some.ticks[~some.applicable].any())
        )
        if not sound:
            _refuse_marks(columns, sheets, criteria, most_ticks)
        sheet *= criteria
        sheet += some.criterion
        cells[sheet] = some.ticks if every else np.where(some.applicable, some.ticks, NOT_APPLICABLE)
    # Each mark fills a cell: fewer cells than marks means that some cell was filled twice.
    if np.count_nonzero(cells != UNMARKED) != len(columns.ticks):
        _refuse_marks(columns, sheets, criteria, most_ticks)
    return cells.reshape(len(sheets.keys), criteria)


def _refuse_marks(columns: _Columns, sheets: SheetIndex, criteria: int, most_ticks: int) -> NoReturn:
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


def _refuse_incomplete(grid: Positions, sheets: SheetIndex) -> None:
    """Refuse counting sheets without a mark for each criterion; nothing is read as zero."""
    if grid.min(initial=0) != UNMARKED:
        return
    missing = np.count_nonzero(grid == UNMARKED, axis=1)
    nomination, reviewer = sheets.codes(sheets.keys[sheets.counts])
    named = {"nomination": nomination, "reviewer": reviewer, "missing": missing}
    raise PanelRefused(problems_where("mark-missing", missing > 0, **named))


def _refuse_against_rubric(grid: Positions, sheets: SheetIndex, rubric: Rubric) -> None:
    """Refuse what only the criterion can tell: its own maximum, and whether it may be not applicable."""
    above = grid > np.array([criterion.full_ticks for criterion in rubric.criteria], np.int64)
    if within(grid.ravel(), SAFE) and not above.any():
        return
    absent = grid == NOT_APPLICABLE
    refused = absent & np.array([not criterion.may_not_apply for criterion in rubric.criteria])
    pointless = np.array([not criterion.full_ticks * criterion.weight for criterion in rubric.criteria])
    nothing = (absent | pointless).all(axis=1)
    sheet, criterion = (index.ravel() for index in np.indices(grid.shape))
    nomination, reviewer = sheets.codes(sheets.keys[sheets.counts])
    named = {"nomination": nomination[sheet], "reviewer": reviewer[sheet], "criterion": criterion}
    problems = (
        *problems_where("mark-out-of-range", above.ravel(), **named, ticks=grid.ravel()),
        *problems_where("mark-not-applicable-refused", refused.ravel(), **named),
        *problems_where("sheet-nothing-applicable", nothing, nomination=nomination, reviewer=reviewer),
    )
    if problems:
        raise PanelRefused(problems)
