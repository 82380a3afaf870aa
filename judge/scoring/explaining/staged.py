"""The stages of an award into one score, as an equation."""

from dataclasses import dataclass
from fractions import Fraction

from judge.domain.standing import RankedLine, StageLine
from judge.scoring.explaining.equations import Equation, Rounded, Term, rounded
from judge.scoring.method import Method


@dataclass(frozen=True, slots=True)
class StagedSteps:
    """What each stage gave, the award's own first, and what they come to.

    `equation` is the weighted mean of the stages that the nomination was admitted to, in points of the
    award's own rubric; it and `printed` are None while one of these owes its score.
    """

    stages: tuple[StageLine, ...]
    equation: Equation | None
    printed: Rounded | None


def staged_of(line: RankedLine, method: Method) -> StagedSteps | None:
    """How the line of a list in stages has its score; None for a list without stages."""
    if not line.stages:
        return None
    own = line.stages[0].full_points
    part = [stage for stage in line.stages if stage.admitted]
    terms = tuple(
        Term(stage.score, stage.weight * own / stage.full_points) for stage in part if stage.score is not None
    )
    if len(terms) < len(part):
        return StagedSteps(line.stages, None, None)
    equation = Equation(terms, by=sum((stage.weight for stage in part), start=Fraction(0)))
    return StagedSteps(line.stages, equation, rounded(equation.result, method))
