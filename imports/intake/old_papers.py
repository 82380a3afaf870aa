"""Old Word files turned in batches, and read by what they were turned into."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from imports.guards import FileRefused, read_bytes
from imports.intake.cancelling import Cancel, check
from imports.intake.libreoffice import BATCH, find_office, turn
from imports.intake.sent import Said
from imports.intake.spool import Spool
from imports.reading import OpenedFile, open_turned
from imports.register import Register
from imports.word.old import is_rtf

OnOld = Callable[[int, int], None]
"""Told while old Word files are turned: how many have been, how many there are."""


def open_old(  # noqa: PLR0913 - what the files are read by, and how to be told and stopped
    files: Sequence[OpenedFile],
    register: Register,
    said: Said,
    spool: Spool,
    cancel: Cancel,
    *,
    on_old: OnOld = lambda _done, _all: None,
) -> Iterator[OpenedFile]:
    """Old Word files, opened by what LibreOffice makes of them, in their order.

    Without LibreOffice each keeps its finding "file-old-format"; one that it cannot turn has
    "file-not-turned"; one that changed since it was looked at has "file-changed-meanwhile".

    Raises:
        Cancelled: where `cancel` is set between two files or while a batch is turned.
    """
    office = find_office()
    if office is None:
        yield from files
        return
    for at in range(0, len(files), BATCH):
        batch = files[at : at + BATCH]
        copies = [_copy(opened, spool) for opened in batch]
        told = partial(_tell, on_old, at, len(files))
        turned = turn(office, [copy for copy in copies if copy is not None], spool.folder, cancel, told)
        for opened, copy in zip(batch, copies, strict=True):
            check(cancel)
            made = None if copy is None else turned.get(copy)
            if copy is None:
                yield _faulty(opened, "file-changed-meanwhile")
            elif made is None:
                yield _faulty(opened, "file-not-turned")
            else:
                yield open_turned(opened, made, register, said.kind, said.nomination)
                made.unlink(missing_ok=True)
            if copy is not None:
                copy.unlink(missing_ok=True)


def _tell(on_old: OnOld, before: int, total: int, done: int) -> None:
    on_old(before + done, total)


def _copy(opened: OpenedFile, spool: Spool) -> Path | None:
    """A copy under a name that no program can take amiss; None where the file is not what it was."""
    try:
        content = read_bytes(opened.sent.at)
    except FileRefused:
        return None
    if hashlib.sha256(content).hexdigest() != opened.sha256:
        return None
    copy = spool.path(".rtf" if is_rtf(content) else ".doc")
    copy.write_bytes(content)
    return copy


def _faulty(opened: OpenedFile, code: str) -> OpenedFile:
    return replace(opened, findings=(FileRefused(code).finding(str(opened.sent.path)),), is_old_word=False)
