"""A forked sheet as the chair sees it: continued in several places, which left different things."""

from collections.abc import Mapping
from dataclasses import dataclass

from judge.domain.sheet import Mark, SheetState


@dataclass(frozen=True, slots=True)
class ForkSide:
    """One side of a forked sheet, as its last author left it.

    `key` names the side among the sheet's others: the first 12 hexadecimal digits of its last act's digest.
    `at` is that author's clock; `state` is forked where the side is itself made of sides that differ.
    """

    key: str
    pen: str
    at: str
    state: SheetState
    reason: str
    marks: Mapping[str, Mark]


@dataclass(frozen=True, slots=True)
class MarkVariant:
    """A mark that stands in a contested place, None for unmarked, and the pens that left it there."""

    mark: Mark | None
    pens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContestedMark:
    """A criterion whose mark counts nowhere until the chair settles it."""

    criterion: str
    variants: tuple[MarkVariant, ...]


@dataclass(frozen=True, slots=True)
class ForkedSheet:
    """A sheet that waits for the chair; `rubric` is the digest of what judges it.

    `marks` are those on which all sides agree. `state_contested` says that the sides made different things
    of the sheet: submitted here, recused there.
    """

    nomination: str
    reviewer: str
    rubric: str
    marks: Mapping[str, Mark]
    contested: tuple[ContestedMark, ...]
    state_contested: bool
    sides: tuple[ForkSide, ...]
