"""Whether loads are as even as they can be: proved by looking for a reviewer who could hand a sheet on."""

import numpy as np

from judge.assignment.arrays import Flags, Positions
from judge.assignment.flow import Offers


def hands_on(able: Flags, parts: Positions, reviewers: Positions) -> Flags:
    """From whom to whom some sheet could be handed on, reviewers × reviewers.

    `able` says who may be given which part, (parts, reviewers) are the sheets given.
    """
    given = able.copy()
    given[parts, reviewers] = False
    order = np.argsort(reviewers, kind="stable")
    starts = np.searchsorted(reviewers[order], np.arange(able.shape[1] + 1))
    could = np.zeros((able.shape[1], able.shape[1]), bool)
    for reviewer in range(able.shape[1]):
        mine = parts[order[starts[reviewer] : starts[reviewer + 1]]]
        if len(mine):
            could[reviewer] = given[mine].any(axis=0)
    return could


def is_even(able: Flags, taken: Offers) -> bool:
    """Whether no chain of handing on leads from a reviewer to one with two sheets fewer and room for another.

    While there is such a chain the loads can be made more even, and where there is none they cannot: it would
    be a negative cycle of the flow. `taken` are the arcs taken of all that `able` allows.
    """
    given = np.bincount(taken.reviewers, minlength=len(taken.load))
    after = taken.load + given
    backwards = hands_on(able, taken.parts, taken.reviewers).T
    seen = np.zeros(len(after), bool)
    for least in np.argsort(after, kind="stable"):
        if seen[least] or given[least] >= taken.room[least]:
            continue
        frontier = np.zeros(len(after), bool)
        frontier[least] = True
        while frontier.any():
            seen |= frontier
            if ((after - after[least] >= 2) & frontier).any():
                return False
            frontier = backwards[frontier].any(axis=0) & ~seen
    return True
