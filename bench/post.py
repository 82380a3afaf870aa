"""Packets and their returns for the benches: an edition that issued them, and files that came back."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.season import edition_with
from judge.ledger import acts, panel_acts
from judge.ledger.apply import SheetProjection
from judge.ledger.canonical import digest, encode
from judge.ledger.chain import Head, genesis
from judge.ledger.office_apply import IssuedPacket
from judge.ledger.pens import SECRETARY
from judge.packets.keys import Key, key_from, pen_of_key
from judge.packets.return_file import Seal, write_return
from judge.packets.return_header import Header
from judge.services.editions.edition import Edition
from judge.store.connection import Connection
from judge.store.panel_office import add_packet
from judge.store.pens import head_of, keep
from judge.store.queries.known import Ids, ids
from judge.store.sheet_writing import add
from rubrics.model import Rubric

AWARD = "qc-group"
AT = "2019-07-01T08:00:00.000Z"


class Season:
    """An edition with one packet for each reviewer, who each judge the same number of nominations."""

    def __init__(self, folder: Path, reviewers: int, sheets: int, per_nomination: int) -> None:
        nominations = reviewers * sheets // per_nomination
        self.edition = edition_with(folder, nominations, reviewers)
        self.reviewers = [f"R{n:04}" for n in range(1, reviewers + 1)]
        # Each reviewer's sheets follow on those of the one before, so that every nomination has as many.
        self.sheets = {
            reviewer: [f"{AWARD}-{(n * sheets + k) % nominations + 1:04}" for k in range(sheets)]
            for n, reviewer in enumerate(self.reviewers)
        }
        with self.edition.store.write() as connection:
            known = ids(connection)
            head = _assign(self.edition, connection, known, self.sheets)
            for reviewer in self.reviewers:
                head = _issue(connection, head, known, reviewer, AT)

    @property
    def rubric(self) -> Rubric:
        """What judges every nomination."""
        return self.edition.programme.rubric_of(AWARD)

    def returns(self, marks: int) -> Iterator[tuple[str, bytes]]:
        """Each reviewer's return: so many marks on every sheet, which is then handed in and sealed."""
        criteria = [criterion.key for criterion in self.rubric.criteria]
        judged_by = self.edition.rubric_digest(AWARD)
        for number, reviewer in enumerate(self.reviewers, start=1):
            key = key_of(number)
            writer = _Writer(self.edition.id, reviewer, key)
            for nomination in self.sheets[reviewer]:
                writer.judge(nomination, [criteria[n % len(criteria)] for n in range(marks)], judged_by)
            yield reviewer, writer.send()


def key_of(number: int) -> Key:
    """A key that is the same in every run."""
    return key_from(number.to_bytes(32, "big"))


def packet_of(reviewer: str) -> str:
    """The id of a reviewer's packet."""
    return f"packet-{reviewer}"


def _assign(edition: Edition, connection: Connection, known: Ids, sheets: dict[str, list[str]]) -> Head:
    rubric = edition.rubric_digest(AWARD)
    head = head_of(connection, SECRETARY, locked=True)
    payload = acts.sheets_assigned({AWARD: sheets}, {AWARD: rubric})
    written, head = head.next(acts.SHEETS_ASSIGNED, f"edition/{edition.id}", payload, AT)
    keep(connection, [written], head)
    pairs = [(nomination, reviewer) for reviewer, judged in sheets.items() for nomination in judged]
    add(
        connection,
        [
            (
                {
                    "id": number,
                    "nomination_id": known.nominations[nomination].id,
                    "reviewer_id": known.reviewers[reviewer],
                },
                rubric,
                SheetProjection(),
            )
            for number, (nomination, reviewer) in enumerate(pairs, start=1)
        ],
    )
    return head


def _issue(connection: Connection, head: Head, known: Ids, reviewer: str, at: str) -> Head:
    heads = encode({})
    payload = panel_acts.packet_issued(reviewer, digest(heads), bytes(32), blind=False)
    subject = panel_acts.packet_subject(packet_of(reviewer))
    written, head = head.next(panel_acts.PACKET_ISSUED, subject, payload, at)
    keep(connection, [written], head)
    issued = IssuedPacket(reviewer, at, blind=False, heads=digest(heads), holds=bytes(32))
    add_packet(connection, packet_of(reviewer), known.reviewers[reviewer], issued, heads)
    return head


class _Writer:
    """A packet's pen at work."""

    def __init__(self, edition: str, reviewer: str, key: Key) -> None:
        self._edition, self._reviewer, self._key = edition, reviewer, key
        pen = pen_of_key(reviewer, key.public)
        self._head = Head(pen, 0, genesis(edition, pen))
        self._entries: list[bytes] = []
        self._seals: list[Seal] = []

    def judge(self, nomination: str, criteria: Sequence[str], rubric: str) -> None:
        """Mark, hand in, seal."""
        subject, on = acts.sheet_subject(nomination, self._reviewer), b""
        for n, criterion in enumerate(criteria):
            on = self._write(acts.MARK_SET, subject, acts.mark_set(on, criterion, (len(nomination) + n) % 20))
        self._write(acts.SHEET_SUBMITTED, subject, acts.sheet_submitted(on, rubric, 1))
        self._seals.append(Seal(self._head.seq, self._key.seal(self._edition, self._head)))

    def _write(self, kind: str, subject: str, payload: acts.Payload) -> bytes:
        written, self._head = self._head.next(kind, subject, payload, AT)
        self._entries.append(written.data)
        return written.digest

    def send(self) -> bytes:
        """The return."""
        header = Header(
            self._edition, packet_of(self._reviewer), self._reviewer, self._head.pen, self._key.public, AT
        )
        return write_return(header, self._entries, self._seals, self._key.sign)
