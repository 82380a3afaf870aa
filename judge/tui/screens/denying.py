from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from judge.locale import _
from judge.tui.screens.writing import WritingScreen, paper


class DenialScreen(WritingScreen[str | None]):
    """Asks why a conflict of interest is none; gives the reason, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("shift+f3,f15,ctrl+s", "deny", show=False),
    ]

    def __init__(self, grounds: str, reason: str = "", said: str = "") -> None:
        """`grounds` are what shows the conflict; `reason` and `said` are there after a refusal."""
        super().__init__()
        self._grounds = grounds
        self._area = paper(reason)
        self._said = Static(Content(said), markup=False, classes="said")

    def compose(self) -> ComposeResult:
        """What was found, why it is no conflict, the way on and the way back."""
        with Vertical(classes="card") as card:
            card.border_title = Content(_("No conflict of interest"))
            yield Static(Content(self._grounds), markup=False)
            yield Static(_("Why is this no conflict? The chair reads the reason."), markup=False)
            yield self._area
            yield self._said
            yield Static(_("Ctrl+S or Shift+F3 keep · Esc back"), markup=False, classes="way-out")

    def action_close(self) -> None:
        """Back without a word."""
        self.dismiss(None)

    def action_deny(self) -> None:
        """Keep the reason, if there is one."""
        reason = self._area.text.strip()
        if reason:
            self.dismiss(reason)
        else:
            self._said.update(Content(_("This needs a reason; one sentence will do.")))
