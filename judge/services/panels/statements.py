"""What the office states of panels, kept in a transaction beside the entries that say so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from judge.ledger import panel_acts
from judge.ledger.chain import Head
from judge.ledger.entry import Written
from judge.ledger.panel_acts import ReviewerDetail, Seat, Section
from judge.store import panel_office
from judge.store.connection import Connection


@dataclass(slots=True)
class Statements:
    """Statements on their way: each moves the secretary's `head` on and is kept at once."""

    connection: Connection
    head: Head
    at: str
    reason: str = ""
    written: list[Written] = field(default_factory=list)

    def reviewer(self, key: str, reviewer_id: int, detail: ReviewerDetail) -> None:
        """State what holds of a reviewer."""
        payload = panel_acts.reviewer_stated(detail, self.reason)
        self._write(panel_acts.REVIEWER_STATED, panel_acts.reviewer_subject(key), payload)
        panel_office.put_reviewer_detail(self.connection, reviewer_id, detail)

    def seat(self, award: str, key: str, reviewer_id: int, seat: Seat) -> None:
        """State what somebody is on an award's panel."""
        payload = panel_acts.seat_stated(seat, self.reason)
        self._write(panel_acts.SEAT_STATED, panel_acts.seat_subject(award, key), payload)
        panel_office.put_seat(self.connection, award, reviewer_id, seat)

    def sections(self, edition: str, sections: Mapping[str, Section], ids: Mapping[str, int]) -> None:
        """State which sections judge nominations; `ids` are theirs, by key."""
        payload = panel_acts.section_stated(sections, self.reason)
        self._write(panel_acts.SECTION_STATED, f"edition/{edition}", payload)
        panel_office.put_sections(self.connection, {ids[key]: one for key, one in sections.items()})

    def _write(self, kind: str, subject: str, payload: panel_acts.Payload) -> None:
        written, self.head = self.head.next(kind, subject, payload, self.at)
        self.written.append(written)
