"""Components joined by the fewest extra sheets: one less than there are, where that can be done at all."""

from collections import deque
from collections.abc import Iterator

import numpy as np

from judge.assignment.arrays import Flags, Positions
from judge.assignment.components import Components

Joint = tuple[int, int]
"""An extra sheet: the positions of a nomination and of a reviewer of another component."""


def join(
    found: Components, able: Flags, prefers: Flags, load: Positions, room: Positions
) -> tuple[Joint, ...]:
    """Extra sheets that join as many components as can be, each sheet two of them.

    `able` says who may be given what; where there is a choice the least loaded reviewers are taken, and of
    their nominations one that they prefer (their own section's), spread over different ones. Where that
    ends short of one component, sheets are exchanged until as many are joined as limits (`room`) allow.
    """
    greedy = _by_load(found, able, prefers, load, room)
    if len(greedy) == found.count - 1:
        return greedy
    possible = list(_possible(found, able, prefers))
    return tuple(possible[n] for n in _most(possible, found, room, greedy))


def _by_load(
    found: Components, able: Flags, prefers: Flags, load: Positions, room: Positions
) -> tuple[Joint, ...]:
    rows, columns = found.nominations.copy(), found.reviewers.copy()
    load, room = load.copy(), room.copy()
    joints: list[Joint] = []
    used = np.zeros(len(rows), np.int64)
    stuck = (columns < 0) | (room <= 0)
    while not stuck.all():
        reviewer = int(np.argmin(np.where(stuck, np.iinfo(np.int64).max, load)))
        fits = able[:, reviewer] & (rows >= 0) & (rows != columns[reviewer])
        if not fits.any():
            stuck[reviewer] = True
            continue
        order = used + 10**6 * ~prefers[:, reviewer]
        row = int(np.argmin(np.where(fits, order, np.iinfo(np.int64).max)))
        joints.append((row, reviewer))
        used[row] += 1
        load[reviewer] += 1
        room[reviewer] -= 1
        stuck[reviewer] = room[reviewer] <= 0
        old, new = rows[row], columns[reviewer]
        rows[rows == old] = new
        columns[columns == old] = new
    return tuple(joints)


def _possible(found: Components, able: Flags, prefers: Flags) -> Iterator[Joint]:
    """One sheet for each reviewer and each component that they could be joined with."""
    for reviewer in np.nonzero(found.reviewers >= 0)[0].tolist():
        fits = able[:, reviewer] & (found.nominations >= 0)
        for component in range(found.count):
            here = np.nonzero(fits & (found.nominations == component))[0]
            if component != found.reviewers[reviewer] and len(here):
                yield int(here[np.argmax(prefers[here, reviewer])]), reviewer


def _most(
    possible: list[Joint], found: Components, room: Positions, begin: tuple[Joint, ...]
) -> frozenset[int]:
    """The largest choice without a cycle and within the limits: the intersection of two matroids."""
    known = {(int(found.nominations[row]), reviewer): n for n, (row, reviewer) in enumerate(possible)}
    edges = [(int(found.nominations[row]), int(found.reviewers[reviewer])) for row, reviewer in possible]
    owners = [reviewer for _, reviewer in possible]
    begun = (known.get((int(found.nominations[row]), reviewer)) for row, reviewer in begin)
    chosen = {n for n in begun if n is not None}
    while (path := _augmenting(edges, owners, room, chosen)) is not None:
        chosen ^= set(path)
    return frozenset(chosen)


def _augmenting(
    edges: list[tuple[int, int]], owners: list[int], room: Positions, chosen: set[int]
) -> list[int] | None:
    """A shortest path of exchanges after which one more is chosen; None where the choice is largest."""
    used = np.bincount([owners[n] for n in chosen], minlength=len(room))
    whole_forest = _roots(edges, chosen)
    outside = [n for n in range(len(edges)) if n not in chosen]
    without = {n: _roots(edges, chosen - {n}) for n in chosen}
    starts = [n for n in outside if whole_forest[edges[n][0]] != whole_forest[edges[n][1]]]
    came: dict[int, int | None] = dict.fromkeys(starts)
    queue = deque(starts)
    while queue:
        here = queue.popleft()
        if here not in chosen and used[owners[here]] < room[owners[here]]:
            path = [here]
            while (before := came[path[-1]]) is not None:
                path.append(before)
            return path
        if here in chosen:
            roots = without[here]
            onward = [n for n in outside if roots[edges[n][0]] != roots[edges[n][1]]]
        else:
            onward = [n for n in chosen if owners[n] == owners[here]]
        for there in onward:
            if there not in came:
                came[there] = here
                queue.append(there)
    return None


def _roots(edges: list[tuple[int, int]], chosen: set[int]) -> dict[int, int]:
    root = {end: end for edge in edges for end in edge}

    def top(end: int) -> int:
        while root[end] != end:
            end = root[end]
        return end

    for n in sorted(chosen):
        root[top(edges[n][0])] = top(edges[n][1])
    return {end: top(end) for end in root}
