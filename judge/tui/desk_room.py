"""What stands behind the desk's first frame: its screen, its writer, and the deeds of the whole house."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.screen import Screen

from judge.domain.desk import ReviewerDesk
from judge.locale import _
from judge.tui.deed_commands import palette
from judge.tui.keyboard.chapters import CHAPTERS
from judge.tui.keyboard.deed import Deed
from judge.tui.keyboard.house import HOUSE
from judge.tui.keyboard.queue import QUEUE
from judge.tui.keyboard.sheet import MARKING
from judge.tui.keymap import keymap, told
from judge.tui.own import Own
from judge.tui.screens.card import Card
from judge.tui.screens.desk import DeskScreen
from judge.tui.screens.help import HelpScreen, signs_of_the_desk, typing_at_the_desk, with_settings
from judge.tui.screens.leaving import LeavingScreen
from judge.tui.screens.settings_problems import SettingsProblemsScreen
from judge.tui.screens.writing import NoteScreen
from judge.tui.sitting import Sitting
from judge.tui.widgets.find_line import SoughtText


class DeskRoom:
    """One desk, one writer, one way out, in the app that shows them."""

    def __init__(self, app: App[Any], desk: ReviewerDesk, clock: Callable[[], datetime], own: Own) -> None:
        self._app = app
        self._own = own
        self.sitting = Sitting(desk)
        self.desk_screen = DeskScreen(self.sitting, clock, own.place_book)
        self._leaving = False

    def lay_out(self) -> None:
        """Show the desk and start its writer."""
        self._app.push_screen(self.desk_screen)
        writer = self.sitting.writer.run(self.desk_screen.post_message)
        self._app.run_worker(writer, group="writer")
        if self._own.problems and self._own.settings_path:
            self._app.push_screen(SettingsProblemsScreen(self._own.settings_path, self._own.problems))

    @property
    def is_reading(self) -> bool:
        """Whether the queue is not all here yet: what is typed has to wait for it."""
        return not self.desk_screen.is_whole

    def is_opening_a_card(self) -> bool:
        """Whether a card is on its way to the screen: what is typed has to wait for it."""
        return isinstance(self._app.screen, Card) and not self._app.screen.is_open

    @property
    def awaits_a_card(self) -> bool:
        """Whether what is to lie on a card is being read: what is typed has to wait for that, too."""
        return self.desk_screen.awaits_card

    def takes(self, event: Key | Paste) -> bool:
        """Whether the one of sheet, queue and find line that has the keyboard takes a key."""
        focused = self._app.focused
        if self._app.screen is self.desk_screen and self._has_to_wait():
            return self.desk_screen.grid.hold(event)
        if isinstance(focused, SoughtText):
            return focused.hears(event)
        at = next((w for w in (self.desk_screen.grid, self.desk_screen.queue) if focused is w), None)
        return at is not None and at.hears(event)

    def _has_to_wait(self) -> bool:
        """Whether a key waits for the sheet, wherever the keyboard is: it would overtake those that do.

        In the papers it is meant for the sheet that is being laid out, as a note is, or for the papers that
        come with it. The queue and the find line take their own keys meanwhile.
        """
        desk = self.desk_screen
        elsewhere = desk.queue.has_focus or isinstance(self._app.focused, SoughtText)
        return desk.handing_in or desk.grid.holds or (desk.grid.is_shut and not elsewhere)

    def commands(self, screen: Screen[object]) -> Iterator[SystemCommand]:
        """Every deed that does something now, for the palette."""
        for _title, chapter in CHAPTERS:
            for deed in chapter:
                if deed.action != "command_palette" and self.desk_screen.offers(deed):
                    label = _(deed.label)
                    act = partial(self._app.run_action, deed.action, self._doer(chapter, screen))
                    title = f"{label[:1].upper()}{label[1:]}  {keymap().shown(deed)}"
                    yield SystemCommand(title, told(_(deed.help)), act)

    def _doer(self, chapter: tuple[Deed, ...], screen: Screen[object]) -> DOMNode:
        doers: dict[tuple[Deed, ...], DOMNode] = {
            HOUSE: self._app,
            MARKING: self.desk_screen.grid,
            QUEUE: self.desk_screen.queue,
        }
        return doers.get(chapter, screen)

    def list_deeds(self) -> None:
        """List every deed, to search and to run."""
        if isinstance(self._app.screen, DeskScreen):
            self._app.push_screen(palette())

    def help(self) -> None:
        """Show the help page."""
        if isinstance(self._app.screen, DeskScreen):
            last = with_settings(signs_of_the_desk(), self._own.settings_path)
            self._app.push_screen(HelpScreen(CHAPTERS, last, typing_at_the_desk()))

    async def leave(self) -> None:
        """Leave once everything is saved; asked a second time, offer to leave at once."""
        if isinstance(self._app.screen, LeavingScreen):
            return
        await self._end_typing()
        self.desk_screen.leave_place()
        if self._leaving:
            self._ask()
        else:
            self._leaving = True
            self._app.run_worker(self._leave(), group="leaving")

    async def _end_typing(self) -> None:
        if isinstance(self._app.screen, NoteScreen):
            await self._app.screen.keep_all()
        self.desk_screen.grid.commit()

    async def settle(self) -> None:
        """Let keys that wait for a sheet have their turn, and have all that was typed written."""
        await self.sitting.writer.drained()
        await self.desk_screen.grid.holds_nothing()
        await self._end_typing()
        await self.sitting.writer.drained()

    async def end(self) -> None:
        """Write all that was typed, ask nothing, and leave no copy of a file behind."""
        self.desk_screen.copies.remove()
        self.desk_screen.leave_place()
        await self._end_typing()
        await self.settle()

    async def _leave(self) -> None:
        await self.settle()
        if isinstance(self._app.screen, LeavingScreen):
            return
        if self.sitting.refused:
            self._ask()
        else:
            self._app.exit()

    def _ask(self) -> None:
        def answered(leave: bool | None) -> None:  # noqa: FBT001 - a screen's result comes by place
            self._leaving = False
            if leave:
                self._app.exit()

        LeavingScreen(self.desk_screen.unsaved()).ask(self._app, answered)
