"""What the office states of panels and packets, written beside the entry that says so."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert

from judge.ledger.canonical import encode
from judge.ledger.office_apply import IssuedPacket, PacketPen
from judge.ledger.panel_acts import ReviewerDetail, Seat, Section
from judge.store.chunks import chunks
from judge.store.tables import nomination_section, packet, packet_pen, reviewer_detail, seat


def put_reviewer_detail(connection: Connection, reviewer_id: int, now: ReviewerDetail) -> None:
    """Keep what holds of a reviewer, instead of what was stated before."""
    connection.execute(delete(reviewer_detail).where(reviewer_detail.c.reviewer_id == reviewer_id))
    row = {**now._asdict(), "reviewer_id": reviewer_id, "aliases": encode(list(now.aliases))}
    connection.execute(insert(reviewer_detail), row)


def put_seat(connection: Connection, award: str, reviewer_id: int, now: Seat) -> None:
    """Keep what holds of a seat, instead of what was stated before."""
    connection.execute(delete(seat).where(seat.c.award == award, seat.c.reviewer_id == reviewer_id))
    connection.execute(insert(seat), {"award": award, "reviewer_id": reviewer_id, **now._asdict()})


def put_sections(connection: Connection, sections: Mapping[int, Section]) -> None:
    """Keep which sections judge nominations, by their ids, instead of what was stated of them before."""
    for some in chunks(list(sections)):
        connection.execute(delete(nomination_section).where(nomination_section.c.nomination_id.in_(some)))
    rows = [
        {"nomination_id": key, "section": one.section, "anchor": int(one.anchor)}
        for key, one in sections.items()
    ]
    if rows:
        connection.execute(insert(nomination_section), rows)


def add_packet(
    connection: Connection, identity: str, reviewer_id: int, issued: IssuedPacket, heads: bytes
) -> None:
    """Keep that a packet went out; `heads` are the bytes whose digest `issued` has."""
    row = {
        "id": identity,
        "reviewer_id": reviewer_id,
        "issued_at": issued.issued_at,
        "blind": int(issued.blind),
        "heads": heads,
        "holds": issued.holds,
    }
    connection.execute(insert(packet), row)


def add_packet_pen(connection: Connection, name: str, reviewer_id: int, made: PacketPen) -> None:
    """Keep a packet's pen with its key."""
    row = {**made._asdict(), "name": name, "reviewer_id": reviewer_id}
    del row["reviewer"]
    connection.execute(insert(packet_pen), row)
