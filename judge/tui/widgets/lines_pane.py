from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from judge.tui.ink import INKS, Inked, Line, plain

Lines = Callable[[int], Sequence[Line]]
"""Lines for a width in cells."""


class LinesPane(ScrollView, Inked, can_focus=True):
    """Lines to read, made anew for each width and scrolled by the line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(INKS)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._make: Lines = lambda _width: ()
        self._lines: Sequence[Line] = ()
        self._width = 0

    def show(self, make: Lines) -> None:
        """Show other lines, from the first."""
        self._make = make
        self._lay_out()
        self.scroll_to(y=0, animate=False)

    def on_resize(self) -> None:
        """Wrap anew where the width has changed."""
        if self.scrollable_content_region.width != self._width:
            self._lay_out()

    def _lay_out(self) -> None:
        self._width = self.scrollable_content_region.width
        self._lines = self._make(self._width) if self._width else ()
        self.virtual_size = Size(self._width, len(self._lines))
        self.refresh()

    @property
    def text(self) -> str:
        """All lines as shown."""
        return "\n".join(plain(line) for line in self._lines)

    def render_line(self, y: int) -> Strip:
        """One line."""
        index = self.scroll_offset.y + y
        return self.paint(self._lines[index] if index < len(self._lines) else [])
