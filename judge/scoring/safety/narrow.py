"""Whole numbers in as few bits as they need: where there are millions, time goes by their bytes."""

from typing import Any

import numpy as np
import numpy.typing as npt

Narrow = npt.NDArray[Any]
"""Whole numbers of any type that holds them; a bound worked out beforehand says which."""


def narrow(bound: int) -> type[np.int16] | type[np.int32] | type[np.int64]:
    """The narrowest type for numbers below `bound`."""
    return np.int16 if bound <= 1 << 15 else np.int32 if bound <= 1 << 31 else np.int64
