"""Reviewers' severity, shrunken, taken off their sheets' totals before these are combined."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from judge.scoring.calibration.caveats import severity_caveats
from judge.scoring.calibration.parts import Part, parts_of
from judge.scoring.calibration.quanta import QUANTUM, less, nearest
from judge.scoring.calibration.record import (
    Calibration,
    CalibrationRefused,
    Caveat,
    ReviewerEffect,
)
from judge.scoring.calibration.waiting import still_to_come
from judge.scoring.exact import Exact, Flags, Positions
from judge.scoring.panel import Panel
from judge.scoring.severity.equations import Variances
from judge.scoring.severity.reml import fit
from judge.scoring.severity.unsettled import Unsettled, VariancesUnsettledError

NOTHING_TO_TELL = frozenset(
    {
        Unsettled.ONE_REVIEWER,
        Unsettled.ONE_NOMINATION,
        Unsettled.ONE_SHEET_PER_REVIEWER,
        Unsettled.ONE_SHEET_PER_NOMINATION,
        Unsettled.ALL_EQUAL,
    }
)
"""In a connected part, no effect could change a place: nothing is taken off, and it is said why."""

_EXAMPLES = 3
"""How many of the parts a refusal names, and how many reviewers of each."""


@dataclass(frozen=True, slots=True, eq=False)
class PartSeverity:
    """The severity of the reviewers of one connected part.

    `effects` by reviewer code are () and `variances` and `mean` None where `unsettled` says why there are
    none.
    """

    part: Part
    mean: float | None
    variances: Variances | None
    effects: tuple[ReviewerEffect, ...]
    unsettled: Unsettled | None
    caveats: tuple[Caveat, ...]


def severity_of(part: Part) -> PartSeverity:
    """Fit the crossed model to a part's totals."""
    try:
        found = fit(part.ratings)
    except VariancesUnsettledError as unsettled:
        return PartSeverity(part, None, None, (), unsettled.reason, (Caveat(unsettled.reason.value),))
    effects = tuple(
        ReviewerEffect(code, sheets, Fraction(nearest(Fraction(effect)), QUANTUM), error)
        for code, sheets, effect, error in zip(
            part.reviewers.tolist(),
            part.sheets_of.tolist(),
            found.reviewers.tolist(),
            found.standard_errors.tolist(),
            strict=True,
        )
    )
    caveats = tuple(severity_caveats(part, found.variances))
    return PartSeverity(part, float(found.fixed[0]), found.variances, effects, None, caveats)


def without_severity(panel: Panel, totals: Exact, scored: Flags) -> tuple[Exact, Calibration]:
    """Totals with their reviewers' effects taken off, and what was taken off.

    All counted sheets connected with a nomination that gets a score enter the fit, be it complete, eligible
    or not: how severe somebody is shows in whatever they judged, and no ruling on eligibility moves anybody
    else's figures. Sheets that are not connected are left as they are; their nominations have no score.

    Args:
        panel: the checked panel.
        totals: its sheets' totals.
        scored: which of its nominations get a score.

    Raises:
        CalibrationRefused: "panel-not-connected" where nominations to be compared are in several parts,
            "severity-unsettled" where their severity cannot be told from chance.
    """
    compared = [part for part in parts_of(panel, totals) if scored[part.nominations].any()]
    if len(compared) > 1:
        raise _not_connected(panel, compared, scored)
    if not compared:
        return totals, Calibration("severity", (Caveat("no-score"),))
    found = severity_of(compared[0])
    if found.unsettled and found.unsettled not in NOTHING_TO_TELL:
        raise CalibrationRefused("severity-unsettled", reason=found.unsettled.value)
    caveats = (*found.caveats, *still_to_come(panel))
    record = Calibration("severity", caveats, found.variances, found.effects)
    return (taken_off(panel, totals, found.effects) if found.effects else totals), record


def taken_off(panel: Panel, totals: Exact, effects: tuple[ReviewerEffect, ...]) -> Exact:
    """Each sheet's total less its reviewer's effect, exact; effects of who has none are 0."""
    by_code = {one.reviewer: int(one.effect * QUANTUM) for one in effects}
    codes, of_sheet = np.unique(panel.sheet_reviewer, return_inverse=True)
    micro: Positions = np.array([by_code.get(code, 0) for code in codes.tolist()], np.int64)[of_sheet]
    return less(totals, micro)


def _not_connected(panel: Panel, parts: list[Part], scored: Flags) -> CalibrationRefused:
    def examples() -> Iterator[tuple[int, tuple[int, ...]]]:
        for part in parts[:_EXAMPLES]:
            first = part.nominations[scored[part.nominations]][0]
            yield int(panel.nominations[first]), tuple(part.reviewers[:_EXAMPLES].tolist())

    return CalibrationRefused("panel-not-connected", parts=tuple(examples()), count=len(parts))
