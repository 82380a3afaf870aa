"""Components joined by the fewest extra sheets: one less than there are, where that can be done at all."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from judge.assignment.arrays import Flags, Positions, whole
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
    spare = int(room[found.reviewers >= 0].sum())
    if len(greedy) in {found.count - 1, spare}:
        return greedy
    possible = list(_possible(found, able, prefers, room))
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


def _possible(found: Components, able: Flags, prefers: Flags, room: Positions) -> Iterator[Joint]:
    """One sheet for each reviewer with room and each component that they could be joined with."""
    for reviewer in np.nonzero((found.reviewers >= 0) & (room > 0))[0].tolist():
        fits = able[:, reviewer] & (found.nominations >= 0)
        for component in np.unique(found.nominations[fits]).tolist():
            here = np.nonzero(fits & (found.nominations == component))[0]
            if component != found.reviewers[reviewer]:
                yield int(here[np.argmax(prefers[here, reviewer])]), reviewer


def _most(possible: list[Joint], found: Components, room: Positions, begin: tuple[Joint, ...]) -> list[int]:
    """The largest choice without a cycle and within the limits: the intersection of two matroids."""
    rows, owners = (whole([joint[n] for joint in possible]) for n in (0, 1))
    graph = _Graph(found.nominations[rows], found.reviewers[owners], owners, room, found.count)
    known = {(int(graph.ends[n]), int(owners[n])): n for n in range(len(possible))}
    chosen = np.zeros(len(possible), bool)
    chosen[[known[int(found.nominations[row]), reviewer] for row, reviewer in begin]] = True
    while (path := graph.augmenting(chosen)) is not None:
        chosen[path] ^= True
    return np.nonzero(chosen)[0].tolist()


@dataclass(frozen=True, slots=True, eq=False)
class _Graph:
    """Sheets that could join components: edges from the owner's component (`starts`) to another (`ends`)."""

    ends: Positions
    starts: Positions
    owners: Positions
    room: Positions
    count: int

    def augmenting(self, chosen: Flags) -> list[int] | None:
        """A shortest path of exchanges after which one more is chosen; None where the choice is largest."""
        used = np.bincount(self.owners[chosen], minlength=len(self.room))
        free = used[self.owners] < self.room[self.owners]
        seen = ~chosen & self._joins(chosen)
        came = np.full(len(chosen), -1, np.int64)
        queue = deque(np.nonzero(seen)[0].tolist())
        while queue:
            here = queue.popleft()
            if not chosen[here] and free[here]:
                return self._path(came, here)
            if chosen[here]:
                without = chosen.copy()
                without[here] = False
                onward = ~chosen & self._joins(without)
            else:
                onward = chosen & (self.owners == self.owners[here])
            further = np.nonzero(onward & ~seen)[0]
            seen[further] = True
            came[further] = here
            queue.extend(further.tolist())
        return None

    def _joins(self, chosen: Flags) -> Flags:
        """Which sheets join two components that the chosen ones leave apart."""
        root = list(range(self.count))

        def top(end: int) -> int:
            while root[end] != end:
                end = root[end]
            return end

        for one, other in zip(self.ends[chosen].tolist(), self.starts[chosen].tolist(), strict=True):
            root[top(one)] = top(other)
        tops = whole([top(end) for end in range(self.count)])
        apart: Flags = tops[self.ends] != tops[self.starts]
        return apart

    @staticmethod
    def _path(came: Positions, last: int) -> list[int]:
        path = [last]
        while came[path[-1]] >= 0:
            path.append(int(came[path[-1]]))
        return path
