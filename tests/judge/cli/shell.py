"""`judge` as a user types it: the words, and what comes back on each stream."""

import io
import json
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from judge.cli.main import main
from judge.locale import speak

PROGRAM = Path(sys.executable).with_name("judge")


@dataclass(frozen=True, slots=True)
class Said:
    """An exit code, and the bytes on standard output and standard error as text."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - JSON is anything
        """Standard output as JSON."""
        return json.loads(self.out)


def judge(*words: str | Path) -> Said:
    """Run a command in this process, as its entry point would; whatever it raises is a traceback's test."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    code = 0
    try:
        with (
            patch.object(sys, "argv", ["judge", *map(str, words)]),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            main()
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else int(done.code is not None)
    finally:
        speak("en")
    return Said(code, _text(out), _text(err))


def start(*words: str | bytes | Path, cwd: Path | None = None) -> Said:
    """Run the installed program as a process of its own."""
    done = subprocess.run([PROGRAM, *words], capture_output=True, cwd=cwd, timeout=60, check=False)
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    content = stream.buffer
    assert isinstance(content, io.BytesIO)
    return content.getvalue().decode()
