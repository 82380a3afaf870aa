"""The stages that a method plans for an award: which, how much each weighs, and whom it admits."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from judge.domain.refusal import Param
from judge.scoring.problems import Problem
from judge.scoring.weights import read_weights, weight_problems

ALL = "all"
APPLICANTS = "applicants:"
MOST_STAGES, MOST_ENTRANTS = 9, 1_000_000

_KEYS = ("award", "weight", "entrants")
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: the sheets of `award`, which has its own panel and rubric, weigh so much.

    `entrants` are "all", a number (the first so many by the stages before, with all who tie for the last
    place), or "applicants:" and the form field that says yes. The plan's first stage is the award itself,
    whose list it makes, and admits all; no stage admits by a list that depends on it.
    """

    award: str
    weight: Fraction
    entrants: str | int = ALL

    @property
    def applied_by(self) -> str:
        """The form field by which one applies for this stage; "" where it does not go by application."""
        said = str(self.entrants)
        return said.removeprefix(APPLICANTS) if said.startswith(APPLICANTS) else ""

    @property
    def first(self) -> int:
        """How many of the stages before it admits, by place; 0 where it does not go by place."""
        return self.entrants if isinstance(self.entrants, int) else 0

    def to_mapping(self) -> dict[str, str | int]:
        """The stage as a method records it."""
        return {"award": self.award, "weight": str(self.weight), "entrants": self.entrants}


def read_stages(given: object) -> tuple[Stage, ...]:
    """The stages of a plan in which `stage_problems` finds nothing."""
    return tuple(_stage(one) for one in _list(given))


def stage_problems(given: object) -> tuple[Problem, ...]:
    """What keeps `given` from being a plan of stages: every problem at once."""
    stages = _list(given)
    if not isinstance(given, list | tuple) or not all(isinstance(one, Mapping | Stage) for one in stages):
        return (_problem("method-stages-no-list", given=str(given)),)
    if not stages:
        return ()
    return tuple(_plan_problems([_mapping(one) for one in stages]))


def _plan_problems(stages: list[Mapping[str, Any]]) -> Iterator[Problem]:
    if not 1 < len(stages) <= MOST_STAGES:
        yield _problem("method-stages-count", count=len(stages), largest=MOST_STAGES)
    awards = [str(one.get("award", "")) for one in stages]
    for number, one in enumerate(stages, start=1):
        yield from _stage_problems(number, one)
    for award in dict.fromkeys(awards):
        if awards.count(award) > 1:
            yield _problem("method-stage-repeated", award=award)
    if stages[0].get("entrants", ALL) != ALL:
        yield _problem("method-stage-first-admits-all", given=str(stages[0]["entrants"]))


def _stage_problems(number: int, one: Mapping[str, Any]) -> Iterator[Problem]:
    for name in sorted(one.keys() - set(_KEYS), key=str):
        yield _problem("method-setting-unknown", setting=f"stages[{number}].{name}")
    award = one.get("award")
    if not isinstance(award, str) or not _NAME.fullmatch(award):
        yield _problem("method-stage-award", number=number, given=str(award))
    weight = {f"stages[{number}]": one.get("weight")}
    yield from weight_problems(weight)
    if not any(read_weights(weight).values()) and not weight_problems(weight):
        yield _problem("method-stage-weighs-nothing", number=number)
    if not _admits(one.get("entrants", ALL)):
        yield _problem("method-stage-entrants", number=number, given=str(one["entrants"]))


def _admits(entrants: object) -> bool:
    if isinstance(entrants, bool):
        return False
    if isinstance(entrants, int):
        return 1 <= entrants <= MOST_ENTRANTS
    if not isinstance(entrants, str):
        return False
    field = entrants.removeprefix(APPLICANTS)
    return entrants == ALL or (field != entrants and _NAME.fullmatch(field) is not None)


def _list(given: object) -> list[Any]:
    return list(given) if isinstance(given, list | tuple) else []


def _mapping(one: Mapping[str, Any] | Stage) -> Mapping[str, Any]:
    return one.to_mapping() if isinstance(one, Stage) else one


def _stage(one: Mapping[str, Any] | Stage) -> Stage:
    said = _mapping(one)
    return Stage(said["award"], read_weights({"": said["weight"]})[""], said.get("entrants", ALL))


def _problem(code: str, **params: Param) -> Problem:
    return Problem(code, MappingProxyType(params))
