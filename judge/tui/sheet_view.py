"""How a sheet's lines share a given height: criteria, levels, the line that speaks, the total."""

from dataclasses import dataclass

from judge.domain.desk import Page
from judge.domain.refusal import Param
from judge.domain.sheet import SheetState
from judge.tui.cells import cut
from judge.tui.evidence_lines import evidence_height, evidence_lines
from judge.tui.ink import Line
from judge.tui.marking import Marking
from judge.tui.own_marks_lines import narrow_line
from judge.tui.sheet_lines import (
    columns,
    criterion_line,
    level_lines,
    levels_height,
    total_line,
)
from judge.tui.words import refusal, sentence
from judge.tui.wrapping import wrap

_BELOW = 2  # the line that speaks, and the total
_SPOKEN = 2  # the most lines that the desk speaks on


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet on `width` × `height` cells; `voice` is what the desk has to say about it just now.

    Criteria come first; where there is room for less than all of them, those around the cursor show and
    the level texts give way.
    """

    marking: Marking
    page: Page
    width: int
    height: int
    voice: str = ""

    @property
    def rows(self) -> int:
        """How many criteria show."""
        return min(len(self.marking.draft.rubric.criteria), max(1, self.height - _BELOW))

    @property
    def top(self) -> int:
        """The first criterion that shows, so that the cursor's is among them."""
        return max(0, self.marking.row - self.rows + 1)

    @property
    def caret(self) -> tuple[int, int]:
        """Column and line of the cell at which an input method should open."""
        cols = columns(self.marking.draft, self.width)
        return cols.mark_at + cols.mark - 2, self.marking.row - self.top

    def lines(self, *, focused: bool) -> list[Line]:
        """All lines; `focused` shows the cursor's cell as having the keyboard."""
        cols = columns(self.marking.draft, self.width)
        shown = range(self.top, self.top + self.rows)
        lines = [criterion_line(self.marking, row, cols, self.width, focused=focused) for row in shown]
        room = max(0, self.height - self.rows - 1)
        spoken = self._spoken()[:room]
        levels = level_lines(self.marking, self.width, room=max(0, room - max(1, len(spoken))))
        free = room - len(levels)
        if not spoken and free > 1:
            spoken = self._quiet()
        below = [*evidence_lines(self.marking, self.page, self.width, free - len(spoken)), *spoken]
        lines += [*levels, *[[] for _blank in range(free - len(below))], *below]
        return [*lines, total_line(self.marking.draft, self.width)][: self.height]

    def _spoken(self) -> list[Line]:
        """What the desk says, a hint, or why something was refused here, below the evidence."""
        marking = self.marking
        kept = marking.draft.kept(marking.criterion.key)
        if self.voice:
            return self._wrapped("▸", self.voice, "accent")
        if marking.hint:
            return self._wrapped("▸", self._hint(*marking.hint), "accent")
        if kept:
            return self._wrapped("✗", refusal(marking.draft, marking.criterion, kept), "refused")
        return []

    def _hint(self, code: str, params: dict[str, Param]) -> str:
        """A hint; where the reviewer can open a closed sheet again, the key that does."""
        closed = code == "desk-read-only" and self.page.may_take_back and self._submitted
        return sentence("desk-may-take-back", {}) if closed else sentence(code, params)

    @property
    def _submitted(self) -> bool:
        return self.marking.draft.sheet.state is SheetState.SUBMITTED

    def _wrapped(self, sign: str, text: str, ink: str) -> list[Line]:
        """A sentence on as many lines as it takes, but no more than there may be."""
        lines = wrap(text, max(1, self.width - 2))
        if len(lines) > _SPOKEN:
            lines = [*lines[: _SPOKEN - 1], cut(" ".join(lines[_SPOKEN - 1 :]), max(1, self.width - 2))]
        return [[(f"{sign if at == 0 else ' '} {line}", ink)] for at, line in enumerate(lines)]

    def _quiet(self) -> list[Line]:
        """A word on the reviewer's own use of the scale, where there is one."""
        use = next((u for u in self.page.own_marks if u.criterion == self.marking.criterion.key), None)
        line = narrow_line(use, self.page.rubric)
        return [line] if line else []


def wanted_height(marking: Marking, page: Page, width: int, *, evidence: int) -> int:
    """As many lines as the rubric takes at a width, whichever criterion the cursor is on.

    `evidence` is how many lines evidence may take.
    """
    levels = levels_height(marking.draft, width)
    told = evidence_height(marking.draft, page, width, evidence)
    return len(marking.draft.rubric.criteria) + levels + told + 1
