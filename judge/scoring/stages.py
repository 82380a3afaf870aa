"""Stages of an award into one score: weighted, exact, and never a zero for whoever was not admitted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from judge.domain.standing import StageLine
from judge.scoring.combine import Scores
from judge.scoring.exact import Exact, Flags, Positions, Whole, largest, roomy, shared_denominator, whole
from judge.scoring.method import Method


@dataclass(frozen=True, slots=True, eq=False)
class StageScores:
    """What one stage says of each of a list's nominations.

    `admitted` were to take part in it; of these the `scored` have a `score`, which is read nowhere else.
    The score counts as its share of `full_points`. `award` is the key of the award that judged it. `plain`
    says the same without calibrating, where the stage calibrates.
    """

    award: str
    weight: Fraction
    full_points: Fraction
    admitted: Flags
    scored: Flags
    score: Exact
    plain: "StageScores | None" = None

    def take(self, positions: Positions) -> "StageScores":
        """The same of only the nominations at `positions`, in that order."""
        return replace(
            self,
            admitted=self.admitted[positions],
            scored=self.scored[positions],
            score=self.score.take(positions),
            plain=self.plain.take(positions) if self.plain else None,
        )

    def line(self, at: int) -> StageLine:
        """What the stage says of the nomination at a position."""
        admitted, scored = bool(self.admitted[at]), bool(self.scored[at])
        score = self.score.fraction(at) if scored else None
        return StageLine(self.award, self.weight, self.full_points, admitted, score)


@dataclass(frozen=True, slots=True, eq=False)
class Staged:
    """All stages of a list together.

    `score` is the weighted mean over the stages that a nomination was admitted to, in points of the list's
    own rubric; 0 and meaningless where not `scored`, which is where a stage still owes its score.
    `admitted` are to take part in every stage that has admitted anybody: others are ranked apart from
    them. While a stage has not (not `begun`), the list is not the last word.
    """

    begun: bool
    admitted: Flags
    scored: Flags
    score: Exact


@dataclass(frozen=True, slots=True, eq=False)
class InStages:
    """A list's scores with all its stages in them; as they are where it has none.

    `owing` have a score of their own award, and a later stage owes theirs. `going_on` are `Staged.admitted`.
    """

    scores: Scores
    stages: tuple[StageScores, ...]
    owing: Flags
    going_on: Flags
    begun: bool


def in_stages(own: Scores, method: Method, full_points: Fraction, later: Sequence[StageScores]) -> InStages:
    """The scores of an award with those of its later stages weighted in.

    Args:
        own: what the award's own sheets make.
        method: plans the stages; its first is the award.
        full_points: of the award's own rubric.
        later: the other stages, in the order of the plan; none for a list without stages.
    """
    everyone: Flags = np.ones(len(own.scored), np.bool_)
    if not later:
        return InStages(own, (), ~everyone, everyone, begun=True)
    first = method.stages[0]
    itself = StageScores(first.award, first.weight, full_points, everyone, own.scored, own.score)
    staged = combine_stages([itself, *later], full_points)
    scores = replace(own, scored=staged.scored, score=staged.score)
    return InStages(scores, (itself, *later), own.scored & ~staged.scored, staged.admitted, staged.begun)


def combine_stages(stages: Sequence[StageScores], full_points: Fraction) -> Staged:
    """The weighted scores of all nominations.

    Args:
        stages: one or more, aligned; the first admits everybody.
        full_points: what the combined score is out of.
    """
    admitted = np.stack([stage.admitted for stage in stages], axis=1)
    scored = np.stack([stage.scored for stage in stages], axis=1)
    whole_ways = np.asarray((scored | ~admitted).all(axis=1), np.bool_)
    ways, way_of = np.unique(admitted, axis=0, return_inverse=True)
    factors = [_factors(stages, way.tolist(), full_points) for way in ways]
    scale = shared_denominator(factor for way in factors for factor in way)
    multipliers = [[int(factor * scale) for factor in way] for way in factors]
    most = max((factor for way in multipliers for factor in way), default=1)
    bound = sum(largest(stage.score.numerators) for stage in stages) * most
    table = whole([factor for way in multipliers for factor in way], bound).reshape(-1, len(stages))
    chosen = table[way_of.ravel()]
    numerators: Whole = sum(
        (
            np.where(whole_ways, roomy(stage.score.numerators, bound) * chosen[:, at], 0)
            for at, stage in enumerate(stages)
        ),
        start=np.zeros(len(way_of.ravel()), chosen.dtype),
    )
    begun = admitted.any(axis=0)
    going_on = np.asarray(admitted[:, begun].all(axis=1), np.bool_)
    return Staged(bool(begun.all()), going_on, whole_ways, Exact(numerators, scale))


def _factors(stages: Sequence[StageScores], takes_part: list[bool], full_points: Fraction) -> list[Fraction]:
    """What each stage's numerators are multiplied by for those who take part in these stages."""
    pairs = list(zip(stages, takes_part, strict=True))
    weight = sum((stage.weight for stage, here in pairs if here), start=Fraction(0))
    return [
        stage.weight / weight * full_points / stage.full_points / stage.score.denominator
        if here
        else Fraction(0)
        for stage, here in pairs
    ]
