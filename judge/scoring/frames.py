"""The columns that scoring reads from its frames, checked and as plain arrays."""

from types import MappingProxyType

import numpy as np
import pandas as pd

from judge.domain.sheet import ByRuling, SheetState
from judge.scoring.exact import Flags, Positions, Ticks
from judge.scoring.problems import PanelRefused, Problem

STATES: tuple[SheetState | ByRuling, ...] = (*SheetState, *ByRuling)
"""The sheet states, and what rulings make of them, in the order of the codes that `state_codes` gives."""

COLUMNS = MappingProxyType(
    {
        "marks": ("nomination", "reviewer", "criterion", "ticks", "applicable"),
        "sheets": ("nomination", "reviewer", "state"),
        "nominations": ("nomination", "body"),
    }
)
KINDS = MappingProxyType({"applicable": "b"})


def check_columns(**frames: pd.DataFrame) -> None:
    """Refuse frames that lack a column or hold something else than whole numbers (flags, texts) in it.

    Raises:
        PanelRefused: with "frame-column-missing" and "frame-column-type" for every such column.
    """
    problems = tuple(
        Problem(code, MappingProxyType({"frame": frame, "column": column}))
        for frame, data in frames.items()
        for column in COLUMNS[frame]
        if (code := _column_problem(data, column))
    )
    if problems:
        raise PanelRefused(problems)


def _column_problem(frame: pd.DataFrame, column: str) -> str:
    if column not in frame.columns:
        return "frame-column-missing"
    # An empty frame has no types to speak of; a state is looked at value by value.
    if column == "state" or not len(frame):
        return ""
    fits = frame[column].to_numpy().dtype.kind in KINDS.get(column, "iu")
    return "" if fits else "frame-column-type"


def whole_column(frame: pd.DataFrame, column: str) -> Positions:
    """A column of whole numbers as int64, without a copy where it is that already."""
    return frame[column].to_numpy().astype(np.int64, copy=False)


def flag_column(frame: pd.DataFrame, column: str) -> Flags:
    """A column of yes and no."""
    return frame[column].to_numpy().astype(np.bool_, copy=False)


def state_codes(sheets: pd.DataFrame) -> Ticks:
    """The sheets' states as positions in `STATES`, as narrow as can be, -1 for what is no state.

    A categorical column costs next to nothing; a text column is read once.
    """
    known = pd.Index([state.value for state in STATES], dtype=object)
    states = sheets["state"]
    if isinstance(states.dtype, pd.CategoricalDtype):
        codes = states.cat.codes.to_numpy()
        of_category = known.get_indexer(states.cat.categories.astype(object)).astype(np.int8)
        if np.array_equal(of_category, np.arange(len(of_category))):
            return codes.astype(np.int8, copy=False)
        # The last entry answers for -1, which is how a category column spells a missing value.
        return np.append(of_category, np.int8(-1)).take(codes)
    return known.get_indexer(pd.Index(states.astype(object))).astype(np.int8)
