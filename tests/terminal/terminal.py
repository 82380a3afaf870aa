"""A real terminal for the tests: judge on a pseudo-terminal, its screen kept by an emulator."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from contextlib import suppress

import pyte

PROGRAM = "from judge.cli.main import main; main()"

# Synchronised output (DEC private mode 2026): asked for, offered, and then set around every frame.
SYNC_ASKED, SYNC_OFFERED = b"\x1b[?2026$p", b"\x1b[?2026;1$y"
SYNC_BEGINS, SYNC_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"


class Terminal:
    """One judge process and the screen that it paints, frame by whole frame as a good terminal shows it."""

    def __init__(self, *arguments: str, columns: int = 120, lines: int = 36, language: str = "en") -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._pending = b""
        # What a shell, or a process of parallel tests, says of its own window is not said of this one.
        environment = {
            **{name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}},
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "JUDGE_LANG": language,
            "TEXTUAL_ANIMATIONS": "none",
        }
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, "-c", PROGRAM, *arguments], environment)  # noqa: S606 - no shell is wanted
        size = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def type(self, keys: str) -> None:
        """Send keys as a keyboard would."""
        os.write(self._master, keys.encode())

    def read(self, seconds: float = 0.0) -> bool:
        """Take in what is painted within `seconds`; False once the process has closed its terminal."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return True
        try:
            painted = os.read(self._master, 65536)
        except OSError:
            return False
        self._show(painted)
        return bool(painted)

    def _show(self, painted: bytes) -> None:
        """Bring what is painted to the screen, but no part of a frame that is not whole yet."""
        if SYNC_ASKED in painted:
            os.write(self._master, SYNC_OFFERED)
            painted = painted.replace(SYNC_ASKED, b"")
        self._pending += painted
        begun = self._pending.rfind(SYNC_BEGINS)
        until = begun if begun > self._pending.rfind(SYNC_ENDS) else len(self._pending)
        self._stream.feed(self._pending[:until])
        self._pending = self._pending[until:]

    def rows(self) -> list[str]:
        """The screen as text, line by line; the second cell of a wide character is left out."""
        return [
            "".join(row[column].data for column in range(self._screen.columns))
            for row in (self._screen.buffer[line] for line in range(self._screen.lines))
        ]

    def wait_for(self, seen: Callable[[list[str]], bool], seconds: float = 30) -> None:
        """Read until the screen shows what is wanted."""
        until = time.monotonic() + seconds
        while not seen(self.rows()):
            if time.monotonic() > until or not self.read(0.1):
                raise AssertionError("not seen:\n" + "\n".join(self.rows()))

    def hang_up(self) -> None:
        """Close the terminal's window, and wait until the process has gone."""
        os.close(self._master)
        self._gone()

    def terminate(self) -> None:
        """SIGTERM, and wait until the process has gone."""
        os.kill(self.pid, signal.SIGTERM)
        self._gone()

    def leave(self) -> None:
        """Ctrl+Q, and wait until the process has gone."""
        self.type("\x11")
        self._gone()

    def _gone(self) -> None:
        until = time.monotonic() + 30
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            if time.monotonic() > until:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                raise AssertionError("the process did not end")
            with suppress(OSError, ValueError):
                self.read(0.05)

    def kill(self) -> None:
        """SIGKILL, then take in what had been painted before."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        while self.read(0.05) and select.select([self._master], [], [], 0)[0]:
            pass
        os.close(self._master)
