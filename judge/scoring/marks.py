"""Shuffled marks into one row of ticks per counting sheet, with every mark accounted for."""

from dataclasses import dataclass
from typing import NoReturn

import numpy as np
import pandas as pd

from judge.scoring.exact import Flags, Positions, spans, within
from judge.scoring.frames import flag_column, whole_column
from judge.scoring.packing import Packing
from judge.scoring.problems import PanelRefused, Problem, problems_of, problems_where
from judge.scoring.sheets import SheetIndex
from rubrics.model import Rubric

NOT_APPLICABLE = -1
"""What stands in a grid of ticks for "not applicable"; an unmarked criterion never gets into one."""

KNOWN = 2**62
"""Every position is below; -1 for an unknown code, read as unsigned, is not."""


def tick_grid(marks: pd.DataFrame, sheets: SheetIndex, rubric: Rubric) -> Positions:
    """The ticks of the counting sheets: a row per sheet in the order of `sheets`, a column per criterion.

    Marks of sheets that do not count (open, returned, recused, excluded) are looked at and left out; they
    may be incomplete.

    Raises:
        PanelRefused: with "mark-criterion-unknown", "mark-out-of-range", "mark-not-applicable-with-ticks",
            "mark-without-sheet", "mark-repeated", "mark-missing", "mark-not-applicable-refused",
            "sheet-nothing-applicable", "panel-too-large".
    """
    most_ticks = max((criterion.full_ticks for criterion in rubric.criteria), default=0)
    keys = len(sheets.nominations) * len(sheets.reviewers)
    packing = Packing(keys, len(rubric.criteria), most_ticks)
    if not packing.fits:
        raise PanelRefused((Problem("panel-too-large"),))
    packed = _packed(marks, sheets, packing)
    grid = _rows_of_counting(packed, packing, sheets)
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


def _packed(marks: pd.DataFrame, sheets: SheetIndex, packing: Packing) -> Positions:
    """All marks as ascending numbers."""
    columns = _Columns.of(marks)
    packed = np.empty(len(marks), np.int64)
    for rows in spans(len(marks)):
        some = columns.rows(rows)
        nomination = sheets.nominations.positions(some.nomination)
        reviewer = sheets.reviewers.positions(some.reviewer)
        every = some.applicable.all()
        sound = (
            within(nomination, KNOWN)
            and within(reviewer, KNOWN)
            and within(some.criterion, packing.criteria)
            and within(some.ticks, packing.most_ticks + 1)
            and (every or not some.ticks[~some.applicable].any())
        )
        if not sound:
            _refuse_rows(columns, sheets, packing)
        content = some.ticks + 1 if every else np.where(some.applicable, some.ticks + 1, 0)
        packed[rows] = packing.pack(nomination * len(sheets.reviewers) + reviewer, some.criterion, content)
    # Sorting the marks themselves makes everything after this line the same for any row order.
    packed.sort()
    return packed


def _refuse_rows(columns: _Columns, sheets: SheetIndex, packing: Packing) -> NoReturn:
    """Refuse all marks that are wrong by themselves."""
    ticks, criterion = columns.ticks, columns.criterion
    named = {"nomination": columns.nomination, "reviewer": columns.reviewer, "criterion": criterion}
    alien = sheets.nominations.positions(columns.nomination) < 0
    alien |= sheets.reviewers.positions(columns.reviewer) < 0
    unknown = (criterion < 0) | (criterion >= packing.criteria)
    outside = (ticks < 0) | (ticks > packing.most_ticks)
    contradictory = ~columns.applicable & (ticks != 0)
    raise PanelRefused(
        (
            *problems_where("mark-without-sheet", alien, **named),
            *problems_where("mark-criterion-unknown", unknown, **named),
            *problems_where("mark-out-of-range", outside, **named, ticks=ticks),
            *problems_where("mark-not-applicable-with-ticks", contradictory, **named, ticks=ticks),
        )
    )


def _rows_of_counting(packed: Positions, packing: Packing, sheets: SheetIndex) -> Positions:
    """The ticks of the counting sheets, once each of them is known to have each criterion exactly once."""
    again, begins_sheet = packing.steps(packed)
    begins = np.flatnonzero(begins_sheet)
    found = packing.sheet_of(packed[begins])
    at, alien = sheets.find(found)
    problems: tuple[Problem, ...] = ()
    for code, culprits in (("mark-repeated", packed[again]), ("mark-without-sheet", packed[begins[alien]])):
        nomination, reviewer = sheets.codes(packing.sheet_of(culprits))
        criterion = packing.criterion_of(culprits)
        problems += problems_of(code, nomination=nomination, reviewer=reviewer, criterion=criterion)
    if problems:
        raise PanelRefused(problems)
    first, count = np.zeros((2, len(sheets.keys)), np.int64)
    first[at] = begins
    count[at] = np.diff(begins, append=len(packed))
    # No criterion twice and none unknown: as many marks as criteria are each criterion once.
    missing = packing.criteria - count[sheets.counts]
    if missing.any():
        nomination, reviewer = sheets.codes(sheets.keys[sheets.counts])
        named = {"nomination": nomination, "reviewer": reviewer, "missing": missing}
        raise PanelRefused(problems_where("mark-missing", missing > 0, **named))
    if len(packed) == len(missing) * packing.criteria:
        return packing.ticks_of(packed).reshape(len(missing), packing.criteria)
    rows = first[sheets.counts][:, None] + np.arange(packing.criteria)
    return packing.ticks_of(packed[rows].ravel()).reshape(rows.shape)


def _refuse_against_rubric(grid: Positions, sheets: SheetIndex, rubric: Rubric) -> None:
    """Refuse what only the criterion can tell: its own maximum, and whether it may be not applicable."""
    above = grid > np.array([criterion.full_ticks for criterion in rubric.criteria], np.int64)
    if within(grid.ravel(), KNOWN) and not above.any():
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
