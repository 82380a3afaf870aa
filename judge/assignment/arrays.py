"""The arrays that an assignment is worked out in."""

import numpy as np
import numpy.typing as npt

Positions = npt.NDArray[np.int64]
"""Whole numbers: positions of nominations or reviewers, or how many sheets."""

Flags = npt.NDArray[np.bool_]
"""Yes or no, often a matrix of nominations × reviewers."""


def whole(values: object) -> Positions:
    """An array of whole numbers."""
    return np.asarray(values, np.int64)
