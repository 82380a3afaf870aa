from pathlib import Path

from textual.strip import Strip
from textual.timer import Timer

from judge.locale import _
from judge.tui.cells import clean_line, cut_start
from judge.tui.ink import Inked, Line
from judge.tui.meter import meter

_SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_TURN = 0.1  # seconds a picture of the spinner
_WIDEST = 60


class ProgressPane(Inked):
    """What is being done, how far it has come, and the file that is at hand."""

    def __init__(self) -> None:
        super().__init__(id="progress")
        self._what = ""
        self._file = ""
        self._done = self._total = 0
        self._turn = 0
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        """The spinner turns only while there is work."""
        self._timer = self.set_interval(_TURN, self._spin, pause=True)

    def begin(self, what: str) -> None:
        """Show that work has begun whose length is not known yet."""
        self.tell(what, 0, 0)
        if self._timer:
            self._timer.resume()

    def end(self) -> None:
        """There is no work any more."""
        if self._timer:
            self._timer.pause()

    def tell(self, what: str, done: int, total: int, file: Path | None = None) -> None:
        """Show how far the work has come."""
        self._what, self._done, self._total = what, done, total
        self._file = "" if file is None else clean_line(str(file))
        self.refresh()

    def _spin(self) -> None:
        self._turn = (self._turn + 1) % len(_SPINNER)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Spinner and words, the bar, the file."""
        width = self.size.width
        lines: list[Line] = [[(f" {_SPINNER[self._turn]} ", "accent"), (self._what, "strong")]]
        if self._total:
            bar = meter(self._done / self._total, min(_WIDEST, max(4, width - 24)))
            counted = _("{done} of {all}").format(done=self._done, all=self._total)
            lines += [[], [(f"   {bar} ", ""), (counted, "")]]
            lines += [[], [(f"   {cut_start(self._file, max(0, width - 4))}", "dim")]]
        lines += [[], [("   " + _("Nothing is written before you have seen and agreed."), "dim")]]
        return self.paint(lines[y] if y < len(lines) else [])
