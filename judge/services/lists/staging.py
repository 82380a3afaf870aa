"""What later stages say of an award's nominations, found again by body, name and organisation."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from imports.matching import name_key
from judge.domain.refusal import Refusal
from judge.scoring.counting import count
from judge.scoring.exact import Exact
from judge.scoring.method import Method
from judge.scoring.problems import MethodRefused
from judge.scoring.stage_plan import Stage
from judge.scoring.stages import StageScores
from judge.services.editions.edition import Edition
from judge.services.lists.calibrating import told_of_calibration
from judge.services.lists.entered import Entered
from judge.services.lists.methods import method_faults
from judge.store.queries.frames import Filed

Identity = tuple[int, str, str]
"""Body, name and organisation, however they are spelt: one candidate in the awards of all stages."""

_EXAMPLES = 3


def identity_of(one: Filed) -> Identity:
    """What makes nominations of two awards one candidate's."""
    return one.body, name_key(one.name), name_key(one.organisation)


def entered_stages(
    edition: Edition,
    enter: Callable[[str], Entered],
    plan: Sequence[Stage],
    method_of: Callable[[str], Method],
) -> Iterator[tuple[Stage, Entered, Method]]:
    """The later stages of a plan, each counted as its own award is, without stages and breakers of its own.

    Args:
        edition: whose awards they are.
        enter: reads an award.
        plan: the award itself, and its stages; empty for an award without.
        method_of: by which method an award is counted.

    Refusal code "method-stage-unknown" (given, known).
    """
    known = tuple(one.key for one in edition.programme.awards)
    for stage in plan[1:]:
        if stage.award not in known:
            raise Refusal("method-stage-unknown", given=stage.award, known=known)
        there, own = enter(stage.award), method_of(stage.award)
        keys = {criterion.key for criterion in there.rubric.criteria}
        weights = {key: weight for key, weight in own.weights.items() if key in keys}
        yield stage, there, replace(own, stages=(), weights=weights, ties=())


def later_stages(there: Entered, stages: Iterable[tuple[Stage, Entered, Method]]) -> Iterator[StageScores]:
    """The scores of each later stage, one for each nomination of the award.

    Args:
        there: the award whose list is made.
        stages: of each later stage what is planned, the award that judges it, and by which method.

    Refusal code "stage-entrants-unknown" (stage, award, count, names) where a stage judges what was not
    nominated for the award.
    """
    for stage, entered, method in stages:
        yield _scores(there, stage, entered, method)


def _scores(there: Entered, stage: Stage, entered: Entered, method: Method) -> StageScores:
    plain = None
    if method.calibrate != "none":
        plain = _scores(there, stage, entered, replace(method, calibrate="none"))
    try:
        with told_of_calibration(entered):
            counted = count(entered.panel, method, entered.sections)
    except MethodRefused as refused:
        raise method_faults(refused, method, stage.award) from refused
    at, scores, size = _positions(there, stage, entered), counted.scores, len(there.panel.nominations)
    admitted, scored = (np.zeros(size, np.bool_) for _ in range(2))
    numerators = np.zeros(size, scores.score.numerators.dtype)
    admitted[at], scored[at], numerators[at] = True, scores.scored, scores.score.numerators
    return StageScores(
        stage.award,
        stage.weight,
        counted.panel.rubric.full_points,
        admitted,
        scored,
        Exact(np.where(scored, numerators, 0), scores.score.denominator),
        plain,
    )


def _positions(there: Entered, stage: Stage, entered: Entered) -> list[int]:
    """Where each of the stage's nominations stands among the award's."""
    own = {identity_of(one): code for code, one in there.filed.items()}
    position = {int(code): at for at, code in enumerate(there.panel.nominations)}
    codes = [own.get(identity_of(entered.filed[int(code)])) for code in entered.panel.nominations]
    unknown = [
        entered.filed[int(code)].key
        for code, known in zip(entered.panel.nominations, codes, strict=True)
        if known is None
    ]
    if unknown:
        names = ", ".join(unknown[:_EXAMPLES])
        raise Refusal(
            "stage-entrants-unknown",
            stage=stage.award,
            award=there.award,
            count=len(unknown),
            names=names,
        )
    return [position[code] for code in codes if code is not None]
