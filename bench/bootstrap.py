"""A body's places in 1,000 draws of its reviewers, against the straightforward numpy version.

That one draws, takes the means of the sheets drawn and sorts them, draw by draw; both say how far each
nomination's place reaches and how often it is above the line, and must agree on every figure. Once with
five reviewers of sixty for each nomination, and once with the same nine for all.
"""

import statistics
import sys
import time
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from bench.verdict import tell
from judge.scoring.award import list_of
from judge.scoring.exact import Positions
from judge.scoring.method import Method
from judge.scoring.panel import Panel
from judge.scoring.safety.bootstrap import Bootstrap, bootstrap
from judge.scoring.safety.compared import Compared, compared
from judge.scoring.safety.draws import Circles, draws
from judge.scoring.totals import sheet_totals
from rubrics.model import Criterion, Rubric, Text

NOMINATIONS, REPLICATES, SEED, SEATS, RUNS = 2_461, 1_000, 2019, 300, 9
MOST_TICKS = 200
PANELS = {"5 of 60": (60, 5), "the same 9": (9, 9)}
AT_MOST = dict.fromkeys(PANELS, 0.5)
MEAN = Method(combine="mean")

Floats = npt.NDArray[np.float64]
Figures = tuple[Positions, Positions, Positions]


def panel(reviewers: int, each: int) -> Panel:
    """A panel of one body, each nomination with `each` sheets of one mark."""
    draw = np.random.default_rng(20190315)
    who = np.argsort(draw.random((NOMINATIONS, reviewers)), axis=1)[:, :each]
    who.sort(axis=1)
    good, severe = draw.normal(150, 12, NOMINATIONS), draw.normal(0, 6, reviewers)
    marks = good[:, None] + severe[who] + draw.normal(0, 8, who.shape)
    text, nothing = Text("", ""), np.zeros(NOMINATIONS, np.int64)
    criterion = Criterion("c", text, MOST_TICKS, Fraction(1), (), ())
    return Panel(
        rubric=Rubric("bench", 1, text, text, Fraction(1, 2), (criterion,)),
        nominations=np.arange(NOMINATIONS),
        bodies=nothing,
        counted=nothing + each,
        open=nothing,
        returned=nothing,
        forked=nothing,
        late=nothing,
        absent=nothing,
        sheet_nomination=np.repeat(np.arange(NOMINATIONS), each),
        sheet_reviewer=who.ravel(),
        grid=np.clip(np.rint(marks), 0, MOST_TICKS).astype(np.int64).reshape(-1, 1),
    )


def straightforward(of: Panel) -> Figures:
    """The places that nine draws in ten reach to, and how often each is among the seats; in plain numpy."""
    reviewers = int(of.sheet_reviewer.max()) + 1
    totals, given = np.zeros((2, NOMINATIONS, reviewers))
    totals[of.sheet_nomination, of.sheet_reviewer] = of.ticks[:, 0]
    given[of.sheet_nomination, of.sheet_reviewer] = 1
    own = totals.sum(axis=1) / given.sum(axis=1)
    lots = draws(Circles.of(of), REPLICATES, SEED).times
    places = np.empty((REPLICATES, NOMINATIONS), np.int64)
    for at, drawn in enumerate(lots):
        times = drawn.astype(np.float64)
        count = given @ times
        scores = np.where(count > 0, totals @ times / np.maximum(count, 1), own)
        order = np.argsort(-scores)
        ordered = scores[order]
        begins = np.zeros(NOMINATIONS, np.int64)
        begins[1:] = np.where(ordered[1:] != ordered[:-1], np.arange(1, NOMINATIONS), 0)
        places[at, order] = np.maximum.accumulate(begins) + 1
    low, high = np.quantile(places, [0.05, 0.95], axis=0, method="inverted_cdf")
    return low, high, (places <= SEATS).sum(axis=0)


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def judged(of: Compared) -> Bootstrap:
    """Judge's own way, with the same seed."""
    return bootstrap(of, MEAN, sheet_totals(of.panel), replicates=REPLICATES, seed=SEED)


def agree(ours: Bootstrap, theirs: Figures) -> bool:
    """Whether all figures are the same."""
    counted = (ours.tally.low, ours.tally.high, ours.tally.above)
    return all(np.array_equal(*pair) for pair in zip(counted, theirs, strict=True))


def ratio(reviewers: int, each: int) -> tuple[float, float]:
    """The seconds of both ways on one panel."""
    of = panel(reviewers, each)
    ranked = compared(of, list_of(of, method=MEAN, seats=(SEATS,)), by_body=True, seats=(SEATS,))
    first = judged(ranked)
    theirs = straightforward(of)
    if not agree(first, theirs) or not agree(judged(ranked), theirs):
        sys.exit("bootstrap: judge and numpy disagree, or the same seed gives other figures")
    # By turns, so that whatever else the machine does falls on both.
    times = [(seconds(lambda: judged(ranked)), seconds(lambda: straightforward(of))) for _ in range(RUNS)]
    ours, plain = (statistics.median(column) for column in zip(*times, strict=True))
    return ours, plain


def main() -> bool:
    """Print both times and their ratio for each panel, and hold the ratios to their bounds."""
    times = {name: ratio(*sizes) for name, sizes in PANELS.items()}
    said = ", ".join(
        f"{name}: judge {a * 1000:.0f} ms, numpy {b * 1000:.0f} ms" for name, (a, b) in times.items()
    )
    return tell(f"bootstrap: {said}", {name: a / b for name, (a, b) in times.items()}, AT_MOST)


if __name__ == "__main__":
    sys.exit(not main())
