"""Which sheets there are of each nomination, in which state, and where each stands."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from judge.domain.sheet import ByRuling, SheetState
from judge.scoring.codes import Codes
from judge.scoring.exact import SAFE, Flags, Positions, Ticks, opens
from judge.scoring.frames import STATES, state_codes, whole_column
from judge.scoring.problem_rows import problems_of, problems_where
from judge.scoring.problems import PanelRefused
from judge.scoring.sorting import ascends, grouped, narrowest

STATE_BITS = len(STATES).bit_length()


@dataclass(frozen=True, slots=True, eq=False)
class SheetIndex:
    """All sheets in the order of (nomination, reviewer).

    Per sheet: `nomination` and `reviewer`, positions among `nominations` and `reviewers`; `keys`, which are
    `nomination × len(reviewers) + reviewer` and ascend; `counts`, which sheets count (submitted). Per
    nomination: `first`, where its sheets begin, and `states`, how many there are in each state, a row a state
    of `STATES`.
    """

    nominations: Codes
    reviewers: Codes
    nomination: Positions
    reviewer: Positions
    keys: Positions
    counts: Flags
    first: Positions
    states: Positions

    @property
    def most(self) -> int:
        """How many sheets the nomination with the most sheets has."""
        return int(np.diff(self.first, append=len(self.keys)).max(initial=0))

    def in_state(self, state: SheetState | ByRuling) -> Positions:
        """How many sheets of each nomination are in `state`."""
        sheets: Positions = self.states[STATES.index(state)]
        return sheets

    def counted(self) -> tuple[Positions, Positions]:
        """Of the sheets that count, the positions of their nominations and the codes of their reviewers."""
        nomination, reviewer = self.nomination, self.reviewer
        if not self.counts.all():
            nomination, reviewer = nomination[self.counts], reviewer[self.counts]
        return nomination, self.reviewers.codes[reviewer]

    def search(self) -> "SheetSearch":
        """What finds the sheets that many marks are of."""
        return SheetSearch(self, np.append(self.keys, SAFE), range(max(self.most - 1, 0).bit_length())[::-1])


@dataclass(frozen=True, slots=True, eq=False)
class SheetSearch:
    """Finds sheets by halving each nomination's own: a few steps, where sorting all marks takes long."""

    index: SheetIndex
    keys: Positions
    steps: range

    def rows(self, nomination: Positions, reviewer: Positions) -> Positions:
        """Where the sheets of pairs of codes stand among all sheets, -1 where there is no such sheet."""
        index = self.index
        at, who = index.nominations.positions(nomination), index.reviewers.positions(reviewer)
        if not len(index.first):
            return at
        key = at * len(index.reviewers) + who
        row = index.first.take(at, mode="clip")
        for step in self.steps:
            # Beyond the last sheet, "clip" reads the key that is above every other.
            row += (self.keys.take(row + (1 << step), mode="clip") <= key).astype(np.int64) << step
        found = (self.keys.take(row, mode="clip") == key) & (at >= 0) & (who >= 0)
        return row if found.all() else np.where(found, row, -1)


def index_sheets(sheets: pd.DataFrame, nominations: Codes) -> SheetIndex:
    """Put the sheets in order.

    Raises:
        PanelRefused: with "sheet-of-unknown-nomination", "sheet-state-unknown" and "sheet-repeated".
    """
    nomination, reviewer = whole_column(sheets, "nomination"), whole_column(sheets, "reviewer")
    reviewers = Codes(reviewer)
    at, state = nominations.positions(nomination), state_codes(sheets)
    problems = (
        *problems_where("sheet-of-unknown-nomination", at < 0, nomination=nomination, reviewer=reviewer),
        *problems_where("sheet-state-unknown", state < 0, nomination=nomination, reviewer=reviewer),
    )
    if problems:
        raise PanelRefused(problems)
    states = _tally(at, state, len(nominations))
    sheets_of = states.sum(axis=0)
    who = reviewers.positions(reviewer)
    keys = at * len(reviewers) + who
    if not ascends(keys):
        at, who, state = _in_order(at, who, state, sheets_of, len(reviewers))
        keys = at * len(reviewers) + who
        if not ascends(keys):
            again = ~opens(keys)
            named = {"nomination": nominations.codes[at[again]], "reviewer": reviewers.codes[who[again]]}
            raise PanelRefused(problems_of("sheet-repeated", **named))
    return SheetIndex(
        nominations=nominations,
        reviewers=reviewers,
        nomination=at,
        reviewer=who,
        keys=keys,
        counts=state == STATES.index(SheetState.SUBMITTED),
        first=np.cumsum(sheets_of) - sheets_of,
        states=states,
    )


def _tally(at: Positions, state: Ticks, nominations: int) -> Positions:
    """How many sheets of each nomination are in each state, a row a state."""
    states = np.zeros((len(STATES), nominations), np.int64)
    for row in range(len(STATES)):
        here = state == row
        if here.any():
            states[row] = np.bincount(at if here.all() else at[here], minlength=nominations)
    return states


def _in_order(
    at: Positions, who: Positions, state: Ticks, sheets_of: Positions, reviewers: int
) -> tuple[Positions, Positions, Ticks]:
    """Nominations, reviewers and states of the sheets by (nomination, reviewer)."""
    end = reviewers << STATE_BITS
    kind = narrowest(max(end, len(at)))
    packed = (who << STATE_BITS | state).astype(kind)
    ordered = grouped(at.astype(kind), packed, len(sheets_of), end).ordered.astype(np.int64)
    owner = np.repeat(np.arange(len(sheets_of)), sheets_of)
    return owner, ordered >> STATE_BITS, ordered & (1 << STATE_BITS) - 1
