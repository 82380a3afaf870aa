"""A sheet: one reviewer's marks on one nomination."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class SheetState(StrEnum):
    """The states of design.md; "untouched" is an open sheet without marks.

    A forked sheet was continued in several places, which left different things; it waits for the chair.
    """

    OPEN = "open"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    RECUSED = "recused"
    EXCLUDED = "excluded"
    FORKED = "forked"


AT_WORK = frozenset({SheetState.OPEN, SheetState.RETURNED})
"""The states in which a sheet waits for its reviewer, who writes on it."""

SETTLED = frozenset({SheetState.SUBMITTED, SheetState.RECUSED, SheetState.EXCLUDED})
"""The states in which nothing more of a sheet is waited for."""


class ByRuling(StrEnum):
    """What a ruling makes of a sheet for its nomination's score, where that is not the sheet's own state."""

    ABSENT = "absent"
    """Decided without: it is not waited for, and counts nowhere."""
    LATE = "late"
    """Submitted after a ruling closed the nomination without it: whether it counts is to be ruled."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one reviewer gave one criterion: `ticks` in the rubric's steps, None for "not applicable".

    An unmarked criterion has no Mark at all: unmarked, zero and not applicable are three things.
    """

    ticks: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One reviewer's sheet as last committed. `revision` counts its entries and guards against overwriting.

    `notes` are by criterion key, "" for the sheet's own note. `reason` is the reviewer's on a recused
    sheet and the chair's on a returned one. `judged_revision` is the nomination's revision that a submitted
    sheet judged, 0 where none was yet.
    """

    nomination: str
    reviewer: str
    state: SheetState
    revision: int
    rubric_digest: str
    marks: Mapping[str, Mark] = field(default_factory=lambda: MappingProxyType({}))
    notes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    reason: str = ""
    judged_revision: int = 0
