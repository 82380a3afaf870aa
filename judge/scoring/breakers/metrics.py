"""What each named metric is: exact, per nomination of a counted panel, the larger the better.

A further metric is a function here, its name in `METRICS` and in `names.NAMES`, and its words in
`judge.locale.methods`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from judge.scoring.breakers.names import criterion_of
from judge.scoring.combine import combine
from judge.scoring.counting import Counted
from judge.scoring.criteria import criterion_means
from judge.scoring.exact import Positions, Whole
from judge.scoring.method import Method

Metric = Callable[[Counted, Method], Whole]
"""Whole numbers per nomination in the panel's order, comparable with each other; the larger comes first.

They are read only where the nomination has a score.
"""


def metric(name: str) -> Metric:
    """The metric of a name; KeyError for one that is none."""
    if key := criterion_of(name):
        return lambda counted, method: criterion_mean(counted, method, key)
    return METRICS[name]


def score(counted: Counted, _method: Method) -> Whole:
    """The exact score, for lists that are ranked on printed figures."""
    return counted.scores.score.numerators


def trimmed_mean(counted: Counted, method: Method) -> Whole:
    """The mean of the sheets' totals without the highest and lowest, with the method's own numbers."""
    return _combined(counted, method, "trimmed-mean")


def mean(counted: Counted, method: Method) -> Whole:
    """The mean of all sheets' totals."""
    return _combined(counted, method, "mean")


def median(counted: Counted, method: Method) -> Whole:
    """The median of all sheets' totals."""
    return _combined(counted, method, "median")


def highest(counted: Counted, _method: Method) -> Whole:
    """The highest total of a sheet."""
    return counted.scores.highest.numerators


def lowest(counted: Counted, _method: Method) -> Whole:
    """The lowest total of a sheet; the higher comes first, for nobody on the panel thought less of it."""
    return counted.scores.lowest.numerators


def spread(counted: Counted, _method: Method) -> Whole:
    """The difference between highest and lowest total; the smaller comes first."""
    distance: Whole = counted.scores.lowest.numerators - counted.scores.highest.numerators
    return distance


def top_marks(counted: Counted, _method: Method) -> Whole:
    """How many marks of the counted sheets are full points, on criteria that weigh anything."""
    panel = counted.panel
    weighs = [at for at, criterion in enumerate(panel.rubric.criteria) if criterion.weight]
    full = np.array([panel.rubric.criteria[at].full_ticks for at in weighs], np.int64)
    tally: Positions = np.zeros(len(panel.nominations), np.int64)
    np.add.at(tally, panel.sheet_nomination, (panel.ticks[:, weighs] == full).sum(axis=1))
    return tally


def criterion_mean(counted: Counted, method: Method, key: str) -> Whole:
    """The mean of a criterion's marks, as it stands on the list.

    A nomination that no sheet gave this criterion a mark stands behind every mean, zero too.
    """
    means = criterion_means(counted.panel, method)
    at = [criterion.key for criterion in counted.panel.rubric.criteria].index(key)
    return np.where(means.marked[:, at], means.ticks.numerators[:, at], -1)


METRICS: Mapping[str, Metric] = MappingProxyType(
    {
        "score": score,
        "trimmed-mean": trimmed_mean,
        "mean": mean,
        "median": median,
        "highest": highest,
        "lowest": lowest,
        "spread": spread,
        "top-marks": top_marks,
    }
)
"""By name; `names.NAMES` has the same names for who only needs those."""


def _combined(counted: Counted, method: Method, combined: str) -> Whole:
    by = Method(
        combine=combined,
        trim_from=method.trim_from,
        drop_high=method.drop_high,
        drop_low=method.drop_low,
        min_sheets=method.min_sheets,
    )
    return combine(counted.panel, counted.totals, by).score.numerators
