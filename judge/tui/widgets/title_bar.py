from datetime import datetime

from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from judge.locale import _
from judge.tui.cells import cell_len, clean_line, cut
from judge.tui.ink import Inked, Line, plain
from judge.tui.meter import meter

_METER = 12


class TitleBar(Inked):
    """One line: whose desk this is, how far it has come, and whether everything is saved."""

    class QueueAsked(Message):
        """The folded queue's place in the title was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.edition = ""
        self.reviewer = ""
        self.place: str = ""
        self.submitted = 0
        self.assigned = 0
        self.waiting = 0
        self.refused = 0
        self.typing = False
        self.saved_at: datetime | None = None

    def renew(self) -> None:
        """Draw the line again if it says something else now."""
        self.refresh_changed([self._line(self.size.width)])

    def render_line(self, y: int) -> Strip:
        """The one line."""
        width = self.size.width
        return self.paint(self._line(width) if y == 0 else [])

    def _line(self, width: int) -> Line:
        right = self._right(narrow=width < 100)
        room = width - cell_len(plain(right)) - 2
        name = " Judge  "
        reviewer = f" · {cut(clean_line(self.reviewer), room // 2)}" if self.reviewer else ""
        edition = cut(clean_line(self.edition), max(0, room - len(name) - cell_len(reviewer)))
        whose = edition + reviewer
        gap = " " * max(1, width - len(name) - cell_len(whose) - cell_len(plain(right)))
        return [(name, "strong"), (whose, ""), (gap, ""), *right]

    def _right(self, *, narrow: bool) -> Line:
        if narrow:
            place = f"[{self.place} ▾]  " if self.place else ""
            return [(place, "accent"), (f"{self.submitted}/{self.assigned} ●  ", ""), self._saving()]
        progress = _("{done} of {all} submitted").format(done=self.submitted, all=self.assigned)
        share = self.submitted / self.assigned if self.assigned else 0.0
        return [(f"{progress} ", ""), (meter(share, _METER), ""), ("  ", ""), self._saving()]

    def _saving(self) -> tuple[str, str]:
        if self.waiting:
            return _("… saving {count}").format(count=self.waiting) + " ", ""
        if self.refused:
            return _("✗ {count} not saved").format(count=self.refused) + " ", "refused"
        if self.typing:
            # What stands typed is on no disk yet, whatever was saved before it.
            return _("· typing, not saved") + " ", ""
        if self.saved_at is None:
            return _("✓ saved") + " ", "dim"
        return _("✓ saved {time}").format(time=f"{self.saved_at:%H:%M}") + " ", "dim"

    def on_click(self, event: Click) -> None:
        """A click on the title opens the queue where it is folded."""
        event.stop()
        self.post_message(self.QueueAsked())
