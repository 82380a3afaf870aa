"""How a nomination's counted sheets become its score: their order, what is left out, and the mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from judge.scoring.calibration.record import SectionShift
from judge.scoring.explaining.equations import Equation, Rounded, changed, mean_of, rounded
from judge.scoring.explaining.sheets import SheetSteps, total_of
from judge.scoring.method import Method
from rubrics.model import Rubric


class Fate(StrEnum):
    """What becomes of a value in its order."""

    KEPT = "kept"
    LOWEST = "lowest"
    """Left out as one of the lowest."""
    HIGHEST = "highest"
    """Left out as one of the highest."""
    OUTSIDE = "outside"
    """Not in the middle, of which alone a median is made."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A value in its order, whose it is, and what becomes of it."""

    reviewer: int
    value: Fraction
    fate: Fate


@dataclass(frozen=True, slots=True)
class Row:
    """Values in ascending order, among equal ones by reviewer, and the mean of those that are kept.

    They are sheets' totals, or the marks of the `criterion` at that position of the rubric, in points
    before its weight. Without a value there is no mean.
    """

    values: tuple[Placed, ...]
    criterion: int | None = None
    mean: Equation | None = None
    rounded: Rounded | None = None

    @property
    def is_chosen_among_equals(self) -> bool:
        """Whether a value was left out that equals one that was kept: which of them does not matter."""
        kept = {one.value for one in self.values if one.fate is Fate.KEPT}
        return any(one.value in kept for one in self.values if one.fate is not Fate.KEPT)

    @property
    def enters(self) -> Fraction | None:
        """The mean, as it goes on into the score."""
        if self.rounded is not None:
            return self.rounded.value
        return self.mean.result if self.mean else None


@dataclass(frozen=True, slots=True)
class Moved:
    """A score moved with its section, and by what."""

    equation: Equation
    shift: SectionShift


@dataclass(frozen=True, slots=True)
class ScoreSteps:
    """From sheets to score: one row of totals; or a row a criterion, and the `total` of their means.

    `moved` is what the score of its section is moved by, where the method equalises sections. `printed` holds
    the exact score that is ranked, and the figure that is printed of it.
    """

    rows: tuple[Row, ...]
    total: Equation | None
    printed: Rounded
    moved: Moved | None = None

    @property
    def result(self) -> Fraction:
        """The exact score."""
        return self.printed.exact


def score_of(sheets: Sequence[SheetSteps], rubric: Rubric, method: Method) -> ScoreSteps:
    """The score of a complete nomination from its counted sheets, of which there is at least one."""
    if method.by_criterion:
        rows = tuple(criterion_row(sheets, at, method) for at in range(len(rubric.criteria)))
        total = total_of(tuple(row.enters for row in rows), rubric)
        return ScoreSteps(rows, total, rounded(total.result, method))
    row = _row(((sheet.enters, sheet.reviewer) for sheet in sheets), method)
    assert row.mean is not None  # noqa: S101 - a complete nomination has counted sheets
    return ScoreSteps((row,), None, rounded(row.mean.result, method))


def moved(score: ScoreSteps, shift: SectionShift, method: Method) -> ScoreSteps:
    """The score with its section's shift added."""
    equation = changed(score.result, shift.shift)
    return replace(score, moved=Moved(equation, shift), printed=rounded(equation.result, method))


def criterion_row(sheets: Sequence[SheetSteps], criterion: int, method: Method) -> Row:
    """The marks of one criterion in their order; none is left out unless the method trims by criterion."""
    marks = ((points, one.reviewer) for one in sheets if (points := one.points[criterion]) is not None)
    row = _row(marks, method if method.by_criterion else _ALL_OF_THEM, criterion)
    if method.round_at != "criterion" or row.mean is None:
        return row
    return replace(row, rounded=rounded(row.mean.result, method))


_ALL_OF_THEM = Method(combine="mean")


def _row(values: Iterable[tuple[Fraction, int]], method: Method, criterion: int | None = None) -> Row:
    ordered = sorted(values)
    fates = _fates(len(ordered), method)
    placed = tuple(Placed(who, value, fate) for (value, who), fate in zip(ordered, fates, strict=True))
    kept = tuple(one.value for one in placed if one.fate is Fate.KEPT)
    return Row(placed, criterion, mean_of(kept) if kept else None)


def _fates(count: int, method: Method) -> list[Fate]:
    if method.combine == "median":
        outside = (count - 1) // 2
        kept = count - 2 * outside
        return [Fate.OUTSIDE] * outside + [Fate.KEPT] * kept + [Fate.OUTSIDE] * outside
    low, high = method.dropped(count)
    return [Fate.LOWEST] * low + [Fate.KEPT] * (count - low - high) + [Fate.HIGHEST] * high
