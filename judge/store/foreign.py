"""Entries of pens that write elsewhere, brought in many at once as they are, and the seals on chains."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from judge.ledger.chain import Head, ends
from judge.store.driver import append, fetch
from judge.store.tables import entry, packet_head, packet_pen, seal
from judge.store.values import is_sound


class Foreign(NamedTuple):
    """An entry of another pen as it is kept, and the digest of that pen's entry before."""

    seq: int
    prev: bytes
    digest: bytes
    kind: str
    subject: str
    data: bytes


class Seal(NamedTuple):
    """An Ed25519 signature over a chain up to an entry."""

    pen: str
    seq: int
    digest: bytes
    signature: bytes


def packet_ends(connection: Connection) -> dict[str, tuple[Head, ...]]:
    """Where the chains of packets' pens end here, by pen: several ends where one was continued twice."""
    found: dict[str, list[Head]] = defaultdict(list)
    known = select(packet_head.c.pen, packet_head.c.seq, packet_head.c.digest)
    asked = known.where(is_sound(connection, packet_head))
    for row in connection.execute(asked.order_by(packet_head.c.pen, packet_head.c.seq, packet_head.c.digest)):
        found[row.pen].append(Head(row.pen, row.seq, bytes(row.digest)))
    return {pen: tuple(heads) for pen, heads in found.items()}


def known_digests(connection: Connection, pen: str) -> set[bytes]:
    """The digests of all entries of a pen that are here."""
    return {bytes(row[0]) for row in fetch(connection, select(entry.c.digest).where(entry.c.pen == pen))}


def append_foreign(connection: Connection, pen: str, new: Sequence[Foreign]) -> None:
    """Append entries of a packet's pen, none of which is here yet, and move the ends of its chain.

    The pen must be known (`packet_pen`); that the entries are whole, chained and allowed, the caller proves.
    """
    if not new:
        return
    # Two who bring in the same chain at once, one after the other.
    connection.execute(select(packet_pen.c.name).where(packet_pen.c.name == pen).with_for_update())
    rows = [(pen, seq, digest, kind, subject, data) for seq, _prev, digest, kind, subject, data in new]
    append(connection, entry, rows)
    before = {head.digest: head.seq for head in packet_ends(connection).get(pen, ())}
    after = ends(before, [(digest, prev) for _seq, prev, digest, *_what in new])
    seqs = before | {digest: seq for seq, _prev, digest, *_what in new if digest in after}
    connection.execute(delete(packet_head).where(packet_head.c.pen == pen))
    ending = [{"pen": pen, "seq": seqs[digest], "digest": digest} for digest in sorted(after)]
    connection.execute(insert(packet_head), ending)


def add_seals(connection: Connection, seals: Sequence[Seal]) -> None:
    """Keep seals that are not here yet."""
    append(connection, seal, seals, known_stay=True)


def seals(connection: Connection) -> Iterator[Seal]:
    """Every seal, by pen and place; rows with a value of a foreign sort are passed over."""
    asked = select(seal).where(is_sound(connection, seal))
    for row in connection.execute(asked.order_by(seal.c.pen, seal.c.seq, seal.c.digest)):
        yield Seal(row.pen, row.seq, bytes(row.digest), bytes(row.signature))
