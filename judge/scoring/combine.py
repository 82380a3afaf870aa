"""From sheet totals to scores: mean, median or trimmed mean, exact."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from judge.scoring.criteria import criterion_means
from judge.scoring.exact import SAFE, Exact, Flags, Positions, Whole, distinct, largest, roomy
from judge.scoring.method import Method
from judge.scoring.panel import Panel
from judge.scoring.sorting import sorted_rows
from judge.scoring.totals import weigh


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """What a method makes of each nomination's sheets, in the panel's order.

    `score`, and `lowest` and `highest` sheet total, in points; all of them 0 and meaningless where not
    `scored` (an incomplete nomination has no score, not a score of zero).
    """

    scored: Flags
    score: Exact
    lowest: Exact
    highest: Exact


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Nominations with equally many counted sheets, so that their sheets fill a matrix."""

    count: int
    nominations: Positions
    """Positions, (n,)."""
    sheets: Positions
    """Positions, (n, count), by reviewer."""

    def of(self, values: Whole) -> Whole:
        """What `values` holds for these sheets, (n, count)."""
        every = self.sheets.size == len(values)
        return values.reshape(self.sheets.shape) if every else values[self.sheets]


def blocks(panel: Panel, chosen: Flags) -> Iterator[Block]:
    """The chosen nominations that have counted sheets, by how many they have."""
    first = panel.first_sheets()
    for count in distinct(panel.counted[chosen & (panel.counted > 0)]).tolist():
        nominations = np.flatnonzero(chosen & (panel.counted == count))
        if len(nominations) * count == len(panel.sheet_nomination):
            # All nominations have as many: their sheets follow each other, and none is looked for.
            sheets = np.arange(len(panel.sheet_nomination)).reshape(-1, count)
        else:
            sheets = first[nominations][:, None] + np.arange(count)
        yield Block(count, nominations, sheets)


def combine(panel: Panel, totals: Exact, method: Method) -> Scores:
    """The scores of all complete nominations, by `method`.

    Args:
        panel: the checked panel.
        totals: its sheets' totals (`sheet_totals`).
        method: what to make of them.
    """
    scored = panel.complete(method.min_sheets)
    parts = [(block, sorted_rows(block.of(totals.numerators))) for block in blocks(panel, scored)]
    lowest, highest = (np.zeros(len(scored), totals.numerators.dtype) for _ in range(2))
    for block, ordered in parts:
        lowest[block.nominations], highest[block.nominations] = ordered[:, 0], ordered[:, -1]
    if method.combine == "trimmed-mean" and method.trim == "criterion":
        means = criterion_means(panel, method)
        score = weigh(means.ticks, means.marked | ~scored[:, None], panel.rubric)
        score = Exact(np.where(scored, score.numerators, 0), score.denominator)
    else:
        score = _mean_of_kept(parts, totals, method, len(scored))
    return Scores(scored, score, Exact(lowest, totals.denominator), Exact(highest, totals.denominator))


def _mean_of_kept(parts: list[tuple[Block, Whole]], totals: Exact, method: Method, count: int) -> Exact:
    """The mean of each nomination's middle totals, all over the least denominator that makes them whole."""
    kept = {block.count: _kept(block.count, method) for block, _ in parts}
    scale = math.lcm(*(end - begin for begin, end in kept.values()))
    bound = largest(totals.numerators) * scale * max(kept, default=1)
    numerators = np.zeros(count, np.int64 if bound < SAFE else object)
    for block, ordered in parts:
        begin, end = kept[block.count]
        sums = roomy(ordered[:, begin:end], bound).sum(axis=1)
        numerators[block.nominations] = sums * (scale // (end - begin))
    return Exact(numerators, totals.denominator * scale)


def _kept(count: int, method: Method) -> tuple[int, int]:
    """Which of `count` totals in ascending order the score is the mean of: from, up to."""
    if method.combine == "median":
        return (count - 1) // 2, count // 2 + 1
    low, high = method.dropped(count)
    return low, count - high


def dropped_sheets(panel: Panel, totals: Exact, method: Method) -> Flags:
    """Which counted sheets trimming by total left out of their nomination's score, for explaining it.

    Among equal totals the value matters and not who gave it: the score is the same whichever is left out.
    To name one, sheets are put in the order of (total, reviewer code); the lowest are left out from the
    front and the highest from the back.
    """
    dropped = np.zeros(len(panel.sheet_nomination), np.bool_)
    if method.trim != "total":
        return dropped
    for block in blocks(panel, panel.complete(method.min_sheets)):
        low, high = method.dropped(block.count)
        order = np.argsort(totals.numerators[block.sheets], axis=1, kind="stable")
        ordered = np.take_along_axis(block.sheets, order, axis=1)
        dropped[ordered[:, :low]] = True
        dropped[ordered[:, block.count - high :]] = True
    return dropped


def straddles(panel: Panel, method: Method) -> bool:
    """Whether some complete nominations have enough sheets to be trimmed and others have not.

    Their scores are then means of different kinds, which is the chair's case and not the method's. With
    `trim` "criterion" the marks of each criterion count, since one may not apply on some sheets.
    """
    if method.combine != "trimmed-mean":
        return False
    complete = panel.complete(method.min_sheets)
    counts = panel.counted[complete]
    if method.trim == "criterion":
        marks = criterion_means(panel, method).count[complete]
        counts = marks[marks > 0]
    return bool(counts.size) and int(counts.min()) < method.trim_from <= int(counts.max())
