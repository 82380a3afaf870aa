"""Whether a reviewer became more severe or more lenient as they went along."""

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from judge.scoring.exact import Positions, opens
from judge.scoring.reviewers.chance import of_t
from judge.scoring.reviewers.shared import Floats, Shared, as_floats
from judge.scoring.reviewers.words import FEWEST, Lack, Notice

UNKNOWN = -1
"""The place of a sheet whose order nobody knows: filed from a table, settled by the chair."""

PER = 10
"""Slopes are given for so many sheets."""

_NOTABLE = 0.5
"""Of what a total usually lies apart from the others': what changes from first to last to be worth a word."""


@dataclass(frozen=True, slots=True)
class Drift:
    """How own total - mean of the others' totals changes, in points over `PER` sheets of one's own.

    The slope is that of least squares over `sheets` shared sheets whose order is known; above 0 the reviewer
    became more lenient. `chance` is that of a slope as far from 0.
    """

    sheets: int
    slope: float | None
    error: float | None = None
    chance: float | None = None
    notice: Notice | None = None
    lack: Lack | None = None


def drifts(shared: Shared, orders: Positions) -> tuple[Drift, ...]:
    """The drift of each reviewer, by their positions.

    Args:
        shared: the shared sheets.
        orders: of each of these the place among all that its reviewer handed in, or UNKNOWN.
    """
    known = orders != UNKNOWN
    who, there = shared.reviewers[known], orders[known].astype(np.float64)
    apart = as_floats(shared.differences)[known] if len(orders) else there

    def by_reviewer(column: Floats) -> Floats:
        return np.asarray(np.bincount(who, column, shared.count), np.float64)

    sheets = np.bincount(who, minlength=shared.count)
    places, above = (column - (by_reviewer(column) / np.maximum(sheets, 1))[who] for column in (there, apart))
    lengths, enough = by_reviewer(places * places), sheets >= FEWEST
    safe = np.where(lengths > 0, lengths, 1)
    slopes = np.where(enough, by_reviewer(places * above) / safe, 0)
    left = above - slopes[who] * places
    variance = by_reviewer(left * left) / np.maximum(sheets - 2, 1)
    errors = np.sqrt(variance / safe)
    # As with severity: what lies on a line lies on it only to a step.
    least = np.sqrt((variance + shared.step**2 / 12) / safe)
    ratios = np.divide(slopes, least, out=np.zeros(shared.count), where=least > 0)
    chances = of_t(ratios, sheets - 2)
    usual = np.sqrt((variance * np.maximum(sheets - 2, 0)).sum() / max(np.maximum(sheets - 2, 0).sum(), 1))
    notable = np.abs(slopes) * _lengths(who, there, shared.count) >= _NOTABLE * usual
    ways = np.where(notable, np.sign(slopes), 0).astype(np.int64).tolist()
    return tuple(
        Drift(n, slope, error, chance, _NOTICES.get(way))
        if n >= FEWEST
        else Drift(n, None, lack=_lack(n, all_shared))
        for n, all_shared, slope, error, chance, way in zip(
            sheets.tolist(),
            shared.sheets.tolist(),
            (slopes * PER).tolist(),
            (errors * PER).tolist(),
            chances.tolist(),
            ways,
            strict=True,
        )
    )


_NOTICES = MappingProxyType({1: Notice.RISING, -1: Notice.FALLING})


def _lack(sheets: int, shared: int) -> Lack:
    if not shared:
        return Lack.ALONE
    return Lack.FEW if sheets or shared < FEWEST else Lack.NO_ORDER


def places_of(reviewers: Positions, handed_in: Positions) -> Positions:
    """Of each sheet its place, from 0, among those of its reviewer by ascending `handed_in`.

    UNKNOWN stays unknown and takes no place.
    """
    known = np.flatnonzero(handed_in != UNKNOWN)
    order = known[np.lexsort((handed_in[known], reviewers[known]))]
    begins = np.flatnonzero(opens(reviewers[order]))
    firsts = np.repeat(begins, np.diff(begins, append=len(order)))
    places = np.full(len(reviewers), UNKNOWN, np.int64)
    places[order] = np.arange(len(order)) - firsts
    return places


def _lengths(who: Positions, there: Floats, count: int) -> Floats:
    """How many places lie between the first and the last of each."""
    first, last = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(first, who, there)
    np.maximum.at(last, who, there)
    return np.where(last >= first, last - first, 0)
