"""From shuffled marks to an award list: Judge's whole way against Polars' arithmetic alone.

Polars gets the leanest query known for it (one packed key, whole numbers) and none of the checks: no
completeness, no missing or repeated marks, no standings. What both compute must agree line by line.
"""

import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

os.environ.setdefault("POLARS_MAX_THREADS", "2")

import numpy as np
import pandas as pd
import polars as pl

from bench.verdict import tell
from judge.domain.sheet import SheetState
from judge.scoring.award import award_list
from rubrics.model import Criterion, Rubric, Text

if TYPE_CHECKING:
    from judge.scoring.award_list import AwardList

NOMINATIONS, PER_NOMINATION, REVIEWERS, CRITERIA, BODIES = 100_000, 5, 2_000, 8, 41
FULL_TICKS, RUNS = 25, 7
AT_MOST = {"time": 2.0}
SEATS = tuple(100 + 60 * body for body in range(BODIES))


def rubric() -> Rubric:
    """Eight criteria of 12.5 points in half points."""
    text = Text("", "")
    criteria = tuple(Criterion(f"c{at}", text, FULL_TICKS, Fraction(1), (), ()) for at in range(CRITERIA))
    return Rubric("bench", 1, text, text, Fraction(1, 2), criteria)


def frames() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Marks, sheets and nominations, each in random order."""
    draw = np.random.default_rng(20190315)
    nomination = np.repeat(np.arange(NOMINATIONS), PER_NOMINATION)
    spread = np.arange(PER_NOMINATION) * (REVIEWERS // PER_NOMINATION - 3)
    reviewer = ((draw.integers(0, REVIEWERS, NOMINATIONS)[:, None] + spread) % REVIEWERS).ravel()
    sheets = pd.DataFrame({"nomination": nomination, "reviewer": reviewer})
    marks = sheets.loc[sheets.index.repeat(CRITERIA)].reset_index(drop=True)
    marks["criterion"] = np.tile(np.arange(CRITERIA), len(sheets))
    marks["ticks"] = draw.integers(0, FULL_TICKS + 1, len(marks))
    marks["applicable"] = True
    state = pd.Categorical([SheetState.SUBMITTED.value], categories=[state.value for state in SheetState])
    sheets["state"] = state.take(np.zeros(len(sheets), int))
    bodies = pd.DataFrame(
        {"nomination": np.arange(NOMINATIONS), "body": draw.integers(0, BODIES, NOMINATIONS)}
    )
    marks, sheets, bodies = (
        frame.iloc[draw.permutation(len(frame))].reset_index(drop=True) for frame in (marks, sheets, bodies)
    )
    return marks, sheets, bodies


def ranked_by_polars(marks: pl.DataFrame, nominations: pl.DataFrame) -> pl.DataFrame:
    """Sums of the three middle totals in ticks, ranked within bodies, in the award list's order."""
    total = pl.col("ticks")
    packed = pl.col("nomination") * REVIEWERS + pl.col("reviewer")
    return (
        marks.lazy()
        .group_by(packed)
        .agg(total.sum())
        .group_by(pl.col("nomination") // REVIEWERS)
        .agg(total.sum() - total.min() - total.max())
        .join(nominations.lazy(), on="nomination")
        .with_columns(rank=total.rank("min", descending=True))
        .with_columns(rank_in_body=pl.col("rank").rank("min").over("body"))
        .sort("rank", "body", "nomination")
        .collect()
    )


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def agree(ours: "AwardList", theirs: pl.DataFrame) -> bool:
    """Whether both rank the same nominations at the same places with the same scores."""
    middle = PER_NOMINATION - 2
    ticks = ours.scores.score.numerators * 2 * middle // ours.scores.score.denominator
    return all(
        np.array_equal(column, theirs[name].to_numpy())
        for name, column in (
            ("nomination", ours.nomination),
            ("ticks", ticks),
            ("rank", ours.rank),
            ("rank_in_body", ours.rank_in_body),
        )
    )


def main() -> bool:
    """Print both times, their ratio and the peak memory, and hold the ratio to its bound."""
    marks, sheets, nominations = frames()
    judged = rubric()
    ours = award_list(marks, sheets, nominations, judged, seats=SEATS)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    polars_marks = pl.DataFrame(marks.to_dict("series"))
    polars_nominations = pl.DataFrame(nominations.to_dict("series"))
    theirs = ranked_by_polars(polars_marks, polars_nominations)
    if not agree(ours, theirs):
        sys.exit("rank: judge and polars disagree")
    # By turns, so that whatever else the machine does falls on both.
    times = [
        (
            seconds(lambda: award_list(marks, sheets, nominations, judged, seats=SEATS)),
            seconds(lambda: ranked_by_polars(polars_marks, polars_nominations)),
        )
        for _ in range(RUNS)
    ]
    judge_time, polars_time = (statistics.median(column) for column in zip(*times, strict=True))
    said = f"rank: judge {judge_time:.3f} s, polars {polars_time:.3f} s, peak memory {peak:.0f} MB"
    return tell(said, {"time": judge_time / polars_time}, AT_MOST)


if __name__ == "__main__":
    sys.exit(not main())
