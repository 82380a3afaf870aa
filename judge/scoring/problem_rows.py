"""Problems found in whole columns at once."""

from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from judge.scoring.problems import Problem


def problems_of(code: str, **columns: npt.NDArray[Any]) -> tuple[Problem, ...]:
    """One problem for all rows given, none for none: their `count`, and the columns of the first.

    The first by value, not by row, so that the refusal too is the same in any row order.
    """
    rows = list(columns.values())
    if not len(rows[0]):
        return ()
    first = int(np.lexsort(rows[::-1])[0])
    named = {name: int(row[first]) for name, row in columns.items()}
    return (Problem(code, MappingProxyType({"count": len(rows[0]), **named})),)


def problems_where(code: str, bad: npt.NDArray[np.bool_], **columns: npt.NDArray[Any]) -> tuple[Problem, ...]:
    """One problem for all rows where `bad`."""
    return problems_of(code, **{name: column[bad] for name, column in columns.items()}) if bad.any() else ()
