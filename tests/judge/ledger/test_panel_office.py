"""The office's acts on panels and packets are read as they were written, and held to what can be."""

from dataclasses import replace

import pytest

from judge.ledger import panel_acts
from judge.ledger.entry import Entry
from judge.ledger.office_apply import IssuedPacket, OfficeProjection, PacketPen, bring_office
from judge.ledger.panel_acts import ReviewerDetail, Seat, Section
from judge.ledger.panel_office import (
    Known,
    PacketIssued,
    PanelAct,
    PenConfirmed,
    ReviewerStated,
    SeatStated,
    SectionStated,
    is_lawful_on_panel,
    read_panel_act,
)
from judge.ledger.particles import Malformed
from judge.ledger.pens import (
    CHAIR,
    SECRETARY,
    fingerprint_of,
    is_of_packet,
    packet_pen,
    reviewer_of_pen,
    reviewer_pen,
)

KEY, HEADS, HOLDS = b"k" * 32, b"h" * 32, b"o" * 32
PEN = packet_pen("R01", KEY)
NOW = "2019-07-01T08:00:00.000Z"
DETAIL = ReviewerDetail("评委1", "研究院", "139", ("老研究院",), "汉、维", 12, panel_acts.REPLACED, "R02")
ISSUED = PacketIssued("p1", "R01", NOW, blind=True, heads=HEADS, holds=HOLDS)
CONFIRMED = PenConfirmed(PEN, "R01", "p1", KEY, NOW)
KNOWN = Known({"qc-group"}, {"R01", "R02"}, {"N1"})

WRITTEN: list[tuple[str, str, panel_acts.Payload, PanelAct]] = [
    (
        panel_acts.PACKET_ISSUED,
        "packet/p1",
        panel_acts.packet_issued("R01", HEADS, HOLDS, blind=True),
        ISSUED,
    ),
    (
        panel_acts.PEN_CONFIRMED,
        panel_acts.pen_subject(PEN),
        panel_acts.pen_confirmed("R01", "p1", KEY),
        CONFIRMED,
    ),
    (
        panel_acts.REVIEWER_STATED,
        panel_acts.reviewer_subject("R01"),
        panel_acts.reviewer_stated(DETAIL, "调离"),
        ReviewerStated("R01", DETAIL),
    ),
    (
        panel_acts.SEAT_STATED,
        panel_acts.seat_subject("qc-group", "R01"),
        panel_acts.seat_stated(Seat("甲组", panel_acts.ROLE_CHAIR)),
        SeatStated("qc-group", "R01", Seat("甲组", panel_acts.ROLE_CHAIR)),
    ),
    (
        panel_acts.SECTION_STATED,
        "edition/x",
        panel_acts.section_stated({"N1": Section("甲组", anchor=True)}),
        SectionStated({"N1": Section("甲组", anchor=True)}),
    ),
]


def read(kind: str, subject: str, payload: panel_acts.Payload) -> PanelAct:
    return read_panel_act(Entry(SECRETARY, 1, b"0" * 32, kind, subject, payload, NOW))


@pytest.mark.parametrize(("kind", "subject", "payload", "act"), WRITTEN)
def test_what_is_written_is_read_and_lawful(
    kind: str, subject: str, payload: panel_acts.Payload, act: PanelAct
) -> None:
    assert read(kind, subject, payload) == act
    assert is_lawful_on_panel(act, KNOWN)


@pytest.mark.parametrize(("kind", "subject", "payload", "act"), WRITTEN)
def test_what_names_nothing_or_lacks_a_word_is_malformed(
    kind: str, subject: str, payload: panel_acts.Payload, act: PanelAct
) -> None:
    for key in payload:
        with pytest.raises(Malformed):
            read(kind, subject, {k: v for k, v in payload.items() if k != key})
        with pytest.raises(Malformed):
            read(kind, subject, {**payload, key: 2.5})  # type: ignore[dict-item]
    if not isinstance(act, SectionStated):
        with pytest.raises(Malformed):
            read(kind, "elsewhere/", payload)


@pytest.mark.parametrize(
    "act",
    [
        replace(ISSUED, packet=""),
        replace(ISSUED, reviewer="R09"),
        PenConfirmed(packet_pen("R01", HEADS), "R01", "p1", KEY, NOW),
        PenConfirmed(packet_pen("R09", KEY), "R09", "p1", KEY, NOW),
        ReviewerStated("R09", DETAIL),
        ReviewerStated("R01", DETAIL._replace(successor="")),
        ReviewerStated("R01", DETAIL._replace(successor="R01")),
        ReviewerStated("R01", DETAIL._replace(standing="serving")),
        ReviewerStated("R01", DETAIL._replace(standing="asleep")),
        ReviewerStated("R01", DETAIL._replace(load_limit=-1)),
        SeatStated("beauty", "R01", Seat()),
        SeatStated("qc-group", "R09", Seat()),
        SeatStated("qc-group", "R01", Seat("", "emperor")),
        SectionStated({"N9": Section("甲组")}),
    ],
)
def test_what_cannot_be_is_not_lawful(act: PanelAct) -> None:
    assert not is_lawful_on_panel(act, KNOWN)


def test_of_one_thing_the_last_statement_holds_and_packets_and_pens_stay_as_they_were() -> None:
    office = OfficeProjection()
    acts: list[PanelAct] = [act for *_, act in WRITTEN]
    again: list[PanelAct] = [
        replace(ISSUED, at="later"),
        replace(CONFIRMED, at="later"),
        ReviewerStated("R01", ReviewerDetail("评委1", "", "")),
        SeatStated("qc-group", "R01", Seat("乙组")),
        SectionStated({"N2": Section("乙组")}),
    ]
    for seq, act in enumerate([*acts, *again], 1):
        bring_office(office, SECRETARY, seq, act)
    assert office.packets == {"p1": IssuedPacket("R01", NOW, blind=True, heads=HEADS, holds=HOLDS)}
    assert office.pens == {PEN: PacketPen("R01", "p1", KEY, NOW)}
    assert office.reviewers == {"R01": ReviewerDetail("评委1", "", "")}
    assert office.seats == {("qc-group", "R01"): Seat("乙组")}
    assert office.sections == {"N1": Section("甲组", anchor=True), "N2": Section("乙组")}


@pytest.mark.parametrize(
    ("pen", "reviewer", "of_packet"),
    [
        (f"R01@{fingerprint_of(KEY)}", "R01", True),
        (PEN, "R01", True),
        (reviewer_pen("R01"), "R01", False),
        ("a@b@edition", "a@b", False),
        (SECRETARY, "", False),
        (CHAIR, "", False),
    ],
)
def test_whose_a_pen_is(pen: str, reviewer: str, *, of_packet: bool) -> None:
    assert (reviewer_of_pen(pen), is_of_packet(pen)) == (reviewer, of_packet)
