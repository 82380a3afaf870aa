"""A pen's chain: every entry names the one before, from a genesis that names edition and pen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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
    the chain does not hold here, None where it does.
    """

    kept: Kept
    entry: Entry | None
    code: str | None


def check(edition: str, entries: Iterable[Kept]) -> Iterator[Checked]:
    """Chains given in order of (pen, seq), every entry decoded and checked once.

    Codes: "not-canonical" (bytes that are no entry), "digest-differs" (bytes changed), "column-differs"
    (a column says something else than the bytes), "gap" (an entry is missing), "prev-differs" (the entry
    does not follow the one before).
    """
    head = Head("", 0, b"")
    for kept in entries:
        if kept.pen != head.pen:
            head = Head(kept.pen, 0, genesis(edition, kept.pen))
        yield _checked(kept, head)
        head = Head(kept.pen, kept.seq, kept.digest)


def breaks(edition: str, entries: Iterable[Kept]) -> Iterator[Break]:
    """Everything wrong with chains given in order of (pen, seq); codes as in `check`."""
    for checked in check(edition, entries):
        if checked.code:
            yield Break(checked.kept.pen, checked.kept.seq, checked.code)


def _checked(kept: Kept, head: Head) -> Checked:
    if digest(kept.data) != kept.digest:
        return Checked(kept, None, "digest-differs")
    try:
        entry = Entry.from_bytes(kept.data)
    except NotCanonical:
        return Checked(kept, None, "not-canonical")
    return Checked(kept, entry, _fault(kept, entry, head))


def _fault(kept: Kept, entry: Entry, head: Head) -> str | None:
    if (entry.pen, entry.seq, entry.kind, entry.subject) != (kept.pen, kept.seq, kept.kind, kept.subject):
        return "column-differs"
    if entry.seq != head.seq + 1:
        return "gap"
    if entry.prev != head.digest:
        return "prev-differs"
    return None


def fingerprint(heads: Iterable[Head]) -> str:
    """SHA-256, in hexadecimal, over the head of every chain that has an entry, by the pens' names."""
    begun = sorted((head for head in heads if head.seq), key=lambda head: head.pen)
    chains: list[Value] = [[head.pen, head.seq, head.digest.hex()] for head in begun]
    return digest(encode(chains)).hex()
