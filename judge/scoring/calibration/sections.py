"""Sections whose means are made equal after combining, for rooms that share no reviewer."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import numpy as np

from judge.scoring.calibration.quanta import QUANTUM, less, nearest
from judge.scoring.calibration.record import Calibration, CalibrationRefused, Caveat, SectionShift
from judge.scoring.exact import Exact, Flags, Positions
from judge.scoring.panel import Panel

FEW_NOMINATIONS = 10
"""Scores of a section below which its mean is a poor yardstick: with ten, it still errs by about a third of
the spread between single scores (1 / √10)."""

_NAMED = 20
"""How many nominations a refusal names."""


def equal_sections(
    panel: Panel, score: Exact, scored: Flags, sections: Mapping[int, str]
) -> tuple[Exact, Calibration]:
    """Scores moved so that every section has the mean of all; within a section nothing changes.

    Each is score + mean of all scores - mean of its section's, the difference to the nearest 1/`QUANTUM` of
    a point. All complete nominations enter the means, eligible or not, so that no ruling on eligibility moves
    anybody else's score. An award of which no nomination is in a section is one section.

    Args:
        panel: the checked panel.
        score: its nominations' scores.
        scored: where there is a score.
        sections: by nomination code, "" or nothing for none.

    Raises:
        CalibrationRefused: "nominations-without-section" where some that have a score are in a section and
            others are not: those were judged in no room whose mean could be made equal.
    """
    named = [sections.get(code, "") for code in panel.nominations.tolist()]
    rows = np.flatnonzero(scored)
    names = sorted({named[at] for at in rows.tolist()})
    if not names:
        return score, Calibration("section", (Caveat("no-score"),))
    _require_sections(panel, names, rows, named)
    at = {name: place for place, name in enumerate(names)}
    of_row: Positions = np.array([at[named[row]] for row in rows.tolist()], np.int64)
    shifts = tuple(_shifts(names, of_row, Exact(score.numerators[rows], score.denominator)))
    moved = np.zeros(len(scored), np.int64)
    moved[rows] = np.array([int(one.shift * QUANTUM) for one in shifts], np.int64)[of_row]
    caveats = tuple(_caveats(panel, shifts, rows, of_row))
    return less(score, -moved), Calibration("section", caveats, shifts=shifts)


def _shifts(names: list[str], of_row: Positions, score: Exact) -> Iterator[SectionShift]:
    values = [int(one) for one in score.numerators]
    everything = Fraction(sum(values), len(values) * score.denominator)
    for place, name in enumerate(names):
        own = [values[row] for row in np.flatnonzero(of_row == place).tolist()]
        mean = Fraction(sum(own), len(own) * score.denominator)
        yield SectionShift(name, len(own), mean, Fraction(nearest(everything - mean), QUANTUM))


def _require_sections(panel: Panel, names: list[str], rows: Positions, named: list[str]) -> None:
    if len(names) == 1 or "" not in names:
        return
    without = [int(panel.nominations[row]) for row in rows.tolist() if not named[row]]
    raise CalibrationRefused(
        "nominations-without-section", nominations=tuple(without[:_NAMED]), count=len(without)
    )


def _caveats(
    panel: Panel, shifts: tuple[SectionShift, ...], rows: Positions, of_row: Positions
) -> Iterator[Caveat]:
    if len(shifts) == 1:
        yield Caveat("one-section")
        return
    yield Caveat("section-strength")
    few = tuple(one.section for one in shifts if one.nominations < FEW_NOMINATIONS)
    if few:
        yield Caveat("section-few", {"sections": few, "enough": FEW_NOMINATIONS})
    if _share_reviewers(panel, rows, of_row):
        yield Caveat("sections-connected")


def _share_reviewers(panel: Panel, rows: Positions, of_row: Positions) -> bool:
    """Whether a reviewer judged nominations of two sections."""
    section = np.full(len(panel.nominations), -1, np.int64)
    section[rows] = of_row
    of_sheet = section[panel.sheet_nomination]
    pairs = np.stack([panel.sheet_reviewer, of_sheet], axis=1)[of_sheet >= 0]
    return len(np.unique(pairs, axis=0)) > len(np.unique(pairs[:, 0]))
