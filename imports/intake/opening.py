"""Every file of an import opened once, and kept until its turn to be read comes."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from imports.intake.cancelling import Cancel, check
from imports.intake.old_papers import OnOld, open_old
from imports.intake.sent import Said, SentFile
from imports.intake.spool import Held, Kept, Spool
from imports.intake.weighing import weight
from imports.reading import OpenedFile, open_file
from imports.records import Kind
from imports.register import Register


@dataclass(frozen=True, slots=True)
class Waiting:
    """An opened file in the spool, and the kind that decides about its turn."""

    kind: Kind | None
    file: Held[OpenedFile] | Kept[OpenedFile]

    @property
    def in_memory(self) -> bool:
        """Whether the file has room in memory, and what it gives has so too."""
        return isinstance(self.file, Held)


OnOpen = Callable[[Path, int, int], None]
"""Told of each file before it is opened: its path, how many were opened before it, how many there are."""


def _unheeded(_path: Path, _done: int, _all: int) -> None:
    """Nobody watches."""


def open_files(  # noqa: PLR0913 - what the files are read by, and how to be told and stopped
    files: Sequence[SentFile],
    register: Register,
    said: Said,
    spool: Spool,
    cancel: Cancel,
    *,
    on_open: OnOpen = _unheeded,
    on_old: OnOld = lambda _done, _all: None,
) -> list[Waiting]:
    """The files in their order, each opened once; old Word files wait and are turned in batches.

    Raises:
        Cancelled: where `cancel` is set between two files or while LibreOffice is at work.
    """
    waiting: dict[int, Waiting] = {}
    old: dict[int, OpenedFile] = {}
    with _what_is_there_left_alone():
        for number, sent in enumerate(files):
            check(cancel)
            on_open(sent.path, number, len(files))
            opened = open_file(sent, register, said.kind, said.nomination)
            if opened.is_old_word:
                old[number] = opened
            else:
                waiting[number] = _kept(opened, spool)
    turned = open_old(tuple(old.values()), register, said, spool, cancel, on_old=on_old)
    for number, opened in zip(old, turned, strict=True):
        waiting[number] = _kept(opened, spool)
    return [waiting[number] for number in sorted(waiting)]


@contextmanager
def _what_is_there_left_alone() -> Iterator[None]:
    """Thousands of files fill the heap; there is no use in collecting among what the program itself holds."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _kept(opened: OpenedFile, spool: Spool) -> Waiting:
    size = weight(opened)
    return Waiting(opened.kind, spool.keep(opened) if size is None else spool.hold(opened, size))
