"""Keys typed into a program on a pseudo-terminal, and how long until it has painted what they did."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from typing import Self

from tests.terminal.terminal import SYNC_ASKED, SYNC_ENDS, SYNC_OFFERED

_COLUMNS, _LINES = 120, 36
_PATIENCE = 60.0
"""Seconds for what should take milliseconds: a program that says nothing so long is broken."""


class Typist:
    """One program and the one who types; a frame is what stands between the terminal's sync marks."""

    def __init__(self, arguments: Sequence[str]) -> None:
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "JUDGE_LANG": "en",
            "TEXTUAL_ANIMATIONS": "none",
            # As for any user: what was compiled once is not compiled again.
            "PYTHONDONTWRITEBYTECODE": "",
        }
        self._unread = b""
        self.started = time.perf_counter()
        self._pid, self._master = pty.fork()
        if self._pid == 0:
            os.execve(sys.executable, [sys.executable, *arguments], environment)  # noqa: S606 - no shell is wanted
        size = struct.pack("HHHH", _LINES, _COLUMNS, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._master)

    def until(self, sign: bytes = SYNC_ENDS) -> float:
        """The moment at which `sign`, a frame's end if none is given, has come."""
        while sign not in self._unread:
            self._read(_PATIENCE)
        self._unread = self._unread.partition(sign)[2]
        return time.perf_counter()

    def takes(self, keys: bytes, sign: bytes = SYNC_ENDS) -> float:
        """Seconds from a key to the end of the frame that it causes, or to `sign`."""
        self.rest()
        pressed = time.perf_counter()
        os.write(self._master, keys)
        return self.until(sign) - pressed

    def rest(self, seconds: float = 0.02) -> None:
        """Wait until nothing is painted for so long."""
        while select.select([self._master], [], [], seconds)[0]:
            self._read(seconds)
        self._unread = b""

    def _read(self, seconds: float) -> None:
        if not select.select([self._master], [], [], seconds)[0]:
            raise TimeoutError(f"nothing painted for {seconds} s")
        painted = os.read(self._master, 1 << 16)
        if SYNC_ASKED in painted:
            os.write(self._master, SYNC_OFFERED)
        self._unread += painted
