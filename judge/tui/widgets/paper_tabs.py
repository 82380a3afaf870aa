from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from judge.tui.cells import cell_len
from judge.tui.ink import Inked, Line


class PaperTabs(Inked):
    """The names of the papers on one line, the one being read set off."""

    class Asked(Message):
        """A tab was clicked."""

        def __init__(self, paper: int) -> None:
            super().__init__()
            self.paper = paper

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.paper = 0

    def render_line(self, y: int) -> Strip:
        """The names."""
        line: Line = [
            part
            for i, name in enumerate(self.names)
            for part in ((f" {i + 1} {name} ", "cursor" if i == self.paper else "dim"), (" ", ""))
        ]
        return self.paint(line if y == 0 else [])

    def on_click(self, event: Click) -> None:
        """Ask for the paper whose name was clicked."""
        end = 0
        for i, name in enumerate(self.names):
            end += cell_len(name) + 5
            if event.x < end:
                self.post_message(self.Asked(i))
                return
