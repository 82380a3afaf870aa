"""How far a criterion's weight can change before any standing does."""

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from judge.domain.standing import Reason, Standing
from judge.scoring.allocation import bit_of, code_of
from judge.scoring.award_list import AwardList
from judge.scoring.criteria import criterion_means
from judge.scoring.exact import SAFE, Positions, Whole, largest
from judge.scoring.safety.sensitivity import Base, with_weight

FURTHEST = Fraction(1)
"""Weights are looked at from nothing to double."""

CLOSE = Fraction(1, 1000)
"""How closely a turning point is found where it must be tried out."""

_TRIED = (Fraction(1, 20), Fraction(1, 10), Fraction(1, 4), Fraction(1, 2), FURTHEST)


@dataclass(frozen=True, slots=True)
class Turning:
    """The smallest change of a weight, as a part of it, from which on somebody's standing is another.

    Those tied across the line have none to lose.

    `exact` where it follows from the scores: at any smaller change all standings are the same. Else it was
    tried out: at `at` some standing differs, at `before` none does, and the two are close.
    """

    at: Fraction
    before: Fraction
    exact: bool


@dataclass(frozen=True, slots=True)
class Turnings:
    """Of less and of more weight; None where nothing changes between no weight and double."""

    less: Turning | None
    more: Turning | None


def turnings(base: Base, key: str) -> Turnings:
    """Where the standings turn with the weight of the criterion `key`."""
    if proportional(base):
        return _exact(base, key)
    return Turnings(_tried(base, key, -1), _tried(base, key, 1))


def proportional(base: Base) -> bool:
    """Whether each score is a sum of the criteria's parts, each in proportion to its weight alone."""
    method = base.method
    return (
        base.seats is not None
        and (method.combine == "mean" or method.by_criterion)
        and method.rank_on == "exact"
        and not method.ties
        and not method.stages
        and method.calibrate == "none"
        and method.round_at == "score"
        and bool(base.panel.applicable.all())
    )


def _exact(base: Base, key: str) -> Turnings:
    ranked = base.ranked.take(np.argsort(base.ranked.nomination))
    scores, parts = _parts(base, ranked, key, np.searchsorted(base.panel.nominations, ranked.nomination))
    least: list[list[Fraction]] = [[], []]
    for body, seats in enumerate(base.seats or ()):
        here = np.flatnonzero((ranked.body == body) & (ranked.rank > 0))
        for turns, sign in zip(least, (-1, 1), strict=True):
            sides = _Sides.of(ranked, parts * sign, here, seats or 0)
            turns.extend(_first_meeting(scores, parts * sign, sides.awarded, sides.not_above))
            turns.extend(_first_meeting(scores, parts * sign, sides.not_below, sides.reserve))
    return Turnings(*(_nearest(found, sign) for found, sign in zip(least, (-1, 1), strict=True)))


@dataclass(frozen=True, slots=True, eq=False)
class _Sides:
    """A body as it stands at the very smallest change of a weight.

    Those tied across the line part at once where the criterion tells them apart. From there on, standings
    follow from who is above whom across the line, and `awarded` or `reserve` keep theirs until one of the
    first meets one of those `not_above`, or one of the second those `not_below`. A tie that comes about is a
    turn, too: the seat is then for the chair to give.
    """

    awarded: Positions
    not_above: Positions
    not_below: Positions
    reserve: Positions

    @classmethod
    def of(cls, ranked: AwardList, parts: Whole, body: Positions, seats: int) -> "_Sides":
        standing, reasons = ranked.standing[body], ranked.reason_bits[body]
        awarded = body[standing == code_of(Standing.AWARDED)]
        reserve = body[standing == code_of(Standing.RESERVE)]
        tied = body[reasons & bit_of(Reason.TIE_AT_CUT) > 0]
        left = seats - len(awarded)
        before = np.array([int((parts[tied] > part).sum()) for part in parts[tied]], np.int64)
        equal = np.array([int((parts[tied] == part).sum()) for part in parts[tied]], np.int64)
        above, below = tied[before + equal <= left], tied[before >= left]
        still = np.setdiff1d(tied, np.concatenate([above, below]))
        return cls(
            awarded,
            np.concatenate([still, below, reserve]),
            np.concatenate([awarded, above, still]),
            reserve,
        )


def _nearest(found: list[Fraction], sign: int) -> Turning | None:
    near = min((one for one in found if one <= FURTHEST), default=None)
    return None if near is None else Turning(sign * near, sign * near, exact=True)


def _parts(base: Base, ranked: AwardList, key: str, at: Positions) -> tuple[Whole, Whole]:
    """Scores, and what the criterion contributes to each, as whole numbers over one denominator."""
    place = [one.key for one in base.panel.rubric.criteria].index(key)
    means = criterion_means(base.panel, base.method).ticks
    points = base.panel.rubric.step * base.panel.rubric.criteria[place].weight
    score = ranked.scores.score
    shared = math.lcm(score.denominator, means.denominator * points.denominator)
    up = shared // score.denominator, shared // (means.denominator * points.denominator) * points.numerator
    parts = means.numerators[at, place]
    bound = 2 * max(largest(score.numerators) * up[0], largest(parts) * abs(up[1]))
    kind = np.int64 if bound < SAFE else object
    return score.numerators.astype(kind) * up[0], parts.astype(kind) * up[1]


def _first_meeting(scores: Whole, parts: Whole, upper: Positions, lower: Positions) -> list[Fraction]:
    """At which multiples of the parts one of the lower first meets each of the upper."""
    found = []
    for one in upper.tolist():
        lead, gain = scores[one] - scores[lower], parts[lower] - parts[one]
        gaining = np.flatnonzero(gain > 0)
        if not len(gaining):
            continue
        rough = lead[gaining].astype(np.float64) / gain[gaining].astype(np.float64)
        nearest = gaining[rough <= rough.min() * (1 + 1e-9)]
        found.append(min(Fraction(int(lead[at]), int(gain[at])) for at in nearest.tolist()))
    return found


def _tried(base: Base, key: str, sign: int) -> Turning | None:
    before = Fraction(0)
    for size in _TRIED:
        if _turns(base, key, sign * size):
            return _between(base, key, before, sign * size)
        before = sign * size
    return None


def _between(base: Base, key: str, before: Fraction, at: Fraction) -> Turning:
    while abs(at - before) > CLOSE:
        middle = (before + at) / 2
        if _turns(base, key, middle):
            at = middle
        else:
            before = middle
    return Turning(at, before, exact=False)


def _turns(base: Base, key: str, by: Fraction) -> bool:
    changed = with_weight(base, key, 1 + by)
    return bool(changed.decided) and not changed.refused
