"""What the office has stated of panels and packets; rows with a value of a foreign sort are passed over."""

from typing import NamedTuple, cast

from sqlalchemy import Connection, select

from judge.ledger.canonical import decode
from judge.ledger.office_apply import PacketPen
from judge.ledger.panel_acts import ReviewerDetail, Seat, Section
from judge.store.tables import (
    nomination,
    nomination_section,
    packet,
    packet_pen,
    reviewer,
    reviewer_detail,
    seat,
)
from judge.store.values import is_sound


class KeptPacket(NamedTuple):
    """A packet that went out: `heads` in canonical bytes, what it knew of the ledger; `holds` a digest."""

    reviewer: str
    issued_at: str
    blind: bool
    heads: bytes
    holds: bytes


def reviewer_details(connection: Connection) -> dict[str, ReviewerDetail]:
    """What was stated of reviewers since they were imported, by key."""
    joined = select(reviewer_detail, reviewer.c.key).join(reviewer)
    rows = connection.execute(joined.where(is_sound(connection, reviewer_detail, reviewer)))
    return {
        row.key: ReviewerDetail(
            row.name,
            row.organisation,
            row.phone,
            tuple(cast("list[str]", decode(row.aliases))),
            row.languages,
            row.load_limit,
            row.standing,
            row.successor,
        )
        for row in rows
    }


def seats(connection: Connection) -> dict[tuple[str, str], Seat]:
    """What was stated of seats since they were imported, by (award, reviewer)."""
    joined = select(seat, reviewer.c.key).join(reviewer)
    rows = connection.execute(joined.where(is_sound(connection, seat, reviewer)))
    return {(row.award, row.key): Seat(row.section, row.role) for row in rows}


def sections(connection: Connection) -> dict[str, Section]:
    """Which sections judge nominations, by key."""
    joined = select(nomination_section, nomination.c.key).join(nomination)
    rows = connection.execute(joined.where(is_sound(connection, nomination_section, nomination)))
    return {row.key: Section(row.section, bool(row.anchor)) for row in rows}


def packets(connection: Connection) -> dict[str, KeptPacket]:
    """Every packet that went out, by id."""
    joined = select(packet, reviewer.c.key).join(reviewer).order_by(packet.c.issued_at, packet.c.id)
    rows = connection.execute(joined.where(is_sound(connection, packet, reviewer)))
    return {
        row.id: KeptPacket(row.key, row.issued_at, bool(row.blind), bytes(row.heads), bytes(row.holds))
        for row in rows
    }


def packet_pens(connection: Connection) -> dict[str, PacketPen]:
    """The pens that write in packets, by name."""
    joined = select(packet_pen, reviewer.c.key).join(reviewer).order_by(packet_pen.c.name)
    rows = connection.execute(joined.where(is_sound(connection, packet_pen, reviewer)))
    return {row.name: PacketPen(row.key, row.packet, bytes(row.public_key), row.confirmed_at) for row in rows}
