from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from judge.locale import _
from judge.tui.settings_file import SettingsFault


class SettingsProblemsScreen(ModalScreen[None]):
    """Everything that is wrong with the settings file; the desk behind it is as it is without one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "dismiss", show=False)]

    def __init__(self, path: Path, problems: Sequence[SettingsFault]) -> None:
        super().__init__()
        self._path = path
        self._problems = problems

    def compose(self) -> ComposeResult:
        """The file, its problems, and the way out."""
        with VerticalScroll(classes="card") as card:
            card.border_title = Content(_("Your settings file is left aside"))
            yield Static(Content(f"{self._path}\n"))
            yield Static(Content("\n".join(f"✗ {problem.sentence()}" for problem in self._problems)))
            told = _("Until it is mended, the desk has its own keys and colours.")
            yield Static(f"\n{told}\n{_('Esc or Enter to the desk')}", markup=False, classes="way-out")
