"""Panels from tables of marks, and chance panels whose reviewers do not differ."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from judge.scoring.panel import Panel, read_panel
from tests.judge.scoring.panels import Sheet, mark_frame, nomination_frame, rubric, sheet_frame

Totals = Mapping[int, Mapping[int, int]]
"""Nomination → reviewer → a total in points."""

FULL = 100

SHROUT_FLEISS: Totals = {
    target: dict(enumerate(row, 1))
    for target, row in enumerate(
        ((9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)), 1
    )
}
"""Six targets by four judges: Shrout & Fleiss (1979), table 2."""


def by_totals(totals: Totals, full: int = FULL) -> Panel:
    """A panel with one criterion, in whole points."""
    sheets = [Sheet(n, r, (points,)) for n, row in totals.items() for r, points in row.items()]
    return by_sheets(sheets, full)


def by_sheets(
    sheets: Sequence[Sheet], *full_ticks: int, step: Fraction = Fraction(1), optional: Sequence[int] = ()
) -> Panel:
    """A panel of these sheets."""
    bodies = nomination_frame({sheet.nomination: 0 for sheet in sheets})
    scale = rubric(*full_ticks, step=step, optional=optional)
    return read_panel(mark_frame(sheets), sheet_frame(sheets), bodies, scale)


def transposed(totals: Totals) -> dict[int, dict[int, int]]:
    """Reviewer → nomination → total, of nominations with another total alone."""
    by_reviewer: dict[int, dict[int, int]] = {r: {} for row in totals.values() for r in row}
    for nomination, row in totals.items():
        for reviewer, points in row.items():
            if len(row) > 1:
                by_reviewer[reviewer][nomination] = points
    return by_reviewer


def mean_of_others(totals: Totals, nomination: int, reviewer: int) -> Fraction:
    """What the others gave a nomination on average."""
    others = [points for who, points in totals[nomination].items() if who != reviewer]
    return Fraction(sum(others), len(others))


Marks = npt.NDArray[np.int64]


def chance_marks(
    seed: int, nominations: int = 60, reviewers: int = 8, criteria: int = 6, *, good: float = 4
) -> Marks:
    """(nominations, reviewers, criteria) marks from 0 to 40 by reviewers who do not differ.

    The same worth of a nomination and of each of its criteria for all, then a reviewer's view of a
    nomination, and noise on each mark.
    """
    draw = np.random.default_rng(seed)
    shape = (nominations, reviewers, criteria)
    worth = draw.normal(24, good, (nominations, 1, 1)) + draw.normal(0, 2, (nominations, 1, criteria))
    view = draw.normal(0, 1.5, (nominations, reviewers, 1))
    return bounded(worth + view + draw.normal(0, 2, shape))


def bounded(marks: npt.NDArray[np.float64]) -> Marks:
    """Marks rounded to what the scale has."""
    return np.clip(np.rint(marks), 0, 40).astype(np.int64)


def by_marks(marks: Marks, given: npt.NDArray[np.bool_] | None = None) -> Panel:
    """A panel of these marks; `given` (nominations, reviewers) says which sheets there are."""
    if given is None:
        given = np.ones(marks.shape[:2], np.bool_)
    nominations, reviewers = np.nonzero(given)
    nothing = np.zeros(len(marks), np.int64)
    states = ("open", "returned", "forked", "late", "absent")
    return Panel(
        rubric=rubric(*[40] * marks.shape[2], step=Fraction(1)),
        nominations=np.arange(len(marks)),
        bodies=nothing,
        counted=given.sum(axis=1).astype(np.int64),
        sheet_nomination=nominations.astype(np.int64),
        sheet_reviewer=reviewers.astype(np.int64),
        grid=marks[nominations, reviewers],
        **dict.fromkeys(states, nothing),
    )


def dealt(seed: int, nominations: int, reviewers: int, each: int) -> npt.NDArray[np.bool_]:
    """Which sheets there are where each nomination is dealt to so many reviewers at random."""
    draw = np.random.default_rng(seed)
    order = draw.random((nominations, reviewers)).argsort(axis=1)
    return order < each
