"""How many more reviewers would meet what is short: as few on each panel as will do, each count tried."""

import numpy as np

from judge.assignment.arrays import Flags, Positions
from judge.assignment.flow import Offers, cheapest
from judge.assignment.sharing import Parts
from judge.assignment.shortage import Shortage


def newcomers(
    parts: Parts, short: Shortage, groups: Positions, load: Positions, room: Positions
) -> Positions:
    """For each group of parts (of one section) how many reviewers without ties or limits would do.

    Each of them gives a nomination one sheet: a group needs as many as any of its parts has too few, and at
    most as many as any lacks. In between fewer are tried: newcomers free others for where they are lacking.
    """
    counts, least = (_largest(groups, lacks) for lacks in (short.too_few + short.limited, short.too_few))
    if _apart(parts.able, groups, np.nonzero(counts)[0]):
        least = np.maximum(least, np.minimum(counts, 1))
    for group in np.nonzero(counts > least)[0].tolist():
        while counts[group] > least[group]:
            counts[group] -= 1
            if not _meets(parts, groups, counts, load, room):
                counts[group] += 1
                break
    return counts


def _largest(groups: Positions, values: Positions) -> Positions:
    largest = np.zeros(int(groups.max(initial=-1)) + 1, np.int64)
    np.maximum.at(largest, groups, values)
    return largest


def _apart(able: Flags, groups: Positions, short: Positions) -> bool:
    """Whether no reviewer may be given parts of two groups, of which one is short."""
    reach = np.array([able[groups == group].any(axis=0) for group in range(int(groups.max(initial=-1)) + 1)])
    return all(not (reach[group] & np.delete(reach, group, axis=0)).any() for group in short.tolist())


def _meets(parts: Parts, groups: Positions, counts: Positions, load: Positions, room: Positions) -> bool:
    """Whether everything wanted is met with so many newcomers in each group."""
    joined = np.repeat(np.arange(len(counts)), counts)
    able = np.concatenate([parts.able, groups[:, None] == joined[None, :]], axis=1)
    loads = np.concatenate([load, np.zeros(len(joined), np.int64)])
    rooms = np.concatenate([room, np.full(len(joined), len(groups), np.int64)])
    offers = Offers.all_of(able, parts.wanted, loads, rooms)
    return int(cheapest(offers).sum()) == int(parts.wanted.sum())
