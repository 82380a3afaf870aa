"""The method of docs/method.md once more, in plain fractions and loops: slow and obvious."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median
from types import MappingProxyType

from judge.domain.standing import RankedLine, Standing
from judge.scoring.method import Method
from rubrics.model import Criterion, Rubric
from tests.judge.scoring.panels import NA, Sheet

Weights = Mapping[str, Fraction]
NO_WEIGHTS: Weights = MappingProxyType({})


@dataclass
class Candidate:
    nomination: int
    body: int
    sheets: list[Sheet]
    score: Fraction | None = None
    metrics: tuple[Fraction, ...] = ()
    lowest: Fraction | None = None
    highest: Fraction | None = None
    printed: str = ""
    rank: int | None = None
    rank_in_body: int | None = None
    reserve: int | None = None
    standing: Standing = Standing.UNDECIDED
    reasons: tuple[str, ...] = ()
    ahead_by: str = ""
    behind_by: str = ""

    def states(self, *states: str) -> list[Sheet]:
        return [sheet for sheet in self.sheets if sheet.state in states]


def points(ticks: Sequence[Fraction | int | None], rubric: Rubric, weights: Weights = NO_WEIGHTS) -> Fraction:
    def weight(criterion: Criterion) -> Fraction:
        return weights.get(criterion.key, criterion.weight)

    here = [(t, c) for t, c in zip(ticks, rubric.criteria, strict=True) if t is not NA]
    got = sum((t * rubric.step * weight(c) for t, c in here), start=Fraction(0))
    most = sum((c.full_ticks * rubric.step * weight(c) for _, c in here), start=Fraction(0))
    full = sum((c.full_ticks * rubric.step * weight(c) for c in rubric.criteria), start=Fraction(0))
    return got * full / most


def trimmed(values: list[Fraction], method: Method) -> Fraction:
    ordered = sorted(values)
    if len(ordered) >= method.trim_from:
        ordered = ordered[method.drop_low : len(ordered) - method.drop_high]
    return sum(ordered, start=Fraction(0)) / len(ordered)


def mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, start=Fraction(0)) / len(values)


def totals_of(sheets: list[Sheet], rubric: Rubric, method: Method) -> list[Fraction]:
    totals = [points(sheet.ticks, rubric, method.weights) for sheet in sheets]
    return [rounded(total, method) for total in totals] if method.round_at == "sheet" else totals


def means_of(sheets: list[Sheet], rubric: Rubric, method: Method) -> list[Fraction | None]:
    """The criteria's means in ticks; None for a criterion without a mark."""
    by_criterion = method.combine == "trimmed-mean" and method.trim == "criterion"
    means: list[Fraction | None] = []
    for column in zip(*(sheet.ticks for sheet in sheets), strict=True):
        marks = [Fraction(ticks) for ticks in column if ticks is not NA]
        one = (trimmed(marks, method) if by_criterion else mean(marks)) if marks else NA
        if one is not NA and method.round_at == "criterion":
            one = rounded(one * rubric.step, method) / rubric.step
        means.append(one)
    return means


def score(sheets: list[Sheet], rubric: Rubric, method: Method) -> Fraction:
    totals = totals_of(sheets, rubric, method)
    if method.combine == "mean":
        return mean(totals)
    if method.combine == "median":
        return Fraction(median(totals))
    if method.trim == "total":
        return trimmed(totals, method)
    return points(means_of(sheets, rubric, method), rubric, method.weights)


def metric(name: str, sheets: list[Sheet], rubric: Rubric, method: Method) -> Fraction:
    """What breaks a tie, the larger first."""
    totals = totals_of(sheets, rubric, method)
    if name.startswith("criterion:"):
        at = [criterion.key for criterion in rubric.criteria].index(name.removeprefix("criterion:"))
        one = means_of(sheets, rubric, method)[at]
        return Fraction(-1) if one is NA else one
    if name == "top-marks":
        counting = [c for c in rubric.criteria if method.weights.get(c.key, c.weight)]
        full = {rubric.criteria.index(criterion): criterion.full_ticks for criterion in counting}
        return Fraction(sum(sheet.ticks[at] == most for sheet in sheets for at, most in full.items()))
    return {
        "score": lambda: score(sheets, rubric, method),
        "trimmed-mean": lambda: trimmed(totals, method),
        "mean": lambda: mean(totals),
        "median": lambda: Fraction(median(totals)),
        "highest": lambda: max(totals),
        "lowest": lambda: min(totals),
        "spread": lambda: min(totals) - max(totals),
    }[name]()


def rounded(value: Fraction, method: Method) -> Fraction:
    scaled = value * 10**method.decimals
    if method.rounding == "half-even":
        return Fraction(round(scaled), 10**method.decimals)
    return Fraction(math.floor(scaled + Fraction(1, 2)), 10**method.decimals)


def text(value: Fraction, decimals: int) -> str:
    digits = str(int(value * 10**decimals)).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits


Value = tuple[Fraction, ...]


def place(of: Value, among: Sequence[Value]) -> int:
    return 1 + sum(other > of for other in among)


def breaker(one: Value, other: Value | None, ties: Sequence[str]) -> str:
    """The breaker that separates two neighbours of equal score; "" where there is none."""
    if other is None or one[0] != other[0]:
        return ""
    return next(name for name, a, b in zip(ties, one[1:], other[1:], strict=True) if a != b)


def seat(body: list[Candidate], seats: int | None, *, incomplete: bool) -> None:
    """Standings of one body's ranked candidates."""
    for one in body:
        rank = one.rank_in_body or 0
        tied = sum(other.rank_in_body == rank for other in body)
        if seats is None:
            one.standing, one.reasons = Standing.UNDECIDED, ("no-seats-set",)
        elif seats == 0:
            one.standing, one.reasons = Standing.NOT_AWARDED, ("body-has-no-seats",)
        elif rank - 1 + tied <= seats:
            one.standing = Standing.AWARDED
        elif rank <= seats:
            one.standing, one.reasons = Standing.UNDECIDED, ("tie-at-cut",)
        else:
            one.standing = Standing.RESERVE
            one.reserve = rank - sum((other.rank_in_body or 0) <= seats for other in body)
        if incomplete and seats:
            one.reasons += ("body-incomplete",)


def award_list(
    sheets: Sequence[Sheet],
    bodies: Mapping[int, int],
    rubric: Rubric,
    *,
    method: Method,
    seats: Sequence[int | None],
    ineligible: Mapping[int, tuple[str, ...]],
) -> list[RankedLine]:
    everyone = [Candidate(n, b, [s for s in sheets if s.nomination == n]) for n, b in bodies.items()]
    for one in everyone:
        counted = one.states("submitted")
        one.reasons = tuple(
            reason
            for reason, holds in (
                ("too-few-sheets", len(counted) < method.min_sheets),
                ("sheet-open", one.states("open")),
                ("sheet-returned", one.states("returned")),
                ("sheet-forked", one.states("forked")),
                ("sheet-late", one.states("late")),
            )
            if holds
        )
        without = ("absent-by-ruling",) if one.states("absent") else ()
        complete = not one.reasons
        one.reasons += without
        if complete:
            one.score = score(counted, rubric, method)
            totals = totals_of(counted, rubric, method)
            one.lowest, one.highest = min(totals), max(totals)
            one.printed = text(rounded(one.score, method), method.decimals)
            one.metrics = tuple(metric(name, counted, rubric, method) for name in method.ties)
        if one.nomination in ineligible:
            one.standing, one.reasons = Standing.INELIGIBLE, one.reasons + ineligible[one.nomination]
    eligible = [one for one in everyone if one.nomination not in ineligible]
    ranked = [one for one in eligible if one.score is not None]

    def value(one: Candidate) -> Value:
        assert one.score is not None
        return (rounded(one.score, method) if method.rank_on == "printed" else one.score, *one.metrics)

    values = [value(one) for one in ranked]
    for one in ranked:
        mine = value(one)
        one.rank = place(mine, values)
        one.ahead_by = breaker(mine, max((v for v in values if v < mine), default=None), method.ties)
        one.behind_by = breaker(mine, min((v for v in values if v > mine), default=None), method.ties)
        one.rank_in_body = place(value(one), [value(other) for other in ranked if other.body == one.body])
    for body in set(bodies.values()):
        incomplete = any(one.score is None for one in eligible if one.body == body)
        of_body = [one for one in ranked if one.body == body]
        beside = {one.nomination: one.reasons for one in of_body}
        for one in of_body:
            one.reasons = ()
        seat(of_body, seats[body], incomplete=incomplete)
        for one in of_body:
            one.reasons = beside[one.nomination] + one.reasons

    def order(one: Candidate) -> tuple[bool, bool, int, int, int]:
        return one.rank is None, one.standing == Standing.INELIGIBLE, one.rank or 0, one.body, one.nomination

    return [
        RankedLine(
            nomination=one.nomination,
            body=one.body,
            rank=one.rank,
            rank_in_body=one.rank_in_body,
            score=one.score,
            printed=one.printed,
            standing=one.standing,
            reserve_place=one.reserve,
            reasons=one.reasons,
            sheets_counted=len(one.states("submitted")),
            sheets_expected=len(one.states("submitted", "open", "returned", "forked", "late", "absent")),
            lowest=one.lowest,
            highest=one.highest,
            sheets_absent=len(one.states("absent")),
            ahead_by=one.ahead_by,
            behind_by=one.behind_by,
        )
        for one in sorted(everyone, key=order)
    ]
