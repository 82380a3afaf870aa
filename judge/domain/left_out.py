"""Why a sheet does not count, or counts all the same: the ground, and the reason that somebody gave."""

from dataclasses import dataclass
from enum import StrEnum


class Ground(StrEnum):
    """What keeps a sheet from counting; with the last, what might be thought to keep it."""

    RECUSED = "recused"
    """The reviewer stepped back."""
    EXCLUDED = "excluded"
    """The chair excluded it."""
    LEFT_OUT = "left-out"
    """Submitted by a reviewer who was withdrawn since, and left out with them by ruling."""
    REPLACED = "replaced"
    """Its reviewer was withdrawn, and another one's sheet stands in its place."""
    SUCCESSOR_AWAITED = "successor-awaited"
    """Its reviewer was withdrawn; the sheet of whoever was named in their place is not there yet."""
    WITHDRAWN = "withdrawn"
    """Its reviewer was withdrawn, and nobody's stands in its place: it is absent."""
    CLOSED = "closed"
    """The nomination or its award was closed without it: it is absent."""
    LATE = "late"
    """It was submitted after that."""
    OPEN = "open"
    RETURNED = "returned"
    FORKED = "forked"
    COUNTS = "counts"
    """It counts although its reviewer was withdrawn since, by ruling."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The ground, the reason given for it ("" where none was or needs to be), and whoever judges instead."""

    ground: Ground
    reason: str = ""
    by: str = ""

    @property
    def is_waited_for(self) -> bool:
        """Whether the nomination has no score before this is cleared."""
        return self.ground in _WAITED_FOR


_WAITED_FOR = frozenset({Ground.SUCCESSOR_AWAITED, Ground.LATE, Ground.OPEN, Ground.RETURNED, Ground.FORKED})
