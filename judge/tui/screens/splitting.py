from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from judge.locale import _, ngettext
from judge.services.panels.board import Panel
from judge.tui.cells import clean_line, cut
from judge.tui.keymap import told
from judge.tui.screens.card import Card


class SplitScreen(Card[str | None]):
    """Asks whether to split what has no section of an award among its sections; gives "split" or None."""

    def __init__(self, panel: Panel, count: int) -> None:
        super().__init__()
        self.heed("close", "close-card")
        self.heed("split", "state-card")
        self._panel, self._count = panel, count

    def compose(self) -> ComposeResult:
        """How many there are, among which sections, and the keys."""
        with Vertical(classes="card") as card:
            card.border_title = Content(cut(clean_line(self._panel.title), 60))
            said = ngettext(
                "{count} nomination has no section; split it among {sections}?",
                "{count} nominations have no section; split them evenly among {sections}?",
                self._count,
            )
            judging = [name for name, tally in self._panel.sections.items() if name and tally.reviewers]
            sections = cut(_(", ").join(clean_line(name[:60]) for name in judging), 300)
            yield Static(Content(said.format(count=self._count, sections=sections)), markup=False)
            yield Static(told(_("{state-card} split · {close-card} back")), markup=False, classes="way-out")

    def action_close(self) -> None:
        """No."""
        self.dismiss(None)

    def action_split(self) -> None:
        """Yes."""
        self.dismiss("split")
