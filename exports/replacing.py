"""A file written beside its target and renamed onto it: the earlier one is whole until then."""

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from exports.refusal import ExportRefused

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class _Part:
    """The growing file, as zipfile needs it. Once a write failed, or the file is done with, it is deaf.

    zipfile writes its directory again when a half-made archive is collected; on a full disk that would
    print a traceback long after the refusal was told.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._position = 0
        self.deaf = False

    def write(self, data: bytes) -> int:
        if not self.deaf:
            self._do(lambda: self._file.write(data))
        self._position += len(data)
        return len(data)

    def seek(self, position: int) -> int:
        if not self.deaf:
            self._do(lambda: self._file.seek(position))
        self._position = position
        return position

    def tell(self) -> int:
        return self._position

    def flush(self) -> None:
        if not self.deaf:
            self._do(self._file.flush)

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except OSError:
            self.deaf = True
            raise


@contextlib.contextmanager
def replacing(target: Path, *, replace: bool) -> Iterator[_Part]:
    """A binary file to fill; it becomes `target` when the block ends, and nothing happens if it fails.

    An earlier file is replaced only if `replace` says so; one that came meanwhile is left alone too.
    The bytes are on disk (fsync) before the rename, the rename is one step (`os.replace`), an earlier
    file's permissions are kept, and a symbolic link keeps pointing where it did.

    Raises:
        ExportRefused: with one of the codes named there, for every failure of the file system.
    """
    final = Path(os.path.realpath(target))
    part = final.with_name(f".{token_hex(8)}.part")
    try:
        _require_place(target, final, replace=replace)
        with part.open("xb") as file:
            growing = _Part(file)
            try:
                yield growing
                file.flush()
                os.fsync(file.fileno())
            finally:
                growing.deaf = True
        _require_place(target, final, replace=replace)
        if final.exists():
            shutil.copymode(final, part)
        os.replace(part, final)  # noqa: PTH105 - the one call that is atomic on every system, by its name
        _sync_folder(final.parent)
    except OSError as failure:
        raise _refusal(failure, target) from failure
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _require_place(target: Path, final: Path, *, replace: bool) -> None:
    if final.is_dir():
        raise ExportRefused("target-is-folder", path=str(target))
    if not final.parent.is_dir():
        raise ExportRefused("target-folder-missing", path=str(target))
    if final.exists() and not replace:
        raise ExportRefused("target-exists", path=str(target))
    if final.exists() and not os.access(final, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _refusal(failure: OSError, target: Path) -> ExportRefused:
    code = "disk-full" if failure.errno in _FULL else "target-not-writable"
    return ExportRefused(code, path=str(target), reason=failure.strerror or str(failure))


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system can; the file is in place either way."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folder(folder: Path) -> None:
    """Make the folder that files are to stand in, with those above it, where it is not there.

    Raises:
        ExportRefused: where it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise _refusal(failure, folder) from failure
