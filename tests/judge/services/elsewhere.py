"""Work done in a packet, and brought back: what a merge writes once it has read a return."""

import hashlib
from collections.abc import Mapping

from nacl.signing import SigningKey

from judge.ledger import acts, panel_acts
from judge.ledger.apply import add_up
from judge.ledger.chain import Head, genesis
from judge.ledger.entry import Written
from judge.ledger.office_apply import PacketPen
from judge.ledger.pens import SECRETARY, packet_pen
from judge.ledger.projection import SheetProjection
from judge.ledger.reading import read_sheet_act
from judge.ledger.seal import sealed_bytes, sign
from judge.ledger.steps import Step, in_order
from judge.services.editions.edition import Edition
from judge.store.connection import Connection
from judge.store.foreign import Foreign, Seal, add_seals, append_foreign, known_digests
from judge.store.panel_office import add_packet_pen
from judge.store.pens import head_of, keep
from judge.store.queries.known import ids
from judge.store.queries.panel_office import packet_pens
from judge.store.queries.sheet_acts import sheet_steps
from judge.store.rebuilding import Rebuilt, rebuild_sheets


class Elsewhere:
    """A packet of one reviewer's, opened with a key of its own."""

    def __init__(self, edition: Edition, reviewer: str, first_words: str = "first") -> None:
        self.edition, self.reviewer = edition, reviewer
        self.key = SigningKey(hashlib.sha256(first_words.encode()).digest())
        self.pen = packet_pen(reviewer, bytes(self.key.verify_key))
        self.head = Head(self.pen, 0, genesis(edition.id, self.pen))
        self.written: list[Written] = []
        self.steps: dict[str, list[Step]] = {}

    def copy(self) -> "Elsewhere":
        """The packet's file on a second machine."""
        other = Elsewhere(self.edition, self.reviewer)
        other.key, other.pen, other.head = self.key, self.pen, self.head
        other.written = list(self.written)
        other.steps = {nomination: list(steps) for nomination, steps in self.steps.items()}
        return other

    def sheet(self, nomination: str) -> SheetProjection:
        """The sheet as the packet has it: what the edition knew when it was first asked for, and went on."""
        if nomination not in self.steps:
            with self.edition.store.read() as connection:
                kept = sheet_steps(connection, nomination, self.reviewer)
            self.steps[nomination] = [one.step for one in kept]
        return add_up(in_order(self.steps[nomination]))

    def act(self, nomination: str, kind: str, payload: acts.Payload) -> None:
        subject = acts.sheet_subject(nomination, self.reviewer)
        written, self.head = self.head.next(kind, subject, payload, self.edition.now())
        self.written.append(written)
        step = Step.of(written.digest, written.entry, read_sheet_act(written.entry))
        self.steps[nomination].append(step)

    def mark(self, nomination: str, criterion: str, ticks: int | None) -> None:
        on = self.sheet(nomination).head
        self.act(nomination, acts.MARK_SET, acts.mark_set(on, criterion, ticks))

    def mark_all(self, nomination: str, marks: Mapping[str, int | None]) -> None:
        for criterion, ticks in marks.items():
            self.mark(nomination, criterion, ticks)

    def submit(self, nomination: str) -> None:
        on, rubric = self.sheet(nomination).head, self.edition.rubric_digest("qc-group")
        self.act(nomination, acts.SHEET_SUBMITTED, acts.sheet_submitted(on, rubric, 1))

    def recuse(self, nomination: str) -> None:
        on = self.sheet(nomination).head
        self.act(nomination, acts.SHEET_RECUSED, acts.sheet_recused(on, "亲属"))

    def reopen(self, nomination: str) -> None:
        self.act(nomination, acts.SHEET_REOPENED, acts.sheet_reopened(self.sheet(nomination).head))

    @property
    def seal(self) -> Seal:
        """The seal on the chain as it stands."""
        signature = sign(bytes(self.key), sealed_bytes(self.edition.id, self.head))
        return Seal(self.pen, self.head.seq, self.head.digest, signature)


def merge(edition: Edition, *returned: Elsewhere) -> Rebuilt:
    """Bring packets' work into the edition, as far as it is not there yet."""
    with edition.store.write() as connection:
        fresh: dict[str, list[Step]] = {}
        for packet in returned:
            _confirm(edition, connection, packet)
            known = known_digests(connection, packet.pen)
            new = [one for one in packet.written if one.digest not in known]
            append_foreign(connection, packet.pen, list(map(_foreign, new)))
            if packet.written:
                add_seals(connection, [packet.seal])
            for one in new:
                step = Step.of(one.digest, one.entry, read_sheet_act(one.entry))
                fresh.setdefault(one.entry.subject, []).append(step)
        return rebuild_sheets(connection, fresh)


def _foreign(one: Written) -> Foreign:
    said = one.entry
    return Foreign(said.seq, said.prev, one.digest, said.kind, said.subject, one.data)


def _confirm(edition: Edition, connection: Connection, packet: Elsewhere) -> None:
    if packet.pen in packet_pens(connection):
        return
    key, at = bytes(packet.key.verify_key), edition.now()
    head = head_of(connection, SECRETARY, locked=True)
    payload = panel_acts.pen_confirmed(packet.reviewer, "", key)
    written, head = head.next(panel_acts.PEN_CONFIRMED, panel_acts.pen_subject(packet.pen), payload, at)
    assert keep(connection, [written], head)
    reviewer_id = ids(connection).reviewers[packet.reviewer]
    add_packet_pen(connection, packet.pen, reviewer_id, PacketPen(packet.reviewer, "", key, at))
