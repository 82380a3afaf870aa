from collections.abc import Sequence
from typing import ClassVar

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from judge.tui.cells import cell_len
from judge.tui.ink import INKS, Inked, Line, plain
from judge.tui.layout import Layout
from judge.tui.paper_search import Hit, set_off
from judge.tui.passages import Passage, Row

_AT_ONCE = 1_500
"""Lines that are laid out before anything is shown; the others follow while the reviewer reads."""
_PAUSE = 0.01  # seconds for keys between some lines and the next


class Papers(ScrollView, Inked, can_focus=True):
    """One paper's lines, made anew for each width and scrolled by the line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(INKS)

    def __init__(self) -> None:
        super().__init__()
        self._passages: Sequence[Passage] = ()
        self._layout = Layout()
        self._growing: Timer | None = None
        self._sought, self._here = "", (-1, -1)
        self._evidence, self._for = "", ""
        self._drawn: dict[int, list[Line]] = {}
        self._heeded: int | None = None  # a line that was brought into sight
        self._height = 0

    def read(self, passages: Sequence[Passage]) -> None:
        """Show a paper from its beginning, nothing in it set off."""
        self._passages = passages
        self._evidence = ""
        self._lay_out()
        self.scroll_to(y=0, animate=False, force=True)

    # What is set off

    def seek(self, sought: str, here: Hit | None = None) -> None:
        """Set off what is sought, folded; nothing for "". The hit that is `here` is brought into sight."""
        self._sought, self._here = sought, here or (-1, -1)
        self._redraw()
        if here:
            self._bring(self._layout.top(here[0]) + self._row_of_here())

    def show_field(self, field: str, said: str) -> bool:
        """Bring a field of the form into sight, set off and with `said` beside it; False where it is none."""
        number = next((n for n, passage in enumerate(self._passages) if passage.field == field), None)
        if number is None:
            return False
        self._evidence, self._for = field, said
        self._redraw()
        self._grow(self._layout.top(number) + self.size.height)
        self.scroll_to(y=self._first_row(number), animate=False, force=True)
        return True

    def _first_row(self, passage: int) -> int:
        rows = self._layout.rows_of(passage)
        return self._layout.top(passage) + next((n for n, row in enumerate(rows) if row), 0)

    def _row_of_here(self) -> int:
        lines = self._lines_of(self._here[0])
        return next((n for n, line in enumerate(lines) if any(ink == "here" for _, ink in line)), 0)

    def _bring(self, line: int) -> None:
        """Scroll to a line if it is out of sight, so that what stands before it shows, too."""
        height = self.size.height
        self._heeded = line
        if not self._shows(line, height):
            self._grow(line + height)
            self.scroll_to(y=max(0, line - height // 3), animate=False, force=True)

    def _shows(self, line: int, height: int) -> bool:
        return self.scroll_offset.y <= line < self.scroll_offset.y + height

    @property
    def passage(self) -> int:
        """The passage at the top of what shows."""
        return self._layout.passage_at(self.scroll_offset.y)

    # Laying out

    def on_resize(self) -> None:
        """Wrap anew where the width has changed: what was at the top stays there.

        Where there are fewer lines now, what was brought into sight stays in it.
        """
        before, self._height = self._height, self.size.height
        if self.scrollable_content_region.width != self._layout.width:
            passage, top = self.passage, self.scroll_offset.y
            self._lay_out()
            if top:
                self._grow(self._layout.top(passage) + self.size.height)
                self.scroll_to(y=self._layout.top(passage), animate=False, force=True)
        elif self._heeded is not None and self._shows(self._heeded, before):
            self._bring(self._heeded)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._layout = Layout(self._passages if width else (), width)
        self._heeded = None
        self._grow(_AT_ONCE)
        self._redraw()

    def _grow(self, least: int) -> None:
        """Lay out some lines, and the others later."""
        self._layout.grow(least)
        self.virtual_size = Size(self._layout.width, len(self._layout.rows))
        if self._growing:
            self._growing.stop()
        self._growing = None if self._layout.complete else self.set_timer(_PAUSE, self._grow_on)

    def _grow_on(self) -> None:
        self._grow(len(self._layout.rows) + _AT_ONCE)

    @property
    def text(self) -> str:
        """The whole paper as shown, for tests and for copying."""
        while not self._layout.complete:
            self._grow_on()
        return "\n".join("".join(text for text, _ink, _of in row) for row in self._layout.rows)

    # Drawing

    def _redraw(self) -> None:
        self._drawn.clear()
        self.refresh()

    def _lines_of(self, passage: int) -> list[Line]:
        if passage not in self._drawn:
            rows: Sequence[Row] = self._layout.rows_of(passage)
            if self._sought:
                rows = set_off(rows, self._sought, self._here[1] if passage == self._here[0] else None)
            lines = [[(text, ink) for text, ink, _of in row] for row in rows]
            if self._evidence and self._passages[passage].field == self._evidence:
                lines = self._as_evidence(passage, lines)
            self._drawn[passage] = lines
        return self._drawn[passage]

    def _as_evidence(self, passage: int, lines: list[Line]) -> list[Line]:
        """Underlined; and beside the field's label what it is evidence for, as far as there is room."""
        lines = [
            [(text, ink if ink in {"here", "found"} else "evidence") for text, ink in line] for line in lines
        ]
        first = next((line for line in lines if line), None)
        begins = passage == 0 or self._passages[passage - 1].field != self._evidence
        said = f"  ◂ {self._for}"
        if first is not None and begins and cell_len(plain(first) + said) <= self._layout.width:
            first.append((said, "accent"))
        return lines

    def render_line(self, y: int) -> Strip:
        """One line of the paper."""
        index = self.scroll_offset.y + y
        if index >= len(self._layout.rows):
            return self.paint([])
        passage = self._layout.passage_at(index)
        return self.paint(self._lines_of(passage)[index - self._layout.top(passage)])
