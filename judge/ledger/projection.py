"""A sheet as its acts leave it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from judge.domain.sheet import Mark, SheetState


class Turn(NamedTuple):
    """What became of a sheet: its state, why, and the nomination's revision that a submitted one judged."""

    state: SheetState
    reason: str = ""
    judged: int = 0


class Variant(NamedTuple):
    """One of several things that stand in the same place; who wrote it, and by which acts.

    `content` is a mark, None for an unmarked criterion; or what became of the sheet.
    """

    content: Mark | Turn | None
    pens: tuple[str, ...]
    digests: tuple[bytes, ...]


class Contested(NamedTuple):
    """A place where acts that did not know each other left different things.

    `criterion` is "" where it is the sheet's own state. Nothing that is contested counts until it is settled.
    """

    criterion: str
    variants: tuple[Variant, ...]


@dataclass(slots=True)
class SheetProjection:
    """A sheet as its acts leave it; the tables `sheet`, `mark` and `note` must say the same.

    `revision` counts the acts; `head` names those that no other follows, as the next act will name them in
    its `on`: one digest, or several one after the other. `judged_revision` is the nomination's revision that
    a submitted sheet judged, 0 where none was yet. `contested` is what makes a sheet forked; the tables leave
    it out, and whoever asks has the acts add up anew.
    """

    state: SheetState = SheetState.OPEN
    revision: int = 0
    head: bytes = b""
    reason: str = ""
    marks: dict[str, int | None] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    judged_revision: int = 0
    contested: tuple[Contested, ...] = field(default=(), compare=False)


class Side(NamedTuple):
    """One of the ends that a sheet's acts lead to: the last act, whose it is, and the sheet that it left."""

    digest: bytes
    pen: str
    sheet: SheetProjection


class Fork(NamedTuple):
    """A sheet with its sides; `turn` is what became of it where that is not itself contested, else None."""

    sheet: SheetProjection
    turn: Turn | None
    sides: tuple[Side, ...]
