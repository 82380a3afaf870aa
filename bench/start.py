"""`judge --help` against a bare click group of as many subcommands."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.verdict import tell
from judge.cli.main import COMMANDS

ROUNDS = 21
AT_MOST = {"time": 1.6}

BARE = """
import click

@click.group()
def bare():
    '''A bare group.'''

{commands}

if __name__ == "__main__":
    bare()
"""
COMMAND = """
@bare.command(name={name!r}, short_help={summary!r})
def command_{number}():
    pass
"""


def main() -> bool:
    """Time both in turn, print the medians and their ratio, and hold it to its bound."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        commands = (
            COMMAND.format(name=name, summary=summary, number=number)
            for number, (name, (_module, summary)) in enumerate(COMMANDS.items())
        )
        bare.write_text(BARE.format(commands="".join(commands)), encoding="utf-8")
        judge = [sys.executable, "-c", "from judge.cli.main import main; main()", "--help"]
        times: dict[str, list[float]] = {"judge": [], "bare": []}
        for _ in range(ROUNDS):
            times["judge"].append(_seconds(judge))
            times["bare"].append(_seconds([sys.executable, str(bare), "--help"]))
    ours, theirs = (statistics.median(times[name]) for name in ("judge", "bare"))
    said = f"start: judge --help {ours * 1e3:.0f} ms, bare click {theirs * 1e3:.0f} ms"
    return tell(said, {"time": ours / theirs}, AT_MOST)


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(not main())
