"""Published examples."""

import numpy as np

from judge.scoring.agreement.ratings import Ratings

SHROUT_FLEISS = (
    (9, 2, 5, 8),
    (6, 1, 3, 2),
    (8, 4, 6, 8),
    (7, 1, 2, 6),
    (10, 5, 6, 9),
    (6, 2, 4, 7),
)
"""Six targets by four judges: Shrout & Fleiss (1979), table 2."""

KRIPPENDORFF = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
"""Four coders by twelve units with gaps: Krippendorff, "Computing … alpha-reliability" (2011)."""


def by_units(table: tuple[tuple[int | None, ...], ...]) -> Ratings:
    """Ratings of a table with a row a unit."""
    cells = [(u, r, v) for u, row in enumerate(table) for r, v in enumerate(row) if v is not None]
    units, raters, values = (np.array(column, np.int64) for column in zip(*cells, strict=True))
    return Ratings(units, raters, values)


def by_raters(table: tuple[tuple[int | None, ...], ...]) -> Ratings:
    """Ratings of a table with a row a rater."""
    return by_units(tuple(zip(*table, strict=True)))
