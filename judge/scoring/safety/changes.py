"""Two lists of the same nominations side by side: whose place and whose standing differ."""

from dataclasses import dataclass

import numpy as np

from judge.domain.standing import Standing
from judge.scoring.allocation import STANDINGS
from judge.scoring.award_list import AwardList
from judge.scoring.codes import Codes
from judge.scoring.exact import Positions

_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Shift:
    """A nomination (code) whose standing differs; None where it is not on that list."""

    nomination: int
    before: Standing | None
    after: Standing | None


@dataclass(frozen=True, slots=True)
class Change:
    """What differs: how many nominations have another place, by how many places at most, and the standings.

    `unplaced` had a place and have none any more. Where the alternative cannot be counted, `refused` says why
    and everything else is empty.
    """

    moved: int = 0
    furthest: int = 0
    unplaced: int = 0
    shifts: tuple[Shift, ...] = ()
    refused: str = ""

    @property
    def decided(self) -> tuple[Shift, ...]:
        """The shifts of those that the list awards or not; who is tied across the line awaits the chair."""
        return tuple(shift for shift in self.shifts if shift.before not in {None, Standing.UNDECIDED})


def change(before: AwardList, after: AwardList, *, by_body: bool) -> Change:
    """What differs between two lists.

    Args:
        before: the list.
        after: the same award's by an alternative; of a subset, others may be on it.
        by_body: whether places are those in the body, or over all.
    """
    codes = Codes(np.concatenate([before.nomination, after.nomination]))
    old, new = (_placed(codes, one, by_body=by_body) for one in (before, after))
    both = (old > 0) & (new > 0)
    by = np.abs(old - new)[both]
    standings = [_standings(codes, one) for one in (before, after)]
    differ = np.flatnonzero(standings[0] != standings[1])
    return Change(
        int(np.count_nonzero(by)),
        int(by.max(initial=0)),
        int(np.count_nonzero((old > 0) & (new == 0))),
        tuple(Shift(int(codes.codes[at]), *(_standing(int(one[at])) for one in standings)) for at in differ),
    )


def _placed(codes: Codes, ranked: AwardList, *, by_body: bool) -> Positions:
    places = np.zeros(len(codes), np.int64)
    places[codes.positions(ranked.nomination)] = ranked.rank_in_body if by_body else ranked.rank
    return places


def _standings(codes: Codes, ranked: AwardList) -> Positions:
    standings = np.full(len(codes), _NOWHERE)
    standings[codes.positions(ranked.nomination)] = ranked.standing
    return standings


def _standing(code: int) -> Standing | None:
    return None if code == _NOWHERE else STANDINGS[code]
