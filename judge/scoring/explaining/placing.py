"""Where a nomination stands on a list: who is above, level and below, and what that means for its seat."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from judge.domain.quota import Seats
from judge.domain.standing import RankedLine, Standing
from judge.scoring.allocation import code_of
from judge.scoring.award_list import AwardList
from judge.scoring.exact import Flags, Positions
from judge.scoring.method import Method


@dataclass(frozen=True, slots=True)
class Beside:
    """Another nomination of the list, by its code, with its place and its score."""

    nomination: int
    place: int
    score: Fraction
    printed: str

    def is_level_with(self, line: RankedLine, method: Method) -> bool:
        """Whether the figures on which the method ranks are equal, whatever its breakers say."""
        return self.printed == line.printed if method.rank_on == "printed" else self.score == line.score


@dataclass(frozen=True, slots=True)
class Place:
    """A place among `of` ranked nominations.

    `higher` are before it; `above` are those of them that are nearest, all with the one score next above,
    `level` the others that share the place, `below` all with the one score next below.
    """

    place: int
    of: int
    higher: int
    above: tuple[Beside, ...]
    level: tuple[Beside, ...]
    below: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class Seating:
    """A body's seats on a list and what became of them; `seats` is None where nobody has set them.

    Of its ranked nominations so many are `awarded`; `last_awarded` are those just above the cut line,
    `waiting` its nominations that have no place yet and might still take one.
    """

    seats: int | None
    ranked: int
    awarded: int
    last_awarded: tuple[Beside, ...]
    waiting: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Placing:
    """A nomination's line on a list; the places are None where it has none."""

    line: RankedLine
    overall: Place | None
    in_body: Place | None
    seating: Seating


def placing_of(ranked: AwardList, nomination: int, seats: Seats | None) -> Placing | None:
    """Where a nomination, by its code, stands; None where it is not on the list.

    Args:
        ranked: the list.
        nomination: the nomination's code.
        seats: the list's seats by body, None for an award without quota.
    """
    (found,) = np.nonzero(ranked.nomination == nomination)
    if not len(found):
        return None
    at = int(found[0])
    of_body: Flags = ranked.body == ranked.body[at]
    has_place = int(ranked.rank[at]) > 0
    return Placing(
        line=ranked.line(at),
        overall=_place(ranked, at, np.flatnonzero(ranked.rank > 0), ranked.rank) if has_place else None,
        in_body=_place(ranked, at, np.flatnonzero((ranked.rank > 0) & of_body), ranked.rank_in_body)
        if has_place
        else None,
        seating=_seating(ranked, of_body, seats[int(ranked.body[at])] if seats else None),
    )


def _place(ranked: AwardList, at: int, among: Positions, rank: Positions) -> Place:
    """The place at a position of the list among the ranked positions `among`, which ascend by `rank`."""
    own, places = int(rank[at]), rank[among]
    higher, lower = places[places < own], places[places > own]
    level = among[places == own]
    return Place(
        place=own,
        of=len(among),
        higher=len(higher),
        above=_beside(ranked, among[places == higher.max()] if len(higher) else among[:0], rank),
        level=_beside(ranked, level[level != at], rank),
        below=_beside(ranked, among[places == lower.min()] if len(lower) else among[:0], rank),
    )


def _seating(ranked: AwardList, of_body: Flags, seats: int | None) -> Seating:
    awarded = np.flatnonzero(of_body & (ranked.standing == code_of(Standing.AWARDED)))
    places = ranked.rank_in_body[awarded]
    undecided: Flags = ranked.standing == code_of(Standing.UNDECIDED)
    waiting = of_body & undecided & (ranked.rank == 0)
    return Seating(
        seats=seats,
        ranked=int((of_body & (ranked.rank > 0)).sum()),
        awarded=len(awarded),
        last_awarded=_beside(
            ranked, awarded[places == places.max()] if len(awarded) else awarded, ranked.rank_in_body
        ),
        waiting=tuple(ranked.nomination[waiting].tolist()),
    )


def _beside(ranked: AwardList, positions: Positions, rank: Positions) -> tuple[Beside, ...]:
    lines = ((ranked.line(at), int(rank[at])) for at in positions.tolist())
    return tuple(
        Beside(line.nomination, place, line.score, line.printed)
        for line, place in lines
        if line.score is not None
    )
