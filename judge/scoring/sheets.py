"""Which sheets there are of each nomination, and in which state."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from judge.domain.sheet import SheetState
from judge.scoring.codes import Codes
from judge.scoring.exact import Flags, Positions, opens
from judge.scoring.frames import STATES, state_codes, whole_column
from judge.scoring.problems import PanelRefused, problems_of, problems_where

STATE_BITS = len(STATES).bit_length()


@dataclass(frozen=True, slots=True, eq=False)
class SheetIndex:
    """All sheets in the order of (nomination, reviewer).

    `keys` are `nomination position × len(reviewers) + reviewer position`, ascending; `counts` says which
    sheets count (submitted), `states` how many sheets each nomination has in each state (columns as
    `STATES`).
    """

    nominations: Codes
    reviewers: Codes
    keys: Positions
    counts: Flags
    states: Positions

    def in_state(self, state: SheetState) -> Positions:
        """How many sheets of each nomination are in `state`."""
        return self.states[:, STATES.index(state)]

    def codes(self, keys: Positions) -> tuple[Positions, Positions]:
        """The nomination codes and reviewer codes that keys stand for."""
        nomination, reviewer = np.divmod(keys, max(len(self.reviewers), 1))
        return self.nominations.codes[nomination], self.reviewers.codes[reviewer]

    def find(self, keys: Positions) -> tuple[Positions, Flags]:
        """Where ascending, distinct `keys` stand among the sheets, and which of them are no sheet's."""
        if np.array_equal(keys, self.keys):
            return np.arange(len(keys)), np.zeros(len(keys), np.bool_)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return at, self.keys[at] != keys


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
    index = SheetIndex(
        nominations=nominations,
        reviewers=reviewers,
        keys=keys,
        counts=in_state == STATES.index(SheetState.SUBMITTED),
        states=tally.reshape(len(nominations), len(STATES)),
    )
    again_nomination, again_reviewer = index.codes(keys[~opens(keys)])
    repeated = problems_of("sheet-repeated", nomination=again_nomination, reviewer=again_reviewer)
    if repeated:
        raise PanelRefused(repeated)
    return index
