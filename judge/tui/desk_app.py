"""The reviewer's desk as an app: a first frame at once, and behind it the room with all that a desk has."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.events import Event, Key, MouseDown, MouseUp, Paste
from textual.screen import Screen
from textual.widgets import Static

from judge.domain.refusal import Refusal
from judge.locale import _
from judge.tui.keyboard.deed import bound
from judge.tui.keyboard.house import HOUSE
from judge.tui.keymap import keymap, told, use
from judge.tui.late_desk import late
from judge.tui.look import DARK, LIGHT, colourless, dress
from judge.tui.own import Own

if TYPE_CHECKING:
    from judge.domain.desk import ReviewerDesk
    from judge.services.sheets.forerunner import Forerunner
    from judge.tui.desk_room import DeskRoom
    from judge.tui.screens.desk import DeskScreen
    from judge.tui.sitting import Sitting


def run(open_desk: "Callable[[], ReviewerDesk]", own: Own, forerunner: "Forerunner | None" = None) -> None:
    """Sit a reviewer down at a desk, with what they have of their own, until they leave it.

    The desk is opened once the screen stands; until then `forerunner` says what it shows first.

    Raises:
        Refusal: what `open_desk` refuses, once the terminal is as it was.
    """
    refused = DeskApp(late(open_desk, forerunner), own=own).run()
    if refused:
        raise refused


class DeskApp(App[Refusal]):
    """The app around the desk; `clock` says when something was saved. Without `own` nothing is remembered."""

    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bound(HOUSE)
    TITLE = "Judge"

    def __init__(
        self,
        desk: "ReviewerDesk",
        clock: Callable[[], datetime] = datetime.now,
        own: Own | None = None,
    ) -> None:
        super().__init__(ansi_color=colourless() or None)
        self._own = own or Own()
        self._desk = desk
        self._clock = clock
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
        dress(self, light=self._own.light)
        use(self._own.settings.keymap)
        self.set_keymap(keymap().for_textual())
        self._room: DeskRoom | None = None
        self._early: list[Key | Paste] = []

    def compose(self) -> ComposeResult:
        """The first frame."""
        yield Static(f" Judge  {_('Opening the edition…')}", markup=False, classes="opening")

    def on_mount(self) -> None:
        """Lay out the desk once the first frame is painted: its modules take as long again to load."""
        self.call_after_refresh(self._lay_out)

    async def _lay_out(self) -> None:
        from judge.tui.desk_room import DeskRoom  # noqa: PLC0415 - see on_mount
        from judge.tui.ending import heed_the_end  # noqa: PLC0415 - likewise

        self._room = DeskRoom(self, self._desk, self._clock, self._own)
        self._room.lay_out()
        if not self.is_headless:
            heed_the_end(self, self._end)
        self.call_after_refresh(self._give_early)

    @property
    def is_laid_out(self) -> bool:
        """Whether there is more than the first frame."""
        return self._room is not None

    @property
    def room(self) -> "DeskRoom":
        """The room, once it is laid out."""
        if self._room is None:
            raise RuntimeError("the desk is not laid out yet")
        return self._room

    @property
    def desk_screen(self) -> "DeskScreen":
        """The desk."""
        return self.room.desk_screen

    @property
    def sitting(self) -> "Sitting":
        """What is typed, until it is written."""
        return self.room.sitting

    async def _end(self) -> None:
        """Nobody sits there any more: write what was typed, and leave no copies behind."""
        if self._room:
            await self._room.end()

    # Keys

    async def on_event(self, event: Event) -> None:
        """Give keys to the sheet and to opening cards in the order of typing; see `ScoreGrid.hears`."""
        if isinstance(event, MouseDown | MouseUp) and self._room and self._room.is_reading:
            return  # it would be meant for what is not here yet
        if isinstance(event, Key | Paste) and not event.is_forwarded and self._taken(event):
            return
        await super().on_event(event)

    def _taken(self, event: Key | Paste) -> bool:
        """Whether the desk takes a key, or it has to wait; the way out never waits for the sheet."""
        room = self._room
        leaves = isinstance(event, Key) and event.key in keymap().way_out
        if room is None and leaves:
            return False
        held = room is None or self._early or room.is_opening_a_card()
        if room is None or held or ((room.is_reading or room.awaits_a_card) and not leaves):
            self._early.append(event)
            return True
        return not leaves and room.takes(event)

    async def _give_early(self) -> None:
        """Give what was typed too early its turn."""
        early, self._early = self._early, []
        for event in early:
            await self.on_event(event)

    async def on_whole(self) -> None:
        """All is there: give it what was typed while it was read."""
        await self._give_early()

    async def on_awaited_read(self) -> None:
        """There is a card, or none: give it, or the desk, what was typed while it was read."""
        await self._give_early()

    async def on_card_opened(self) -> None:
        """A card has the keyboard: give it what was typed while it opened."""
        await self._give_early()

    async def on_score_grid_reopened(self) -> None:
        """Give the keys that were held their turn."""
        for event in self.desk_screen.grid.take_held():
            await self.on_event(event)

    # Deeds of the house

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every deed that does something now, for the palette."""
        return self.room.commands(screen)

    def action_command_palette(self) -> None:
        """List every deed."""
        if self._room:
            self._room.list_deeds()

    def action_help(self) -> None:
        """Show the help page."""
        if self._room:
            self._room.help()

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
        """Leave once everything is saved."""
        if self._room:
            await self._room.leave()
        else:
            self.exit()
