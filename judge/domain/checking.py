"""What a check found: of each nomination, of each recommending body, and of candidates filed twice."""

from collections.abc import Iterator
from dataclasses import dataclass

from judge.domain.checklist import ChecklistItem, ItemState
from judge.domain.conflict import Conflict
from judge.domain.desk import GateFinding, Outcome
from judge.domain.double_filing import DoubleFiling
from judge.domain.sheet import SheetState
from rubrics.model import Gate, Text


@dataclass(frozen=True, slots=True)
class Length:
    """How long an attachment or a summary is, in characters; and the limits that its form sets.

    `too_long` is by how many it is above `most`. `is_far` says that it is outside what "about" allows.
    """

    key: str
    title: Text
    characters: int
    most: int | None
    about: int | None
    is_far: bool

    @property
    def too_long(self) -> int:
        """Characters above the limit; 0 within it, or without one."""
        return max(0, self.characters - self.most) if self.most is not None else 0


@dataclass(frozen=True, slots=True)
class CheckedGate:
    """A gate and its finding."""

    gate: Gate
    finding: GateFinding


@dataclass(frozen=True, slots=True)
class CheckedNomination:
    """A nomination with its gates, its checklist, and the lengths that have a limit.

    `seals` are the checklist's items that only a look at the paper can tell. `members_over` is by how many
    its list of members is longer than the form allows.
    """

    key: str
    award: str
    award_title: Text
    body: str
    name: str
    organisation: str
    gates: tuple[CheckedGate, ...]
    checklist: tuple[ChecklistItem, ...]
    lengths: tuple[Length, ...]
    seals: frozenset[str] = frozenset()
    members_over: int = 0

    def gates_with(self, outcome: Outcome) -> Iterator[CheckedGate]:
        """The gates that have this outcome."""
        return (checked for checked in self.gates if checked.finding.outcome is outcome)

    def items_in(self, state: ItemState) -> Iterator[ChecklistItem]:
        """The seals and attachments of which this is known."""
        return (item for item in self.checklist if item.state is state)

    @property
    def has_fault(self) -> bool:
        """Whether anything is not met, missing or too long."""
        return (
            any(self.gates_with(Outcome.NOT_MET))
            or any(self.items_in(ItemState.MISSING))
            or any(length.too_long for length in self.lengths)
            or self.members_over > 0
        )


@dataclass(frozen=True, slots=True)
class QuotaUse:
    """A body's quota in one category: seats (None where none are set), and how many were filed.

    Of a category that is part of another, `filed` are those that applied for it.
    """

    category: str
    title: Text
    seats: int | None
    filed: int

    @property
    def over(self) -> int:
        """By how many more were filed than there are seats."""
        return max(0, self.filed - self.seats) if self.seats is not None else 0

    @property
    def unused(self) -> int:
        """Seats for which nothing was filed."""
        return max(0, self.seats - self.filed) if self.seats is not None else 0


@dataclass(frozen=True, slots=True)
class RecommendedCount:
    """A count of recommended nominations in a body's statistics, against what was filed and the quota."""

    form: str
    paper: str
    category: str
    said: int
    filed: int
    seats: int | None

    @property
    def agrees(self) -> bool:
        """Whether the statistics say what was filed, and no more than the quota."""
        return self.said == self.filed and (self.seats is None or self.said <= self.seats)


@dataclass(frozen=True, slots=True)
class BodyPaper:
    """A paper that a body owes: its form's key, number and title, whether it was filed, and its length."""

    form: str
    paper: str
    title: str
    filed: bool
    length: Length | None = None


@dataclass(frozen=True, slots=True)
class CheckedBody:
    """A recommending body with its quotas, its own papers, and the counts in them."""

    name: str
    quotas: tuple[QuotaUse, ...]
    papers: tuple[BodyPaper, ...]
    recommended: tuple[RecommendedCount, ...]

    @property
    def has_fault(self) -> bool:
        """Whether a quota is exceeded, a paper missing, or a count not what was filed."""
        return (
            any(use.over for use in self.quotas)
            or any(not paper.filed for paper in self.papers)
            or any(not count.agrees for count in self.recommended)
        )


@dataclass(frozen=True, slots=True)
class SheetInConflict:
    """A sheet that counts, or may yet, although its reviewer has a conflict of interest as papers stand now.

    It was assigned before what shows the conflict was filed, or came in with a score table. `denied` where
    the reviewer has said why each of the conflicts is none; `reasons` are their words.
    """

    nomination: str
    name: str
    reviewer: str
    state: SheetState
    conflicts: tuple[Conflict, ...]
    denied: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything found; nominations in the order of filing, bodies in that of the quota table."""

    nominations: tuple[CheckedNomination, ...]
    bodies: tuple[CheckedBody, ...]
    pairs: tuple[DoubleFiling, ...]
    sheets_in_conflict: tuple[SheetInConflict, ...] = ()

    @property
    def has_fault(self) -> bool:
        """Whether anything is not met, missing, too long, beyond its quota or in a conflict of interest."""
        return (
            any(one.has_fault for one in self.nominations)
            or any(one.has_fault for one in self.bodies)
            or any(not one.denied for one in self.sheets_in_conflict)
        )
