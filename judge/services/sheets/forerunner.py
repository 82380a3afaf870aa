"""A second process that reads what a desk shows first, while the first one is still bringing up its screen.

Loading the database's libraries takes as long as loading the screen's; on two processors both are done at
once. The forerunner opens the edition to read, answers what it is asked over a pipe and is gone once the pipe
closes. It is the same code on the same edition, so that it reads what the desk itself would have read. Where
it cannot be had, fails or is slow, the desk reads for itself.
"""

import gc
import os
import pickle
import subprocess
import sys
from threading import Timer
from typing import IO

WORDS = frozenset({"glance", "page", "queue"})
"""What a forerunner answers: it writes nothing."""

_PATIENCE = 3.0
"""Seconds for one answer, after which the desk reads for itself."""
_FAREWELL = 1.0


class Forerunner:
    """The second process, as the first one sees it; one thread asks."""

    def __init__(self, location: str, reviewer: str) -> None:
        """Start it on the edition at a path or URL, for a reviewer's key as typed."""
        self._process = _started() if _processors() > 1 else None
        self._say((location, reviewer))

    def ask(self, word: str, *arguments: object) -> object:
        """What the desk answers to one of `WORDS`; None where nobody answers: then nobody will any more."""
        if word not in WORDS or not self._say((word, *arguments)):
            return None
        answer = self._heard()
        if answer is None:
            self.end()
        return answer

    def end(self) -> None:
        """Let it go; it need not have answered."""
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in _pipes(process):
            try:
                pipe.close()
            except OSError:  # what was never sent is not missed
                continue
        try:
            process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _say(self, said: tuple[object, ...]) -> bool:
        if self._process is None or self._process.stdin is None:
            return False
        try:
            pickle.dump(said, self._process.stdin)
            self._process.stdin.flush()
        except (OSError, ValueError):
            self.end()
            return False
        return True

    def _heard(self) -> object:
        process = self._process
        if process is None or process.stdout is None:
            return None
        impatience = Timer(_PATIENCE, process.kill)
        impatience.daemon = True
        impatience.start()
        try:
            # Nobody but the process that was started above holds the other end.
            return pickle.load(process.stdout)  # noqa: S301
        except Exception:  # noqa: BLE001 - whatever is wrong with it, the desk can read for itself
            return None
        finally:
            impatience.cancel()


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _started() -> subprocess.Popen[bytes] | None:
    # -P: a file in the current folder must not be taken for a module of the same name.
    # The edition is said over the pipe: a URL may hold a password, and everybody can see arguments.
    if not sys.executable:
        return None
    command = [sys.executable, "-P", "-c", f"from {__name__} import run_ahead; run_ahead()"]
    try:
        return subprocess.Popen(  # noqa: S603 - this interpreter, this module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError:
        return None


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], ...]:
    return tuple(pipe for pipe in (process.stdin, process.stdout) if pipe)


def run_ahead() -> None:
    """What the second process does: open the edition, and answer until nobody asks any more."""
    # By the time that there is rubbish worth collecting this process is gone.
    gc.disable()
    try:
        _answer(sys.stdin.buffer, sys.stdout.buffer)
    except Exception:  # noqa: BLE001 - the pipe has closed, or the desk will meet the same trouble and say it
        sys.exit(1)


def _answer(asked: IO[bytes], answers: IO[bytes]) -> None:
    # The first process, which starts this one, has no time for any of these.
    from judge.domain.desk import Glance, is_to_do  # noqa: PLC0415
    from judge.services.editions.edition import open_edition  # noqa: PLC0415
    from judge.services.sheets.desk import Desk  # noqa: PLC0415

    location, reviewer = pickle.load(asked)  # noqa: S301 - from the process that started this one
    edition = open_edition(location, may_upgrade=False)
    try:
        desk = Desk(edition, reviewer)
        ready: dict[tuple[object, ...], object] = {}
        while True:
            said = pickle.load(asked)  # noqa: S301 - likewise
            answer = ready.pop(said, None) or getattr(desk, said[0])(*said[1:])
            pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
            if isinstance(answer, Glance) and (first := next(filter(is_to_do, answer.items), None)):
                # What is asked next as a rule: it is read while the first process still shows the queue.
                ready["page", first.nomination] = desk.page(first.nomination)
    finally:
        edition.close()
