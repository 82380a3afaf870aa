"""Who has done what: sheets by what has become of them, marks by what they are, and who is to be reminded."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Work(StrEnum):
    """What has become of a sheet, rulings included; each sheet is exactly one of these."""

    UNTOUCHED = "untouched"
    STARTED = "started"
    RETURNED = "returned"
    FORKED = "forked"
    SUBMITTED = "submitted"
    LATE = "late"
    ABSENT = "absent"
    RECUSED = "recused"
    EXCLUDED = "excluded"


TO_DO = frozenset({Work.UNTOUCHED, Work.STARTED, Work.RETURNED})
"""What waits for the reviewer."""

NOT_EXPECTED = frozenset({Work.ABSENT, Work.RECUSED, Work.EXCLUDED})
"""What nobody waits for, and what gives no score."""


@dataclass(frozen=True, slots=True)
class SheetWork:
    """One sheet: what has become of it, and how many criteria it has; `marked` of them have a mark.

    Of the marks, `zeros` are zero points and `not_applicable` say that the criterion does not apply: neither
    is the same as no mark. `last` is the moment of its last act by its author's clock, "" for none; `reason`
    is that of its state.
    """

    award: str
    nomination: str
    reviewer: str
    work: Work
    criteria: int
    marked: int
    zeros: int
    not_applicable: int
    last: str
    reason: str


@dataclass(slots=True)
class Tally:
    """Sheets counted by what has become of them, and the marks of those that are expected."""

    sheets: Counter[Work] = field(default_factory=Counter)
    criteria: int = 0
    marked: int = 0
    zeros: int = 0
    not_applicable: int = 0

    def add(self, sheet: SheetWork) -> None:
        """Count a sheet."""
        self.sheets[sheet.work] += 1
        if sheet.work not in NOT_EXPECTED:
            self.criteria += sheet.criteria
            self.marked += sheet.marked
            self.zeros += sheet.zeros
            self.not_applicable += sheet.not_applicable

    @property
    def assigned(self) -> int:
        """All sheets."""
        return self.sheets.total()

    @property
    def expected(self) -> int:
        """Those that count or may yet."""
        return self.assigned - sum(self.sheets[work] for work in NOT_EXPECTED)

    @property
    def to_do(self) -> int:
        """Those that wait for their reviewers."""
        return sum(self.sheets[work] for work in TO_DO)

    @property
    def unmarked(self) -> int:
        """Criteria of expected sheets without a mark."""
        return self.criteria - self.marked


@dataclass(frozen=True, slots=True)
class ReviewerWork:
    """What one reviewer has done; `last` is when they last wrote anything, "" for never.

    `returned` are the nominations whose sheets the chair gave back to them, each with the reason.
    """

    key: str
    name: str
    organisation: str
    phone: str
    withdrawn: bool
    tally: Tally
    last: str
    returned: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NominationWork:
    """What was done on one nomination; `last` is its sheets' last act. `closed`: a ruling closes it."""

    key: str
    award: str
    name: str
    closed: bool
    tally: Tally
    last: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Expected against entered: by reviewer in the order of appointment, by nomination in that of filing."""

    reviewers: tuple[ReviewerWork, ...]
    nominations: tuple[NominationWork, ...]
    total: Tally

    @property
    def reminders(self) -> tuple[ReviewerWork, ...]:
        """Who has sheets to do, the most first."""
        waiting = (one for one in self.reviewers if one.tally.to_do)
        return tuple(sorted(waiting, key=lambda one: -one.tally.to_do))


def tallied(sheets: Iterable[SheetWork]) -> Tally:
    """Some sheets counted."""
    tally = Tally()
    for sheet in sheets:
        tally.add(sheet)
    return tally
