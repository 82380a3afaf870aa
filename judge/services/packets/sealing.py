"""Seals: a packet's key signs where its pen's chain stands."""

from judge.domain.packet import OwnPacket
from judge.ledger.chain import Head
from judge.store.connection import Connection
from judge.store.packets.own import add_seal


def seal(edition: str, own: OwnPacket, connection: Connection, head: Head) -> bytes:
    """Sign the pen's chain as far as `head`, and keep the signature; 64 bytes."""
    from judge.packets.keys import key_from  # noqa: PLC0415 - who scores at the edition signs nothing

    signature = key_from(own.secret_key).seal(edition, head)
    add_seal(connection, head, signature)
    return signature
