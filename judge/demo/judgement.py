"""The marks that panels would give: true quality, each reviewer's severity, and chance."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from judge.demo.chance import stream
from judge.demo.panels import Reviewer
from rubrics.model import Criterion, Rubric

_SHEET_NOISE, _CRITERION_NOISE = 0.025, 0.045
"""Standard deviations as shares of full points: what moves a whole sheet, and what moves one mark."""

_WHOLE_POINTS = 0.7
"""Share of sheets marked in whole points, though the rubric allows finer steps; ties come from them."""

_RECUSED, _PARTIAL, _UNTOUCHED = 0.006, 0.004, 0.003
"""Shares of sheets whose reviewer stepped back, stopped half-way, or has not begun."""


class Progress(StrEnum):
    """How far a reviewer got with a sheet."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    UNTOUCHED = "untouched"
    RECUSED = "recused"


@dataclass(frozen=True, slots=True)
class JudgedSheet:
    """One reviewer's work on one nomination: ticks by criterion key, as far as they were given."""

    nomination: str
    reviewer: str
    progress: Progress
    marks: Mapping[str, int]


def judge_marks(rubric: Rubric, quality: float, severity: float, rng: Random) -> dict[str, int]:
    """Marks in ticks by criterion key, each from 0 to full ticks.

    `quality` is the nomination's fair share of full points, `severity` the share the reviewer takes off.
    Marks of one sheet go up and down together: what moves the sheet moves them all.
    """
    impression = quality - severity + rng.gauss(0, _SHEET_NOISE)
    grain = max(1, round(1 / rubric.step)) if rng.random() < _WHOLE_POINTS else 1
    return {
        criterion.key: _ticks(criterion, impression + rng.gauss(0, _CRITERION_NOISE), grain)
        for criterion in rubric.criteria
    }


def judge_panel(
    rubric: Rubric,
    qualities: Mapping[str, float],
    assigned: Mapping[str, Sequence[str]],
    reviewers: Iterable[Reviewer],
    seed: int,
) -> tuple[JudgedSheet, ...]:
    """Every sheet of the nominations in `qualities` (by key), a few recused or unfinished.

    Each sheet has its own chance: it does not change with what else is judged, or in which order.
    """
    severities = {reviewer.key: reviewer.severity for reviewer in reviewers}
    return tuple(
        _sheet(nomination, reviewer, rubric, (quality, severities[reviewer]), seed)
        for nomination, quality in qualities.items()
        for reviewer in assigned[nomination]
    )


def _sheet(
    nomination: str, reviewer: str, rubric: Rubric, truth: tuple[float, float], seed: int
) -> JudgedSheet:
    """One sheet; `truth` is the nomination's quality and the reviewer's severity."""
    rng = stream(seed, "sheet", nomination, reviewer)
    progress = _progress(rng)
    marks = judge_marks(rubric, *truth, rng)
    if progress is Progress.PARTIAL:
        marks = dict(list(marks.items())[: rng.randint(1, len(marks) - 1)]) if len(marks) > 1 else {}
    elif progress is not Progress.COMPLETE:
        marks = {}
    return JudgedSheet(nomination, reviewer, progress, marks)


def _progress(rng: Random) -> Progress:
    rest = 1 - _RECUSED - _PARTIAL - _UNTOUCHED
    shares = (rest, _PARTIAL, _UNTOUCHED, _RECUSED)
    return rng.choices(tuple(Progress), weights=shares)[0]


def _ticks(criterion: Criterion, share: float, grain: int) -> int:
    """`share` of full points in ticks, a multiple of `grain`, within the criterion's scale."""
    return min(criterion.full_ticks, max(0, round(share * criterion.full_ticks / grain) * grain))
