from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from judge.locale import _
from judge.tui.keymap import told
from judge.tui.screens.card import Card
from judge.tui.settings_file import SettingsFault


class SettingsProblemsScreen(Card[None]):
    """Everything that is wrong with the settings file; the screen behind it is as it is without one."""

    def __init__(self, path: Path, problems: Sequence[SettingsFault]) -> None:
        super().__init__()
        self.heed("dismiss", "close-card", also="enter")
        self._path = path
        self._problems = problems

    def compose(self) -> ComposeResult:
        """The file, its problems, and the way out."""
        with VerticalScroll(classes="card") as card:
            card.border_title = Content(_("Your settings file is left aside"))
            yield Static(Content(f"{self._path}\n"))
            yield Static(Content("\n".join(f"✗ {problem.sentence()}" for problem in self._problems)))
            meanwhile = _("Until it is mended, Judge has its own keys and colours.")
            goes_on = told(_("{close-card} or Enter go on"))
            yield Static(f"\n{meanwhile}\n{goes_on}", markup=False, classes="way-out")
