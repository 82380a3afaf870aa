"""Every file that lies below the paths given, archives opened, with what cannot be opened said in place."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from imports.guards import FileRefused
from imports.intake.archives import entries_of, is_archive
from imports.intake.cancelling import Cancel, check
from imports.intake.sent import SentFile
from imports.intake.spool import Spool


def gather(paths: Sequence[Path], spool: Spool, cancel: Cancel) -> list[SentFile]:
    """The files below `paths`, in the order of their names; the entries of an archive in its place.

    Hidden files, Word's `~$` files, symbolic links and edition files in folders are passed over. A folder
    that may not be read or holds nothing has a `fault` ("folder-closed", "folder-empty"); where there is
    no file at all, the list is empty.

    Raises:
        FileNotFoundError: for a path that is not there.
        Cancelled: where `cancel` is set between two files.
    """
    found: list[SentFile] = []
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(str(path))
        for sent in _below(path) if path.is_dir() else (SentFile.of(path),):
            check(cancel)
            if sent.fault is None and is_archive(sent.at):
                found += entries_of(sent, spool, cancel)
            else:
                found.append(sent)
    empty = all(sent.fault is not None and sent.fault.code == "folder-empty" for sent in found)
    return [] if empty else found


def _below(top: Path) -> Iterator[SentFile]:
    """Everything in a folder, by path; links are not followed, so that none can lead in a circle."""
    around = top.absolute().name
    closed: list[OSError] = []
    for folder, folders, files in os.walk(top, onerror=closed.append):
        here = Path(folder)
        inside = here.relative_to(top)
        around_it = (around, *inside.parts)
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        for name in sorted(files):
            path = here / name
            if not _is_hidden(name) and not _is_edition(path) and _is_plain(path):
                yield SentFile(path, (inside / name).as_posix(), path, around_it)
        if not folders and not files:
            yield _faulty(top, around, here, "folder-empty")
    for error in closed:
        yield _faulty(top, around, Path(error.filename or top), "folder-closed")


def _faulty(top: Path, around: str, folder: Path, code: str) -> SentFile:
    inside = folder.relative_to(top)
    return SentFile(folder, inside.as_posix(), folder, (around, *inside.parts), FileRefused(code))


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def _is_plain(path: Path) -> bool:
    """True for a file that is no link."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _is_edition(path: Path) -> bool:
    """An edition file, or SQLite's own files beside it: no paper, wherever the folder is that holds both."""
    return path.suffix in {".judge", ".judge-wal", ".judge-shm"}
