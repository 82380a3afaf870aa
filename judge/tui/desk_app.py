"""The reviewer's desk as an app: one desk, one writer, one way out."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.events import Event, Key, Paste
from textual.screen import Screen

from judge.domain.desk import ReviewerDesk
from judge.domain.refusal import Refusal
from judge.locale import _
from judge.tui.keyboard import CHAPTERS, HOUSE, MARKING, QUEUE, Deed, bound
from judge.tui.keymap import keymap, told, use
from judge.tui.late_desk import late
from judge.tui.look import DARK, LIGHT, colourless, dress
from judge.tui.own import Own
from judge.tui.screens.desk import DeskScreen
from judge.tui.screens.help import HelpScreen, of_the_desk
from judge.tui.screens.leaving import LeavingScreen
from judge.tui.screens.settings_problems import SettingsProblemsScreen
from judge.tui.screens.writing import NoteScreen, WritingScreen
from judge.tui.sitting import Sitting
from judge.tui.widgets.find_line import SoughtText


def run(open_desk: Callable[[], ReviewerDesk], own: Own) -> None:
    """Sit a reviewer down at a desk, with what they have of their own, until they leave it.

    The desk is opened once the screen stands.

    Raises:
        Refusal: what `open_desk` refuses, once the terminal is as it was.
    """
    refused = DeskApp(late(open_desk), own=own).run()
    if refused:
        raise refused


class DeskApp(App[Refusal]):
    """The app around the desk; `clock` says when something was saved. Without `own` nothing is remembered."""

    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bound(HOUSE)
    TITLE = "Judge"

    def __init__(
        self,
        desk: ReviewerDesk,
        clock: Callable[[], datetime] = datetime.now,
        own: Own | None = None,
    ) -> None:
        super().__init__(ansi_color=colourless() or None)
        self._own = own or Own()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
        dress(self, light=self._own.light)
        use(self._own.settings.keymap)
        self.set_keymap(keymap().for_textual())
        self.sitting = Sitting(desk)
        self.desk_screen = DeskScreen(self.sitting, clock, self._own.place_book)
        self._early: list[Key | Paste] = []

    def on_mount(self) -> None:
        """Show the desk and start its writer."""
        self.push_screen(self.desk_screen)
        self.run_worker(self.sitting.writer.run(self.desk_screen.post_message), group="writer")
        if self._own.problems and self._own.settings_path:
            self.push_screen(SettingsProblemsScreen(self._own.settings_path, self._own.problems))

    async def on_event(self, event: Event) -> None:
        """Give keys to the sheet and to opening cards in the order of typing; see `ScoreGrid.hears`."""
        if isinstance(event, Key | Paste) and not event.is_forwarded and self._taken(event):
            return
        await super().on_event(event)

    def _taken(self, event: Key | Paste) -> bool:
        """Whether the sheet takes a key, or it has to wait; the way out never waits for the sheet."""
        if self._early or (self.focused is None and isinstance(self.screen, WritingScreen)):
            self._early.append(event)
            return True
        if isinstance(event, Key) and event.key in keymap().way_out:
            return False
        if isinstance(self.focused, SoughtText):
            return self.focused.hears(event)
        at = next((w for w in (self.desk_screen.grid, self.desk_screen.queue) if self.focused is w), None)
        return at is not None and at.hears(event)

    async def on_writing_screen_opened(self) -> None:
        """A card can be written on: give it what was typed while it opened."""
        early, self._early = self._early, []
        for event in early:
            await self.on_event(event)

    async def on_score_grid_reopened(self) -> None:
        """Give the keys that were held their turn."""
        for event in self.desk_screen.grid.take_held():
            await self.on_event(event)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every deed that does something now, for the palette."""
        for _title, chapter in CHAPTERS:
            for deed in chapter:
                if deed.action != "command_palette" and self.desk_screen.offers(deed):
                    label = _(deed.label)
                    act = partial(self.run_action, deed.action, self._doer(chapter, screen))
                    title = f"{label[:1].upper()}{label[1:]}  {keymap().shown(deed)}"
                    yield SystemCommand(title, told(_(deed.help)), act)

    def _doer(self, chapter: tuple[Deed, ...], screen: Screen[object]) -> DOMNode:
        doers: dict[tuple[Deed, ...], DOMNode] = {
            HOUSE: self,
            MARKING: self.desk_screen.grid,
            QUEUE: self.desk_screen.queue,
        }
        return doers.get(chapter, screen)

    def action_command_palette(self) -> None:
        """List every deed."""
        if isinstance(self.screen, DeskScreen):
            self.push_screen(CommandPalette(placeholder=_("Search for an action"), id="--command-palette"))

    def action_help(self) -> None:
        """Show the help page."""
        if isinstance(self.screen, DeskScreen):
            shown = dict(of_the_desk())
            if path := self._own.settings_path:
                lies = _("Keys, colours and language: {file}").format(file=path)
                shown[_("Your settings")] = [("", lies)]
            self.push_screen(HelpScreen(told=shown))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without colours there is neither light nor dark."""
        if action == "turn_light":
            return not self.no_color
        return super().check_action(action, parameters)

    def action_turn_light(self) -> None:
        """Turn the desk light or dark, and keep it so."""
        light = self.theme != LIGHT.name
        self.theme = (LIGHT if light else DARK).name
        self._own.turn(light=light)

    def action_help_quit(self) -> None:
        """Ctrl+C copies here; whoever means to leave is told how."""
        self.notify(told(_("{quit} finishes saving and leaves.")), markup=False)

    async def action_quit(self) -> None:
        """Leave once everything is saved; asked a second time, offer to leave at once."""
        if isinstance(self.screen, LeavingScreen):
            return
        if isinstance(self.screen, NoteScreen):
            await self.screen.keep_all()
        self.desk_screen.grid.commit()
        self.desk_screen.leave_place()
        if self._leaving:
            self._ask()
        else:
            self._leaving = True
            self.run_worker(self._leave(), group="leaving")

    _leaving = False

    async def _leave(self) -> None:
        await self.sitting.writer.drained()
        if isinstance(self.screen, LeavingScreen):
            return
        if self.sitting.refused:
            self._ask()
        else:
            self.exit()

    def _ask(self) -> None:
        def answered(leave: bool | None) -> None:  # noqa: FBT001 - a screen's result comes by place
            self._leaving = False
            if leave:
                self.exit()

        self.push_screen(LeavingScreen(self.desk_screen.unsaved()), answered)
