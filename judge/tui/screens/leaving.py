from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from judge.locale import _
from judge.tui.keymap import told
from judge.tui.screens.card import Card


class LeavingScreen(Card[bool]):
    """Asks whether to leave although something is not saved; True means leave."""

    def __init__(self, unsaved: tuple[str, ...]) -> None:
        """`unsaved` names what would be lost, a line each."""
        super().__init__()
        self.heed("answer(True)", "leave-unsaved")
        self.heed("answer(False)", "close-card", also="n,N")
        self._unsaved = unsaved

    def compose(self) -> ComposeResult:
        """What would be lost, and the two answers."""
        with Vertical(classes="card") as card:
            card.border_title = Content(_("Not everything is saved"))
            yield Static(Content("\n".join(self._unsaved)))
            ways = told(_("{close-card} stay · {leave-unsaved} leave without it"))
            yield Static(ways, markup=False, classes="way-out")

    def action_answer(self, leave: bool) -> None:  # noqa: FBT001 - Textual passes an action's arguments by place
        """Give the answer."""
        self.dismiss(leave)
