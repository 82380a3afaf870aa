"""The row that makes a file a packet, and the key that it gets when it is first opened."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, insert, select, text, update

from judge.domain.packet import OwnPacket
from judge.ledger.chain import Head
from judge.store.dialects import insert_for
from judge.store.driver import fetch
from judge.store.headers import PACKET_ID, is_packet
from judge.store.store import open_store
from judge.store.tables import entry, packet_own, seal


def is_for_packets(connection: Connection) -> bool:
    """Whether the header of the file says that it is a packet.

    Asked of SQLite: whoever opens the file beside it gives up all its locks when closing, and with them what
    others would know of its log.
    """
    if connection.dialect.name != "sqlite":
        return False
    return bool(connection.execute(text("PRAGMA application_id")).scalar() == PACKET_ID)


def own_packet(connection: Connection) -> OwnPacket | None:
    """What this packet is; None for an edition."""
    row = connection.execute(select(packet_own)).first()
    if row is None:
        return None
    return OwnPacket(row.packet, row.reviewer, row.pen, row.secret_key, row.public_key)


def make_packet(connection: Connection, own: OwnPacket) -> None:
    """Say that this is a packet; once, when it is issued."""
    connection.execute(insert(packet_own), {"packet": own.id, "reviewer": own.reviewer, **_key(own)})


def keep_key(connection: Connection, own: OwnPacket) -> None:
    """Keep the pen and the key that the first opening made."""
    connection.execute(update(packet_own).where(packet_own.c.packet == own.id).values(_key(own)))


def _key(own: OwnPacket) -> Mapping[str, str | bytes]:
    return {"pen": own.pen, "secret_key": own.secret_key, "public_key": own.public_key}


def add_seal(connection: Connection, head: Head, signature: bytes) -> None:
    """Keep the signature over a chain's head; the same once more changes nothing."""
    row = {"pen": head.pen, "seq": head.seq, "digest": head.digest, "signature": signature}
    connection.execute(insert_for(connection.dialect.name)(seal).on_conflict_do_nothing(), row)


def seals_of(connection: Connection, pen: str) -> list[tuple[Head, bytes]]:
    """The seals on a pen's chain in its order: where it stood, and the signature over that."""
    columns = (seal.c.seq, seal.c.digest, seal.c.signature)
    rows = connection.execute(select(*columns).where(seal.c.pen == pen).order_by(seal.c.seq))
    return [(Head(pen, seq, sealed), signature) for seq, sealed, signature in rows]


def chain_of(connection: Connection, pen: str) -> list[bytes]:
    """The bytes of every entry of a pen that writes here, from its first."""
    asked = select(entry.c.data).where(entry.c.pen == pen).order_by(entry.c.seq)
    return [data for (data,) in fetch(connection, asked)]


def holds_work(path: Path) -> bool:
    """Whether the file at a path is a packet that has been opened, with a pen and all that it wrote."""
    if not is_packet(str(path)):
        return False
    store = open_store(str(path))
    try:
        with store.read() as connection:
            own = own_packet(connection)
    finally:
        store.close()
    return bool(own and own.pen)
