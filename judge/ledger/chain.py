"""A pen's chain: every entry names the one before, from a genesis that names edition and pen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from judge.ledger.canonical import NotCanonical, Value, digest, encode
from judge.ledger.entry import Entry, Written, write


@dataclass(frozen=True, slots=True)
class Head:
    """Where a pen's chain stands: `seq` entries written, the last with `digest` (the genesis for none)."""

    pen: str
    seq: int
    digest: bytes

    def next(self, kind: str, subject: str, payload: Mapping[str, Value], at: str) -> tuple[Written, "Head"]:
        """The next entry of this pen, and the head after it."""
        written = write(Entry(self.pen, self.seq + 1, self.digest, kind, subject, payload, at))
        return written, Head(self.pen, self.seq + 1, written.digest)


def genesis(edition: str, pen: str) -> bytes:
    """What a pen's first entry names: a digest that ties its chain to one edition and one pen."""
    return digest(encode({"edition": edition, "genesis": 1, "pen": pen}))


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a chain does not hold: `code` says how, at entry `seq` of `pen`."""

    pen: str
    seq: int
    code: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry as a store keeps it: the bytes, and the columns that are said to describe them."""

    pen: str
    seq: int
    digest: bytes
    kind: str
    subject: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Checked:
    """An entry as kept, held against its place in the chain.

    `entry` is what its bytes say, None where they are not the chained ones or no entry; `code` says how
    the chain does not hold here, None where it does. `beside` says that another entry has the same place:
    the chain was continued twice.
    """

    kept: Kept
    entry: Entry | None
    code: str | None
    beside: bool = False


def check(edition: str, entries: Iterable[Kept]) -> Iterator[Checked]:
    """Chains given in order of (pen, seq), every entry decoded and checked once.

    Codes: "not-canonical" (bytes that are no entry), "digest-differs" (bytes changed), "column-differs"
    (a column says something else than the bytes), "gap" (an entry is missing), "prev-differs" (the entry
    does not follow one before).
    """
    before, here = _Level("", 0, set()), _Level("", 0, set())
    for kept in entries:
        if kept.pen != here.pen:
            here = _Level(kept.pen, 0, {genesis(edition, kept.pen)})
        if kept.seq != here.seq:
            before, here = here, _Level(kept.pen, kept.seq, set())
        yield _checked(kept, before, beside=bool(here.digests))
        here.digests.add(kept.digest)


class _Level(NamedTuple):
    """The entries that stand at one place of a pen's chain: one, unless it was continued twice."""

    pen: str
    seq: int
    digests: set[bytes]


def breaks(edition: str, entries: Iterable[Kept]) -> Iterator[Break]:
    """Everything wrong with chains given in order of (pen, seq); codes as in `check`."""
    for checked in check(edition, entries):
        if checked.code:
            yield Break(checked.kept.pen, checked.kept.seq, checked.code)


def _checked(kept: Kept, before: _Level, *, beside: bool) -> Checked:
    if digest(kept.data) != kept.digest:
        return Checked(kept, None, "digest-differs", beside)
    try:
        entry = Entry.from_bytes(kept.data)
    except NotCanonical:
        return Checked(kept, None, "not-canonical", beside)
    return Checked(kept, entry, _fault(kept, entry, before), beside)


def _fault(kept: Kept, entry: Entry, before: _Level) -> str | None:
    if (entry.pen, entry.seq, entry.kind, entry.subject) != (kept.pen, kept.seq, kept.kind, kept.subject):
        return "column-differs"
    if entry.seq != before.seq + 1:
        return "gap"
    if entry.prev not in before.digests:
        return "prev-differs"
    return None


def ends(before: Iterable[bytes], links: Iterable[tuple[bytes, bytes]]) -> set[bytes]:
    """Where a chain ends that ended at `before` and goes on by links (digest, digest of the entry before).

    A chain that was continued twice has several ends.
    """
    after, followed = set(before), set[bytes]()
    for digest_of, prev in links:
        after.add(digest_of)
        followed.add(prev)
    return after - followed


def fingerprint(heads: Iterable[Head]) -> str:
    """SHA-256, in hexadecimal, over every chain's ends, as far as it has an entry, by the pens' names."""
    begun = sorted((head for head in heads if head.seq), key=lambda head: (head.pen, head.digest))
    chains: list[Value] = [[head.pen, head.seq, head.digest.hex()] for head in begun]
    return digest(encode(chains)).hex()
