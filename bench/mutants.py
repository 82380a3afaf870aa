"""Spoilt returns by the thousand, each of which must be refused whole and by name: make mutants.

    python -m bench.mutants [--seed 2019] [--cases 10000]

Exit 1 where one was taken, crashed, or changed anything; it then lies in mutants-found/.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from judge.cli.output import progress
from judge.services.editions.edition import make_edition
from judge.services.sheets.assigning import assign, plan_assignments
from rubrics.catalogue import load_builtin
from tests.judge.packets.trials import Trials, try_mutants
from tests.judge.services import small_papers as papers
from tests.judge.services.packets.post import Post, proved

FOUND = Path("mutants-found")


def main() -> bool:
    """Try them all, and tell what they were refused by; whether every one of them was."""
    asked = argparse.ArgumentParser(description="Merge spoilt returns.")
    asked.add_argument("--seed", type=int, default=2019)
    asked.add_argument("--cases", type=int, default=10_000)
    said = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder, progress("mutants") as on_progress:
        post = _post(Path(folder))
        trials = try_mutants(post, said.seed, said.cases, on_progress)
        proved(post.edition)
        post.edition.close()
    for code, count in sorted(trials.codes.items()):
        print(f"{count:>7} {code}")
    print(f"mutants: {said.cases} of seed {said.seed}, refused whole and by name {trials.codes.total()}")
    _keep(trials, said.seed)
    return not trials.wrong


def _post(folder: Path) -> Post:
    edition = make_edition(
        str(folder / "2019.judge"), title="2019", year=2019, programme=load_builtin("xinjiang_2019")
    )
    papers.file(edition, papers.quotas(folder), papers.nominations(folder), papers.reviewers(folder))
    assign(edition, plan_assignments(edition, 3))
    returns = folder / "returns"
    returns.mkdir()
    return Post(edition, returns)


def _keep(trials: Trials, seed: int) -> None:
    for number, mutant, fault in trials.wrong:
        FOUND.mkdir(exist_ok=True)
        file = FOUND / f"{seed}-{number}-{mutant.deed}.return"
        file.write_bytes(mutant.data)
        print(f"{file}: {fault}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(not main())
