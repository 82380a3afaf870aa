"""Each metric on panels worked out by hand: everybody scores the same, and the metric alone decides."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from judge.domain.standing import RankedLine, Standing
from judge.scoring.award import award_list, subset_list
from judge.scoring.award_list import AwardList
from judge.scoring.breakers import metrics, names
from judge.scoring.method import Method
from tests.judge.scoring.panels import NA, Sheet, mark_frame, nomination_frame, rubric, sheet_frame

RUBRIC = rubric(10, 10, step=Fraction(1), optional=(1,))
Marks = Mapping[int, Sequence[Sequence[int | None]]]
"""By nomination, the marks of each of its sheets."""

MEAN = Method(combine="mean", min_sheets=1)


def listed(given: Marks, method: Method, seats: int = 9) -> AwardList:
    """The list of nominations, each with the marks of its sheets; all of one body."""
    sheets = [Sheet(code, by, ticks) for code, rows in given.items() for by, ticks in enumerate(rows)]
    frames = mark_frame(sheets), sheet_frame(sheets), nomination_frame(dict.fromkeys(given, 0))
    return award_list(*frames, RUBRIC, method=method, seats=(seats,))


def said(line: RankedLine) -> tuple[int, int | None, str, str]:
    return line.nomination, line.rank, line.ahead_by, line.behind_by


def test_every_name_is_a_metric_and_every_metric_has_a_name() -> None:
    assert set(metrics.METRICS) == set(names.NAMES)


@pytest.mark.parametrize(
    ("by", "first", "second"),
    [
        ("median", [(6, 6), (7, 8), (7, 8)], [(6, 6), (6, 6), (9, 9)]),
        ("highest", [(6, 6), (6, 6), (9, 9)], [(6, 7), (7, 7), (7, 8)]),
        ("lowest", [(6, 7), (7, 7), (7, 8)], [(6, 6), (6, 6), (9, 9)]),
        ("spread", [(6, 7), (7, 7), (7, 8)], [(6, 6), (6, 6), (9, 9)]),
        ("top-marks", [(10, 4), (7, 7)], [(8, 6), (7, 7)]),
        ("trimmed-mean", [(1, 1), (8, 8), (8, 8), (8, 8), (7, 8)], [(5, 5), (7, 7), (7, 7), (7, 7), (6, 7)]),
        ("criterion:c0", [(8, 6), (8, 6)], [(7, 7), (7, 7)]),
        ("criterion:c1", [(6, 8), (8, 6)], [(7, 7), (8, 6)]),
    ],
)
def test_a_metric_alone_decides(
    by: str, first: Sequence[Sequence[int]], second: Sequence[Sequence[int]]
) -> None:
    tied = listed({2: first, 5: second}, MEAN)
    assert len({line.score for line in tied.lines()}) == 1, "the example itself is wrong"
    assert [line.rank for line in tied.lines()] == [1, 1]
    for order in ({2: first, 5: second}, {5: first, 2: second}):
        ahead, behind = listed(order, replace(MEAN, ties=(by,))).lines()
        codes = list(order)
        assert said(ahead) == (codes[0], 1, by, "")
        assert said(behind) == (codes[1], 2, "", by)


def test_the_mean_breaks_ties_of_medians() -> None:
    given = {1: [(5, 5), (7, 7), (8, 8)], 2: [(5, 5), (7, 7), (9, 9)]}
    lines = list(listed(given, Method(combine="median", ties=("mean",))).lines())
    assert [said(line) for line in lines] == [(2, 1, "mean", ""), (1, 2, "", "mean")]


def test_the_exact_score_breaks_ties_of_printed_ones() -> None:
    given = {1: [(5, 5), (5, 5), (5, 5)], 2: [(5, 5), (5, 5), (5, 6)]}
    method = replace(MEAN, decimals=0, rank_on="printed")
    assert [line.rank for line in listed(given, method).lines()] == [1, 1]
    broken = listed(given, replace(method, ties=("score",)))
    assert [said(line) for line in broken.lines()] == [(2, 1, "score", ""), (1, 2, "", "score")]


def test_the_chain_goes_on_to_whom_it_has_not_separated_and_the_rest_share() -> None:
    """1 is ahead by the median, 2 by its top marks, 3 and 4 share a place, 5 has another score."""
    given: Marks = {
        4: [(6, 6), (7, 6), (9, 8)],
        3: [(6, 6), (6, 7), (8, 9)],
        2: [(2, 10), (6, 7), (8, 9)],
        1: [(6, 6), (7, 7), (8, 8)],
        5: [(6, 6), (6, 6), (6, 6)],
    }
    made = listed(given, replace(MEAN, ties=("median", "top-marks")), seats=3)
    assert [said(line) for line in made.lines()] == [
        (1, 1, "median", ""),
        (2, 2, "top-marks", "median"),
        (3, 3, "", "top-marks"),
        (4, 3, "", "top-marks"),
        (5, 5, "", ""),
    ]
    standings = {line.nomination: line.standing for line in made.lines()}
    assert (standings[2], standings[3], standings[4]) == (
        Standing.AWARDED,
        Standing.UNDECIDED,
        Standing.UNDECIDED,
    )


def test_a_criterion_that_nobody_marked_stands_behind_a_zero() -> None:
    given: Marks = {1: [(5, NA)], 2: [(10, 0)]}
    lines = list(listed(given, replace(MEAN, ties=("criterion:c1",))).lines())
    assert [said(line) for line in lines] == [(2, 1, "criterion:c1", ""), (1, 2, "", "criterion:c1")]


def test_a_list_filled_from_another_keeps_what_broke_its_ties() -> None:
    given = {1: [(6, 6), (9, 9)], 2: [(7, 7), (8, 8)], 3: [(5, 5), (10, 10)], 4: [(1, 1), (1, 1)]}
    parent = listed(given, replace(MEAN, ties=("spread",)), seats=3)
    assert [said(line) for line in parent.lines()][:3] == [
        (2, 1, "spread", ""),
        (1, 2, "spread", "spread"),
        (3, 3, "", "spread"),
    ]
    subset = subset_list(parent, [2, 3], (1,))
    assert [said(line) for line in subset.lines()] == [(2, 1, "spread", ""), (3, 2, "", "spread")]
    assert [line.standing for line in subset.lines()] == [Standing.AWARDED, Standing.RESERVE]


def test_without_a_chain_nothing_is_worked_out_for_one() -> None:
    made = listed({1: [(5, 5)], 2: [(5, 5)]}, MEAN)
    assert (made.steps, made.ahead_by, made.behind_by) == (None, None, None)
    assert [said(line) for line in made.lines()] == [(1, 1, "", ""), (2, 1, "", "")]
