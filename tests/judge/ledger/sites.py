"""Places where one sheet is worked on: each knows what was done in it and what was brought there."""

from dataclasses import dataclass, field

from judge.domain.sheet import SheetState
from judge.ledger import acts
from judge.ledger.apply import project
from judge.ledger.chain import Head, genesis
from judge.ledger.entry import Entry
from judge.ledger.pens import packet_pen, reviewer_pen
from judge.ledger.projection import SheetProjection

SUBJECT = acts.sheet_subject("a", "R01")
CRITERIA = ("alignment", "process")
HERE = reviewer_pen("R01")
FIRST_PACKET, SECOND_PACKET = packet_pen("R01", b"1" * 32), packet_pen("R01", b"2" * 32)


@dataclass
class Site:
    """A file: the entries of the sheet that are in it, and where its pens' chains stand."""

    entries: dict[bytes, Entry] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)

    @property
    def sheet(self) -> SheetProjection:
        return project(self.entries.items())

    def act(self, pen: str, kind: str, payload: acts.Payload) -> bytes:
        head = self.heads.get(pen, Head(pen, 0, genesis("edition", pen)))
        written, self.heads[pen] = head.next(kind, SUBJECT, payload, "now")
        self.entries[written.digest] = written.entry
        return written.digest

    def mark(self, pen: str, criterion: str, ticks: int | None) -> bytes:
        return self.act(pen, acts.MARK_SET, acts.mark_set(self.sheet.head, criterion, ticks))

    def clear(self, pen: str, criterion: str) -> bytes:
        return self.act(pen, acts.MARK_CLEARED, acts.mark_cleared(self.sheet.head, criterion))

    def note(self, pen: str, criterion: str, text: str) -> bytes:
        return self.act(pen, acts.NOTE_SET, acts.note_set(self.sheet.head, criterion, text))

    def submit(self, pen: str, revision: int = 1) -> bytes:
        return self.act(pen, acts.SHEET_SUBMITTED, acts.sheet_submitted(self.sheet.head, "r", revision))

    def recuse(self, pen: str, reason: str = "亲属") -> bytes:
        return self.act(pen, acts.SHEET_RECUSED, acts.sheet_recused(self.sheet.head, reason))

    def give_back(self, pen: str, reason: str = "再看") -> bytes:
        return self.act(pen, acts.SHEET_RETURNED, acts.sheet_returned(self.sheet.head, reason))

    def reopen(self, pen: str) -> bytes:
        return self.act(pen, acts.SHEET_REOPENED, acts.sheet_reopened(self.sheet.head))

    def file(self, pen: str, marks: dict[str, int | None], *, complete: bool) -> bytes:
        filed = acts.sheet_filed(self.sheet.head, "R01", "r", marks, complete=complete, revision=1)
        return self.act(pen, acts.SHEET_FILED, filed)

    def settle(
        self, pen: str, marks: dict[str, int | None], state: SheetState = SheetState.SUBMITTED
    ) -> bytes:
        judged = int(state is SheetState.SUBMITTED)
        settled = acts.sheet_settled(
            self.sheet.head, marks, "以纸质表为准", state=state.value, rubric="r", revision=judged
        )
        return self.act(pen, acts.SHEET_SETTLED, settled)

    def copy(self) -> "Site":
        """The file copied, as somebody does who takes a packet to a second machine."""
        return Site(dict(self.entries), dict(self.heads))

    def learn(self, *others: "Site") -> "Site":
        """What the others know is brought here."""
        for other in others:
            self.entries |= other.entries
        return self
