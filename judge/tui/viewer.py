"""Opening a paper in whatever program the system has for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def has_viewer() -> bool:
    """Whether a program could show a file to whoever sits here: over SSH only where a display comes along."""
    remote = bool(os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"))
    if sys.platform == "win32":
        return not remote
    if sys.platform == "darwin":
        return not remote and _program() is not None
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(display) and _program() is not None


def open_in_viewer(path: Path, patience: float = 0.0) -> bool:
    """Hand a file to the system's viewer; False where there is none.

    The viewer gets none of the terminal, which the screen keeps. It is not waited for, but for `patience`
    seconds in which the system may say that it has no program for such a file.
    """
    try:
        return has_viewer() and _opened(path, patience)
    except OSError:
        return False


def _opened(path: Path, patience: float) -> bool:
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - the system's own way to open a file
        return True
    process = subprocess.Popen(  # noqa: S603 - a program of the system and one path, no shell
        [_program() or "", str(path.absolute())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return not patience or process.wait(patience) == 0
    except subprocess.TimeoutExpired:
        return True


def _program() -> str | None:
    return shutil.which("open" if sys.platform == "darwin" else "xdg-open")
