"""What the rulings that hold make of a panel's sheets: which count, which are absent, which came too late."""

from collections.abc import Callable, Container, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from judge.domain.sheet import SETTLED, ByRuling, SheetState
from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.ledger.closings import (
    Closing,
    Withdrawal,
    is_lifting,
    read_award_closing,
    read_method,
    read_nomination_closing,
    read_quorum,
    read_withdrawal,
)
from judge.ledger.office_apply import Ruling, holding
from judge.ledger.particles import Malformed

Said = TypeVar("Said")


class Version(NamedTuple):
    """A sheet as it stands: whose, on what, in which state, and the digest of its last act (b"" for none)."""

    nomination: str
    reviewer: str
    state: str
    head: bytes


class Held(NamedTuple):
    """What a ruling that holds says, and its number, by which later ones are told from earlier."""

    seq: int
    closing: Closing
    reason: str


@dataclass(frozen=True, slots=True)
class Ruled:
    """The rulings on panels that hold, each by the key of what it is about."""

    nominations: Mapping[str, Held] = field(default_factory=lambda: MappingProxyType({}))
    awards: Mapping[str, Held] = field(default_factory=lambda: MappingProxyType({}))
    quorums: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    methods: Mapping[str, Mapping[str, Value]] = field(default_factory=lambda: MappingProxyType({}))
    withdrawn: Mapping[str, Withdrawal] = field(default_factory=lambda: MappingProxyType({}))

    def closing(self, nomination: str, award: str) -> Held | None:
        """What closes a nomination: the later of the rulings on it and on its award."""
        both = (self.nominations.get(nomination), self.awards.get(award))
        return max((held for held in both if held), key=lambda held: held.seq, default=None)

    def state_of(self, sheet: Version, award: str, there: Container[tuple[str, str]]) -> str:
        """What a sheet of the award counts as: its own state, or what a ruling makes of it.

        `there` are the (nomination, reviewer) pairs of all sheets. A ruling speaks of the versions that it
        saw: a sheet that was written on since is not absent any more. Forked sheets are no other than open
        ones to it.
        """
        if sheet.state in (SheetState.RECUSED, SheetState.EXCLUDED):
            return sheet.state
        gone = self.withdrawn.get(sheet.reviewer)
        if gone is not None:
            return _of_withdrawn(sheet, gone, there)
        held = self.closing(sheet.nomination, award)
        seen = held.closing.absent.get(sheet.nomination, {}).get(sheet.reviewer) if held else None
        if seen is None:
            return sheet.state
        if seen == sheet.head and sheet.state not in SETTLED:
            return ByRuling.ABSENT
        return ByRuling.LATE if sheet.state == SheetState.SUBMITTED else sheet.state


def _of_withdrawn(sheet: Version, gone: Withdrawal, there: Container[tuple[str, str]]) -> str:
    if sheet.state == SheetState.SUBMITTED and gone.submitted.get(sheet.nomination) == sheet.head:
        return SheetState.EXCLUDED if gone.left_out else sheet.state
    replaced = gone.replaced.get(sheet.nomination)
    if replaced is None:
        return ByRuling.ABSENT
    # Until the successor's own sheet is there, it is waited for in this one's place.
    return SheetState.EXCLUDED if (sheet.nomination, replaced.by) in there else SheetState.OPEN


def ruled(rulings: Iterable[Ruling]) -> Ruled:
    """What holds, of all rulings in the order of their making; one that cannot be understood says nothing."""
    made = tuple(rulings)
    closings = holding(made, acts.CLOSED)
    return Ruled(
        nominations=_said(closings, "nomination", lambda key, one: _held(one, _of_nomination(key, one))),
        awards=_said(closings, "award", lambda _key, one: _held(one, read_award_closing(one.detail))),
        quorums=_said(holding(made, acts.QUORUM), "award", lambda _key, one: read_quorum(one.detail)),
        methods=_said(holding(made, acts.METHOD), "award", lambda _key, one: read_method(one.detail)),
        withdrawn=_said(
            holding(made, acts.WITHDRAWN),
            "reviewer",
            lambda _key, one: read_withdrawal(one.detail, one.reason),
        ),
    )


def _of_nomination(key: str, ruling: Ruling) -> Closing:
    return read_nomination_closing(key, ruling.detail)


def _held(ruling: Ruling, closing: Closing) -> Held:
    return Held(ruling.seq, closing, ruling.reason)


def _said(
    rulings: Mapping[str, Ruling], sort: str, read: Callable[[str, Ruling], Said]
) -> Mapping[str, Said]:
    """By key, what the rulings on subjects of a sort say; those that lift what was said are left out."""
    said: dict[str, Said] = {}
    for subject, ruling in rulings.items():
        of_sort, _slash, key = subject.partition("/")
        if of_sort == sort and not is_lifting(ruling.detail):
            with suppress(Malformed):
                said[key] = read(key, ruling)
    return said
