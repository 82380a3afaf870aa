from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.strip import Strip

from judge.locale import _
from judge.tui.cells import cell_len, cut
from judge.tui.ink import Inked, Line, plain
from judge.tui.widgets.text_line import TextLine


class SoughtText(TextLine):
    """What is looked for; Enter and the arrows go from place to place, Esc ends it.

    Its keys come before all others, and letters are taken at once: what follows in a burst is the sheet's.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "screen.find_next", show=False, priority=True),
        Binding("shift+enter,up", "screen.find_previous", show=False, priority=True),
        Binding("escape", "screen.end_finding", show=False, priority=True),
        Binding("ctrl+f", "select_all", show=False, priority=True),
        Binding("backspace", "delete_left", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__(_("find"), id="sought")


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
