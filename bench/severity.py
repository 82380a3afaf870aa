"""The severity fit against R's lme4, both on one thread: as exact, and many times as fast.

At lme4's tight tolerances three small tables must come out the same; at its defaults 100,000 ratings are
timed, the fit alone. 500,000 are told of Judge alone, as lme4 takes minutes for them.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# For Judge and for R, which inherits them.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"

import numpy as np
import numpy.typing as npt

from bench.verdict import Ratios, tell
from judge.scoring.severity.ratings import Ratings
from judge.scoring.severity.reml import Fit, fit

REVIEWERS, NOMINATIONS, MORE_NOMINATIONS, EACH = 2_000, 20_000, 100_000, 5
RUNS = 5
MUST, TARGET = 10, 30
"""Times as fast as lme4."""

COMPONENTS, CRITERION, EFFECTS = 1e-5, 1e-6, 1e-5
"""How far Judge may be off: of the variance itself, of the criterion itself, in points."""

AT_MOST: Ratios = {
    f"components' error, of {COMPONENTS:g}": 1,
    f"criterion's, of {CRITERION:g}": 1,
    f"effects', of {EFFECTS:g}": 1,
    f"time, of lme4's / {MUST}": 1,
}

Pairs = npt.NDArray[np.bool_]

Said = dict[str, npt.NDArray[np.float64]]
"""What lme4 says of a table, by what."""


def marked(pairs: Pairs, draw: np.random.Generator) -> Ratings:
    """Ratings in half points of whom `pairs` (nominations, reviewers) bring together."""
    nominations, reviewers = np.nonzero(pairs)
    good, lenient = draw.normal(80, 5, len(pairs)), draw.normal(0, 2.5, len(pairs.T))
    values = good[nominations] + lenient[reviewers] + draw.normal(0, 3, len(nominations))
    return Ratings(nominations, reviewers, np.round(values * 2) / 2)


def small_tables() -> dict[str, Ratings]:
    """Crossed with gaps; crossed whole; three sections that share a few nominations."""
    draw = np.random.default_rng(1979)
    gaps: Pairs = draw.random((240, 30)) < 0.12
    gaps[np.arange(240), np.arange(240) % 30] = True
    nested: Pairs = np.kron(np.eye(3, dtype=np.bool_), np.ones((40, 6), np.bool_))
    nested[::20] = True
    tables = {"gaps": gaps, "crossed": np.ones((60, 9), np.bool_), "nested": nested}
    return {name: marked(pairs, draw) for name, pairs in tables.items()}


def large_table(nominations: int) -> Ratings:
    """As many nominations, each judged by five of the reviewers, drawn by lot."""
    draw = np.random.default_rng(20190315)
    reviewers = draw.integers(REVIEWERS, size=(nominations, EACH))
    while (twice := (np.diff(np.sort(reviewers)) == 0).any(axis=1)).any():
        reviewers[twice] = draw.integers(REVIEWERS, size=(int(twice.sum()), EACH))
    good, lenient = draw.normal(80, 5, nominations), draw.normal(0, 2, REVIEWERS)
    values = good[:, None] + lenient[reviewers] + draw.normal(0, 3, reviewers.shape)
    halves = np.round(values * 2).ravel()
    return Ratings(np.repeat(np.arange(nominations), EACH), reviewers.ravel(), halves / 2)


def write(folder: Path, name: str, ratings: Ratings) -> None:
    """A table as R reads it."""
    columns = (ratings.nominations, ratings.reviewers, ratings.values)
    rows = np.stack([np.asarray(column, np.float64) for column in columns], axis=1)
    np.savetxt(
        folder / f"{name}.csv", rows, "%g", delimiter=",", header="nomination,reviewer,value", comments=""
    )


def said_by_lme4(folder: Path) -> tuple[str, dict[str, Said]]:
    """R's BLAS, and what lme4 says of the tables in a folder; leaves with 2 where there is no lme4 to ask."""
    script = Path(__file__).with_suffix(".R")
    command = ["Rscript", "--vanilla", str(script), str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as failed:
        why = getattr(failed, "stderr", None) or failed
        print(f"severity: lme4 cannot be asked; install Debian's r-cran-lme4. {why}".strip(), file=sys.stderr)
        sys.exit(2)
    said: dict[str, Said] = {}
    blas, *lines = done.stdout.splitlines()
    for line in lines:
        name, what, *figures = line.split()
        said.setdefault(name, {})[what] = np.array([float(figure) for figure in figures])
    return Path(blas.split()[-1]).name, said


def errors(ours: Fit, theirs: Said) -> tuple[float, float, float]:
    """How far off components, criterion and effects are, in their units."""
    components = np.abs(ours.variances.array() / theirs["variances"] - 1).max()
    criterion = abs(ours.criterion / theirs["criterion"][0] - 1)
    return float(components), float(criterion), float(np.abs(ours.reviewers - theirs["reviewers"]).max())


def timed(ratings: Ratings) -> tuple[float, Fit]:
    """Seconds of the processor that the fit takes, the median of some runs; and the fit."""
    times, found = [], fit(ratings)
    for _ in range(RUNS):
        begin = time.process_time()
        found = fit(ratings)
        times.append(time.process_time() - begin)
    return statistics.median(times), found


def main() -> bool:
    """Print errors and times, and hold them to their bounds."""
    tables, large = small_tables(), large_table(NOMINATIONS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for table, ratings in (*tables.items(), ("fast-large", large)):
            write(folder, table, ratings)
        blas, said = said_by_lme4(folder)
    off = np.max([errors(fit(ratings), said[table]) for table, ratings in tables.items()], axis=0)
    seconds, found = timed(large)
    if errors(found, said["fast-large"])[0] > 1e-3:
        sys.exit("severity: judge and lme4 disagree")
    lme4_seconds = float(said["fast-large"]["seconds"][0])
    few_seconds, _ = timed(tables["gaps"])
    more_seconds, _ = timed(large_table(MORE_NOMINATIONS))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = (
        f"severity: 100,000 ratings judge {seconds:.2f} s, lme4 {lme4_seconds:.1f} s (R with {blas}): "
        f"{lme4_seconds / seconds:.0f} times as fast, {TARGET} is the target; 500,000 judge alone "
        f"{more_seconds:.2f} s, peak memory {peak:.0f} MB; {len(tables['gaps'].values)} judge "
        f"{few_seconds * 1000:.0f} ms"
    )
    allowed = (COMPONENTS, CRITERION, EFFECTS, lme4_seconds / MUST)
    ratios = dict(zip(AT_MOST, np.array([*off, seconds]) / allowed, strict=True))
    return tell(figures, ratios, AT_MOST)


if __name__ == "__main__":
    sys.exit(not main())
