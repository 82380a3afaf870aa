"""The same places as a recount's, many draws at a time, for methods that combine sheet totals.

A score is a sum of kept totals over how many are kept: a quotient of two whole numbers, and `orders` puts
those in order without rounding.
"""

from dataclasses import dataclass

import numpy as np

from judge.scoring.codes import Codes
from judge.scoring.exact import SAFE, Exact, Positions, distinct, largest
from judge.scoring.method import Method
from judge.scoring.safety.compared import Compared
from judge.scoring.safety.narrow import Narrow, narrow
from judge.scoring.safety.orders import Order
from judge.scoring.safety.sheets_drawn import rows
from judge.scoring.safety.sums import Means, Middles, Sheets


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """The nominations among which places are counted (positions), their sums, and how these are ordered."""

    nominations: Positions
    sums: Means | Middles
    order: Order


class Quick:
    """The places of the compared nominations in each draw."""

    def __init__(self, count: int, groups: tuple[Group, ...]) -> None:
        self._count = count
        self._groups = groups

    def places(self, times: Narrow) -> Narrow:
        """Places within the groups: (draws, nominations) for draws (draws, reviewers)."""
        place: Narrow = np.empty((len(times), self._count), narrow(self._count + 1))
        for group in self._groups:
            whole = len(self._groups) == 1
            step = rows(len(group.nominations))
            for begin in range(0, len(times), step):
                some = slice(begin, begin + step)
                here = group.order.places(group.sums.quotients(times[some]))
                place[some, slice(None) if whole else group.nominations] = here
        return place


def plain(method: Method) -> bool:
    """Whether places follow from exact means of kept sheet totals, and from nothing else.

    Totals may have been calibrated or rounded before.
    """
    return (
        method.rank_on == "exact"
        and not method.ties
        and not method.by_criterion
        and method.calibrate != "section"
    )


def quick(compared: Compared, totals: Exact, method: Method, most: int) -> Quick | None:
    """The quick way to places in draws, where there is one.

    Args:
        compared: the nominations.
        totals: those of the sheets of `compared.panel`, exact.
        method: how they are combined.
        most: how many sheets a nomination has at most in those draws, or of its own.
    """
    if not plain(method) or largest(totals.numerators) >= SAFE:
        return None
    panel = compared.panel
    least = int(totals.numerators.min(initial=0))
    everything = Sheets(
        panel.sheet_nomination,
        Codes(panel.sheet_reviewer).positions(panel.sheet_reviewer),
        totals.numerators.astype(np.int64) - least,
    )
    reviewers = int(everything.reviewers.max()) + 1
    groups = []
    for group in distinct(compared.groups).tolist():
        chosen = np.flatnonzero(compared.groups == group)
        sheets = _of(everything, compared.groups == group)
        order = Order.of(int(sheets.totals.max()), most, len(chosen))
        if order is None:
            return None
        whole = method.combine == "mean"
        sums = Means(sheets, reviewers, most) if whole else Middles(sheets, method, most)
        groups.append(Group(chosen, sums, order))
    return Quick(len(compared), tuple(groups))


def _of(sheets: Sheets, chosen: Positions) -> Sheets:
    at = np.flatnonzero(chosen[sheets.nominations])
    position = np.cumsum(chosen) - 1
    return Sheets(position[sheets.nominations[at]], sheets.reviewers[at], sheets.totals[at])
