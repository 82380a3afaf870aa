"""The office's acts on panels and packets: their kinds, subjects and payloads."""

from collections.abc import Mapping
from typing import NamedTuple

from judge.ledger.canonical import Value

PACKET_ISSUED = "packet.issued"
PEN_CONFIRMED = "pen.confirmed"
REVIEWER_STATED = "reviewer.stated"
SEAT_STATED = "seat.stated"
SECTION_STATED = "section.stated"

ON_PANELS = frozenset({PACKET_ISSUED, PEN_CONFIRMED, REVIEWER_STATED, SEAT_STATED, SECTION_STATED})
"""The kinds of acts in this module, all of the office."""

SERVING, WITHDRAWN, REPLACED = "serving", "withdrawn", "replaced"
STANDINGS = frozenset({SERVING, WITHDRAWN, REPLACED})
"""How a reviewer stands: replaced ones name their successor."""

ROLE_REVIEWER, ROLE_CHAIR, ROLE_SECRETARY, ROLE_NONE = "reviewer", "chair", "secretary", "none"
ROLES = frozenset({ROLE_REVIEWER, ROLE_CHAIR, ROLE_SECRETARY, ROLE_NONE})
"""What somebody is on an award's panel; none for who sits there no more."""

Payload = Mapping[str, Value]


class ReviewerDetail(NamedTuple):
    """What the office states of a reviewer; it holds instead of what was imported.

    `aliases` are other names of their organisation, `languages` as people write them, `load_limit` the most
    sheets they take, None for no limit. `successor` is the key of who replaced them, "" for nobody.
    """

    name: str
    organisation: str
    phone: str
    aliases: tuple[str, ...] = ()
    languages: str = ""
    load_limit: int | None = None
    standing: str = SERVING
    successor: str = ""


class Seat(NamedTuple):
    """Somebody's seat on an award's panel: in which section ("" for the whole award), and as what."""

    section: str = ""
    role: str = ROLE_REVIEWER


class Section(NamedTuple):
    """Which section judges a nomination, "" for none; an anchor is judged by every section."""

    section: str
    anchor: bool = False


def packet_subject(packet: str) -> str:
    """The subject of the act that issued a packet."""
    return f"packet/{packet}"


def pen_subject(pen: str) -> str:
    """The subject of the act that confirmed a packet's pen."""
    return f"pen/{pen}"


def reviewer_subject(reviewer: str) -> str:
    """The subject of every statement on one reviewer."""
    return f"reviewer/{reviewer}"


def seat_subject(award: str, reviewer: str) -> str:
    """The subject of every statement on one seat."""
    return f"seat/{award}/{reviewer}"


def packet_issued(reviewer: str, heads: bytes, holds: bytes, *, blind: bool) -> Payload:
    """A packet went out to a reviewer; `heads` and `holds` are digests: of what it knew, of what it holds."""
    return {"blind": blind, "heads": heads.hex(), "holds": holds.hex(), "reviewer": reviewer}


def pen_confirmed(reviewer: str, packet: str, public_key: bytes) -> Payload:
    """A packet's pen is the reviewer's, who said so: what it signs with that key is theirs."""
    return {"packet": packet, "public_key": public_key.hex(), "reviewer": reviewer}


def reviewer_stated(detail: ReviewerDetail, reason: str = "") -> Payload:
    """What holds of a reviewer from now on, all of it, and why; the reason may be ""."""
    return {**detail._asdict(), "aliases": list(detail.aliases), "reason": reason}


def seat_stated(seat: Seat, reason: str = "") -> Payload:
    """What holds of a seat from now on, and why; the reason may be ""."""
    return {**seat._asdict(), "reason": reason}


def section_stated(sections: Mapping[str, Section], reason: str = "") -> Payload:
    """Which sections judge nominations, by key, from now on; others stay as they are."""
    return {"nominations": {key: dict(one._asdict()) for key, one in sections.items()}, "reason": reason}


def split_seat(subject: str) -> tuple[str, str] | None:
    """The (award, reviewer) whose seat the subject names; None where it names none."""
    match subject.split("/"):
        case ["seat", award, reviewer] if award and reviewer:
            return award, reviewer
        case _:
            return None
