"""Opening a paper in whatever program the system has for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def open_in_viewer(path: Path) -> bool:
    """Hand a file to the system's viewer without waiting for it; False where there is none.

    The viewer gets none of the terminal, which the screen keeps.
    """
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 - the system's own way to open a file
        except OSError:
            return False
        return True
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if program is None:
        return False
    try:
        subprocess.Popen(  # noqa: S603 - a program of the system and one path, no shell
            [program, str(path.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True
