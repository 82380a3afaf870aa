"""What the acts of the office add up to: settings, ticks, forms, rulings, panels, packets and their pens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from judge.ledger.canonical import Value
from judge.ledger.office import FormsTaken, ItemChecked, OfficeAct, RulingMade, SettingChanged
from judge.ledger.panel_acts import ReviewerDetail, Seat, Section
from judge.ledger.panel_office import PacketIssued, PenConfirmed, ReviewerStated, SeatStated, SectionStated

Key = TypeVar("Key")
Held = TypeVar("Held")


class Setting(NamedTuple):
    """A setting that is not at its default, and why."""

    value: str
    reason: str


class Tick(NamedTuple):
    """What was found of an item of a checklist."""

    state: str
    remark: str


class Ruling(NamedTuple):
    """A ruling by the entry that made it; a later one on the same subject supersedes it, none is deleted."""

    pen: str
    seq: int
    kind: str
    subject: str
    detail: Mapping[str, Value]
    reason: str


class IssuedPacket(NamedTuple):
    """A packet that went out; `heads` and `holds` are digests: of what it knew, of what it holds."""

    reviewer: str
    issued_at: str
    blind: bool
    heads: bytes
    holds: bytes


class PacketPen(NamedTuple):
    """A packet's pen: whose, made in which packet ("" where none is known), and the key that it signs with.

    `confirmed_at` is when the office confirmed it, "" where it did not yet.
    """

    reviewer: str
    packet: str
    public_key: bytes
    confirmed_at: str = ""


def holding(rulings: Iterable[Ruling], kind: str) -> dict[str, Ruling]:
    """The rulings of a kind that hold, by subject, of all in the order of their making: each one's last."""
    return {ruling.subject: ruling for ruling in rulings if ruling.kind == kind}


@dataclass(slots=True)
class OfficeProjection:
    """The office's state; its tables must say so.

    `ticks` are by (nomination, item); `forms` are (key, SHA-256 of the text) in the order they were taken;
    `seats` are by (award, reviewer), `sections` by nomination, `packets` by id, `pens` by name.
    """

    settings: dict[str, Setting] = field(default_factory=dict)
    ticks: dict[tuple[str, str], Tick] = field(default_factory=dict)
    forms: list[tuple[str, bytes]] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    reviewers: dict[str, ReviewerDetail] = field(default_factory=dict)
    seats: dict[tuple[str, str], Seat] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    packets: dict[str, IssuedPacket] = field(default_factory=dict)
    pens: dict[str, PacketPen] = field(default_factory=dict)


def bring_office(office: OfficeProjection, pen: str, seq: int, act: OfficeAct) -> None:
    """Bring the office's state forward by one act; acts that open sheets or file papers leave it as it is."""
    match act:
        case SettingChanged(key=key, value=value, reason=reason):
            _put(office.settings, key, Setting(value, reason) if value else None)
        case ItemChecked(nomination=nomination, item=item, state=state, remark=remark):
            _put(office.ticks, (nomination, item), Tick(state, remark) if state else None)
        case FormsTaken(forms=forms):
            office.forms.extend(sorted(forms.items()))
        case RulingMade(ruling=kind, subject=subject, detail=detail, reason=reason):
            office.rulings.append(Ruling(pen, seq, kind, subject, detail, reason))
        case _:
            _bring_panel(office, act)


def _bring_panel(office: OfficeProjection, act: OfficeAct) -> None:
    match act:
        case ReviewerStated(reviewer=reviewer, detail=detail):
            office.reviewers[reviewer] = detail
        case SeatStated(award=award, reviewer=reviewer, seat=seat):
            office.seats[award, reviewer] = seat
        case SectionStated(sections=sections):
            office.sections.update(sections)
        case PacketIssued(packet=packet):
            issued = IssuedPacket(act.reviewer, act.at, act.blind, act.heads, act.holds)
            office.packets.setdefault(packet, issued)
        case PenConfirmed(pen=pen):
            office.pens.setdefault(pen, PacketPen(act.reviewer, act.packet, act.public_key, act.at))
        case _:
            pass


def _put(held: dict[Key, Held], key: Key, value: Held | None) -> None:
    if value is None:
        held.pop(key, None)
    else:
        held[key] = value
