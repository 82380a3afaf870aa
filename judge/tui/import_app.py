"""The secretary's import as an app: papers from their folder into the edition, nothing written unseen."""

import asyncio
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.events import Event, Key, Paste
from textual.screen import Screen

from imports.findings import Severity
from judge.locale import _
from judge.services.papers.consenting import Consent
from judge.services.papers.desk import ImportDesk
from judge.tui.deed_commands import palette
from judge.tui.ending import heed_the_end
from judge.tui.import_keyboard import BACK, HOUSE, IMPORT_CHAPTERS, IMPORT_DEEDS
from judge.tui.import_words import GLYPHS, severity_word, with_keys
from judge.tui.import_work import ImportWork
from judge.tui.keyboard.deed import bound
from judge.tui.keymap import keymap, use
from judge.tui.look import colourless, dress
from judge.tui.own import Own
from judge.tui.screens.help import HelpScreen, Told, with_settings
from judge.tui.screens.importing import ImportScreen
from judge.tui.screens.settings_problems import SettingsProblemsScreen
from judge.tui.widgets.text_line import TextLine


def run(desk: ImportDesk, edition_name: str, own: Own, paths: Sequence[Path] = ()) -> tuple[Consent, ...]:
    """Let somebody import papers until they leave; what they filed, one for each time."""
    app = ImportApp(desk, edition_name, Path.cwd(), paths, own)
    app.run()
    return app.work.filed


class ImportApp(App[None]):
    """The app around the import screen; `edition_name` is what the edition is called in a sentence."""

    CSS_PATH: ClassVar = ["desk.tcss", "import.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bound(tuple(deed for deed in HOUSE if deed not in BACK))
    TITLE = "Judge"

    def __init__(
        self,
        desk: ImportDesk,
        edition_name: str,
        folder: Path,
        paths: Sequence[Path] = (),
        own: Own | None = None,
    ) -> None:
        super().__init__(ansi_color=colourless() or None)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
        self._own = own or Own()
        dress(self, light=self._own.light)
        use(self._own.settings.keymap.on(IMPORT_DEEDS))
        self.set_keymap(keymap().for_textual())
        self.work = ImportWork(desk, edition_name)
        self.import_screen = ImportScreen(self.work, folder, paths)

    def on_mount(self) -> None:
        """Show the screen."""
        if not self.is_headless:
            heed_the_end(self, self.action_quit)
        self.push_screen(self.import_screen)
        if self._own.problems and self._own.settings_path:
            self.push_screen(SettingsProblemsScreen(self._own.settings_path, self._own.problems))

    async def on_event(self, event: Event) -> None:
        """Do what a key means before the next one comes: in a burst none overtakes another."""
        if isinstance(event, Key | Paste) and not event.is_forwarded and await self._done(event):
            return
        await super().on_event(event)

    async def _done(self, event: Key | Paste) -> bool:
        if not isinstance(self.screen, ImportScreen):
            return False
        if isinstance(self.focused, TextLine) and self.focused.hears(event):
            return True
        if isinstance(event, Paste):
            return False
        return await self._check_bindings(event.key, priority=True) or await self._check_bindings(event.key)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every deed that does something now, for the palette."""
        for _title, chapter in IMPORT_CHAPTERS:
            for deed in chapter:
                if deed.action != "command_palette" and self.import_screen.offers(deed):
                    label = _(deed.label)
                    node = self if chapter is HOUSE and deed not in BACK else screen
                    act = partial(self.run_action, deed.action, node)
                    title = f"{label[:1].upper()}{label[1:]}  {keymap().shown(deed)}"
                    yield SystemCommand(title, with_keys(_(deed.help)), act)

    def action_command_palette(self) -> None:
        """List every deed."""
        if isinstance(self.screen, ImportScreen):
            self.push_screen(palette())

    def action_help(self) -> None:
        """Show the help page."""
        if isinstance(self.screen, ImportScreen):
            signs = [(GLYPHS[severity], severity_word(severity)) for severity in Severity]
            last: Told = {
                _("Signs"): [*signs, ("▸ ▾", _("folded, unfolded")), ("▶", _("the cell in question"))]
            }
            self.push_screen(HelpScreen(IMPORT_CHAPTERS, with_settings(last, self._own.settings_path)))

    def action_help_quit(self) -> None:
        """Ctrl+C cancels work; whoever means to leave is told how."""
        self.notify(with_keys(_("{quit} leaves.")), markup=False)

    async def action_quit(self) -> None:
        """Stop what is under way, wait until it has stopped, and leave."""
        self.work.cancel()
        await asyncio.to_thread(self.work.close)
        self.exit()
