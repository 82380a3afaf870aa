"""What has become of a sheet so far: every deed on it, by whom and when."""

from dataclasses import dataclass
from enum import StrEnum

from judge.domain.sheet import Mark


class SheetDeed(StrEnum):
    """What was done to a sheet."""

    MARKED = "marked"
    CLEARED = "cleared"
    NOTED = "noted"
    FILED = "filed"
    """Marks came in with papers, in the reviewer's name."""
    SUBMITTED = "submitted"
    RETURNED = "returned"
    SETTLED = "settled"
    """The chair settled a sheet that was forked; its marks then were given with it."""
    TAKEN_BACK = "taken-back"
    RECUSED = "recused"
    CONFLICT_DENIED = "conflict-denied"


class Author(StrEnum):
    """Who did it."""

    REVIEWER = "reviewer"
    SECRETARY = "secretary"
    CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """One deed on a sheet.

    `at` is the author's clock in ISO 8601, UTC. `criterion` is "" for the whole sheet; `mark` is what a
    criterion was given, None where the deed gave no mark; `text` a note or a reason. `undoing` is True for
    what took something back or did it again.
    """

    at: str
    author: Author
    deed: SheetDeed
    criterion: str = ""
    mark: Mark | None = None
    text: str = ""
    undoing: bool = False
