"""The same ranking by others, with none of Judge's checks: Polars' leanest query, and a bare numpy block."""

import os
from collections.abc import Callable

os.environ.setdefault("POLARS_MAX_THREADS", "2")

import numpy as np
import numpy.typing as npt
import pandas as pd
import polars as pl

Numbers = npt.NDArray[np.int64]
Block = npt.NDArray[np.int16]


def polars_way(marks: pd.DataFrame, nominations: pd.DataFrame, reviewers: int) -> Callable[[], pl.DataFrame]:
    """`ranked_by_polars` on frames of its own, which are made here and not when it is called."""
    own_marks, own_nominations = (pl.DataFrame(frame.to_dict("series")) for frame in (marks, nominations))
    return lambda: ranked_by_polars(own_marks, own_nominations, reviewers)


def ranked_by_polars(marks: pl.DataFrame, nominations: pl.DataFrame, reviewers: int) -> pl.DataFrame:
    """Sums of the three middle totals in ticks, ranked within bodies, in the award list's order.

    Args:
        marks: a row a mark, in any order; each nomination has five sheets.
        nominations: a row a nomination, with its body.
        reviewers: what all reviewers' codes are below.
    """
    total = pl.col("ticks")
    packed = pl.col("nomination") * reviewers + pl.col("reviewer")
    return (
        marks.lazy()
        .group_by(packed)
        .agg(total.sum())
        .group_by(pl.col("nomination") // reviewers)
        .agg(total.sum() - total.min() - total.max())
        .join(nominations.lazy(), on="nomination")
        .with_columns(rank=total.rank("min", descending=True))
        .with_columns(rank_in_body=pl.col("rank").rank("min").over("body"))
        .sort("rank", "body", "nomination")
        .collect()
    )


def ranked_by_numpy(block: Block, bodies: Numbers) -> Numbers:
    """The places within bodies by nomination, of ticks that need no more reading: the floor.

    Args:
        block: (nominations, sheets, criteria).
        bodies: of each nomination.
    """
    totals = block.sum(axis=2, dtype=np.int16)
    middle = totals.sum(axis=1) - totals.min(axis=1) - totals.max(axis=1)
    order = np.lexsort((-middle, bodies))
    body, best = bodies[order], middle[order]
    new_body = np.append(True, body[1:] != body[:-1])
    new_place = new_body | np.append(True, best[1:] != best[:-1])
    at = np.arange(len(order))
    place = np.empty(len(order), np.int64)
    place[order] = np.maximum.accumulate(at * new_place) - np.maximum.accumulate(at * new_body) + 1
    return place
