"""How soon the desk stands: its first frame and nomination, against a bare Textual app's first frame."""

import statistics
import sys
import tempfile
from pathlib import Path

from bench.season import edition_with
from bench.typist import Typist
from bench.verdict import Ratios, tell
from judge.services.sheets.assigning import assign, plan_assignments

NOMINATIONS, ROUNDS = 10_000, 7
AT_MOST: Ratios = {"framed": 1.3, "readable": 2.2}


def main() -> bool:
    """Time both in turn, print the medians and their ratios, and hold these to their bounds."""
    with tempfile.TemporaryDirectory() as folder:
        edition = edition_with(Path(folder), NOMINATIONS, 1)
        assign(edition, plan_assignments(edition, 1))
        edition.close()
        path = str(Path(folder, "bench.judge"))
        rounds = [(*_desk(path), _table()) for _ in range(ROUNDS)]
    framed, readable, bare = (statistics.median(column) for column in zip(*rounds, strict=True))
    said = (
        f"desk: framed {framed * 1e3:.0f} ms, readable {readable * 1e3:.0f} ms, bare app {bare * 1e3:.0f} ms"
    )
    return tell(said, {"framed": framed / bare, "readable": readable / bare}, AT_MOST)


def _desk(edition: str) -> tuple[float, float]:
    """Seconds until the first frame, and until queue and first nomination can be read."""
    program = "from judge.cli.main import main; main()"
    with Typist(["-c", program, "score", edition, "--as", "R0001"]) as typist:
        framed = typist.until()
        readable = typist.until(b"Alignment")
        return framed - typist.started, readable - typist.started


def _table() -> float:
    with Typist(["-m", "bench.table_app", "20"]) as typist:
        return typist.until(b"qc-group") - typist.started


if __name__ == "__main__":
    sys.exit(not main())
