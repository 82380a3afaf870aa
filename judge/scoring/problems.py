"""How scoring refuses: every problem found, as codes and particulars."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

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
