"""Components joined without another sheet: two reviewers of different components change places."""

from dataclasses import dataclass

import numpy as np

from judge.assignment.arrays import Flags, Positions
from judge.assignment.components import Components, components, on_cycles


@dataclass(frozen=True, slots=True, eq=False)
class Sheets:
    """Sheets as positions of nominations and of reviewers.

    `part` is for which of the parts each was given; -1 for sheets that are held already: they stay.
    """

    nominations: Positions
    reviewers: Positions
    part: Positions

    def some(self, which: Flags) -> "Sheets":
        """Some of the sheets."""
        return Sheets(self.nominations[which], self.reviewers[which], self.part[which])

    def with_reviewers(self, reviewers: Positions) -> "Sheets":
        """The same sheets with other reviewers."""
        return Sheets(self.nominations, reviewers, self.part)


def exchange(sheets: Sheets, able: Flags) -> tuple[Sheets, int]:
    """Change reviewers' places until no two components can be joined so; how many changes were made.

    A change joins two components where one sheet of the two can go without its component falling apart, and
    leaves every load and every number of sheets as it is. `able` says who may be given which part.
    """
    changes = 0
    shape = (int(sheets.nominations.max(initial=-1)) + 1, able.shape[1])
    while True:
        found = components(sheets.nominations, sheets.reviewers, shape)
        change = _change(sheets, able, found, shape) if found.count > 1 else None
        if change is None:
            return sheets, changes
        one, other = change
        reviewers = sheets.reviewers.copy()
        reviewers[[one, other]] = reviewers[[other, one]]
        sheets = sheets.with_reviewers(reviewers)
        changes += 1


def _change(sheets: Sheets, able: Flags, found: Components, shape: tuple[int, int]) -> tuple[int, int] | None:
    """Two sheets of different components whose reviewers may change places, the first of them to spare."""
    component = found.reviewers[sheets.reviewers]
    moving = np.nonzero(_may_leave(sheets, able, found, component))[0]
    if not len(moving):
        return None
    spare = on_cycles(sheets.nominations, sheets.reviewers, shape)
    for one in moving[spare[moving]].tolist():
        fits = (
            (component[moving] != component[one])
            & able[sheets.part[one], sheets.reviewers[moving]]
            & able[sheets.part[moving], sheets.reviewers[one]]
        )
        if fits.any():
            return one, int(moving[np.argmax(fits)])
    return None


def _may_leave(sheets: Sheets, able: Flags, found: Components, component: Positions) -> Flags:
    """Which sheets are new, and of parts that somebody of another component may be given, too."""
    home = np.full(len(able), -1, np.int64)
    fresh = sheets.part >= 0
    home[sheets.part[fresh]] = component[fresh]
    elsewhere = (found.reviewers[None, :] != home[:, None]) & (found.reviewers >= 0) & (home >= 0)[:, None]
    leaves: Flags = fresh & (able & elsewhere).any(axis=1)[sheets.part]
    return leaves
