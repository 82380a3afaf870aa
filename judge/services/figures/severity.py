"""How severe an award's reviewers are, as far as the sheets that count can tell; nothing is changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from judge.ledger.ruled import ruled
from judge.scoring.calibration.advice import advice
from judge.scoring.calibration.by_criterion import MarksSeverity, severity_by_criterion
from judge.scoring.calibration.parts import parts_of
from judge.scoring.calibration.severity import PartSeverity, severity_of
from judge.scoring.calibration.waiting import still_to_come
from judge.scoring.exact import Exact
from judge.scoring.method import Method
from judge.scoring.method_rubric import check_fits
from judge.scoring.panel import Panel
from judge.scoring.problems import MethodRefused
from judge.scoring.severity.equations import Variances
from judge.scoring.totals import sheet_totals
from judge.scoring.weighing import weighed_panel
from judge.services.editions.edition import Edition
from judge.services.figures.panels import award_of
from judge.services.lists.calibrating import NamedCaveat, named_caveat
from judge.services.lists.entered import Entered, entered
from judge.services.lists.methods import method_faults, method_of
from judge.store.queries.office import rulings
from rubrics.model import Text


class MarksEffect(NamedTuple):
    """A reviewer's effect on every mark, in percent of full points, above 0 for the lenient."""

    percent: float
    standard_error: float


@dataclass(frozen=True, slots=True)
class ReviewerSeverity:
    """A reviewer (by key): their counted sheets, the mean of these totals, and their effect on a total.

    `effect` is above 0 for the lenient; it and its `standard_error` are None where none can be told.
    `by_marks` is what the model of marks says, None where it was not asked or has nothing to say.
    """

    reviewer: str
    sheets: int
    mean: Fraction
    effect: Fraction | None
    standard_error: float | None
    by_marks: MarksEffect | None = None


@dataclass(frozen=True, slots=True)
class CriterionLevel:
    """A criterion, and where its marks stand by the model, in percent of its full points."""

    criterion: str
    title: Text
    percent: float


@dataclass(frozen=True, slots=True)
class PartMarks:
    """The model of marks of a part, in percent; `unsettled` says why there is none, "" where there is."""

    levels: tuple[CriterionLevel, ...]
    variances: Variances | None
    unsettled: str = ""


@dataclass(frozen=True, slots=True)
class SeverityPart:
    """Nominations and reviewers that are connected, the most severe reviewer first.

    `variances` are in squared points, None where they cannot be told. `first` is the key of a nomination.
    """

    first: str
    nominations: int
    sheets: int
    reviewers: tuple[ReviewerSeverity, ...]
    variances: Variances | None
    caveats: tuple[NamedCaveat, ...]
    marks: PartMarks | None = None

    @property
    def share(self) -> float | None:
        """How much of the variance of a sheet's total is the reviewers' severity."""
        v = self.variances
        return None if v is None else v.reviewer / (v.nomination + v.reviewer + v.error)


@dataclass(frozen=True, slots=True)
class AwardSeverity:
    """An award's parts, by their first nomination, and what to do about them (a code of `advice`)."""

    award: str
    title: Text
    parts: tuple[SeverityPart, ...]
    caveats: tuple[NamedCaveat, ...]
    advice: str


def severity(edition: Edition, key: str, *, by_criterion: bool = False) -> AwardSeverity:
    """The severity of an award's reviewers, whatever the edition's method does about it.

    With `by_criterion` also that of their marks, each criterion with a level of its own.

    Refusal codes: "list-unknown", and those of `entered`. Raises FileFaults where the method in force has
    weights that do not fit the award.
    """
    award = award_of(edition, key)
    with edition.store.read() as connection:
        held = ruled(rulings(connection))
        there = entered(edition, connection, award, held)
    panel = _weighed(there, method_of(edition, held, award))
    totals = sheet_totals(panel)
    found = tuple(severity_of(part) for part in parts_of(panel, totals))
    marks = [severity_by_criterion(one.part, panel) if by_criterion else None for one in found]
    return AwardSeverity(
        award,
        edition.programme.award(award).title,
        tuple(_part(there, totals, *pair) for pair in zip(found, marks, strict=True)),
        tuple(named_caveat(one, {}) for one in still_to_come(there.panel)),
        advice(found),
    )


def _weighed(there: Entered, method: Method) -> Panel:
    """The panel with the weights of the method in force."""
    try:
        check_fits(method, there.rubric)
        return weighed_panel(there.panel, method)
    except MethodRefused as refused:
        raise method_faults(refused, method, there.award) from refused


def _part(there: Entered, totals: Exact, found: PartSeverity, marks: MarksSeverity | None) -> SeverityPart:
    part = found.part
    means = _means(totals, found)
    effects = {one.reviewer: one for one in found.effects}
    reviewers = [
        ReviewerSeverity(
            there.reviewers[code],
            sheets,
            means[code],
            effects[code].effect if effects else None,
            effects[code].standard_error if effects else None,
            _marks_effect(marks, at),
        )
        for at, (code, sheets) in enumerate(
            zip(part.reviewers.tolist(), part.sheets_of.tolist(), strict=True)
        )
    ]
    first = there.filed[int(there.panel.nominations[part.nominations[0]])].key
    return SeverityPart(
        first,
        len(part.nominations),
        len(part.sheets),
        tuple(sorted(reviewers, key=lambda one: (one.effect or Fraction(0), one.reviewer))),
        found.variances,
        tuple(named_caveat(one, there.reviewers) for one in found.caveats),
        _marks(there, marks) if marks else None,
    )


def _marks_effect(marks: MarksSeverity | None, at: int) -> MarksEffect | None:
    if marks is None or marks.unsettled:
        return None
    return MarksEffect(float(marks.effects[at]), float(marks.standard_errors[at]))


def _marks(there: Entered, marks: MarksSeverity) -> PartMarks:
    criteria = [there.rubric.criteria[at] for at in marks.criteria]
    levels = tuple(
        CriterionLevel(one.key, one.title, level)
        for one, level in zip(criteria, marks.levels.tolist(), strict=True)
    )
    return PartMarks(levels, marks.variances, marks.unsettled.value if marks.unsettled else "")


def _means(totals: Exact, found: PartSeverity) -> Mapping[int, Fraction]:
    """The mean total of each reviewer of a part, by code."""
    sheets, of_sheet = found.part.sheets, found.part.ratings.reviewers
    values = totals.numerators[sheets]
    return {
        code: Fraction(int(sum(own.tolist())), len(own) * totals.denominator)
        for at, code in enumerate(found.part.reviewers.tolist())
        for own in [values[np.flatnonzero(of_sheet == at)]]
    }
