"""What an edition knows of a packet that it issued; the packet holds its own row of it, too."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, select

from judge.ledger.office_apply import IssuedPacket
from judge.store.panel_office import add_packet
from judge.store.tables import packet, reviewer


@dataclass(frozen=True, slots=True)
class Issue:
    """One packet on its way out: its id, what is issued, and `heads`, the bytes of what it knows.

    They are canonical bytes of an object with the digest of the last act on each sheet by nomination, "" for
    none.
    """

    id: str
    issued: IssuedPacket
    heads: bytes


def add_issue(connection: Connection, issue: Issue) -> None:
    """Keep what was issued."""
    number = select(reviewer.c.id).where(reviewer.c.key == issue.issued.reviewer)
    reviewer_id = connection.execute(number).scalar_one()
    add_packet(connection, issue.id, reviewer_id, issue.issued, issue.heads)


def packets_of_each(connection: Connection) -> Counter[str]:
    """How many packets were issued to each reviewer, by key."""
    asked = select(reviewer.c.key).join(packet, packet.c.reviewer_id == reviewer.c.id)
    return Counter(connection.execute(asked).scalars())


def holds_as_issued(connection: Connection) -> bytes | None:
    """In a packet, the digest of what it held when it was issued."""
    return connection.execute(select(packet.c.holds)).scalar_one_or_none()
