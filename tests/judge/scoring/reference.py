"""The method of docs/method.md once more, in plain fractions and loops: slow and obvious."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from judge.domain.standing import RankedLine, Standing
from judge.scoring.method import Method
from rubrics.model import Rubric
from tests.judge.scoring.panels import NA, Sheet


@dataclass
class Candidate:
    nomination: int
    body: int
    sheets: list[Sheet]
    score: Fraction | None = None
    lowest: Fraction | None = None
    highest: Fraction | None = None
    printed: str = ""
    rank: int | None = None
    rank_in_body: int | None = None
    reserve: int | None = None
    standing: Standing = Standing.UNDECIDED
    reasons: tuple[str, ...] = ()

    def states(self, *states: str) -> list[Sheet]:
        return [sheet for sheet in self.sheets if sheet.state in states]


def points(ticks: Sequence[Fraction | int | None], rubric: Rubric) -> Fraction:
    here = [(t, c) for t, c in zip(ticks, rubric.criteria, strict=True) if t is not NA]
    got = sum((t * rubric.step * c.weight for t, c in here), start=Fraction(0))
    most = sum((c.full_ticks * rubric.step * c.weight for _, c in here), start=Fraction(0))
    return got * rubric.full_points / most


def trimmed(values: list[Fraction], method: Method) -> Fraction:
    ordered = sorted(values)
    if len(ordered) >= method.trim_from:
        ordered = ordered[method.drop_low : len(ordered) - method.drop_high]
    return sum(ordered, start=Fraction(0)) / len(ordered)


def score(sheets: list[Sheet], rubric: Rubric, method: Method) -> Fraction:
    totals = [points(sheet.ticks, rubric) for sheet in sheets]
    if method.combine == "mean":
        return sum(totals, start=Fraction(0)) / len(totals)
    if method.combine == "median":
        return Fraction(median(totals))
    if method.trim == "total":
        return trimmed(totals, method)
    means: list[Fraction | None] = []
    for column in zip(*(sheet.ticks for sheet in sheets), strict=True):
        marks = [Fraction(ticks) for ticks in column if ticks is not NA]
        means.append(trimmed(marks, method) if marks else NA)
    return points(means, rubric)


def rounded(value: Fraction, decimals: int) -> Fraction:
    return Fraction(math.floor(value * 10**decimals + Fraction(1, 2)), 10**decimals)


def text(value: Fraction, decimals: int) -> str:
    digits = str(int(value * 10**decimals)).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits


def place(of: Fraction, among: Sequence[Fraction]) -> int:
    return 1 + sum(other > of for other in among)


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
            totals = [points(sheet.ticks, rubric) for sheet in counted]
            one.lowest, one.highest = min(totals), max(totals)
            one.printed = text(rounded(one.score, method.decimals), method.decimals)
        if one.nomination in ineligible:
            one.standing, one.reasons = Standing.INELIGIBLE, one.reasons + ineligible[one.nomination]
    eligible = [one for one in everyone if one.nomination not in ineligible]
    ranked = [one for one in eligible if one.score is not None]

    def value(one: Candidate) -> Fraction:
        assert one.score is not None
        return rounded(one.score, method.decimals) if method.rank_on == "printed" else one.score

    for one in ranked:
        one.rank = place(value(one), [value(other) for other in ranked])
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
        )
        for one in sorted(everyone, key=order)
    ]
