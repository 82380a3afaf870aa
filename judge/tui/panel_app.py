"""The office's panels as an app: who sits where, and which section judges what; all of it stated."""

import asyncio
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.events import Event, Key, Paste
from textual.screen import Screen

from judge.ledger.panel_acts import REPLACED, WITHDRAWN
from judge.locale import _
from judge.services.panels.desk import PanelDesk
from judge.tui.deed_commands import palette
from judge.tui.ending import heed_the_end
from judge.tui.keyboard.deed import bound
from judge.tui.keymap import keymap, told, use
from judge.tui.look import colourless, dress
from judge.tui.own import Own
from judge.tui.panel_keyboard import BACK, HOUSE, PANEL_CHAPTERS, PANEL_DEEDS
from judge.tui.panel_words import ANCHOR, ROLE_GLYPHS, STANDING_GLYPHS, role_word, standing_word
from judge.tui.panel_work import PanelWork
from judge.tui.screens.form_card import FormCard
from judge.tui.screens.help import HelpScreen, Told, with_settings
from judge.tui.screens.panel_deeds import PanelScreen
from judge.tui.screens.settings_problems import SettingsProblemsScreen
from judge.tui.widgets.text_line import TextLine


def run(desk: PanelDesk, own: Own) -> None:
    """Let somebody work on the panels until they leave."""
    PanelApp(desk, own).run()


class PanelApp(App[None]):
    """The app around the screen of panels."""

    CSS_PATH: ClassVar = ["desk.tcss", "import.tcss", "panel.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bound(tuple(deed for deed in HOUSE if deed not in BACK))
    TITLE = "Judge"

    def __init__(self, desk: PanelDesk, own: Own | None = None) -> None:
        super().__init__(ansi_color=colourless() or None)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
        self._own = own or Own()
        dress(self, light=self._own.light)
        use(self._own.settings.keymap.on(PANEL_DEEDS))
        self.set_keymap(keymap().for_textual())
        self.work = PanelWork(desk)
        self._held: list[Key | Paste] = []
        self._card: FormCard | None = None
        self.panel_screen = PanelScreen(self.work)

    def on_mount(self) -> None:
        """Show the screen."""
        if not self.is_headless:
            heed_the_end(self, self.action_quit)
        self.push_screen(self.panel_screen)
        if self._own.problems and self._own.settings_path:
            self.push_screen(SettingsProblemsScreen(self._own.settings_path, self._own.problems))

    async def on_event(self, event: Event) -> None:
        """Do what a key means before the next one comes: in a burst none overtakes another."""
        if isinstance(event, Key | Paste) and not event.is_forwarded and await self._done(event):
            return
        await super().on_event(event)

    async def _done(self, event: Key | Paste) -> bool:
        screen = self.screen
        if not isinstance(screen, PanelScreen | FormCard):
            return False
        if isinstance(screen, FormCard) and screen is not self._card:
            # The card is still opening; what is typed is its first field's.
            self._held.append(event)
            return True
        if isinstance(self.focused, TextLine) and self.focused.hears(event):
            return True
        if isinstance(event, Paste):
            return False
        if await self._check_bindings(event.key, priority=True) or await self._check_bindings(event.key):
            return True
        return isinstance(screen, PanelScreen) and screen.hears(event)

    async def on_form_card_ready(self, ready: FormCard.Ready) -> None:
        """Take what was typed while the card opened, before the keys that follow."""
        self._card = ready.card
        held, self._held = self._held, []
        for event in held:
            await self.on_event(event)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every deed that does something now, for the palette."""
        for _title, chapter in PANEL_CHAPTERS:
            for deed in chapter:
                if deed.action != "command_palette" and self.panel_screen.offers(deed):
                    label = _(deed.label)
                    node = self if chapter is HOUSE and deed not in BACK else screen
                    act = partial(self.run_action, deed.action, node)
                    title = f"{label[:1].upper()}{label[1:]}  {keymap().shown(deed)}"
                    yield SystemCommand(title, told(_(deed.help)), act)

    def action_command_palette(self) -> None:
        """List every deed."""
        if isinstance(self.screen, PanelScreen):
            self.push_screen(palette())

    def action_help(self) -> None:
        """Show the help page."""
        if isinstance(self.screen, PanelScreen):
            signs = [(glyph, role_word(role)) for role, glyph in ROLE_GLYPHS.items()]
            signs += [(STANDING_GLYPHS[one], standing_word(one)) for one in (WITHDRAWN, REPLACED)]
            signs.append((ANCHOR, _("anchor")))
            last: Told = {_("Signs"): signs}
            self.push_screen(HelpScreen(PANEL_CHAPTERS, with_settings(last, self._own.settings_path)))

    def action_help_quit(self) -> None:
        """Ctrl+C leaves nothing half done; whoever means to leave is told how."""
        self.notify(told(_("{quit} leaves.")), markup=False)

    async def action_quit(self) -> None:
        """Wait until all that was asked for is done, and leave."""
        await asyncio.to_thread(self.work.close)
        self.exit()
