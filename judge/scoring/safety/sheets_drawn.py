"""How many sheets nominations have in draws of reviewers."""

from dataclasses import dataclass

import numpy as np

from judge.scoring.codes import Codes
from judge.scoring.exact import Positions
from judge.scoring.panel import Panel
from judge.scoring.safety.draws import Draws
from judge.scoring.safety.sums import Sheets, turned

_CELLS = 1 << 18


def rows(nominations: int) -> int:
    """How many draws to work on at a time: what is made of them should stay in the cache."""
    return max(_CELLS // max(nominations, 1), 1)


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """`most` sheets that a nomination has in any draw or of its own.

    `none` says of each nomination in how many chances none of its sheets was drawn.
    """

    most: int
    none: Positions


def sheets_drawn(panel: Panel, draws: Draws) -> Drawn:
    """Go through the draws of a panel's reviewers."""
    reviewer = Codes(panel.sheet_reviewer).positions(panel.sheet_reviewer)
    ones = np.ones(len(reviewer), np.int32)
    given = Sheets(panel.sheet_nomination, reviewer, ones).incidence(ones, draws.times.shape[1])
    most, none = int(panel.counted.max()), np.zeros(len(panel.nominations), np.int64)
    step = rows(len(panel.nominations))
    for begin in range(0, len(draws), step):
        count = given @ turned(draws.times[begin : begin + step])
        most = max(most, int(count.max()))
        if not count.all():
            none += (count == 0) @ draws.chances[begin : begin + step]
    return Drawn(most, none)
