"""What a panel gave one nomination, as its reviewers may see it once their award is closed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from judge.domain.sheet import ByRuling, SheetState


@dataclass(frozen=True, slots=True)
class PanelSheet:
    """One sheet, its reviewer by a number that says nothing of who they are.

    `marks` are ticks by criterion, None for not applicable, and `total` the exact points; both only of a
    sheet that counts.
    """

    number: int
    own: bool
    state: SheetState | ByRuling
    marks: Mapping[str, int | None] = field(default_factory=lambda: MappingProxyType({}))
    total: Fraction | None = None


@dataclass(frozen=True, slots=True)
class PanelMarks:
    """A nomination's sheets in the order of their numbers, and what the method makes of them.

    `score` is exact and `printed` as the method rounds it; None and "" where it gives none. `method` is in
    words, and so is `reason`, why the chair closed the award.
    """

    sheets: tuple[PanelSheet, ...]
    score: Fraction | None
    printed: str
    method: str
    reason: str


def lot(seed: bytes, nomination: str, reviewer: str) -> bytes:
    """What a reviewer draws at a nomination: always the same, and from no reviewer's key to be told.

    Sheets whose reviewers are not to be named are numbered from 1 in the order of their lots. The `seed` is
    the edition's and is nowhere printed: whoever knew it could draw again for every key they can think of.
    """
    return hashlib.sha256(seed + f"/{nomination}/{reviewer}".encode()).digest()
