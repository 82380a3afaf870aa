"""A process that tries one case after another, with so much memory and no more."""

import os
import resource
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from imports.intake import old_papers
from tests.fuzz.cases import Case
from tests.fuzz.ground import Ground
from tests.fuzz.trial import try_case

MEBIBYTE = 1 << 20
MEMORY = 512 * MEBIBYTE
"""Bytes that a case may take beyond what the process has before it."""
_PRINTED = 2000
_STATM = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case: a word, or the traceback of what should not have been."""

    word: str
    fault: str = ""
    seconds: float = 0.0


Trial = Callable[[Ground, Case, Path], str]


def work(asked: Connection, trial: Trial = try_case) -> None:
    """Try the cases that come until None comes; each is answered by its `Outcome`."""
    warnings.simplefilter("error")
    without_office()
    with tempfile.TemporaryDirectory(prefix="judge-fuzz-") as folder:
        ground, papers = Ground(Path(folder)), Path(folder, "papers")
        papers.mkdir()
        asked.send(None)
        while (case := asked.recv()) is not None:
            asked.send(outcome(ground, case, papers, trial))
        ground.close()


def without_office(put: Callable[[object, str, object], None] = setattr) -> None:
    """Let no case start LibreOffice: another program's seconds, and its faults, are not what is tried."""
    put(old_papers, "find_office", lambda: None)


def outcome(ground: Ground, case: Case, papers: Path, trial: Trial = try_case) -> Outcome:
    """Try one case; nothing is raised."""
    began = time.monotonic()
    try:
        with _held_to(MEMORY), _silent() as printed:
            word = trial(ground, case, papers)
        fault = f"printed on standard error: {printed[0]}" if printed[0] else ""
        return Outcome(word, fault, time.monotonic() - began)
    except BaseException:  # noqa: BLE001 - also what a parser's own language throws
        return Outcome("fault", traceback.format_exc(), time.monotonic() - began)


@contextmanager
def _held_to(memory: int) -> Iterator[None]:
    """Let the process grow by so many bytes at the most."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    if not _STATM.exists():
        # Nothing tells how large the process is: only its time is held to a limit.
        yield
        return
    pages = int(_STATM.read_text("ascii").split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + memory, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@contextmanager
def _silent() -> Iterator[list[str]]:
    """Catch whatever any library prints on standard error, whose reader a screen may be."""
    printed = [""]
    kept = os.dup(2)
    with tempfile.TemporaryFile() as caught:
        os.dup2(caught.fileno(), 2)
        try:
            yield printed
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            caught.seek(0)
            printed[0] = caught.read(_PRINTED).decode("utf-8", "replace")
