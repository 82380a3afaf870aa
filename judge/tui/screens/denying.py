from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from judge.locale import _
from judge.tui.keymap import told
from judge.tui.screens.writing import WritingScreen, paper


class DenialScreen(WritingScreen[str | None]):
    """Asks why a conflict of interest is none; gives the reason, or None."""

    def __init__(self, grounds: str, reason: str = "", said: str = "") -> None:
        """`grounds` are what shows the conflict; `reason` and `said` are there after a refusal."""
        super().__init__(paper(reason))
        self.heed("close", "close-card")
        self.heed("deny", "keep", "deny-conflict")
        self._grounds = grounds
        self._said = Static(Content(said), markup=False, classes="said")

    def compose(self) -> ComposeResult:
        """What was found, why it is no conflict, the way on and the way back."""
        with Vertical(classes="card") as card:
            card.border_title = Content(_("No conflict of interest"))
            yield Static(Content(self._grounds), markup=False)
            yield Static(_("Why is this no conflict? The chair reads the reason."), markup=False)
            yield self._area
            yield self._said
            ways = told(_("{keys} keep · {close-card} back"), keys=self.shown("keep", "deny-conflict"))
            yield Static(ways, markup=False, classes="way-out")

    def action_close(self) -> None:
        """Back without a word."""
        self.dismiss(None)

    async def action_deny(self) -> None:
        """Keep the reason, if there is one."""
        reason = (await self.all_of_it()).strip()
        if reason:
            self.dismiss(reason)
        else:
            self._said.update(Content(_("This needs a reason; one sentence will do.")))
