"""Chains: where each one ends, whether pens stand there, and whether their seals hold."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from judge.ledger.chain import Checked, Head, fingerprint, genesis
from judge.ledger.lineage import Lineage, Link
from judge.ledger.office_apply import PacketPen
from judge.ledger.pens import CHAIR, SECRETARY, is_of_packet, reviewer_pen
from judge.ledger.seal import is_sealed
from judge.services.audit.faults import Fault
from judge.store.connection import Connection
from judge.store.foreign import packet_ends, seals
from judge.store.queries.desk import reviewer_keys
from judge.store.queries.ledger import entry_exists, heads, links, own_pen


@dataclass(slots=True)
class Chains:
    """Where every pen's chain ends, read entry by entry.

    `last` is each pen's last entry; `open` are the entries that none follows, of packets' pens, each with its
    place; `branched` are the pens whose chains were continued twice.
    """

    edition: str
    last: dict[str, Head] = field(default_factory=dict)
    open: dict[str, dict[bytes, int]] = field(default_factory=lambda: defaultdict(dict))
    branched: set[str] = field(default_factory=set)

    def take(self, checked: Checked) -> None:
        """Take the next entry down."""
        kept = checked.kept
        self.last[kept.pen] = Head(kept.pen, kept.seq, kept.digest)
        if checked.beside:
            self.branched.add(kept.pen)
        if is_of_packet(kept.pen):
            self.open[kept.pen][kept.digest] = kept.seq
            if checked.entry:
                self.open[kept.pen].pop(checked.entry.prev, None)

    def ends(self) -> Iterator[Head]:
        """Where the chains end: once each, but those of packets' pens that were continued twice."""
        for pen, head in self.last.items():
            if pen in self.open:
                yield from (Head(pen, seq, digest) for digest, seq in self.open[pen].items())
            else:
                yield head

    @property
    def fingerprint(self) -> str:
        """One figure over all ends."""
        return fingerprint(self.ends())

    @property
    def forked(self) -> list[str]:
        """The pens of packets whose chains were continued twice."""
        return sorted(self.branched & self.open.keys())


def lineages(connection: Connection, chains: Chains) -> dict[str, Lineage]:
    """Which entry leads to which, in the chains of packets' pens that were continued twice."""
    return {pen: Lineage([Link(*one) for one in links(connection, pen)]) for pen in chains.forked}


def kept_fingerprint(connection: Connection) -> str:
    """The fingerprint as the tables have it, without reading every entry."""
    of_packets = (head for several in packet_ends(connection).values() for head in several)
    return fingerprint([*heads(connection), *of_packets])


def chain_faults(connection: Connection, chains: Chains, known: dict[str, PacketPen]) -> Iterator[Fault]:
    """Pens that stand elsewhere than their chains end, pens too many or too few, and seals that do not hold.

    `known` are the pens of packets that the office confirmed.
    """
    yield from _local_faults(connection, chains, known)
    yield from _packet_faults(connection, chains, known)
    yield from _seal_faults(connection, chains, known)


def _local_faults(connection: Connection, chains: Chains, known: dict[str, PacketPen]) -> Iterator[Fault]:
    said = {head.pen: head for head in heads(connection)}
    found = {pen: head for pen, head in chains.last.items() if pen not in known}
    for pen in sorted(said.keys() | found.keys()):
        if said.get(pen) != found.get(pen, Head(pen, 0, genesis(chains.edition, pen))):
            yield Fault("head-differs", pen)
        if pen in chains.branched:
            yield Fault("chain-forked", pen)
    due = {SECRETARY, *map(reviewer_pen, reviewer_keys(connection)), *own_pen(connection)}
    # The chair's pen is made when the chair first rules.
    due |= {CHAIR} & said.keys()
    for pen in sorted(due - said.keys() - found.keys()):
        yield Fault("pen-missing", pen)
    for pen in sorted((said.keys() | found.keys()) - due):
        yield Fault("pen-unknown", pen)


def _packet_faults(connection: Connection, chains: Chains, known: dict[str, PacketPen]) -> Iterator[Fault]:
    said = packet_ends(connection)
    found: dict[str, set[Head]] = defaultdict(set)
    for head in chains.ends():
        found[head.pen].add(head)
    for pen in sorted(known.keys() | said.keys()):
        if set(said.get(pen, ())) != found[pen]:
            yield Fault("head-differs", pen)


def _seal_faults(connection: Connection, chains: Chains, known: dict[str, PacketPen]) -> Iterator[Fault]:
    """What a packet's pen wrote is its holder's as far as a seal by its key says so."""
    sealed: set[Head] = set()
    for seal in seals(connection):
        pen, head = known.get(seal.pen), Head(seal.pen, seal.seq, seal.digest)
        holds = pen is not None and is_sealed(pen.public_key, chains.edition, head, seal.signature)
        if holds and entry_exists(connection, head):
            sealed.add(head)
        else:
            yield Fault("seal-broken", f"{seal.pen} {seal.seq}")
    for head in sorted(chains.ends(), key=lambda head: (head.pen, head.digest)):
        if head.pen in known and head not in sealed:
            yield Fault("seal-missing", f"{head.pen} {head.seq}")


def remarks(chains: Chains) -> Iterator[Fault]:
    """What is no fault, and worth knowing: packets that were copied and scored twice."""
    for pen in chains.forked:
        yield Fault("pen-forked", pen)
