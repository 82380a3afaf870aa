"""What rulings that close a panel's work say, read from their details."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.ledger.particles import Malformed, known_act, text, whole

FEWEST, MOST = 1, 1000
"""What a quorum may be: as the method's `min_sheets`."""

Heads = Mapping[str, bytes]
"""The last act on each of some sheets, b"" where there was none yet."""


@dataclass(frozen=True, slots=True)
class Closing:
    """A nomination or an award is decided without these sheets: their heads by nomination, then reviewer."""

    absent: Mapping[str, Heads]


@dataclass(frozen=True, slots=True)
class Replacement:
    """Who judges a nomination in a withdrawn reviewer's place, and the head of the sheet that is replaced."""

    by: str
    head: bytes


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A reviewer judges no more: of each of their sheets, by nomination, what was seen of it then."""

    submitted: Heads = field(default_factory=lambda: MappingProxyType({}))
    absent: Heads = field(default_factory=lambda: MappingProxyType({}))
    replaced: Mapping[str, Replacement] = field(default_factory=lambda: MappingProxyType({}))
    left_out: bool = False
    reason: str = ""


def is_lifting(detail: Mapping[str, Value]) -> bool:
    """Whether the ruling lifts what an earlier one said."""
    return detail == acts.LIFTED and detail["lifted"] is True


def read_nomination_closing(nomination: str, detail: Mapping[str, Value]) -> Closing:
    """What closes one nomination; Malformed where it is none."""
    return Closing({nomination: _heads(_only(detail, "absent")["absent"])})


def read_award_closing(detail: Mapping[str, Value]) -> Closing:
    """What closes an award; Malformed where it is none."""
    return Closing({key: _heads(heads) for key, heads in _items(_only(detail, "absent")["absent"]).items()})


def read_quorum(detail: Mapping[str, Value]) -> int:
    """How many sheets are enough; Malformed where it is no such number."""
    number = whole(_only(detail, "min_sheets")["min_sheets"])
    if not FEWEST <= number <= MOST:
        raise Malformed("no sensible number of sheets")
    return number


def read_method(detail: Mapping[str, Value]) -> Mapping[str, Value]:
    """The settings that an award is counted by; Malformed where there are none.

    What they mean is not the ledger's to know: `judge.scoring` reads them, and the audit has it do so.
    """
    settings = _items(_only(detail, "method")["method"])
    if not settings:
        raise Malformed("no settings")
    return settings


def read_withdrawal(detail: Mapping[str, Value], reason: str = "") -> Withdrawal:
    """What is said of a reviewer's sheets; Malformed where that is something else."""
    said = _only(detail, "absent", "left_out", "replaced", "submitted")
    left_out = said["left_out"]
    if not isinstance(left_out, bool):
        raise Malformed("neither left out nor not")
    replaced = {}
    for nomination, one in _items(said["replaced"]).items():
        replacement = _only(_items(one), "by", "head")
        replaced[nomination] = Replacement(text(replacement["by"]), known_act(replacement["head"]))
    return Withdrawal(_heads(said["submitted"]), _heads(said["absent"]), replaced, left_out, reason)


def _heads(value: Value) -> Heads:
    return {key: known_act(head) for key, head in _items(value).items()}


def _items(value: Value) -> Mapping[str, Value]:
    if not isinstance(value, dict):
        raise Malformed("no names")
    return value


def _only(detail: Mapping[str, Value], *keys: str) -> Mapping[str, Value]:
    if detail.keys() != set(keys):
        raise Malformed("too much or too little is said")
    return detail
