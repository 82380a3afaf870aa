"""What apps of steps share: one screen that goes from step to step, its keys, palette and help."""

import asyncio
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar, Protocol

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.events import Event, Key, Paste
from textual.screen import Screen

from judge.locale import _
from judge.tui.deed_commands import palette
from judge.tui.ending import heed_the_end
from judge.tui.import_keyboard import BACK, HOUSE
from judge.tui.keyboard.deed import Chapter, Deed, bound
from judge.tui.keymap import keymap, told, use
from judge.tui.look import colourless, dress
from judge.tui.own import Own
from judge.tui.screens.help import HelpScreen, with_settings
from judge.tui.screens.settings_problems import SettingsProblemsScreen
from judge.tui.screens.stepping import StepScreen
from judge.tui.widgets.text_line import TextLine

_HERE = tuple(deed for deed in HOUSE if deed not in BACK)
_OWN = frozenset(deed.action for deed in _HERE)
"""What the app itself does, whatever the screen."""


class Work(Protocol):
    """What the app does in a thread of its own."""

    def cancel(self) -> None:
        """Ask what is under way to stop."""

    def close(self) -> None:
        """Stop it, and let the thread go once it has."""


class StepApp(App[None]):
    """The app around a screen of steps."""

    CSS_PATH: ClassVar = ["desk.tcss", "import.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bound(_HERE)
    TITLE = "Judge"

    def __init__(self, chapters: Sequence[Chapter], own: Own | None) -> None:
        super().__init__(ansi_color=colourless() or None)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
        self._own, self._chapters = own or Own(), chapters
        dress(self, light=self._own.light)
        deeds = {deed.name: deed for _title, chapter in chapters for deed in chapter}
        use(self._own.settings.keymap.on(deeds))
        self.set_keymap(keymap().for_textual())

    @property
    @abstractmethod
    def stepping(self) -> StepScreen:
        """The screen."""

    @property
    @abstractmethod
    def working(self) -> Work:
        """Its work."""

    @abstractmethod
    def signs(self) -> list[tuple[str, str]]:
        """The signs that the screen uses, and what each means."""

    def on_mount(self) -> None:
        """Show the screen."""
        if not self.is_headless:
            heed_the_end(self, self.action_quit)
        self.push_screen(self.stepping)
        if self._own.problems and self._own.settings_path:
            self.push_screen(SettingsProblemsScreen(self._own.settings_path, self._own.problems))

    async def on_event(self, event: Event) -> None:
        """Do what a key means before the next one comes: in a burst none overtakes another."""
        if isinstance(event, Key | Paste) and not event.is_forwarded and await self._done(event):
            return
        await super().on_event(event)

    async def _done(self, event: Key | Paste) -> bool:
        if self.screen is not self.stepping:
            return False
        if isinstance(self.focused, TextLine) and self.focused.hears(event):
            return True
        if isinstance(event, Paste):
            return False
        return await self._check_bindings(event.key, priority=True) or await self._check_bindings(event.key)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every deed that does something now, for the palette."""
        for _title, chapter in self._chapters:
            for deed in chapter:
                if deed.action != "command_palette" and self.stepping.offers(deed):
                    yield self._command(deed, screen)

    def _command(self, deed: Deed, screen: Screen[object]) -> SystemCommand:
        label = _(deed.label)
        act = partial(self.run_action, deed.action, self if deed.action in _OWN else screen)
        title = f"{label[:1].upper()}{label[1:]}  {keymap().shown(deed)}"
        return SystemCommand(title, told(_(deed.help)), act)

    def action_command_palette(self) -> None:
        """List every deed."""
        if self.screen is self.stepping:
            self.push_screen(palette())

    def action_help(self) -> None:
        """Show the help page."""
        if self.screen is self.stepping:
            last = with_settings({_("Signs"): self.signs()}, self._own.settings_path)
            self.push_screen(HelpScreen(self._chapters, last))

    def action_help_quit(self) -> None:
        """Ctrl+C cancels work; whoever means to leave is told how."""
        self.notify(told(_("{quit} leaves.")), markup=False)

    async def action_quit(self) -> None:
        """Stop what is under way, wait until it has stopped, and leave."""
        self.working.cancel()
        await asyncio.to_thread(self.working.close)
        self.exit()
