from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from judge.locale import _


class LeavingScreen(ModalScreen[bool]):
    """Asks whether to leave although something is not saved; True means leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n,N", "answer(False)", show=False),
        Binding("f10,y,Y", "answer(True)", show=False),
    ]

    def __init__(self, unsaved: tuple[str, ...]) -> None:
        """`unsaved` names what would be lost, a line each."""
        super().__init__()
        self._unsaved = unsaved

    def compose(self) -> ComposeResult:
        """What would be lost, and the two answers."""
        with Vertical(classes="card") as card:
            card.border_title = Content(_("Not everything is saved"))
            yield Static(Content("\n".join(self._unsaved)))
            yield Static(_("Esc stay · F10 or Y leave without it"), markup=False, classes="way-out")

    def action_answer(self, leave: bool) -> None:  # noqa: FBT001 - Textual passes an action's arguments by place
        """Give the answer."""
        self.dismiss(leave)
