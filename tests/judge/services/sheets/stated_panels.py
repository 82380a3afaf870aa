"""What the office states of panels, as acts with their rows, for tests of what follows from it."""

from collections.abc import Mapping

from judge.ledger import panel_acts
from judge.ledger.panel_acts import ReviewerDetail, Seat, Section
from judge.ledger.pens import SECRETARY
from judge.services.editions.edition import Edition
from judge.store.connection import Connection
from judge.store.panel_office import put_reviewer_detail, put_seat, put_sections
from judge.store.pens import head_of, keep
from judge.store.queries.panels import panel, to_judge

GROUPS = "qc-group"


def _state(
    edition: Edition, connection: Connection, kind: str, subject: str, payload: panel_acts.Payload
) -> None:
    head = head_of(connection, SECRETARY, locked=True)
    written, head = head.next(kind, subject, payload, edition.now())
    assert keep(connection, [written], head)


def state_seats(edition: Edition, seats: Mapping[str, Seat]) -> None:
    """Seats on the panel of groups, by reviewer."""
    with edition.store.write() as connection:
        ids = {one.key: one.id for one in panel(connection, GROUPS)}
        for key, seat in seats.items():
            subject = panel_acts.seat_subject(GROUPS, key)
            _state(edition, connection, panel_acts.SEAT_STATED, subject, panel_acts.seat_stated(seat))
            put_seat(connection, GROUPS, ids[key], seat)


def state_reviewers(edition: Edition, details: Mapping[str, ReviewerDetail]) -> None:
    """Reviewers of the panel of groups, by key."""
    with edition.store.write() as connection:
        ids = {one.key: one.id for one in panel(connection, GROUPS)}
        for key, detail in details.items():
            subject, said = panel_acts.reviewer_subject(key), panel_acts.reviewer_stated(detail)
            _state(edition, connection, panel_acts.REVIEWER_STATED, subject, said)
            put_reviewer_detail(connection, ids[key], detail)


def state_sections(edition: Edition, sections: Mapping[str, Section]) -> None:
    """Sections of groups, by key."""
    with edition.store.write() as connection:
        ids = {one.key: one.id for one in to_judge(connection, GROUPS)}
        said = panel_acts.section_stated(sections)
        _state(edition, connection, panel_acts.SECTION_STATED, f"edition/{edition.id}", said)
        put_sections(connection, {ids[key]: one for key, one in sections.items()})
