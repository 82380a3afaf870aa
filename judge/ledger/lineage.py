"""Which entry of a pen's chain leads to which, also where the chain was continued twice."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple


class Link(NamedTuple):
    """An entry of a chain, and the one before it, by their digests."""

    digest: bytes
    prev: bytes


class Lineage:
    """A chain as a tree: numbers on the way in and out of each entry say who leads to whom."""

    def __init__(self, links: Sequence[Link]) -> None:
        following: dict[bytes, list[bytes]] = defaultdict(list)
        for link in links:
            following[link.prev].append(link.digest)
        there = {link.digest for link in links}
        self._entered: dict[bytes, int] = {}
        self._left: dict[bytes, int] = {}
        waiting = [(link.digest, False) for link in links if link.prev not in there]
        while waiting:
            digest, done = waiting.pop()
            if done:
                self._left[digest] = len(self._entered)
                continue
            self._entered[digest] = len(self._entered)
            waiting.append((digest, True))
            waiting += [(later, False) for later in following[digest]]

    def leads(self, earlier: bytes, later: bytes) -> bool:
        """Whether the chain goes from the earlier entry on to the later one."""
        if earlier not in self._left or later not in self._entered:
            return False
        return self._entered[earlier] < self._entered[later] < self._left[earlier]
