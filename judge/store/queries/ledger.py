"""The ledger read back for proof; rows that hold a value of a foreign sort are passed over."""

from collections.abc import Iterator
from contextlib import suppress

from sqlalchemy import Connection, select

from judge.ledger.canonical import NotCanonical
from judge.ledger.chain import Head, Kept
from judge.ledger.entry import Entry
from judge.store.tables import entry, packet_own, pen
from judge.store.values import is_sound


def entries(connection: Connection) -> Iterator[Kept]:
    """Every entry, in order of (pen, seq), as kept; those of one place in the order of their digests."""
    rows = connection.execution_options(yield_per=2000).execute(
        select(entry.c.pen, entry.c.seq, entry.c.digest, entry.c.kind, entry.c.subject, entry.c.data)
        .where(is_sound(connection, entry))
        .order_by(entry.c.pen, entry.c.seq, entry.c.digest)
    )
    for row in rows:
        yield Kept(*row)


def heads(connection: Connection) -> tuple[Head, ...]:
    """Where each pen says that its chain stands."""
    asked = select(pen.c.name, pen.c.seq, pen.c.head).where(is_sound(connection, pen))
    return tuple(Head(*row) for row in connection.execute(asked.order_by(pen.c.name)))


def entry_exists(connection: Connection, at: Head) -> bool:
    """Whether an entry stands there."""
    here = (entry.c.pen == at.pen, entry.c.seq == at.seq, entry.c.digest == at.digest)
    return connection.execute(select(entry.c.seq).where(*here)).first() is not None


def own_pen(connection: Connection) -> tuple[str, ...]:
    """In a packet's file the pen that writes there, once it has been opened; none in an edition."""
    named = connection.execute(select(packet_own.c.pen).where(is_sound(connection, packet_own))).scalars()
    return tuple(name for name in named if name)


def links(connection: Connection, name: str) -> Iterator[tuple[bytes, bytes]]:
    """The digest of each of the pen's entries that can be read, and that of the one before it."""
    asked = select(entry.c.digest, entry.c.data).where(entry.c.pen == name, is_sound(connection, entry))
    for digest, data in connection.execute(asked.order_by(entry.c.seq)):
        with suppress(NotCanonical):
            yield bytes(digest), Entry.from_bytes(bytes(data)).prev
