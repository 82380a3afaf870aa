"""Places: 1, 2, 2, 4 on exact values; ties are shared, never broken by order."""

import numpy as np

from judge.scoring.exact import Positions, Whole, opens


def places(values: Whole) -> Positions:
    """The place of each value, the largest first; equal values share the place of their first."""
    order = np.argsort(-values)
    begins = np.where(opens(values[order]), np.arange(len(order)), 0)
    place = np.empty(len(order), np.int64)
    place[order] = np.maximum.accumulate(begins) + 1
    return place


def places_within(ranks: Positions, groups: Positions) -> tuple[Positions, Positions]:
    """The place of each within its group, and how many share it.

    Args:
        ranks: places over all groups.
        groups: the group of each.
    """
    joint = groups * (len(ranks) + 1) + ranks
    order = np.argsort(joint)
    begins = np.flatnonzero(opens(joint[order]))
    sizes = np.diff(begins, append=len(order))
    group_begins = np.flatnonzero(opens(groups[order]))
    group_sizes = np.diff(group_begins, append=len(order))
    place, sharing = np.empty((2, len(order)), np.int64)
    place[order] = np.repeat(begins, sizes) - np.repeat(group_begins, group_sizes) + 1
    sharing[order] = np.repeat(sizes, sizes)
    return place, sharing
