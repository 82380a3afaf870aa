"""A method's chain of breakers, applied to those who are tied."""

from dataclasses import dataclass

import numpy as np

from judge.scoring.breakers.metrics import metric
from judge.scoring.counting import Counted
from judge.scoring.exact import Positions, Whole
from judge.scoring.method import Method
from judge.scoring.ranking import places


def chain(counted: Counted, method: Method, values: Whole, chosen: Positions) -> Positions:
    """The place of each chosen nomination by its value, and after each breaker: (chosen, 1 + breakers).

    Args:
        counted: the panel as the method counts it.
        method: has the chain in `ties`.
        values: what is ranked on, per nomination in the panel's order.
        chosen: positions of those that are ranked.

    Each column refines the one before it: who has different places there keeps their order.
    """
    steps = np.empty((len(chosen), 1 + len(method.ties)), np.int64)
    steps[:, 0] = places(values[chosen])
    for step, name in enumerate(method.ties, start=1):
        before = steps[:, step - 1]
        if len(np.unique(before)) == len(chosen):
            # Nobody is tied any more, and what is left of the chain has nothing to say.
            steps[:, step:] = before[:, None]
            break
        steps[:, step] = _refined(before, places(metric(name)(counted, method)[chosen]))
    return steps


def _refined(before: Positions, by: Positions) -> Positions:
    """The places when those who share one are put in the order of their places `by` a metric."""
    return places(-(before * (len(before) + 1) + by))


@dataclass(frozen=True, slots=True, eq=False)
class Broken:
    """By which breaker each line's place differs from its neighbours'.

    Per line, the number of the breaker in the chain, counted from 1; 0 where the scores differ, or there is
    no neighbour. `ahead` is towards the next place after it, `behind` towards the one before.
    """

    ahead: Positions
    behind: Positions


def broken(steps: Positions) -> Broken:
    """Which breaker separates each line's place from those before and after it, of all that are ranked.

    Args:
        steps: as `chain` gives them.
    """
    order = np.argsort(steps[:, -1], kind="stable")
    ordered = steps[order]
    differs = ordered[1:] != ordered[:-1]
    # The first column in which two neighbours differ: 0 is the score itself, and no tie was broken.
    between = np.where(differs.any(axis=1), differs.argmax(axis=1), 0)
    place = ordered[:, -1]
    first = np.flatnonzero(np.append(True, place[1:] != place[:-1])) if len(place) else place
    group = np.searchsorted(first, np.arange(len(place)), side="right") - 1
    # All who share a place have the same neighbours: what lies between it and the places around it.
    before = np.append(0, between)[first]
    after = np.append(before[1:], 0)
    ahead, behind = np.zeros((2, len(steps)), np.int64)
    ahead[order], behind[order] = after[group], before[group]
    return Broken(ahead, behind)
