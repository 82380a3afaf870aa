from textual.strip import Strip

from judge.locale import _
from judge.tui.cells import cell_len, clean_line, cut
from judge.tui.import_words import STEPS, Step
from judge.tui.ink import Inked, Line, plain

_GAP = 3
"""Cells between the edition and the steps, and behind them."""


class StepBar(Inked):
    """One line: whose papers these are, and where in the import one is."""

    def __init__(self, edition: str) -> None:
        super().__init__()
        self._edition = clean_line(edition)
        self._step = Step.PICK
        self._with_headings = False

    def show(self, step: Step, *, with_headings: bool) -> None:
        """Show another step; the one of the headings is there where one is asked for."""
        self._step, self._with_headings = step, with_headings
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
        shown = [s for s in STEPS if s is not Step.HEADINGS or self._with_headings]
        now = Step.CONSENT if self._step is Step.FILE else self._step
        for number, step in enumerate(shown, start=1):
            ink = "accent" if step is now else "" if step < now else "dim"
            said = f"{number} {_(STEPS[step])}" if in_full or step is now else str(number)
            steps += [(" › " if steps else "", "dim"), (said, ink)]
        return steps
