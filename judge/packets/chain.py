"""A return's entries read and held against each other: one pen's chain, sealed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from judge.ledger.acts import sheet_pair
from judge.ledger.canonical import NotCanonical
from judge.ledger.chain import Head, genesis
from judge.ledger.entry import Entry
from judge.ledger.particles import Malformed
from judge.ledger.quick_reading import Quick, quick_read, quick_steps
from judge.ledger.reading import read_sheet_act
from judge.ledger.seal import is_sealed
from judge.ledger.steps import Step
from judge.packets.return_file import BadReturn, Return, Seal


class Link(NamedTuple):
    """One entry of a chain: the act with its digest and place, the sheet's subject, and the bytes."""

    step: Step
    subject: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Chain:
    """A return whose entries follow each other; `after` is the digest that the first of them names."""

    returned: Return
    after: bytes
    links: tuple[Link, ...]

    @property
    def head(self) -> Head:
        """Where the pen's chain stands after the return."""
        header = self.returned.header
        last = self.links[-1].step.digest if self.links else self.after
        return Head(header.pen, header.first - 1 + len(self.links), last)


def chained(returned: Return) -> Chain:
    """The return's chain; what precedes it, where the return is not the whole chain, the edition must know.

    Raises BadReturn, naming the entry: "return-entry-unreadable", "return-entry-of-another-pen",
    "return-entry-out-of-place" (its number is not the next), "return-chain-broken" (it does not follow the
    one before, or the pen's beginning in this edition), "return-not-a-sheet" (its subject is not one of the
    reviewer's sheets), "return-act-unknown"; and naming the seal, "return-seal-foreign" (over an entry that
    is not here), "return-seal-wrong"; "return-unsealed"
    where there is none on the last entry.
    """
    header = returned.header
    beginning = genesis(header.edition, header.pen)
    first = _read(returned.entries[0], 1).prev if returned.entries else beginning
    if header.first == 1 and first != beginning:
        raise BadReturn("return-chain-broken", 1)
    chain = Chain(returned, first, tuple(_links(returned, first)))
    for number, seal in enumerate(returned.seals, start=1):
        _check_seal(chain, number, seal)
    last = header.first - 1 + len(chain.links)
    if chain.links and all(seal.seq != last for seal in returned.seals):
        raise BadReturn("return-unsealed")
    return chain


def _links(returned: Return, after: bytes) -> Iterator[Link]:
    header = returned.header
    own: set[str] = set()
    pen = header.pen
    seq, prev = header.first, after
    steps = quick_steps(returned.entries, pen, header.first, after)
    for data, (made, quick, named) in zip(returned.entries, steps, strict=True):
        number = seq - header.first + 1
        step, subject = (quick, named) if quick else _step(data, made, Head(pen, seq, prev), number)
        if subject not in own:
            _check_subject(subject, header.reviewer, number)
            own.add(subject)
        yield Link(step, subject, data)
        seq, prev = seq + 1, made


def _step(data: bytes, made: bytes, place: Head, number: int) -> tuple[Step, str]:
    """The act and subject of the entry that must stand there: `place` has the digest of the one before."""
    entry = _read(data, number)
    _check_place(entry, place, number)
    return Step(made, entry.pen, entry.seq, entry.kind, entry.act), entry.subject


def _check_place(entry: Quick, place: Head, number: int) -> None:
    if entry.pen != place.pen:
        raise BadReturn("return-entry-of-another-pen", number)
    if entry.seq != place.seq:
        raise BadReturn("return-entry-out-of-place", number)
    if entry.prev != place.digest:
        raise BadReturn("return-chain-broken", number)


def _read(data: bytes, number: int) -> Quick:
    return quick_read(data) or _read_closely(data, number)


def _read_closely(data: bytes, number: int) -> Quick:
    try:
        entry = Entry.from_bytes(data)
    except NotCanonical:
        raise BadReturn("return-entry-unreadable", number) from None
    try:
        act = read_sheet_act(entry)
    except Malformed:
        raise BadReturn("return-act-unknown", number) from None
    return Quick(entry.pen, entry.seq, entry.prev, entry.kind, entry.subject, act)


def _check_subject(subject: str, reviewer: str, number: int) -> None:
    pair = sheet_pair(subject)
    if pair is None or pair[1] != reviewer:
        raise BadReturn("return-not-a-sheet", number)


def _check_seal(chain: Chain, number: int, seal: Seal) -> None:
    header = chain.returned.header
    place = seal.seq - header.first
    if not 0 <= place < len(chain.links):
        raise BadReturn("return-seal-foreign", number)
    head = Head(header.pen, seal.seq, chain.links[place].step.digest)
    if not is_sealed(header.public_key, header.edition, head, seal.signature):
        raise BadReturn("return-seal-wrong", number)
