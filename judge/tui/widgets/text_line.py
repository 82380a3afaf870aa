from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.widgets import Input


class TextLine(Input):
    """One line to type on; what Enter, Tab and Esc do with it are deeds of its screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "screen.back", show=False)]

    def __init__(self, placeholder: str, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def hears(self, event: Key | Paste) -> bool:
        """Take what is typed or pasted, now and not after the keys that follow it; whether it was text."""
        if isinstance(event, Paste):
            text = next(iter(event.text.splitlines()), "")
        elif event.is_printable:
            text = event.character or ""
        else:
            return False
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)
        return True
