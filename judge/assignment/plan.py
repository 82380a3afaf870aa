"""What an assignment says: sheets, sections, anchors, how it hangs together, and what could not be met."""

from collections.abc import Mapping
from dataclasses import dataclass

Pair = tuple[str, str]
"""A nomination and a reviewer, by key."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is wished of a plan beyond its sheets.

    `anchors` nominations of each award whose panel sits in sections are judged by several of them, or that
    share of them where `anchors_in_hundred` is set; `connect` joins what does not hang together.
    """

    anchors: int = 0
    anchors_in_hundred: bool = False
    connect: bool = False

    def anchors_of(self, nominations: int) -> int:
        """How many anchors an award of so many nominations is to have."""
        return -(-nominations * self.anchors // 100) if self.anchors_in_hundred else self.anchors


@dataclass(frozen=True, slots=True)
class Connectedness:
    """Into how many components an award's nominations and reviewers fall: as assigned, and as mended.

    `exchanged` pairs of reviewers changed places for it, and `extra` sheets were added.
    """

    award: str
    before: int
    after: int
    exchanged: int = 0
    extra: int = 0


@dataclass(frozen=True, slots=True)
class Short:
    """A nomination with fewer sheets than it wants.

    `too_few` of them for want of reviewers who may judge it, `limited` because of reviewers' limits.
    """

    nomination: str
    award: str
    section: str
    found: int
    wanted: int
    too_few: int
    limited: int


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """Nominations that lack sheets together, and the reviewers at their limit who could give them."""

    nominations: tuple[str, ...]
    reviewers: tuple[str, ...]
    lacks: int
    others: int


@dataclass(frozen=True, slots=True)
class Raise:
    """A reviewer's limit raised to `limit`, by which they could be given `sheets` more."""

    reviewer: str
    limit: int
    sheets: int


@dataclass(frozen=True, slots=True)
class Newcomers:
    """So many more reviewers on a panel, tied to none of these nominations, for so many sheets together."""

    award: str
    section: str
    count: int
    nominations: tuple[str, ...]
    sheets: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan; `pairs` are all new sheets, `joining` those among them that only connect.

    `sections` are those that nominations were given here because they stated none. What is short because of
    limits would be met by `raises`, what is short at all by `newcomers`, or by
    wanting of each nomination in `short` only what it was found; each way by itself.
    """

    pairs: tuple[Pair, ...]
    joining: tuple[Pair, ...]
    sections: Mapping[str, str]
    anchors: tuple[str, ...]
    load: Mapping[str, int]
    connectedness: tuple[Connectedness, ...]
    short: tuple[Short, ...] = ()
    bottlenecks: tuple[Bottleneck, ...] = ()
    raises: tuple[Raise, ...] = ()
    newcomers: tuple[Newcomers, ...] = ()
