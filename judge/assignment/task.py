"""What an assignment starts from, and the one order in which it is worked out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Protocol, TypeVar

import numpy as np

from judge.assignment.arrays import Flags, Positions, whole


@dataclass(frozen=True, slots=True)
class Nomination:
    """A nomination and its sheets.

    `wanted` sheets shall count in the end. `holders` are the reviewers whose sheets on it count already;
    `barred` the others who must not be given it, since something ties them to it or they stepped back. "" is
    no section. `anchor`: reviewers of the other sections are to judge it, too.
    """

    key: str
    award: str
    wanted: int
    body: str = ""
    section: str = ""
    anchor: bool = False
    holders: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A reviewer: how many sheets they hold (`load`), and may hold (`limit`), of all awards together.

    `seats` has the award of every panel on which they sit, with their section there; "" judges in all.
    """

    key: str
    seats: Mapping[str, str] = field(default_factory=dict)
    load: int = 0
    limit: int | None = None


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


_One = TypeVar("_One", bound=_Keyed)


def by_lot(ones: Iterable[_One], seed: int) -> tuple[_One, ...]:
    """In an order drawn by lot: the same for the same keys and seed, whatever order they come in."""
    return tuple(sorted(ones, key=lambda one: sha256(f"{seed}\0{one.key}".encode()).digest()))


@dataclass(frozen=True, eq=False)
class Task:
    """Nominations and reviewers in an order drawn by lot, and the matrix of who may be given what.

    `able` has a row a nomination and a column a reviewer: true for who sits on its award's panel, is not
    barred and holds no sheet of it. Sections are not looked at here.
    """

    nominations: tuple[Nomination, ...]
    reviewers: tuple[Reviewer, ...]
    seed: int = 0

    @classmethod
    def drawn(cls, nominations: Iterable[Nomination], reviewers: Iterable[Reviewer], seed: int) -> "Task":
        """The task in the order that the seed draws; no two nominations, nor reviewers, share a key."""
        return cls(by_lot(nominations, seed), by_lot(reviewers, seed), seed)

    @cached_property
    def at(self) -> dict[str, int]:
        """The position of each reviewer by key."""
        return {reviewer.key: n for n, reviewer in enumerate(self.reviewers)}

    @cached_property
    def awards(self) -> tuple[str, ...]:
        """The awards that have nominations, in order of name."""
        return tuple(sorted({nomination.award for nomination in self.nominations}))

    @cached_property
    def able(self) -> Flags:
        """Who may be given what, nominations × reviewers."""
        panels = {award: self.seated(award) for award in self.awards}
        able = np.array([panels[one.award] for one in self.nominations], bool)
        able = able.reshape(len(self.nominations), len(self.reviewers))
        for row, one in enumerate(self.nominations):
            out = [self.at[key] for key in one.barred | one.holders if key in self.at]
            if out:
                able[row, out] = False
        return able

    def seated(self, award: str) -> Flags:
        """Which reviewers sit on the award's panel."""
        return np.array([award in reviewer.seats for reviewer in self.reviewers], bool)

    def in_section(self, award: str, section: str) -> Flags:
        """Which reviewers judge in the award's section; whoever sits in none judges in all."""
        return np.array([one.seats.get(award) in {section, ""} for one in self.reviewers], bool)

    def sections(self, award: str) -> tuple[str, ...]:
        """The sections in which the award's panel sits, in order of name; () where it sits as one."""
        found = {one.seats.get(award, "") for one in self.reviewers} - {""}
        return tuple(sorted(found))

    @cached_property
    def load(self) -> Positions:
        """How many sheets each reviewer holds."""
        return whole([reviewer.load for reviewer in self.reviewers])

    @cached_property
    def room(self) -> Positions:
        """How many more sheets each reviewer may be given."""
        most = len(self.nominations)
        return whole(
            [most if one.limit is None else min(max(one.limit - one.load, 0), most) for one in self.reviewers]
        )

    @cached_property
    def lacking(self) -> Positions:
        """How many sheets each nomination still wants."""
        return whole([max(one.wanted - len(one.holders), 0) for one in self.nominations])

    @cached_property
    def held(self) -> tuple[Positions, Positions]:
        """The sheets that count already, as positions of nominations and of reviewers."""
        pairs = [
            (row, self.at[key])
            for row, one in enumerate(self.nominations)
            for key in sorted(one.holders)
            if key in self.at
        ]
        rows, columns = zip(*pairs, strict=True) if pairs else ((), ())
        return whole(rows), whole(columns)
