from collections.abc import Collection, Mapping

from textual.strip import Strip

from imports.findings import Severity
from judge.locale import _
from judge.services.papers.concerns import GRAVITY
from judge.tui.import_words import GLYPHS, INKS, severity_count
from judge.tui.ink import Inked, Line


class FilterLine(Inked):
    """How many findings of each severity there are, which are shown, and what is searched for."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[Severity, int] = {}
        self._shown: Collection[Severity] = GRAVITY
        self._search = ""

    def show(self, counts: Mapping[Severity, int], shown: Collection[Severity], search: str) -> None:
        """Show other figures."""
        self._counts, self._shown, self._search = counts, shown, search
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        return self.paint(self._line() if y == 0 else [])

    def _line(self) -> Line:
        line: Line = []
        for number, severity in enumerate(GRAVITY, start=1):
            counted = severity_count(severity, self._counts.get(severity, 0))
            if severity in self._shown:
                line += [
                    (f" {number} ", "dim"),
                    (GLYPHS[severity], INKS[severity]),
                    (f" {counted} ", "strong"),
                ]
            else:
                line.append((f" {number} {GLYPHS[severity]} {counted} {_('hidden')} ", "dim"))
        if self._search:
            line += [("  / ", "dim"), (self._search, "accent")]
        return line
