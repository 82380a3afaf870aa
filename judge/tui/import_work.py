"""The import's work away from the screen: one thread that reads, looks up and files, and posts messages."""

import asyncio
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from textual.message import Message

from imports.source_rows import SourceRow
from judge.domain.refusal import Param, Refusal
from judge.services.papers.concerns import Concern
from judge.services.papers.consenting import Consent
from judge.services.papers.desk import Examined, ImportDesk
from judge.tui.import_sentences import NOT_DONE

Tell = Callable[[Message], object]

_BETWEEN_TELLINGS = 0.05
"""Seconds; more often nobody can read it, and the screen would have nothing else to do."""


class Opening(Message):
    """A file is being opened: so many were before it, so many there are."""

    def __init__(self, file: Path, done: int, total: int) -> None:
        super().__init__()
        self.file, self.done, self.total = file, done, total


class Turning(Message):
    """So many of the old Word files have been turned into new ones by LibreOffice."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done, self.total = done, total


class Comparing(Message):
    """So many of all files have been read against each other and the edition."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done, self.total = done, total


class Read(Message):
    """The papers have been read."""

    def __init__(self, examined: Examined) -> None:
        super().__init__()
        self.examined = examined


class Filed(Message):
    """The papers of the report, or the good ones, have been filed."""

    def __init__(self, examined: Examined) -> None:
        super().__init__()
        self.examined = examined


class Failed(Message):
    """Nothing was filed; the sentence is `code` with `params`."""

    def __init__(self, code: str, params: Mapping[str, Param]) -> None:
        super().__init__()
        self.code, self.params = code, params


class Looked(Message):
    """The rows of a paper around a finding have been read."""

    def __init__(self, concern: Concern, rows: Sequence[SourceRow]) -> None:
        super().__init__()
        self.concern, self.rows = concern, rows


class Seldom:
    """Lets through what comes after a pause, and always what is last."""

    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, *, last: bool) -> bool:
        """Whether this one is let through."""
        now = time.monotonic()
        if not last and now - self._last < _BETWEEN_TELLINGS:
            return False
        self._last = now
        return True


class ImportWork:
    """One thing at a time, in one thread; `cancel` stops what is under way."""

    def __init__(self, desk: ImportDesk, edition_name: str) -> None:
        self._desk = desk
        self.edition_title = desk.edition_title
        self.edition_name = edition_name
        self.filed: tuple[Consent, ...] = ()
        """What was filed, each time; also where nobody was there any more to be told."""
        self._cancel = threading.Event()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="judge-import")

    def cancel(self) -> None:
        """Ask what is under way to stop; a `Failed` with "import-cancelled" follows, unless it is done."""
        self._cancel.set()

    def close(self) -> None:
        """Stop what is under way and let the thread go once it has."""
        self.cancel()
        self._thread.shutdown(wait=True, cancel_futures=True)

    async def read(self, paths: Sequence[Path], said: Mapping[str, str], tell: Tell) -> None:
        """Read papers: a `Read` or a `Failed` follows.

        `Opening`, `Turning` and `Comparing` are told on the way. `said` are the labels of the columns that
        headings mean, by heading.
        """
        self._cancel = cancel = threading.Event()
        opening, turning, comparing = Seldom(), Seldom(), Seldom()

        def on_file(file: Path, done: int, total: int) -> None:
            if opening(last=done + 1 == total):
                tell(Opening(file, done, total))

        def on_old(done: int, total: int) -> None:
            if turning(last=done == total):
                tell(Turning(done, total))

        def on_progress(done: int, total: int) -> None:
            if comparing(last=done == total):
                tell(Comparing(done, total))

        def read() -> Read:
            examined = self._desk.examine(paths, on_file, on_progress, cancel, on_old=on_old, said=said)
            return Read(examined)

        await self._do(read, tell)

    async def file(self, examined: Examined, tell: Tell, *, accept_good: bool) -> None:
        """File a report: a `Filed` or a `Failed` follows."""
        self._cancel = cancel = threading.Event()

        def file() -> Filed:
            self._desk.file(examined.report, cancel, accept_good=accept_good)
            self.filed = (*self.filed, examined.consent)
            return Filed(examined)

        await self._do(file, tell)

    async def look(self, concern: Concern, tell: Tell) -> None:
        """Read the rows around a finding: a `Looked` follows."""
        await self._do(lambda: Looked(concern, self._desk.source_rows(concern.paper, concern.finding)), tell)

    async def _do(self, work: Callable[[], Message], tell: Tell) -> None:
        try:
            tell(await asyncio.get_running_loop().run_in_executor(self._thread, work))
        except Refusal as refusal:
            tell(Failed(refusal.code, refusal.params))
        except Exception as error:  # noqa: BLE001 - the secretary gets a sentence, whatever failed
            tell(Failed(NOT_DONE, {"reason": str(error) or type(error).__name__}))
