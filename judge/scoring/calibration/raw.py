"""What a list would say without calibrating, beside what it says."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from judge.domain.standing import RawFigures
from judge.scoring.exact import Exact, Positions, Whole
from judge.scoring.ranking import places, places_within
from judge.scoring.rounding import as_text

if TYPE_CHECKING:
    from judge.scoring.award_list import AwardList


@dataclass(frozen=True, slots=True, eq=False)
class Raw:
    """Columns of the list that the same method gives without calibrating, in the order of the calibrated."""

    score: Exact
    printed: Whole
    rank: Positions
    rank_in_body: Positions

    def take(self, positions: Positions) -> "Raw":
        """The figures at `positions`, in that order."""
        return Raw(
            self.score.take(positions),
            self.printed[positions],
            self.rank[positions],
            self.rank_in_body[positions],
        )

    def figures(self, at: int, decimals: int) -> RawFigures:
        """The figures of one line that has a score."""
        return RawFigures(
            score=self.score.fraction(at),
            printed=as_text(int(self.printed[at]), decimals),
            rank=int(self.rank[at]) or None,
            rank_in_body=int(self.rank_in_body[at]) or None,
        )

    def ranked_among(self, chosen: Positions, bodies: Positions) -> "Raw":
        """The same with new places among `chosen`, and none for the others; places say who stood before."""
        rank, rank_in_body = np.zeros((2, len(self.rank)), np.int64)
        rank[chosen] = places(-self.rank[chosen])
        rank_in_body[chosen] = places_within(rank[chosen], bodies[chosen])[0]
        return replace(self, rank=rank, rank_in_body=rank_in_body)


def beside(calibrated: "AwardList", uncalibrated: "AwardList") -> "AwardList":
    """The calibrated list with the raw figures of the other, which has the same nominations."""
    at = np.argsort(uncalibrated.nomination)[np.argsort(np.argsort(calibrated.nomination))]
    raw = Raw(uncalibrated.scores.score, uncalibrated.printed, uncalibrated.rank, uncalibrated.rank_in_body)
    return replace(calibrated, raw=raw.take(at))
