"""What a method makes of a panel whose reviewers were drawn: any method, one draw after the other."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from judge.scoring.award import list_of
from judge.scoring.award_list import AwardList
from judge.scoring.codes import Codes
from judge.scoring.combine import combine
from judge.scoring.exact import Exact, Positions
from judge.scoring.method import Method
from judge.scoring.panel import Panel
from judge.scoring.ranking import places, places_within
from judge.scoring.rounding import rounded
from judge.scoring.safety.compared import Compared
from judge.scoring.safety.narrow import Narrow, narrow

Rank = Callable[[Panel, Method], AwardList]
"""Ranks a panel by a method; seats are not asked."""


def _ranked(panel: Panel, method: Method) -> AwardList:
    return list_of(panel, method=method)


class Recount:
    """The places of the compared nominations in each draw, counted by the method itself."""

    def __init__(self, compared: Compared, method: Method, rank: Rank = _ranked) -> None:
        self._compared = compared
        self._rank = rank
        # Whether a nomination has sheets enough was decided by its own sheets, not by what is drawn.
        self._method = replace(method, min_sheets=1)
        # What sections are moved by hangs on all their nominations, not only on those that are compared.
        whole = compared.whole if method.calibrate == "section" else None
        self._panel = compared.panel if whole is None else whole
        self._own = Codes(compared.panel.nominations)
        self._drawn_from = Codes(compared.panel.sheet_reviewer).positions(self._panel.sheet_reviewer)

    def places(self, times: Narrow) -> Narrow:
        """Places within the groups: (draws, nominations) for draws (draws, reviewers)."""
        return in_each(times, len(self._compared), self._places)

    def _places(self, row: Positions) -> Positions:
        # Who judged none of the compared is in no draw, and their sheets stay what they are.
        sheet_times = np.where(self._drawn_from >= 0, row[self._drawn_from], 1)
        ranked = self._rank(resampled(self._panel, sheet_times), self._method)
        compared = ranked.take(np.flatnonzero(self._own.positions(ranked.nomination) >= 0))
        rank = compared.rank[np.argsort(compared.nomination)]
        return places_within(rank, self._compared.groups)[0]


class Recombine:
    """The same for totals that were calibrated beforehand and stay what they are; ties are left shared."""

    def __init__(self, compared: Compared, totals: Exact, method: Method) -> None:
        self._compared = compared
        self._totals = totals
        self._method = replace(method, min_sheets=1)
        panel = compared.panel
        self._drawn_from = Codes(panel.sheet_reviewer).positions(panel.sheet_reviewer)

    def places(self, times: Narrow) -> Narrow:
        """As `Recount.places`."""
        return in_each(times, len(self._compared), lambda row: self._places(row[self._drawn_from]))

    def _places(self, sheet_times: Positions) -> Positions:
        panel, method = self._compared.panel, self._method
        own = with_own(panel, sheet_times)
        totals = self._totals.take(np.repeat(np.arange(len(own)), own))
        score = combine(resampled(panel, own), totals, method).score
        printed = method.rank_on == "printed"
        values = rounded(score, method.decimals, method.rounding).numerators if printed else score.numerators
        return places_within(places(values), self._compared.groups)[0]


def in_each(times: Narrow, nominations: int, places: Callable[[Positions], Positions]) -> Narrow:
    """What `places` makes of each draw, a row each."""
    found: Narrow = np.empty((len(times), nominations), narrow(nominations + 1))
    for at, row in enumerate(times):
        found[at] = places(row.astype(np.int64))
    return found


def with_own(panel: Panel, sheet_times: Positions) -> Positions:
    """How often each sheet counts in a draw: a nomination none of whose reviewers is drawn keeps its own."""
    drawn = np.bincount(panel.sheet_nomination, sheet_times, len(panel.nominations))
    return np.where((drawn == 0)[panel.sheet_nomination], 1, sheet_times)


def resampled(panel: Panel, sheet_times: Positions) -> Panel:
    """The panel with each counted sheet as often as `with_own` says, each time by another reviewer."""
    sheet_times = with_own(panel, sheet_times)
    counted = np.bincount(panel.sheet_nomination, sheet_times, len(panel.nominations)).astype(np.int64)
    again = np.repeat(np.arange(len(sheet_times)), sheet_times)
    copy = np.arange(len(again)) - np.repeat(np.cumsum(sheet_times) - sheet_times, sheet_times)
    most = int(sheet_times.max(initial=1))
    return replace(
        panel,
        counted=counted,
        sheet_nomination=panel.sheet_nomination[again],
        sheet_reviewer=panel.sheet_reviewer[again] * most + copy,
        grid=panel.grid[again],
    )
