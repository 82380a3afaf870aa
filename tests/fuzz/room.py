"""Cases tried in processes of their own, so that one that dies or never ends is told and costs no other."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from threading import Thread

from tests.fuzz.cases import Case
from tests.fuzz.trial import try_case
from tests.fuzz.worker import Outcome, Trial, work

HANGS_AFTER = 60.0
"""Seconds on the clock after which a case is given up; the trial itself counts those of the processor."""
_START_SECONDS = 120.0
_PROCESSES = multiprocessing.get_context("spawn")


def try_all(
    numbers: Iterable[int],
    make: Callable[[int], Case],
    workers: int,
    trial: Trial = try_case,
    hangs_after: float = HANGS_AFTER,
) -> Iterator[tuple[int, Case, Outcome]]:
    """Every case with its outcome, as they come."""
    waiting: SimpleQueue[int] = SimpleQueue()
    for number in numbers:
        waiting.put(number)
    told: SimpleQueue[tuple[int, Case, Outcome] | None] = SimpleQueue()

    def drain() -> None:
        lent = _Worker(trial, hangs_after)
        try:
            while True:
                number = waiting.get_nowait()
                made = make(number)
                told.put((number, made, lent.ask(made)))
        except Empty:
            lent.dismiss()
        finally:
            told.put(None)

    for _ in range(workers):
        Thread(target=drain, daemon=True).start()
    for _ in range(workers):
        yield from iter(told.get, None)


class _Worker:
    """One process at a time; a new one where the last has died or was ended."""

    def __init__(self, trial: Trial, hangs_after: float) -> None:
        self._trial, self._hangs_after = trial, hangs_after
        self._start()

    def _start(self) -> None:
        self._line, theirs = _PROCESSES.Pipe()
        self._process = _PROCESSES.Process(target=work, args=(theirs, self._trial), daemon=True)
        self._process.start()
        theirs.close()
        if not self._line.poll(_START_SECONDS):
            raise RuntimeError("the process that tries cases does not start")
        self._line.recv()

    def ask(self, case: Case) -> Outcome:
        """The outcome of a case."""
        line: Connection = self._line
        try:
            line.send(case)
            if line.poll(self._hangs_after):
                outcome: Outcome = line.recv()
                return outcome
            fault = f"did not end within {self._hangs_after:.0f} s"
        except (EOFError, OSError):
            self._process.join(1)
            fault = f"the process died ({self._process.exitcode})"
        self._process.kill()
        self._process.join()
        self._start()
        return Outcome("fault", fault)

    def dismiss(self) -> None:
        """Let the process end."""
        self._line.send(None)
        self._process.join()
