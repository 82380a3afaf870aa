"""The merge's work away from the screen: one thread that looks and merges, and posts messages."""

import asyncio
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from textual.message import Message

from judge.domain.merge_report import MergeReport
from judge.domain.refusal import Param, Refusal
from judge.services.packets.merge_desk import MergeDesk, OnProgress
from judge.services.packets.merging import Merging
from judge.tui.import_work import Seldom, Tell
from judge.tui.merge_sentences import NOT_DONE


class Going(Message):
    """So many returns have been looked at, or merged."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done, self.total = done, total


class Looked(Message):
    """What merging would do."""

    def __init__(self, report: MergeReport) -> None:
        super().__init__()
        self.report = report


class Merged(Message):
    """What merging did."""

    def __init__(self, report: MergeReport) -> None:
        super().__init__()
        self.report = report


class Failed(Message):
    """It came to nothing; the sentence is `code` with `params`."""

    def __init__(self, code: str, params: Mapping[str, Param]) -> None:
        super().__init__()
        self.code, self.params = code, params


class MergeWork:
    """One thing at a time, in one thread; `cancel` stops what is under way after the file at hand."""

    def __init__(self, desk: MergeDesk) -> None:
        self._desk = desk
        self.edition_title = desk.edition_title
        self.merged: tuple[MergeReport, ...] = ()
        """What was merged, each time; also where nobody was there any more to be told."""
        self._cancel = threading.Event()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="judge-merge")

    def cancel(self) -> None:
        """Ask what is under way to stop."""
        self._cancel.set()

    def close(self) -> None:
        """Stop what is under way and let the thread go once it has."""
        self.cancel()
        self._thread.shutdown(wait=True, cancel_futures=True)

    async def look(self, paths: Sequence[Path], how: Merging, tell: Tell) -> None:
        """Look what merging would do: a `Looked` or a `Failed` follows; `Going` is told on the way."""

        def look(going: OnProgress, cancel: threading.Event) -> Message:
            return Looked(self._desk.look(paths, how, going, cancel))

        await self._do(look, tell)

    async def merge(self, seen: MergeReport, how: Merging, tell: Tell) -> None:
        """Merge what was seen: a `Merged` or a `Failed` follows; `Going` is told on the way."""

        def merge(going: OnProgress, cancel: threading.Event) -> Message:
            report = self._desk.merge(seen, how, going, cancel)
            self.merged = (*self.merged, report)
            return Merged(report)

        await self._do(merge, tell)

    async def _do(self, work: Callable[[OnProgress, threading.Event], Message], tell: Tell) -> None:
        self._cancel = cancel = threading.Event()
        seldom = Seldom()

        def going(done: int, total: int) -> None:
            if seldom(last=done == total):
                tell(Going(done, total))

        try:
            tell(await asyncio.get_running_loop().run_in_executor(self._thread, work, going, cancel))
        except Refusal as refusal:
            tell(Failed(refusal.code, refusal.params))
        except Exception as error:  # noqa: BLE001 - the secretary gets a sentence, whatever failed
            tell(Failed(NOT_DONE, {"reason": str(error) or type(error).__name__}))
