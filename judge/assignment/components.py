"""Which nominations and reviewers hang together: scores compare only where sheets connect them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from judge.assignment.arrays import Flags, Positions


@dataclass(frozen=True, slots=True, eq=False)
class Components:
    """The component of each nomination and of each reviewer; -1 for who has no sheet. `count` of them."""

    nominations: Positions
    reviewers: Positions
    count: int


def components(nominations: Positions, reviewers: Positions, shape: tuple[int, int]) -> Components:
    """Components of the graph whose edges are the sheets, numbered in the order of their nominations."""
    rows, columns = shape
    lowest = np.arange(rows + columns)
    ends = np.concatenate([nominations, rows + reviewers])
    others = np.concatenate([rows + reviewers, nominations])
    while True:
        # Each end takes the lowest number of its neighbours, and then of whom that number stands for.
        before = lowest.copy()
        np.minimum.at(lowest, lowest[ends], before[others])
        np.minimum.at(lowest, ends, before[others])
        while not np.array_equal(lowest, lowest[lowest]):
            lowest = lowest[lowest]
        if np.array_equal(before, lowest):
            break
    touched = np.unique(ends)
    roots = np.unique(lowest[touched])
    numbered = np.full(rows + columns, -1, np.int64)
    numbered[touched] = np.searchsorted(roots, lowest[touched])
    return Components(numbered[:rows], numbered[rows:], len(roots))


def on_cycles(nominations: Positions, reviewers: Positions, shape: tuple[int, int]) -> Flags:
    """Of each sheet whether its component holds together without it."""
    neighbours: list[list[tuple[int, int]]] = [[] for _ in range(sum(shape))]
    for edge, (one, other) in enumerate(zip(nominations.tolist(), reviewers.tolist(), strict=True)):
        neighbours[one].append((shape[0] + other, edge))
        neighbours[shape[0] + other].append((one, edge))
    spare = np.ones(len(nominations), bool)
    for edge in _bridges(neighbours):
        spare[edge] = False
    return spare


def _bridges(neighbours: list[list[tuple[int, int]]]) -> Iterator[int]:
    """Edges that nothing goes around (Tarjan), without recursion."""
    found, lowest = [-1] * len(neighbours), [0] * len(neighbours)
    clock = 0
    for start in range(len(neighbours)):
        if found[start] >= 0:
            continue
        found[start] = lowest[start] = clock
        clock += 1
        path = [(start, -1, iter(neighbours[start]))]
        while path:
            here, came_by, rest = path[-1]
            step = next(((there, edge) for there, edge in rest if edge != came_by), None)
            if step is None:
                path.pop()
                if path:
                    above = path[-1][0]
                    lowest[above] = min(lowest[above], lowest[here])
                    if lowest[here] > found[above]:
                        yield came_by
            elif found[step[0]] >= 0:
                lowest[here] = min(lowest[here], found[step[0]])
            else:
                found[step[0]] = lowest[step[0]] = clock
                clock += 1
                path.append((step[0], step[1], iter(neighbours[step[0]])))
