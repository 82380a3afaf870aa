"""Marks as plain columns, and what a mark may say."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from judge.scoring.exact import Flags, Positions, within
from judge.scoring.frames import flag_column, whole_column

NOT_APPLICABLE = -1
"""What stands in a grid of ticks for "not applicable"; an unmarked criterion never gets into one."""

UNMARKED = -2
"""What stands in a cell that no mark has filled."""


def narrow_ticks(most_ticks: int) -> "np.dtype[np.signedinteger[Any]]":
    """The narrowest type for ticks up to `most_ticks` and for what may stand in their place."""
    return np.min_scalar_type(min(-most_ticks - 1, UNMARKED))


@dataclass(frozen=True, slots=True, eq=False)
class MarkColumns:
    """The columns of the marks, or of some rows of them."""

    nomination: Positions
    reviewer: Positions
    criterion: Positions
    ticks: Positions
    applicable: Flags

    @classmethod
    def of(cls, marks: pd.DataFrame) -> "MarkColumns":
        """The columns of a frame of marks."""
        return cls(
            whole_column(marks, "nomination"),
            whole_column(marks, "reviewer"),
            whole_column(marks, "criterion"),
            whole_column(marks, "ticks"),
            flag_column(marks, "applicable"),
        )

    def __len__(self) -> int:
        return len(self.ticks)

    def rows(self, rows: slice) -> "MarkColumns":
        """Some rows of each column."""
        return MarkColumns(
            self.nomination[rows],
            self.reviewer[rows],
            self.criterion[rows],
            self.ticks[rows],
            self.applicable[rows],
        )

    def said(self, most_ticks: int) -> Positions | None:
        """The ticks, or `NOT_APPLICABLE`; None where some are out of range or contradict what applies."""
        if not within(self.ticks, most_ticks + 1):
            return None
        if self.applicable.all():
            return self.ticks
        if self.ticks[~self.applicable].any():
            return None
        return np.where(self.applicable, self.ticks, NOT_APPLICABLE)
