"""Places: 1, 2, 2, 4 on exact values; ties are shared, never broken by order."""

import numpy as np

from judge.scoring.exact import Positions, Whole, opens
from judge.scoring.sorting import order

COUNTED_UP_TO = 4
"""Places are counted where there are at most so many different values for each line, else sorted for."""


def places(values: Whole) -> Positions:
    """The place of each value, the largest first; equal values share the place of their first."""
    if values.dtype == object or not len(values):
        return _places_in(np.argsort(-values), values)
    best = int(values.max())
    behind, end = best - values, best - int(values.min()) + 1
    if end > COUNTED_UP_TO * len(values):
        return _places_in(order(behind, end), values)
    sharing = np.bincount(behind)
    place: Positions = (np.cumsum(sharing) - sharing + 1)[behind]
    return place


def _places_in(first: Positions, values: Whole) -> Positions:
    """The place of each value, from the order with the best first."""
    begins = np.arange(len(first)) * opens(values[first])
    place = np.empty(len(first), np.int64)
    place[first] = np.maximum.accumulate(begins) + 1
    return place


def places_within(ranks: Positions, groups: Positions) -> tuple[Positions, Positions]:
    """The place of each within its group, and how many share it.

    Args:
        ranks: places over all groups.
        groups: the group of each.
    """
    level = np.cumsum(np.bincount(ranks) > 0)
    levels, count = int(level.max(initial=0)) + 1, int(groups.max(initial=-1)) + 1
    if levels * count > COUNTED_UP_TO * len(ranks):
        return _places_within(ranks, groups)
    joint = groups * levels + level[ranks]
    sharing = np.bincount(joint, minlength=count * levels).reshape(count, levels)
    place = np.cumsum(sharing, axis=1) - sharing + 1
    return place.ravel()[joint], sharing.ravel()[joint]


def _places_within(ranks: Positions, groups: Positions) -> tuple[Positions, Positions]:
    """The same by sorting, where few lines share a place."""
    joint = groups * (len(ranks) + 1) + ranks
    first = order(joint, int(joint.max(initial=0)) + 1)
    begins = np.flatnonzero(opens(joint[first]))
    sizes = np.diff(begins, append=len(first))
    group_begins = np.flatnonzero(opens(groups[first]))
    group_sizes = np.diff(group_begins, append=len(first))
    place, sharing = np.empty((2, len(first)), np.int64)
    place[first] = np.repeat(begins, sizes) - np.repeat(group_begins, group_sizes) + 1
    sharing[first] = np.repeat(sizes, sizes)
    return place, sharing
