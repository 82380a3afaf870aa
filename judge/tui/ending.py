"""When the terminal's window is closed, or the system ends the program: leaving in order all the same."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any

from textual.app import App

_HUNG_UP = 129
"""The exit code of whatever SIGHUP ends, as shells have it."""


def heed_the_end(app: App[Any], end: Callable[[], Awaitable[object]]) -> None:
    """Let SIGHUP and SIGTERM `end` what is under way and leave; a second one does not wait for that.

    Windows has neither; there, closing the window ends the program at once.
    """
    loop = asyncio.get_running_loop()
    ending = _Ending(app, end)
    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # as nohup has it
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, partial(ending.begin, hung_up=name == "SIGHUP"))


class _Ending:
    def __init__(self, app: App[Any], end: Callable[[], Awaitable[object]]) -> None:
        self._app = app
        self._end = end
        self._under_way: asyncio.Future[None] | None = None

    def begin(self, *, hung_up: bool) -> None:
        if hung_up and self._app._driver:  # noqa: SLF001 - nothing else keeps Textual from a terminal that is gone
            self._app._driver.write = _nowhere  # type: ignore[method-assign, assignment]  # noqa: SLF001 - likewise
        if self._under_way:
            self._leave(hung_up=hung_up)
        else:
            self._under_way = asyncio.ensure_future(self._in_order(hung_up=hung_up))

    async def _in_order(self, *, hung_up: bool) -> None:
        try:
            await self._end()
        finally:
            self._leave(hung_up=hung_up)

    def _leave(self, *, hung_up: bool) -> None:
        if hung_up:
            # Textual would put a terminal in order that is there no more, and wait for it.
            os._exit(_HUNG_UP)
        self._app.exit()


def _nowhere(_painted: str) -> None:
    """Paint on a terminal that is gone."""
