"""Sitting at a desk in tests: what the screen says, and waiting until it says it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Generic, TypeVar

from textual import events
from textual._context import visible_screen_stack
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot

from judge.tui.desk_app import DeskApp
from judge.tui.own import Own
from tests.judge.tui.fake_desk import FakeDesk, page

# Keys that open or close a screen: after them the pilot waits until the processor is idle.
_SETTLE = set("nmqyhcdp") | {
    "escape",
    "f1",
    "f3",
    "f4",
    "f16",
    "shift+f2",
    "question_mark",
    "ctrl+p",
    "ctrl+q",
}
_HOPS = 6  # from the app to the grid, back up to the bindings, and on to the writer
WIDE = (120, 36)
SMALL = (80, 24)
NAMES = ("晨光QC小组", "红柳QC小组", "胡杨QC小组")


def clock() -> datetime:
    return datetime(2019, 7, 1, 14, 3)  # noqa: DTZ001 - a desk's clock shows local time


def fresh(*names: str) -> FakeDesk:
    """A desk with untouched nominations."""
    return FakeDesk([page(number, name) for number, name in enumerate(names or NAMES, start=1)])


AppOf = TypeVar("AppOf", bound=App[Any])


class Sitter(Generic[AppOf]):
    """Somebody at a screen."""

    def __init__(self, app: AppOf, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    def says(self) -> str:
        """Every line on the screen, as a person sees it: what lies behind a card, too."""
        visible_screen_stack.set(self.app._background_screens)
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in lines)

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        for _turn in range(200):
            await self.pilot._wait_for_screen()
            if holds():
                return
            await asyncio.sleep(0.005)
        raise AssertionError(self.says())

    async def sees(self, *words: str) -> None:
        """Wait until the screen says all of `words`."""
        await self.until(lambda: all(word in self.says() for word in words))

    def burst(self, *keys: str) -> None:
        """Press keys all at once, as they come over a slow line: none waits for what the one before does."""
        for key in keys:
            character = key if len(key) == 1 else None
            self.app.post_message(events.Key(_character_to_key(key) if character else key, character))


class Seat(Sitter[DeskApp]):
    """A reviewer at the screen."""

    async def press(self, *keys: str) -> None:
        """Press keys; a number is typed figure by figure."""
        for key in keys:
            if key in _SETTLE:
                await self.pilot.press(key)
            else:
                for pressed in key if key.replace(".", "").isdigit() else [key]:
                    await self._press_quickly(pressed)

    async def _press_quickly(self, key: str) -> None:
        character = key if len(key) == 1 else None
        self.app.post_message(events.Key(_character_to_key(key) if character else key, character))
        for _hop in range(_HOPS):
            await self.pilot._wait_for_screen()


@asynccontextmanager
async def seated(desk: FakeDesk, size: tuple[int, int] = WIDE, own: Own | None = None) -> AsyncIterator[Seat]:
    """The desk with a reviewer before it, notifications and tooltips on."""
    app = DeskApp(desk, clock, own)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        seat = Seat(app, pilot)
        try:
            await seat.until(lambda: app.is_laid_out)
            if desk.pages and desk.readable:
                await seat.until(lambda: app.desk_screen.page is not None)
                await seat.sees("▸")
                if desk.queue_gate.is_set():
                    await seat.until(lambda: app.desk_screen.is_whole)
            yield seat
            # Keys that nobody has taken yet would meet an app without screens: `run_test` closes those first.
            await seat.until(app._message_queue.empty)
        finally:
            desk.release()
            desk.queue_gate.set()
