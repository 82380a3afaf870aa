"""Which sheets there are of each nomination, in which state, and where each stands."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from judge.domain.sheet import ByRuling, SheetState
from judge.scoring.codes import Codes
from judge.scoring.exact import SAFE, Flags, Positions, opens
from judge.scoring.frames import STATES, state_codes, whole_column
from judge.scoring.problem_rows import problems_of, problems_where
from judge.scoring.problems import PanelRefused

STATE_BITS = len(STATES).bit_length()


@dataclass(frozen=True, slots=True, eq=False)
class SheetIndex:
    """All sheets in the order of (nomination, reviewer).

    `keys` are `nomination position × len(reviewers) + reviewer position`, ascending; `first` says where the
    sheets of each nomination begin, `counts` which sheets count (submitted), `states` how many sheets each
    nomination has in each state (columns as `STATES`).
    """

    nominations: Codes
    reviewers: Codes
    keys: Positions
    first: Positions
    counts: Flags
    states: Positions

    @property
    def most(self) -> int:
        """How many sheets the nomination with the most sheets has."""
        return int(np.diff(self.first, append=len(self.keys)).max(initial=0))

    def in_state(self, state: SheetState | ByRuling) -> Positions:
        """How many sheets of each nomination are in `state`."""
        return self.states[:, STATES.index(state)]

    def codes(self, keys: Positions) -> tuple[Positions, Positions]:
        """The nomination codes and reviewer codes that keys stand for."""
        nomination, reviewer = np.divmod(keys, max(len(self.reviewers), 1))
        return self.nominations.codes[nomination], self.reviewers.codes[reviewer]

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
    # One sort of whole numbers that hold key and state is several times faster than sorting an index.
    packed = at * len(reviewers) + reviewers.positions(reviewer) << STATE_BITS | state
    packed.sort()
    problems = (
        *problems_where("sheet-of-unknown-nomination", at < 0, nomination=nomination, reviewer=reviewer),
        *problems_where("sheet-state-unknown", state < 0, nomination=nomination, reviewer=reviewer),
    )
    if problems:
        raise PanelRefused(problems)
    keys, in_state = packed >> STATE_BITS, packed & (1 << STATE_BITS) - 1
    owner = keys // max(len(reviewers), 1)
    tally = np.bincount(owner * len(STATES) + in_state, minlength=len(nominations) * len(STATES))
    states = tally.reshape(len(nominations), len(STATES))
    sheets_of = states.sum(axis=1)
    index = SheetIndex(
        nominations=nominations,
        reviewers=reviewers,
        keys=keys,
        first=np.cumsum(sheets_of) - sheets_of,
        counts=in_state == STATES.index(SheetState.SUBMITTED),
        states=states,
    )
    again_nomination, again_reviewer = index.codes(keys[~opens(keys)])
    repeated = problems_of("sheet-repeated", nomination=again_nomination, reviewer=again_reviewer)
    if repeated:
        raise PanelRefused(repeated)
    return index
