"""Measure what Judge promises, each against a named peer in the same run: python -m bench [NAME…].

Exit 1 where a bound is missed, once all are measured; 2 for a name that no bench has.
"""

import subprocess
import sys
from collections.abc import Sequence

BENCHES = (
    "start",
    "desk",
    "keys",
    "forms",
    "save",
    "sheets",
    "merge",
    "rank",
    "frames",
    "severity",
    "assign",
    "export",
)
"""Modules of this package; each ends with 1 where it misses a bound of its own."""


def main(names: Sequence[str]) -> int:
    """Run the benches, or those named; the exit code."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"No bench is called {', '.join(unknown)}. There are {', '.join(BENCHES)}.", file=sys.stderr)
        return 2
    missed = [name for name in names or BENCHES if _misses(name)]
    return 1 if missed else 0


def _misses(name: str) -> bool:
    # A process of its own, so that none is measured in the memory that another has left.
    return subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False).returncode != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
