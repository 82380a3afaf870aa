"""How scoring refuses: every problem found, as codes and particulars."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from judge.domain.refusal import Param, Refusal


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps a method or a panel from being scored; worded by the shells."""

    code: str
    params: Mapping[str, Param] = field(default_factory=lambda: MappingProxyType({}))


class ScoringRefused(Refusal):
    """A refusal that lists all its `problems`; its params carry their codes."""

    refusal = "scoring-refused"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(self.refusal, problems=tuple(problem.code for problem in problems))
        self.problems = problems


class MethodRefused(ScoringRefused):
    """A scoring method that says something unknown, mistyped or contradictory."""

    refusal = "method-refused"


class PanelRefused(ScoringRefused):
    """Marks, sheets or nominations that contradict each other: nothing is scored on a guess."""

    refusal = "panel-refused"


def problems_of(code: str, **columns: npt.NDArray[Any]) -> tuple[Problem, ...]:
    """One problem for all rows given, none for none: their `count`, and the columns of the first.

    The first by value, not by row, so that the refusal too is the same in any row order.
    """
    rows = list(columns.values())
    if not len(rows[0]):
        return ()
    first = int(np.lexsort(rows[::-1])[0])
    named = {name: int(row[first]) for name, row in columns.items()}
    return (Problem(code, MappingProxyType({"count": len(rows[0]), **named})),)


def problems_where(code: str, bad: npt.NDArray[np.bool_], **columns: npt.NDArray[Any]) -> tuple[Problem, ...]:
    """One problem for all rows where `bad`."""
    return problems_of(code, **{name: column[bad] for name, column in columns.items()}) if bad.any() else ()
