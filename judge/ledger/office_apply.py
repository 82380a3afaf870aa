"""What the acts of the office add up to: settings, ticks on checklists, forms taken, rulings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from judge.ledger.canonical import Value
from judge.ledger.office import FormsTaken, ItemChecked, OfficeAct, RulingMade, SettingChanged

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


def holding(rulings: Iterable[Ruling], kind: str) -> dict[str, Ruling]:
    """The rulings of a kind that hold, by subject, of all in the order of their making: each one's last."""
    return {ruling.subject: ruling for ruling in rulings if ruling.kind == kind}


@dataclass(slots=True)
class OfficeProjection:
    """The office's state; the tables `setting`, `checklist_item`, `form_definition`, `ruling` must say so.

    `ticks` are by (nomination, item); `forms` are (key, SHA-256 of the text) in the order they were taken.
    """

    settings: dict[str, Setting] = field(default_factory=dict)
    ticks: dict[tuple[str, str], Tick] = field(default_factory=dict)
    forms: list[tuple[str, bytes]] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)


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
            pass


def _put(held: dict[Key, Held], key: Key, value: Held | None) -> None:
    if value is None:
        held.pop(key, None)
    else:
        held[key] = value
