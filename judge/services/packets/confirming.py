"""Confirm packets' pens: the office says that a key is the reviewer's, who told them its fingerprint."""

from judge.ledger import panel_acts
from judge.ledger.office_apply import PacketPen
from judge.ledger.pens import SECRETARY
from judge.packets.return_header import Header
from judge.services.editions.edition import Edition
from judge.store.connection import Connection
from judge.store.panel_office import add_packet_pen
from judge.store.pens import head_of, keep


def confirm_pen(edition: Edition, connection: Connection, header: Header, reviewer_id: int) -> None:
    """Write that the pen which a return names is its reviewer's."""
    head = head_of(connection, SECRETARY, locked=True)
    payload = panel_acts.pen_confirmed(header.reviewer, header.packet, header.public_key)
    subject = panel_acts.pen_subject(header.pen)
    written, head = head.next(panel_acts.PEN_CONFIRMED, subject, payload, edition.now())
    keep(connection, [written], head)
    made = PacketPen(header.reviewer, header.packet, header.public_key, written.entry.at)
    add_packet_pen(connection, header.pen, reviewer_id, made)
