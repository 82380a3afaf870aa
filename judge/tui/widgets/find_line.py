from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from judge.locale import _
from judge.tui.cells import cell_len, cut
from judge.tui.ink import Inked, Line, plain


class SoughtText(Input):
    """What is looked for; Enter and the arrows go from hit to hit, Esc ends it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "go(1)", show=False),
        Binding("shift+enter,up", "go(-1)", show=False),
        Binding("escape", "leave", show=False),
    ]

    class Went(Message):
        """The next hit is asked for, or the one before (`by` is -1)."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Left(Message):
        """Nothing is looked for any more."""

    def __init__(self) -> None:
        super().__init__(placeholder=_("find"), compact=True, select_on_focus=True)
        self.cursor_blink = False

    def action_go(self, by: int) -> None:
        """Ask for it."""
        self.post_message(self.Went(by))

    def action_leave(self) -> None:
        """Say so."""
        self.post_message(self.Left())


class FindTold(Inked):
    """How often it was found, where one is, and in which other papers it stands."""

    told: tuple[str, str, str] = ("", "", "")

    def tell(self, place: str, elsewhere: str, keys: str) -> None:
        """Show other words."""
        self.told = (place, elsewhere, keys)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line; the keys only where there is room for all of it."""
        if y:
            return self.paint([])
        place, elsewhere, keys = self.told
        line: Line = [(f" {place}", "strong"), (f" · {elsewhere}" if elsewhere else "", "")]
        room = self.size.width - cell_len(plain(line))
        if room < 0:
            return self.paint([(cut(plain(line), self.size.width), "")])
        return self.paint([*line, (f"  {keys}" if cell_len(keys) + 2 <= room else "", "dim")])


class FindLine(Horizontal):
    """A line over the papers to find words in them; there only while something is looked for."""

    def __init__(self) -> None:
        super().__init__()
        self.text = SoughtText()
        self.told = FindTold()
        self.display = False

    def compose(self) -> ComposeResult:
        """What is looked for, and what was found."""
        yield self.text
        yield self.told
