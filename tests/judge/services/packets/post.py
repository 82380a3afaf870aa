"""Packets out and returns back, as an office sees them: issued by acts, and files in a folder."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from judge.domain.merge_report import MergedFile, MergeReport
from judge.ledger import panel_acts
from judge.ledger.canonical import digest, encode
from judge.ledger.office_apply import IssuedPacket
from judge.ledger.pens import SECRETARY
from judge.packets.keys import fingerprint
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.packets.merging import Merging, merge
from judge.store.connection import Connection
from judge.store.panel_office import add_packet
from judge.store.pens import head_of, keep
from judge.store.queries.known import ids
from judge.store.sheets import load_many
from tests.judge.packets.returns import Hand, numbered_key

CRITERIA = ("alignment", "process", "tools", "results", "participation", "sharing")
N1, N2, N3, N4 = (f"qc-group-{n:04}" for n in range(1, 5))


@dataclass
class Post:
    """An edition, and the packets that it sends out; every hand has a key of its own."""

    edition: Edition
    folder: Path
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _files: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def issue(self, reviewer: str) -> Hand:
        """A packet issued and opened: the hand that writes in it, knowing what the edition then knew."""
        number = next(self._numbers)
        packet = f"packet-{number}"
        with self.edition.store.write() as connection:
            every = [(nomination, reviewer) for nomination in ids(connection).nominations]
            known = {
                nomination: row.projection.head
                for (nomination, _), row in load_many(connection, every).items()
                if row.projection.head
            }
            self._write_issue(connection, packet, reviewer, known)
        return Hand(reviewer, self.edition.id, numbered_key(number), packet, known=known)

    def _write_issue(
        self, connection: Connection, packet: str, reviewer: str, known: dict[str, bytes]
    ) -> None:
        heads = encode({nomination: head.hex() for nomination, head in known.items()})
        payload = panel_acts.packet_issued(reviewer, digest(heads), bytes(32), blind=False)
        at = self.edition.now()
        head = head_of(connection, SECRETARY, locked=True)
        subject = panel_acts.packet_subject(packet)
        written, head = head.next(panel_acts.PACKET_ISSUED, subject, payload, at)
        keep(connection, [written], head)
        issued = IssuedPacket(reviewer, at, False, digest(heads), bytes(32))  # noqa: FBT003 - as kept
        add_packet(connection, packet, ids(connection).reviewers[reviewer], issued, heads)

    def file(self, content: bytes, name: str = "") -> Path:
        """A file of these bytes."""
        path = self.folder / (name or f"{next(self._files):04}.return")
        path.write_bytes(content)
        return path

    def send(self, hand: Hand, first: int = 1, last: int | None = None) -> Path:
        """The hand's return as a file."""
        return self.file(hand.send(first, last), f"{next(self._files):04} {hand.reviewer}.return")

    def merge(
        self,
        *paths: Path,
        confirm: Iterable[Hand] = (),
        passphrases: Sequence[str] = (),
        dry_run: bool = False,
    ) -> MergeReport:
        confirmed = frozenset(fingerprint(hand.key.public) for hand in confirm)
        return merge(self.edition, paths, Merging(confirmed, tuple(passphrases), dry_run))

    def take(self, hand: Hand, first: int = 1, last: int | None = None) -> MergedFile:
        """Merge a return, its key confirmed, and expect that it is taken."""
        (file,) = self.merge(self.send(hand, first, last), confirm=[hand]).files
        assert file.refusal is None, file.refusal
        return file

    def refused(self, content: bytes, confirm: Iterable[Hand] = ()) -> tuple[str, object]:
        """How merging these bytes is refused: the code, and the entry that it is about."""
        before = state_of(self.edition)
        (file,) = self.merge(self.file(content), confirm=confirm).files
        assert file.refusal is not None
        assert state_of(self.edition) == before
        return file.refusal.code, file.refusal.params.get("entry")

    def rubric(self, award: str = "qc-group") -> str:
        return self.edition.rubric_digest(award)

    def judge(self, hand: Hand, nomination: str, ticks: int = 10) -> None:
        """Mark every criterion, and hand in."""
        for criterion in CRITERIA:
            hand.mark(nomination, criterion, ticks)
        hand.submit(nomination, self.rubric())


def state_of(edition: Edition) -> list[list[tuple[object, ...]]]:
    """All that merging could change, as it stands."""
    from sqlalchemy import select  # noqa: PLC0415 - a look past the services

    from judge.store.tables import entry, mark, note, packet_head, packet_pen, seal, sheet  # noqa: PLC0415 - likewise

    with edition.store.read() as connection:
        return [
            sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in (entry, sheet, mark, note, packet_pen, packet_head, seal)
        ]


def proved(edition: Edition) -> None:
    """The audit finds nothing."""
    assert audit(edition).faults == ()
