"""Returns as a packet writes them, for tests to read, spoil and merge."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from judge.ledger import acts
from judge.ledger.chain import Head, genesis
from judge.ledger.entry import Written
from judge.packets.keys import Key, key_from, pen_of_key
from judge.packets.return_file import Seal, write_return
from judge.packets.return_header import Header

AT = "2019-07-01T08:00:00.000Z"
EDITION = "an-edition"


def numbered_key(number: int) -> Key:
    """A key that is the same in every run."""
    return key_from(number.to_bytes(32, "big"))


@dataclass
class Hand:
    """A packet's pen that writes: its chain, and for each sheet the last act it knows."""

    reviewer: str = "R07"
    edition: str = EDITION
    key: Key = field(default_factory=lambda: numbered_key(7))
    packet: str = "a-packet"
    written: list[Written] = field(default_factory=list)
    seals: list[Seal] = field(default_factory=list)
    known: dict[str, bytes] = field(default_factory=dict)

    @property
    def pen(self) -> str:
        return pen_of_key(self.reviewer, self.key.public)

    @property
    def head(self) -> Head:
        if self.written:
            last = self.written[-1]
            return Head(self.pen, last.entry.seq, last.digest)
        return Head(self.pen, 0, genesis(self.edition, self.pen))

    def write(self, kind: str, nomination: str, payload: acts.Payload) -> None:
        subject = acts.sheet_subject(nomination, self.reviewer)
        written, _ = self.head.next(kind, subject, payload, AT)
        self.written.append(written)
        self.known[nomination] = written.digest

    def on(self, nomination: str) -> bytes:
        return self.known.get(nomination, b"")

    def mark(self, nomination: str, criterion: str, ticks: int | None) -> None:
        self.write(acts.MARK_SET, nomination, acts.mark_set(self.on(nomination), criterion, ticks))

    def note(self, nomination: str, criterion: str, text: str) -> None:
        self.write(acts.NOTE_SET, nomination, acts.note_set(self.on(nomination), criterion, text))

    def submit(self, nomination: str, rubric: str, revision: int = 1) -> None:
        self.write(
            acts.SHEET_SUBMITTED, nomination, acts.sheet_submitted(self.on(nomination), rubric, revision)
        )
        self.seal()

    def recuse(self, nomination: str, reason: str) -> None:
        self.write(acts.SHEET_RECUSED, nomination, acts.sheet_recused(self.on(nomination), reason))

    def seal(self) -> None:
        head = self.head
        self.seals.append(Seal(head.seq, self.key.seal(self.edition, head)))

    def header(self, first: int = 1) -> Header:
        return Header(self.edition, self.packet, self.reviewer, self.pen, self.key.public, AT, first)

    def send(self, first: int = 1, last: int | None = None) -> bytes:
        """The return with the entries from the `first` to the `last` one, and the seals over them."""
        sent = self.written[first - 1 : last]
        until = first - 1 + len(sent)
        seals = [seal for seal in self.seals if first <= seal.seq <= until]
        return self.sign(self.header(first), [one.data for one in sent], seals)

    def sign(self, header: Header, entries: Iterable[bytes], seals: Iterable[Seal]) -> bytes:
        return write_return(header, list(entries), list(seals), self.key.sign)


def busy_hand() -> Hand:
    """A pen that has marked two sheets, written a note as people do, submitted one and left the other."""
    hand = Hand()
    hand.mark("n1", "topic", 12)
    hand.mark("n1", "process", None)
    hand.note("n1", "topic", '数据“偏少”·𠮷 [/x] =1+1\n"\\')
    hand.submit("n1", "ab" * 32)
    hand.mark("n2", "topic", 0)
    hand.recuse("n2", "同事")
    return hand
