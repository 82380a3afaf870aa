"""Acts on one sheet in their order, which follows from what names what.

Each act names the acts on its sheet that its author knew and that no other one had followed: one, nearly
always; several, where a merge has just brought together what was done in two places. Whoever knows an act
knows all that it follows. An author's own acts need no order besides: each names the one before it.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from judge.ledger.canonical import DIGEST_BYTES
from judge.ledger.entry import Entry
from judge.ledger.reading import SheetAct


@dataclass(frozen=True, slots=True)
class Step:
    """An act on a sheet in its place: the pen's `seq`-th entry, of what kind, and the entry's digest."""

    digest: bytes
    pen: str
    seq: int
    kind: str
    act: SheetAct

    @classmethod
    def of(cls, digest: bytes, entry: Entry, act: SheetAct) -> "Step":
        """The step that an entry with that digest is, its act read."""
        return cls(digest, entry.pen, entry.seq, entry.kind, act)


def named(on: bytes) -> tuple[bytes, ...]:
    """The digests of the acts that an act names, which its `on` has one after the other."""
    if len(on) == DIGEST_BYTES:
        return (on,)
    return tuple(on[start : start + DIGEST_BYTES] for start in range(0, len(on), DIGEST_BYTES))


def naming(digests: Iterable[bytes]) -> bytes:
    """What names these acts in the `on` of one that follows them all."""
    return b"".join(sorted(digests))


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Acts on one subject: each after those that it names, then by (pen, seq, digest)."""
    by_digest = {step.digest: step for step in steps}
    waits: dict[bytes, int] = {}
    followers: dict[bytes, list[bytes]] = defaultdict(list)
    for digest, step in by_digest.items():
        before = [earlier for earlier in named(step.act.on) if earlier in by_digest]
        waits[digest] = len(before)
        for earlier in before:
            followers[earlier].append(digest)
    ready = [_place(by_digest[d]) for d, count in waits.items() if count == 0]
    heapq.heapify(ready)
    ordered: list[Step] = []
    while ready:
        *_, digest = heapq.heappop(ready)
        ordered.append(by_digest[digest])
        for later in followers[digest]:
            waits[later] -= 1
            if waits[later] == 0:
                heapq.heappush(ready, _place(by_digest[later]))
    return ordered


def _place(step: Step) -> tuple[str, int, bytes]:
    return step.pen, step.seq, step.digest


def pasts(ordered: Sequence[Step]) -> list[int]:
    """For each act, what its author knew, as bits: bit n for the n-th of these acts, itself left out."""
    place = {step.digest: n for n, step in enumerate(ordered)}
    known: list[int] = []
    for step in ordered:
        past = 0
        for earlier in named(step.act.on):
            at = place.get(earlier)
            if at is not None:
                past |= known[at] | 1 << at
        known.append(past)
    return known
