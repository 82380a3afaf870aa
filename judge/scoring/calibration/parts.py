"""The parts of a panel that share neither nomination nor reviewer, as a model of severity reads them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from judge.scoring.codes import Codes
from judge.scoring.exact import Exact, Positions
from judge.scoring.panel import Panel
from judge.scoring.severity.ratings import Floats, Ratings, components


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Counted sheets (`sheets`, positions in the panel's order) that are connected with each other.

    `nominations` are positions among the panel's, `reviewers` codes, both ascending; `ratings` has the
    sheets' totals by positions in these two.
    """

    sheets: Positions
    nominations: Positions
    reviewers: Positions
    ratings: Ratings

    @property
    def sheets_of(self) -> Positions:
        """How many sheets each reviewer has."""
        return np.bincount(self.ratings.reviewers, minlength=len(self.reviewers))


def parts_of(panel: Panel, totals: Exact) -> Iterator[Part]:
    """The parts, by their first nomination; every counted sheet is in one."""
    if not len(panel.sheet_nomination):
        return
    nominations, reviewers = Codes(panel.sheet_nomination), Codes(panel.sheet_reviewer)
    of_sheet = nominations.positions(panel.sheet_nomination), reviewers.positions(panel.sheet_reviewer)
    count, part_of_nomination, _ = components(*of_sheet)
    part = part_of_nomination[of_sheet[0]]
    order = np.argsort(part, kind="stable")
    values = points(totals)
    for sheets in np.split(order, np.cumsum(np.bincount(part, minlength=count))[:-1]):
        here = Codes(panel.sheet_nomination[sheets]), Codes(panel.sheet_reviewer[sheets])
        ratings = Ratings(
            here[0].positions(panel.sheet_nomination[sheets]),
            here[1].positions(panel.sheet_reviewer[sheets]),
            values[sheets],
        )
        yield Part(sheets, here[0].codes, here[1].codes, ratings)


def points(totals: Exact) -> Floats:
    """Totals as floats, each the nearest to what it is exactly."""
    return np.array([int(one) / totals.denominator for one in totals.numerators], np.float64)
