"""How the marks of a counted sheet become its total."""

from dataclasses import dataclass
from fractions import Fraction

from judge.scoring.explaining.accounts import Adjusted
from judge.scoring.explaining.equations import Equation, Rounded, Term
from judge.scoring.mark_columns import NOT_APPLICABLE
from judge.scoring.panel import Panel
from rubrics.model import Rubric

Points = tuple[Fraction | None, ...]
"""What each criterion of the rubric was given, in points before its weight; None for not applicable."""


@dataclass(frozen=True, slots=True)
class SheetSteps:
    """A counted sheet by its reviewer's code: its marks, and how they make its total.

    `adjusted` is what calibrating makes of the total, `rounded` what rounding makes of that; None where the
    method does neither. `enters` is what goes into the score.
    """

    reviewer: int
    points: Points
    total: Equation
    adjusted: Adjusted | None = None
    rounded: Rounded | None = None

    @property
    def enters(self) -> Fraction:
        """The figure that is combined with those of the other sheets."""
        if self.rounded is not None:
            return self.rounded.value
        return self.adjusted.equation.result if self.adjusted else self.total.result


def points_of(panel: Panel, row: int) -> Points:
    """The marks of a counted sheet, by its row among the panel's."""
    step = panel.rubric.step
    return tuple(None if tick == NOT_APPLICABLE else tick * step for tick in panel.ticks[row].tolist())


def total_of(points: Points, rubric: Rubric) -> Equation:
    """Σ points × weight over what applies, rescaled to full points where something does not."""
    pairs = [(here, c) for here, c in zip(points, rubric.criteria, strict=True) if here is not None]
    terms = tuple(Term(here, criterion.weight) for here, criterion in pairs)
    if len(pairs) == len(points):
        return Equation(terms)
    applicable = sum((c.full_ticks * rubric.step * c.weight for _, c in pairs), start=Fraction(0))
    return Equation(terms, times=rubric.full_points, by=applicable)
