"""Tables, and what lme4 makes of them (data/reference.R)."""

import csv
from pathlib import Path

import numpy as np

from judge.scoring.exact import Positions
from judge.scoring.severity.ratings import Floats, Ratings

_DATA = Path(__file__).parent / "data"
TABLES = ("gaps", "nested", "criteria", "flat")


def table(name: str) -> Ratings:
    """A table of ratings: crossed with gaps, partly nested, by criterion, without severity."""
    with (_DATA / f"{name}.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))

    def column(key: str) -> Positions:
        return np.unique([int(row[key]) for row in rows], return_inverse=True)[1].astype(np.int64)

    values = np.array([float(row["y"]) for row in rows])
    return Ratings(column("nom"), column("rev"), values, column("crit") if "crit" in rows[0] else None)


def reference(name: str, what: str) -> Floats:
    """A row of what lme4 printed."""
    for line in (_DATA / "reference.txt").read_text("utf-8").splitlines():
        words = line.split()
        if words[:2] == [name, what]:
            return np.array([float(word) for word in words[2:]])
    raise KeyError(name, what)
