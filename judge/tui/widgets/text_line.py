from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class TextLine(Input):
    """One line to type on; Enter takes it, Esc leaves it, Tab asks for its completion."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", show=False),
        Binding("escape", "leave", show=False),
        Binding("down", "leave", show=False),
    ]

    class Left(Message):
        """The line was left without taking it."""

        def __init__(self, line: "TextLine") -> None:
            super().__init__()
            self.line = line

    class CompletionAsked(Message):
        """What is typed should go on."""

    def __init__(self, placeholder: str, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def action_complete(self) -> None:
        """Ask for it."""
        self.post_message(self.CompletionAsked())

    def action_leave(self) -> None:
        """Say so."""
        self.post_message(self.Left(self))
