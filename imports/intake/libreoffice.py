"""LibreOffice, found where it is installed, asked to turn old Word files into new ones, many at a time."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from imports.intake.cancelling import Cancel, check

BATCH = 40
"""Files for one start of LibreOffice: few enough that a cancel or a fault costs little."""

_START_SECONDS = 90
_SECONDS_A_FILE = 5
_LOOK_SECONDS = 0.05
_WINDOWS, _MAC = sys.platform == "win32", sys.platform == "darwin"
_NAMES = ("soffice", "libreoffice")
_FORMAT = "docx:MS Word 2007 XML"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent"
 oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""What the files are is not known: no macros, no linked content, nothing from the network."""


@cache
def find_office() -> Path | None:
    """LibreOffice's program on the path or where it is usually installed; None without it."""
    named = (shutil.which(name) for name in _NAMES)
    return next((Path(found) for found in named if found), None) or next(_usual_places(), None)


def _usual_places() -> Iterator[Path]:
    if _WINDOWS:
        roots = (os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"))
        places = [Path(root, "LibreOffice", "program", "soffice.com") for root in roots if root]
    elif _MAC:
        places = [
            root / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
            for root in (Path("/Applications"), Path.home() / "Applications")
        ]
    else:
        places = [
            Path("/usr/lib/libreoffice/program/soffice"),
            *sorted(Path("/opt").glob("libreoffice*/program/soffice")),
        ]
    return (place for place in places if place.is_file())


OnTurn = Callable[[int], None]
"""Told again and again while LibreOffice is at work, and at its end, how many files it has turned."""


def turn(
    office: Path,
    files: Sequence[Path],
    folder: Path,
    cancel: Cancel,
    on_turn: OnTurn = lambda _done: None,
) -> dict[Path, Path]:
    """Turn Word files into .docx in `folder`, one start for all; the new file of each that could be turned.

    A file on which LibreOffice breaks down or never ends is found by halving and left out; the others of
    its batch are turned. Names of files without suffix must differ.

    Raises:
        Cancelled: where `cancel` is set meanwhile; LibreOffice and its children are gone then.
    """
    target = folder / "turned"
    target.mkdir(exist_ok=True)
    turned = {file: target / f"{file.stem}.docx" for file in files}

    def look() -> None:
        check(cancel)
        on_turn(sum(made.is_file() for made in turned.values()))

    broke = not _run(office, files, folder / "office", target, look)
    done = {file: made for file, made in turned.items() if made.is_file() and made.stat().st_size}
    on_turn(len(done))
    left = [file for file in files if file not in done]
    if broke and len(files) > 1 and left:
        for half in (left[: len(left) // 2], left[len(left) // 2 :]):
            done |= turn(office, half, folder, cancel, partial(_further, on_turn, len(done))) if half else {}
    return done


def _further(on_turn: OnTurn, before: int, more: int) -> None:
    on_turn(before + more)


def _run(office: Path, files: Sequence[Path], profile: Path, target: Path, look: Callable[[], None]) -> bool:
    """True where LibreOffice came to its end by itself; until then `look` is called again and again."""
    _provide(profile)
    command = [
        str(office),
        f"-env:UserInstallation={profile.absolute().as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        _FORMAT,
        "--outdir",
        str(target),
        *map(str, files),
    ]
    ends = time.monotonic() + _START_SECONDS + _SECONDS_A_FILE * len(files)
    silent = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - the program that the user installed, and files of our own names
        command, stdin=silent, stdout=silent, stderr=silent, start_new_session=not _WINDOWS
    ) as process:
        try:
            while process.poll() is None and time.monotonic() < ends:
                look()
                time.sleep(_LOOK_SECONDS)
            return process.returncode == 0
        finally:
            _end(process)


def _provide(profile: Path) -> None:
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, "utf-8")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started: its launcher alone would leave the office running."""
    if process.poll() is not None:
        return
    if _WINDOWS:
        subprocess.run(  # noqa: S603 - Windows' own
            ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607 - likewise
            check=False,
            capture_output=True,
        )
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
