from collections.abc import Mapping

from textual.strip import Strip

from judge.locale import _
from judge.tui.cells import cell_len, clean_line, cut
from judge.tui.ink import Inked, Line, plain

_GAP = 3
"""Cells between the edition and the steps, and behind them."""


class StepBar(Inked):
    """One line: whose edition it is, and where in some steps one is."""

    def __init__(self, edition: str, steps: Mapping[int, str]) -> None:
        """`steps` are the steps in their order, in English, for `_`."""
        super().__init__()
        self._edition = clean_line(edition)
        self._words = steps
        self._step = min(steps)
        self._left_out = -1

    def show(self, step: int, left_out: int = -1) -> None:
        """Show another step; one may be left out of the line."""
        self._step, self._left_out = step, left_out
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        return self.paint(self._line(self.size.width) if y == 0 else [])

    def _line(self, width: int) -> Line:
        name = " Judge  "
        steps = self._steps(in_full=True)
        if cell_len(plain(steps)) + cell_len(name + self._edition) + _GAP > width:
            steps = self._steps(in_full=False)
        edition = cut(self._edition, max(0, width - cell_len(name) - cell_len(plain(steps)) - _GAP))
        gap = " " * max(1, width - cell_len(name + edition) - cell_len(plain(steps)) - 1)
        return [(name, "strong"), (edition, ""), (gap, ""), *steps]

    def _steps(self, *, in_full: bool) -> Line:
        """The steps by number and word, or by number alone but for the one at hand."""
        steps: Line = []
        shown = [step for step in self._words if step != self._left_out]
        now = self._step
        for number, step in enumerate(shown, start=1):
            ink = "accent" if step == now else "" if step < now else "dim"
            said = f"{number} {_(self._words[step])}" if in_full or step == now else str(number)
            steps += [(" › " if steps else "", "dim"), (said, ink)]
        return steps
