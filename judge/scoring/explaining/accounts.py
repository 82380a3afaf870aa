"""What explanations start from: a panel as its method counts it, and what calibrating did to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import sqrt

from judge.scoring.calibration.quanta import QUANTUM, nearest
from judge.scoring.calibration.record import Calibration, ReviewerEffect, ReviewerScale, SectionShift
from judge.scoring.calibration.standardising import standardised
from judge.scoring.counting import NOWHERE
from judge.scoring.exact import Exact
from judge.scoring.explaining.equations import Equation, changed
from judge.scoring.method import Method
from judge.scoring.panel import Panel
from judge.scoring.totals import sheet_totals
from judge.scoring.weighing import weighed_panel


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean and standard deviation of all counted totals, in points."""

    mean: Fraction
    deviation: float


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What calibrating makes of a total, and why so much: the reviewer's effect, or scale beside all."""

    equation: Equation
    effect: ReviewerEffect | None = None
    scale: ReviewerScale | None = None
    every: Spread | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """A panel with the method's weights in its rubric, and what the method's calibration did to it.

    `sections` are those that judge the nominations, by code; `adjusted` the counted sheets' totals on one
    scale, and `every` that scale, both None unless the method takes z-scores.
    """

    panel: Panel
    method: Method
    calibration: Calibration | None
    sections: Mapping[int, str]
    adjusted: Exact | None
    every: Spread | None

    def adjusted_total(self, row: int, total: Fraction) -> Adjusted | None:
        """What calibrating makes of the total of a counted sheet, by its row; None where it does nothing."""
        reviewer = int(self.panel.sheet_reviewer[row])
        record = self.calibration or Calibration("none")
        for effect in record.effects:
            if effect.reviewer == reviewer:
                return Adjusted(changed(total, -effect.effect), effect=effect) if effect.effect else None
        for scale in record.scales:
            if scale.reviewer == reviewer and self.adjusted is not None and self.every is not None:
                away = self.adjusted.fraction(row) - _to_a_millionth(self.every.mean)
                equation = changed(_to_a_millionth(self.every.mean), away)
                return Adjusted(equation, scale=scale, every=self.every)
        return None

    def shift_of(self, nomination: int) -> SectionShift | None:
        """By what the scores of a nomination's section are moved, by its code; None where by nothing."""
        section = self.sections.get(nomination, "")
        shifts = self.calibration.shifts if self.calibration else ()
        return next((one for one in shifts if one.section == section and len(shifts) > 1), None)

    def uncalibrated(self) -> "Account":
        """The same counted by the same method without calibrating."""
        plain = replace(self.method, calibrate="none")
        return replace(self, method=plain, calibration=None, adjusted=None, every=None)


def account_of(
    panel: Panel,
    method: Method,
    calibration: Calibration | None = None,
    sections: Mapping[int, str] = NOWHERE,
) -> Account:
    """What to explain a panel's nominations from.

    Args:
        panel: the checked panel.
        method: by which its list was made.
        calibration: the list's record; None where the method does not calibrate.
        sections: nomination code to the section that judges it.
    """
    weighed = weighed_panel(panel, method)
    if calibration is None or not calibration.scales:
        return Account(weighed, method, calibration, sections, None, None)
    totals = sheet_totals(weighed)
    adjusted, _ = standardised(weighed, totals, weighed.complete(method.min_sheets))
    return Account(weighed, method, calibration, sections, adjusted, _spread(totals))


def _spread(totals: Exact) -> Spread:
    values = [totals.fraction(row) for row in range(len(totals.numerators))]
    mean = sum(values, start=Fraction(0)) / len(values)
    variance = sum(((one - mean) ** 2 for one in values), start=Fraction(0)) / max(len(values) - 1, 1)
    return Spread(mean, sqrt(variance))


def _to_a_millionth(value: Fraction) -> Fraction:
    return Fraction(nearest(value), QUANTUM)
