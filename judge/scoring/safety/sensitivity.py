"""What of a list changes when one thing about it does: a reviewer, a criterion's weight, the method.

Every alternative is counted in full and exactly, by the very same rules as the list.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from judge.domain.quota import Seats
from judge.scoring.award_list import AwardList
from judge.scoring.exact import distinct
from judge.scoring.method import Method
from judge.scoring.panel import Panel
from judge.scoring.problems import MethodRefused, ScoringRefused
from judge.scoring.safety.changes import Change, change
from judge.scoring.weighing import weighted

Count = Callable[[Panel, Method], AwardList]
"""Counts a panel by a method, seats and all; `CannotCountError` where that cannot be done."""

FACTORS = (Fraction(0), Fraction(3, 4), Fraction(9, 10), Fraction(11, 10), Fraction(5, 4))
"""What each criterion's weight is multiplied by in turn."""


class CannotCountError(Exception):
    """An alternative that has no list; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, eq=False)
class Base:
    """A list, what it is counted from, and how; the weights are the rubric's of `panel`.

    `seats` are those of an award's own list, by body; None where there are none, or where the list is of
    those whom another one awards.
    """

    panel: Panel
    method: Method
    count: Count
    by_body: bool
    ranked: AwardList
    seats: Seats | None = None

    @classmethod
    def of(
        cls, panel: Panel, method: Method, count: Count, *, by_body: bool, seats: Seats | None = None
    ) -> "Base":
        """Count the list."""
        return cls(panel, method, count, by_body, count(panel, method), seats)

    def otherwise(self, panel: Panel | None = None, method: Method | None = None) -> Change:
        """What changes with another panel or method."""
        try:
            after = self.count(panel or self.panel, method or self.method)
        except CannotCountError as error:
            return Change(refused=error.code)
        except ScoringRefused as refused:
            return Change(refused=refused.problems[0].code)
        return change(self.ranked, after, by_body=self.by_body)


def without_reviewers(base: Base) -> Mapping[int, Change]:
    """What changes without each reviewer (by code) and all the sheets that they gave."""
    codes = distinct(base.panel.sheet_reviewer).tolist()
    return {code: base.otherwise(without(base.panel, code)) for code in codes}


def without(panel: Panel, reviewer: int) -> Panel:
    """The panel as if a reviewer had not been on it."""
    kept = panel.sheet_reviewer != reviewer
    owners = panel.sheet_nomination[kept]
    return replace(
        panel,
        counted=np.bincount(owners, minlength=len(panel.nominations)),
        sheet_nomination=owners,
        sheet_reviewer=panel.sheet_reviewer[kept],
        grid=panel.grid[kept],
    )


def with_weights(base: Base) -> Mapping[str, Mapping[Fraction, Change]]:
    """What changes with each criterion's weight multiplied by each of `FACTORS`; by the criterion's key.

    Nothing where there is but one criterion: it weighs what it weighs.
    """
    criteria = base.panel.rubric.criteria
    if len(criteria) < 2:
        return {}
    return {one.key: {factor: with_weight(base, one.key, factor) for factor in FACTORS} for one in criteria}


def with_weight(base: Base, key: str, factor: Fraction) -> Change:
    """What changes with a criterion's weight multiplied by `factor`."""
    weight = base.panel.rubric.criterion(key).weight * factor
    panel = replace(base.panel, rubric=weighted(base.panel.rubric, {key: weight}))
    weights = np.array([bool(one.weight * one.full_ticks) for one in panel.rubric.criteria])
    if not (panel.applicable & weights).any(axis=1).all():
        return Change(refused="sheet-nothing-applicable")
    return base.otherwise(panel)


def with_methods(base: Base) -> Mapping[str, Change]:
    """What changes with each other way of combining, by its name; all other settings as they are."""
    return {name: base.otherwise(method=method) for name, method in alternatives(base.method).items()}


def alternatives(method: Method) -> Mapping[str, Method]:
    """The other ways of combining, and with severity taken off or left alone."""
    ways: dict[str, dict[str, str]] = {
        "mean": {"combine": "mean"},
        "median": {"combine": "median"},
        "trimmed-total": {"combine": "trimmed-mean", "trim": "total"},
        "trimmed-criterion": {"combine": "trimmed-mean", "trim": "criterion"},
        "not-calibrated": {"calibrate": "none"},
        "severity": {"calibrate": "severity"},
    }
    found = {name: other for name, way in ways.items() if (other := _with(method, way))}
    return {name: other for name, other in found.items() if _way(other) != _way(method)}


def _way(method: Method) -> tuple[object, ...]:
    trim = (method.trim, method.dropped(method.trim_from)) if method.combine == "trimmed-mean" else ()
    return method.combine, trim, method.calibrate


def _with(method: Method, way: Mapping[str, str]) -> Method | None:
    """The method with other settings; what it rounds on the way it does not where the two contradict."""
    for rounding in ({}, {"round_at": "score"}):
        try:
            return replace(method, **{**way, **rounding})  # type: ignore[arg-type]
        except MethodRefused:
            continue
    return None
