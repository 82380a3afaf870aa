"""Whether a method fits the rubric of the award that it counts."""

from types import MappingProxyType

from judge.scoring.breakers.names import criterion_of
from judge.scoring.method import Method
from judge.scoring.problems import MethodRefused, Problem
from rubrics.model import Rubric


def check_fits(method: Method, rubric: Rubric) -> None:
    """Refuse a method of criteria that the rubric does not have, or with a weight of zero for all of them.

    Raises:
        MethodRefused: with "method-criterion-unknown" for every such key, and "method-weights-all-zero".
    """
    if not method.weights and not method.ties:
        return
    known = tuple(criterion.key for criterion in rubric.criteria)
    named = [("weights", key) for key in method.weights]
    named += [("ties", key) for tie in method.ties if (key := criterion_of(tie))]
    problems = [
        Problem(
            "method-criterion-unknown",
            MappingProxyType({"setting": setting, "given": key, "rubric": rubric.key, "known": known}),
        )
        for setting, key in named
        if key not in known
    ]
    if not any(method.weights.get(key, 1) for key in known):
        problems.append(Problem("method-weights-all-zero", MappingProxyType({"known": known})))
    if problems:
        raise MethodRefused(tuple(problems))
