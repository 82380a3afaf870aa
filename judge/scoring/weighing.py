"""A method's weights in place of the rubric's."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

import numpy as np

from judge.scoring.method import Method
from judge.scoring.panel import Panel
from judge.scoring.problems import MethodRefused, Problem
from rubrics.model import Rubric


def weighted(rubric: Rubric, weights: Mapping[str, Fraction]) -> Rubric:
    """The rubric with these weights by criterion key; a criterion that is not among them keeps its own.

    Full points follow. A weight of zero leaves the criterion out of points and maximum.
    """
    if not weights:
        return rubric
    criteria = (replace(one, weight=weights.get(one.key, one.weight)) for one in rubric.criteria)
    return replace(rubric, criteria=tuple(criteria))


def weighed_panel(panel: Panel, method: Method) -> Panel:
    """The panel with the method's weights in its rubric; the same one where the method has none.

    Raises:
        MethodRefused: with "method-weighs-nothing-of-sheet" (count) where counted sheets have marks only on
            criteria that weigh zero, the others being not applicable: such a sheet has no total.
    """
    if not method.weights:
        return panel
    rubric = weighted(panel.rubric, method.weights)
    weighs = np.array([criterion.weight > 0 for criterion in rubric.criteria], np.bool_)
    empty = int(np.count_nonzero(~panel.applicable[:, weighs].any(axis=1)))
    if empty:
        params = MappingProxyType({"count": empty})
        raise MethodRefused((Problem("method-weighs-nothing-of-sheet", params),))
    return replace(panel, rubric=rubric)
