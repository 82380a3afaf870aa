"""What a panel has said: the counting sheets' ticks in one order, and how complete each nomination is."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from judge.domain.sheet import ByRuling, SheetState
from judge.scoring.codes import Codes
from judge.scoring.exact import Flags, Positions, Ticks, opens
from judge.scoring.frames import check_columns, whole_column
from judge.scoring.mark_columns import NOT_APPLICABLE
from judge.scoring.marks import tick_grid
from judge.scoring.problem_rows import problems_where
from judge.scoring.problems import PanelRefused, Problem
from judge.scoring.sheets import index_sheets
from judge.scoring.sorting import ascends, order_of
from rubrics.model import Rubric

MOST_BODIES = 2**16
"""No country has as many; a larger position is some other code in the wrong column."""

MOST_NOMINATIONS = 2**23
"""Up to here place, body and line fit one machine number wherever lists are put in order."""


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """One award's panel, checked and in canonical order, whatever the row order of the frames.

    Per nomination, ascending by code: `nominations` (codes), `bodies`, and how many sheets are `counted`,
    `open`, `returned`, `forked`, `late` and `absent` (recused and excluded sheets are in none of them).
    Per counted sheet, ascending by (nomination, reviewer): `sheet_nomination` (a position among the
    nominations), `sheet_reviewer` (a code) and the row of `grid`, one column per criterion of `rubric`, with
    its ticks or `NOT_APPLICABLE` where the reviewer said so. The grid takes as little room as holds them,
    and sums or products of it might not fit: what computes takes `ticks`.
    """

    rubric: Rubric
    nominations: Positions
    bodies: Positions
    counted: Positions
    open: Positions
    returned: Positions
    forked: Positions
    late: Positions
    absent: Positions
    sheet_nomination: Positions
    sheet_reviewer: Positions
    grid: Ticks

    @property
    def ticks(self) -> Positions:
        """The grid in whole numbers that are wide enough to count with; made anew each time."""
        return self.grid.astype(np.int64, order="C")

    @property
    def expected(self) -> Positions:
        """How many sheets of each nomination there were to be: counted, pending and absent ones."""
        return self.counted + self.pending + self.absent

    @property
    def pending(self) -> Positions:
        """How many sheets of each nomination keep it undecided."""
        return self.open + self.returned + self.forked + self.late

    @property
    def applicable(self) -> Flags:
        """Where the grid holds ticks."""
        flags: Flags = self.grid != NOT_APPLICABLE
        return flags

    def complete(self, min_sheets: int) -> Flags:
        """Which nominations have at least `min_sheets` counted sheets and none that is waited for."""
        flags: Flags = (self.counted >= min_sheets) & (self.pending == 0)
        return flags

    def first_sheets(self) -> Positions:
        """Where each nomination's counted sheets begin."""
        return np.cumsum(self.counted) - self.counted


def read_panel(marks: pd.DataFrame, sheets: pd.DataFrame, nominations: pd.DataFrame, rubric: Rubric) -> Panel:
    """Check the frames of one award against each other and put them in order.

    Args:
        marks: one row per mark. `nomination`, `reviewer` (int codes), `criterion` (int, position in the
            rubric), `ticks` (int, the rubric's steps), `applicable` (bool; False with 0 ticks).
        sheets: one row per sheet assigned. `nomination`, `reviewer`, `state` (text or category of
            `SheetState` and `ByRuling` values).
        nominations: one row per nomination of the award, with or without sheets. `nomination`, `body`
            (int, the body's position in the quota table).
        rubric: what all these sheets were scored against.

    Raises:
        PanelRefused: with every problem of the first step that finds any (columns, nominations, sheets,
            marks by themselves, marks by sheet, marks by criterion); nothing is repaired or read as zero.
    """
    check_columns(marks=marks, sheets=sheets, nominations=nominations)
    codes, bodies = _nominations(nominations)
    known = index_sheets(sheets, Codes(codes))
    sheet_nomination, sheet_reviewer = known.counted()
    return Panel(
        rubric=rubric,
        nominations=codes,
        bodies=bodies,
        counted=known.in_state(SheetState.SUBMITTED),
        open=known.in_state(SheetState.OPEN),
        returned=known.in_state(SheetState.RETURNED),
        forked=known.in_state(SheetState.FORKED),
        late=known.in_state(ByRuling.LATE),
        absent=known.in_state(ByRuling.ABSENT),
        sheet_nomination=sheet_nomination,
        sheet_reviewer=sheet_reviewer,
        grid=tick_grid(marks, known, rubric),
    )


def _nominations(nominations: pd.DataFrame) -> tuple[Positions, Positions]:
    """The codes of the nominations, ascending, and the body of each."""
    codes, bodies = whole_column(nominations, "nomination"), whole_column(nominations, "body")
    if not ascends(codes):
        order = order_of(codes)
        codes, bodies = codes[order], bodies[order]
    problems = problems_where("nomination-repeated", ~opens(codes), nomination=codes)
    problems += problems_where(
        "nomination-body-unknown", (bodies < 0) | (bodies >= MOST_BODIES), nomination=codes
    )
    if len(codes) > MOST_NOMINATIONS:
        problems += (Problem("panel-too-large"),)
    if problems:
        raise PanelRefused(problems)
    return codes, bodies
