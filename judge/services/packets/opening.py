"""Sit down at a packet: the first opening makes the key and the pen that everything in it is written with."""

from dataclasses import replace

from imports.matching import name_key
from judge.domain.packet import OwnPacket
from judge.domain.refusal import Refusal
from judge.services.editions.edition import Edition
from judge.services.sheets.desk import Desk
from judge.store.packets.own import keep_key, own_packet
from judge.store.pens import provide_pens


def desk_at(edition: Edition, reviewer: str) -> Desk:
    """The desk of that reviewer at an edition; at a packet, of whoever it was issued to ("" will do there).

    Refusal codes: "reviewer-unnamed" at an edition, "packet-of-another" (edition, reviewer, given),
    "packet-read-only" (edition) where the key of a first opening cannot be kept, and those of `Desk`.
    """
    if edition.packet is None:
        if not reviewer:
            raise Refusal("reviewer-unnamed")
        return Desk(edition, reviewer)
    own = edition.packet
    if reviewer and name_key(reviewer) != name_key(own.reviewer):
        raise Refusal("packet-of-another", edition=edition.store.name, reviewer=own.reviewer, given=reviewer)
    return Desk(edition if own.pen else with_key(edition), own.reviewer)


def with_key(edition: Edition) -> Edition:
    """The packet with its pen, which the first opening makes; Refusal "packet-read-only" (edition)."""
    try:
        with edition.store.write() as connection:
            own = own_packet(connection)
            if own and not own.pen:
                own = _named(own)
                keep_key(connection, own)
                provide_pens(connection, edition.id, [own.pen])
    except Refusal as refused:
        if refused.code == "edition-read-only":
            raise Refusal("packet-read-only", edition=edition.store.name) from refused
        raise
    return replace(edition, packet=own)


def _named(own: OwnPacket) -> OwnPacket:
    from judge.packets.keys import make_key, pen_of_key  # noqa: PLC0415 - no edition needs a key

    key = make_key()
    pen = pen_of_key(own.reviewer, key.public)
    return replace(own, pen=pen, secret_key=key.secret, public_key=key.public)
