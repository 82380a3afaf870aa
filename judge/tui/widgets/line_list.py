from abc import abstractmethod
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from judge.tui.ink import INKS, Inked, Line


class LineList(ScrollView, Inked, can_focus=True):
    """Things to choose from, a line each, with a cursor; only the lines on the screen are ever made."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(INKS)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        Binding("home", "move(-10000000)", show=False),
        Binding("end", "move(10000000)", show=False),
    ]

    cursor = var(0)

    class Moved(Message):
        """The cursor stands at another thing of a list."""

        def __init__(self, of: "LineList") -> None:
            super().__init__()
            self.of = of

    class Pressed(Message):
        """The line under the cursor was clicked a second time."""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many lines there are."""

    @abstractmethod
    def line(self, index: int, width: int) -> Line:
        """The line at `index`, in at most `width` cells; the cursor's ink is the list's."""

    def refill(self, cursor: int = 0) -> None:
        """Other things are in the list now."""
        self.virtual_size = Size(self.size.width, self.count)
        self.cursor = max(0, min(cursor, self.count - 1))
        self.watch_cursor()
        self.post_message(self.Moved(self))

    def on_resize(self) -> None:
        """Keep the cursor in sight also where the room shrinks."""
        self.watch_cursor()

    def watch_cursor(self) -> None:
        """Keep the cursor in sight; the list's beginning too, where there is room for both."""
        height = self.size.height
        top = self.scroll_offset.y
        if height and not top <= self.cursor < top + height:
            above = 0 if self.cursor < height else self.cursor - height // 2
            self.scroll_to(y=above, animate=False, force=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line, or an empty one below the last."""
        index = self.scroll_offset.y + y
        if index >= self.count:
            return self.paint([])
        width = self.scrollable_content_region.width
        line = self.line(index, width)
        if index == self.cursor and self.has_focus:
            line = [(text, "cursor") for text, _ink in line]
        elif index == self.cursor:
            line = [(text, ink or "strong") for text, ink in line]
        return self.paint(line)

    def action_move(self, lines: int) -> None:
        """Move the cursor by lines."""
        self._move_to(self.cursor + lines)

    def action_move_page(self, pages: int) -> None:
        """Move the cursor by screenfuls."""
        self.action_move(pages * max(1, self.size.height - 1))

    def _move_to(self, index: int) -> None:
        before = self.cursor
        self.cursor = max(0, min(index, self.count - 1))
        if self.cursor != before:
            self.post_message(self.Moved(self))

    def on_click(self, event: Click) -> None:
        """A click moves the cursor; one at the cursor chooses."""
        at = event.get_content_offset(self)
        if at is None or (index := at.y + self.scroll_offset.y) >= self.count:
            return
        if index == self.cursor:
            self.post_message(self.Pressed())
        else:
            self._move_to(index)
