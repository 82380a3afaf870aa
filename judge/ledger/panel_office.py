"""The office's acts on panels and packets, read from the entries that record them."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from judge.ledger import panel_acts
from judge.ledger.canonical import Value
from judge.ledger.entry import Entry
from judge.ledger.panel_acts import ReviewerDetail, Seat, Section
from judge.ledger.particles import Malformed, sha256, text, whole
from judge.ledger.pens import packet_pen


@dataclass(frozen=True, slots=True)
class PacketIssued:
    """A packet went out; `heads` and `holds` are digests: of what it knew of the ledger, of what it holds."""

    packet: str
    reviewer: str
    at: str
    blind: bool
    heads: bytes
    holds: bytes


@dataclass(frozen=True, slots=True)
class PenConfirmed:
    """A packet's pen was confirmed as the reviewer's, with the public key that it signs with."""

    pen: str
    reviewer: str
    packet: str
    public_key: bytes
    at: str


@dataclass(frozen=True, slots=True)
class ReviewerStated:
    """What holds of a reviewer from now on."""

    reviewer: str
    detail: ReviewerDetail


@dataclass(frozen=True, slots=True)
class SeatStated:
    """What holds of a seat from now on."""

    award: str
    reviewer: str
    seat: Seat


@dataclass(frozen=True, slots=True)
class SectionStated:
    """Which sections judge nominations from now on."""

    sections: Mapping[str, Section]


PanelAct = PacketIssued | PenConfirmed | ReviewerStated | SeatStated | SectionStated
BY_EITHER = (PacketIssued, PenConfirmed)
"""What the chair may do as well as the secretary; nothing depends on which of their acts came first."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an edition has: keys of awards, of reviewers and of nominations."""

    awards: Container[str]
    reviewers: Container[str]
    nominations: Container[str]


def is_lawful_on_panel(act: PanelAct, known: Known) -> bool:
    """Whether such an act may be: whom and what it names is there, and what it says can be."""
    match act:
        case PacketIssued(packet=packet, reviewer=reviewer):
            return bool(packet) and reviewer in known.reviewers
        case PenConfirmed(pen=pen, reviewer=reviewer, public_key=key):
            return reviewer in known.reviewers and pen == packet_pen(reviewer, key)
        case ReviewerStated(reviewer=reviewer, detail=detail):
            return reviewer in known.reviewers and _can_be(reviewer, detail, known)
        case SeatStated(award=award, reviewer=reviewer, seat=seat):
            return award in known.awards and reviewer in known.reviewers and seat.role in panel_acts.ROLES
        case SectionStated(sections=sections):
            return all(key in known.nominations for key in sections)


def _can_be(reviewer: str, detail: ReviewerDetail, known: Known) -> bool:
    replaced = detail.standing == panel_acts.REPLACED
    succeeded = detail.successor in known.reviewers and detail.successor != reviewer
    return (
        detail.standing in panel_acts.STANDINGS
        and (succeeded if replaced else not detail.successor)
        and (detail.load_limit is None or detail.load_limit >= 0)
    )


def read_panel_act(entry: Entry) -> PanelAct:
    """The act on panels or packets that the entry records; Malformed where it records none."""
    match entry.kind, entry.payload:
        case panel_acts.PACKET_ISSUED, {
            "blind": bool(blind),
            "heads": heads,
            "holds": holds,
            "reviewer": str(reviewer),
        }:
            named = _named(entry, "packet")
            return PacketIssued(named, reviewer, entry.at, blind, sha256(heads), sha256(holds))
        case panel_acts.PEN_CONFIRMED, {"packet": str(packet), "public_key": key, "reviewer": str(reviewer)}:
            # A key is as long as a digest, and spelled like one.
            return PenConfirmed(_named(entry, "pen"), reviewer, packet, sha256(key), entry.at)
        case panel_acts.REVIEWER_STATED, {"reason": str()} as said:
            return ReviewerStated(_named(entry, "reviewer"), _detail(said))
        case panel_acts.SEAT_STATED, {"reason": str(), "role": str(role), "section": str(section)}:
            award, reviewer = panel_acts.split_seat(entry.subject) or ("", "")
            if not award:
                raise Malformed(entry.subject)
            return SeatStated(award, reviewer, Seat(section, role))
        case panel_acts.SECTION_STATED, {"nominations": dict(by_key), "reason": str()}:
            return SectionStated({key: _section(said) for key, said in by_key.items()})
        case kind, _:
            raise Malformed(kind)


def _named(entry: Entry, sort: str) -> str:
    """What the entry's subject names, which must be of that sort."""
    found, _, name = entry.subject.partition("/")
    if found != sort or not name:
        raise Malformed(entry.subject)
    return name


def _detail(said: Mapping[str, Value]) -> ReviewerDetail:
    match said:
        case {"aliases": list(aliases), "load_limit": limit}:
            return ReviewerDetail(
                aliases=tuple(map(text, aliases)),
                load_limit=None if limit is None else whole(limit),
                **{key: text(said.get(key)) for key in _TEXTS},
            )
        case _:
            raise Malformed(panel_acts.REVIEWER_STATED)


_TEXTS = ("name", "organisation", "phone", "languages", "standing", "successor")


def _section(said: Value) -> Section:
    match said:
        case {"anchor": bool(anchor), "section": str(section)}:
            return Section(section, anchor)
        case _:
            raise Malformed(panel_acts.SECTION_STATED)
