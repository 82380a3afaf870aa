"""Try papers spoilt in every way: python -m bench.fuzz [--cases N] [--seed N] [--only N] [--workers N].

Exit 1 where a case shows what may not be; its file is kept in the folder that --keep names, and printed with
the seed and the number that make it anew.
"""

import argparse
import os
import secrets
import sys
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import monotonic

from tests.fuzz.cases import Case, case
from tests.fuzz.room import try_all
from tests.fuzz.worker import Outcome

CASES = 20_000
_TELL_EVERY = 1000
_LAST_LINES = 12


def main(words: Sequence[str]) -> int:
    """Run the cases; the exit code."""
    said = _parsed(words)
    numbers = [said.only] if said.only is not None else range(said.first, said.first + said.cases)
    print(f"fuzz: {len(numbers)} cases, seed {said.seed}", flush=True)
    words_met: Counter[str] = Counter()
    began, slowest = monotonic(), 0.0
    for number, tried, outcome in try_all(numbers, partial(case, said.seed), said.workers):
        words_met["fault" if outcome.fault else outcome.word] += 1
        slowest = max(slowest, outcome.seconds)
        if outcome.fault:
            _tell(said.seed, number, tried, outcome, said.keep)
        if words_met.total() % _TELL_EVERY == 0:
            print(f"fuzz: {words_met.total()} tried, {dict(words_met)}", flush=True)
    met = ", ".join(f"{count} {word}" for word, count in words_met.most_common())
    print(f"fuzz: {met}; slowest {slowest:.1f} s; {monotonic() - began:.0f} s in all, seed {said.seed}")
    return 1 if words_met["fault"] else 0


def _parsed(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--first", type=int, default=0, help="the first case's number")
    parser.add_argument("--only", type=int, help="the number of the one case to try")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1 << 32))
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"), help="where faulty files are kept")
    return parser.parse_args(words)


def _tell(seed: int, number: int, tried: Case, outcome: Outcome, keep: Path) -> None:
    folder = keep / f"{seed}-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / tried.name).write_bytes(tried.content)
    (folder / "fault.txt").write_text(outcome.fault, "utf-8", "backslashreplace")
    print(f"\nfault: seed {seed}, case {number}, {tried.done!a}, kept in {folder}")
    print(*ascii_lines(outcome.fault)[-_LAST_LINES:], sep="\n", flush=True)


def ascii_lines(text: str) -> list[str]:
    """A text's lines as any terminal takes them."""
    return text.encode("ascii", "backslashreplace").decode("ascii").splitlines()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
