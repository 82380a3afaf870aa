"""What the office states of panels and packets is proved like everything else that it does."""

from pathlib import Path

import pytest
from sqlalchemy import text

from judge.ledger import panel_acts
from judge.ledger.canonical import digest, encode
from judge.ledger.office_apply import IssuedPacket, PacketPen
from judge.ledger.panel_acts import ReviewerDetail, Seat, Section
from judge.ledger.pens import CHAIR, SECRETARY, packet_pen
from judge.services.audit.auditing import audit, prove
from judge.services.editions.edition import Edition
from judge.store.connection import Connection
from judge.store.panel_office import (
    add_packet,
    add_packet_pen,
    put_reviewer_detail,
    put_seat,
    put_sections,
)
from judge.store.pens import head_of, keep, provide_pens
from judge.store.queries import panel_office as queries
from tests.judge.services import small_papers as papers

KEY = b"k" * 32
PEN = packet_pen("R01", KEY)
HEADS = encode({"R01@edition": ["00", 0]})
HOLDS = digest(b"packet")
NOW = "2019-07-01T08:00:00.000Z"
DETAIL = ReviewerDetail("评委1", "研究院1", "139", ("老研究院",), "汉、维", 12)


Deed = tuple[str, str, panel_acts.Payload, str]
"""Kind, subject and payload of an act, and the pen that does it."""


def act(edition: Edition, connection: Connection, deed: Deed) -> None:
    kind, subject, payload, pen = deed
    provide_pens(connection, edition.id, [pen])
    head = head_of(connection, pen, locked=True)
    written, head = head.next(kind, subject, payload, NOW)
    assert keep(connection, [written], head)


@pytest.fixture
def stated(edition: Edition, tmp_path: Path) -> Edition:
    """An edition whose office stated, issued and confirmed one thing of each sort."""
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path))
    here = f"edition/{edition.id}"
    with edition.store.write() as c:
        issued = IssuedPacket("R01", NOW, blind=False, heads=digest(HEADS), holds=HOLDS)
        payload = panel_acts.packet_issued("R01", issued.heads, HOLDS, blind=False)
        act(edition, c, (panel_acts.PACKET_ISSUED, "packet/p1", payload, SECRETARY))
        add_packet(c, "p1", 1, issued, HEADS)
        confirmed = panel_acts.pen_confirmed("R01", "p1", KEY)
        act(edition, c, (panel_acts.PEN_CONFIRMED, panel_acts.pen_subject(PEN), confirmed, CHAIR))
        add_packet_pen(c, PEN, 1, PacketPen("R01", "p1", KEY, NOW))
        for detail in (DETAIL._replace(name="别名"), DETAIL):
            said = panel_acts.reviewer_stated(detail, "更正")
            act(edition, c, (panel_acts.REVIEWER_STATED, "reviewer/R01", said, SECRETARY))
            put_reviewer_detail(c, 1, detail)
        for seat in (Seat("乙组"), Seat("甲组", "chair")):
            where = panel_acts.seat_subject("qc-group", "R01")
            act(edition, c, (panel_acts.SEAT_STATED, where, panel_acts.seat_stated(seat), SECRETARY))
            put_seat(c, "qc-group", 1, seat)
        for section in (Section("乙组"), Section("甲组", anchor=True)):
            said = panel_acts.section_stated({"qc-group-0001": section})
            act(edition, c, (panel_acts.SECTION_STATED, here, said, SECRETARY))
            put_sections(c, {1: section})
    return edition


def test_what_was_stated_is_kept_and_proved(stated: Edition) -> None:
    assert audit(stated).faults == ()
    with stated.store.read() as connection:
        assert queries.reviewer_details(connection) == {"R01": DETAIL}
        assert queries.seats(connection) == {("qc-group", "R01"): Seat("甲组", "chair")}
        assert queries.sections(connection) == {"qc-group-0001": Section("甲组", anchor=True)}
        assert queries.packets(connection)["p1"].heads == HEADS
        assert queries.packet_pens(connection) == {PEN: PacketPen("R01", "p1", KEY, NOW)}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reviewer_detail SET phone = '110'",
        "DELETE FROM reviewer_detail",
        "UPDATE seat SET role = 'secretary'",
        "UPDATE nomination_section SET anchor = 0",
        "INSERT INTO nomination_section VALUES (2, '甲组', 0)",
        "UPDATE packet_pen SET confirmed_at = ''",
        "DELETE FROM packet_pen",
    ],
)
def test_tables_that_say_something_else_are_found(stated: Edition, statement: str) -> None:
    with stated.store.write() as connection:
        connection.execute(text(statement))
        assert "office-differs" in {fault.code for fault in prove(stated, connection).faults}
        connection.rollback()


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        (
            (
                panel_acts.PACKET_ISSUED,
                "packet/p1",
                panel_acts.packet_issued("R01", HOLDS, HOLDS, blind=False),
                SECRETARY,
            ),
            "act-not-allowed",
        ),
        (
            (
                panel_acts.PEN_CONFIRMED,
                panel_acts.pen_subject(PEN),
                panel_acts.pen_confirmed("R01", "", KEY),
                SECRETARY,
            ),
            "act-not-allowed",
        ),
        (
            (
                panel_acts.PEN_CONFIRMED,
                panel_acts.pen_subject(packet_pen("R02", KEY)),
                panel_acts.pen_confirmed("R02", "p1", KEY),
                SECRETARY,
            ),
            "pen-unknown",
        ),
        (
            (panel_acts.SEAT_STATED, "seat/qc-group/R02", panel_acts.seat_stated(Seat()), CHAIR),
            "act-by-foreign-pen",
        ),
        (
            (panel_acts.SECTION_STATED, "edition/y", panel_acts.section_stated({}), SECRETARY),
            "act-not-allowed",
        ),
        (
            (panel_acts.REVIEWER_STATED, "reviewer/R09", panel_acts.reviewer_stated(DETAIL), SECRETARY),
            "act-not-allowed",
        ),
    ],
)
def test_acts_that_the_office_would_not_do_are_found(stated: Edition, deed: Deed, code: str) -> None:
    with stated.store.write() as connection:
        act(stated, connection, deed)
        assert code in {fault.code for fault in prove(stated, connection).faults}
        connection.rollback()
