"""The app's single writer: every change goes through one queue and one thread, first in, first out."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from textual.message import Message

from judge.domain.desk import ReviewerDesk
from judge.domain.refusal import Param, Refusal
from judge.domain.sheet import Sheet
from judge.tui.changes import CHANGED_ELSEWHERE, NOT_WRITTEN, Change

Answer = TypeVar("Answer")


class Written(Message):
    """`change` is durable; `sheet` is the sheet as committed."""

    def __init__(self, change: Change, sheet: Sheet) -> None:
        super().__init__()
        self.change = change
        self.sheet = sheet


class NotWritten(Message):
    """`change` was refused and nothing was changed; the sentence is `code` with `params`."""

    def __init__(self, change: Change, code: str, params: dict[str, Param]) -> None:
        super().__init__()
        self.change = change
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class _Errand:
    change: Change
    seen: int  # how often the sheet had been read anew when the change was made


class Writer:
    """Writes changes one after another, each on the latest committed revision of its sheet.

    A change made before its sheet was read anew is refused as "sheet-changed-elsewhere" without asking
    the desk: whoever made it had not seen what it would overwrite. Only `run` touches the desk's calls
    that write, and only from the one thread; everything else here belongs to the screen's loop.
    """

    def __init__(self, desk: ReviewerDesk) -> None:
        self._desk = desk
        self._errands: asyncio.Queue[_Errand] = asyncio.Queue()
        self._revisions: dict[str, int] = {}
        self._readings: dict[str, int] = {}
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="judge-writer")
        self.waiting = 0

    def adopt(self, sheet: Sheet) -> None:
        """Take `sheet`, just read and shown, as what the next changes build on."""
        self._revisions[sheet.nomination] = sheet.revision
        self._readings[sheet.nomination] = self._readings.get(sheet.nomination, 0) + 1

    def put(self, change: Change) -> None:
        """Queue `change`; a `Written` or `NotWritten` follows, to be taken in and then `acknowledge`d."""
        self.waiting += 1
        self._errands.put_nowait(_Errand(change, self._readings[change.nomination]))

    def acknowledge(self) -> None:
        """An answer has been taken in and is on the screen."""
        self.waiting -= 1
        self._errands.task_done()

    async def drained(self) -> None:
        """Wait until everything queued has been answered and every answer taken in."""
        await self._errands.join()

    async def read(self, ask: Callable[[], Answer]) -> Answer:
        """Ask the desk something, in the writer's thread and after the change under way."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, ask)

    async def run(self, tell: Callable[[Message], object]) -> None:
        """Write for as long as the app lives; `tell` posts each answer to whoever shows it."""
        try:
            while True:
                tell(await self._answer(await self._errands.get()))
        finally:
            self._thread.shutdown(wait=False)

    async def _answer(self, errand: _Errand) -> Written | NotWritten:
        change = errand.change
        if errand.seen != self._readings[change.nomination]:
            return NotWritten(change, CHANGED_ELSEWHERE, {})
        revision = self._revisions[change.nomination]
        try:
            sheet = await self.read(lambda: change.write(self._desk, revision))
        except Refusal as refusal:
            return NotWritten(change, refusal.code, dict(refusal.params))
        except Exception as error:  # noqa: BLE001 - whatever fails, the draft must stay and the queue go on
            return NotWritten(change, NOT_WRITTEN, {"reason": str(error) or type(error).__name__})
        self._revisions[change.nomination] = sheet.revision
        return Written(change, sheet)
