"""From marks to an award list: Judge's whole way against Polars' arithmetic alone, shuffled and in order.

Polars gets the leanest query known for it (one packed key, whole numbers) and none of the checks: no
completeness, no missing or repeated marks, no standings. What both compute must agree line by line.
Memory is what each takes beyond the frames, at its peak, in a process of its own that has not ranked before.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from bench.memory import taken
from bench.rank_peers import Numbers, polars_way, ranked_by_numpy
from bench.verdict import tell
from judge.domain.sheet import SheetState
from judge.scoring.award import award_list
from rubrics.model import Criterion, Rubric, Text

if TYPE_CHECKING:
    import polars as pl

    from judge.scoring.award_list import AwardList

NOMINATIONS, PER_NOMINATION, REVIEWERS, CRITERIA, BODIES = 100_000, 5, 2_000, 8, 41
FULL_TICKS, RUNS = 25, 9
AT_MOST = {"time": 1.0, "memory": 1.5, "time in order": 0.5}
SEATS = tuple(100 + 60 * body for body in range(BODIES))
BY_KEY = (3, 0, 6, 1, 7, 2, 5, 4)
"""Positions of the criteria in the order of their keys, in which the store holds a sheet's marks."""


class Frames(NamedTuple):
    """What scoring takes of one award."""

    marks: pd.DataFrame
    sheets: pd.DataFrame
    nominations: pd.DataFrame


def rubric() -> Rubric:
    """Eight criteria of 12.5 points in half points."""
    text = Text("", "")
    criteria = tuple(Criterion(f"c{at}", text, FULL_TICKS, Fraction(1), (), ()) for at in range(CRITERIA))
    return Rubric("bench", 1, text, text, Fraction(1, 2), criteria)


def in_order() -> Frames:
    """Marks, sheets and nominations as the store gives them: by nomination, reviewer, criterion's key."""
    draw = np.random.default_rng(20190315)
    nomination = np.repeat(np.arange(NOMINATIONS), PER_NOMINATION)
    spread = np.arange(PER_NOMINATION) * (REVIEWERS // PER_NOMINATION - 3)
    reviewer = np.sort((draw.integers(0, REVIEWERS, NOMINATIONS)[:, None] + spread) % REVIEWERS).ravel()
    sheets = pd.DataFrame({"nomination": nomination, "reviewer": reviewer})
    marks = sheets.loc[sheets.index.repeat(CRITERIA)].reset_index(drop=True)
    marks["criterion"] = np.tile(np.array(BY_KEY), len(sheets))
    marks["ticks"] = draw.integers(0, FULL_TICKS + 1, len(marks))
    marks["applicable"] = True
    state = pd.Categorical([SheetState.SUBMITTED.value], categories=[state.value for state in SheetState])
    sheets["state"] = state.take(np.zeros(len(sheets), int))
    bodies = draw.integers(0, BODIES, NOMINATIONS)
    return Frames(marks, sheets, pd.DataFrame({"nomination": np.arange(NOMINATIONS), "body": bodies}))


def shuffled(frames: Frames) -> Frames:
    """The same, each in random order."""
    draw = np.random.default_rng(2019)
    return Frames(*(frame.iloc[draw.permutation(len(frame))].reset_index(drop=True) for frame in frames))


def by_judge(frames: Frames) -> Callable[[], "AwardList"]:
    """Judge's way, to be called."""
    judged = rubric()
    return lambda: award_list(*frames, judged, seats=SEATS)


def by_polars(frames: Frames) -> Callable[[], "pl.DataFrame"]:
    """Polars' way, to be called."""
    return polars_way(frames.marks, frames.nominations, REVIEWERS)


def by_numpy(frames: Frames) -> Callable[[], Numbers]:
    """The floor, to be called: nothing to read, to check or to put in order."""
    ticks = frames.marks["ticks"].to_numpy().astype(np.int16)
    block = ticks.reshape(NOMINATIONS, PER_NOMINATION, CRITERIA)
    bodies = frames.nominations["body"].to_numpy()
    return lambda: ranked_by_numpy(block, bodies)


WAYS: Mapping[str, Callable[[Frames], Callable[[], object]]] = {"judge": by_judge, "polars": by_polars}


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def by_turns(works: Sequence[Callable[[], object]]) -> list[float]:
    """The median seconds of each; by turns, so that whatever else the machine does falls on all."""
    turns = [[seconds(work) for work in works] for _ in range(RUNS)]
    return [statistics.median(times) for times in zip(*turns, strict=True)]


def agree(ours: "AwardList", theirs: "pl.DataFrame") -> bool:
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


def memory(who: str, frames: Frames) -> float:
    """The megabytes that one way takes beyond the frames, in a process of its own."""
    with TemporaryDirectory() as folder:
        for name, frame in frames._asdict().items():
            frame.to_pickle(Path(folder) / name)
        command = [sys.executable, "-m", "bench.rank", who, folder]
        return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _child(who: str, folder: Path) -> None:
    # One line, so that Polars' process does not go on holding what its frames were made of.
    work = WAYS[who](Frames(*(pd.read_pickle(folder / name) for name in Frames._fields)))  # noqa: S301 - its parent's own
    print(taken(work))


def main() -> bool:
    """Print what each takes, and hold the ratios to their bounds."""
    ordered = in_order()
    mixed = shuffled(ordered)
    judge, polars = by_judge(mixed), by_polars(mixed)
    judge_in_order, polars_in_order = by_judge(ordered), by_polars(ordered)
    floor = by_numpy(ordered)
    ours = judge()
    places = ours.rank_in_body[np.argsort(ours.nomination)]
    agreed = agree(ours, polars()) and agree(judge_in_order(), polars_in_order())
    if not (agreed and np.array_equal(places, floor())):
        sys.exit("rank: judge and its peers disagree")
    took = by_turns((judge, polars))
    in_order_took = by_turns((judge_in_order, polars_in_order, floor))
    held = [memory(who, mixed) for who in WAYS]
    said = (
        f"rank: judge {took[0]:.3f} s, polars {took[1]:.3f} s; {held[0]:.0f} MB, {held[1]:.0f} MB;"
        f" in order {in_order_took[0]:.3f} s, {in_order_took[1]:.3f} s, a bare block {in_order_took[2]:.3f} s"
    )
    ratios = {
        "time": took[0] / took[1],
        "memory": held[0] / held[1],
        "time in order": in_order_took[0] / in_order_took[1],
    }
    return tell(said, ratios, AT_MOST)


if __name__ == "__main__":
    if sys.argv[1:]:
        _child(sys.argv[1], Path(sys.argv[2]))
    else:
        sys.exit(not main())
