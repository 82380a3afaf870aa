from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from judge.domain.desk import QueueItem
from judge.domain.sheet import SheetState
from judge.locale import _
from judge.tui.cells import clean_line, fit, fit_right
from judge.tui.docket import Docket
from judge.tui.ink import INKS, Inked, Line
from judge.tui.words import points, state_glyph, state_word

_RIGHT = 10


class Queue(ScrollView, Inked, can_focus=True):
    """The reviewer's nominations, a line each; only the lines on the screen are ever made."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(INKS)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
        Binding("enter", "choose", show=False),
    ]

    cursor = var(0)

    class Chosen(Message):
        """The reviewer asks for a nomination."""

        def __init__(self, nomination: str) -> None:
            super().__init__()
            self.nomination = nomination

    def __init__(self) -> None:
        super().__init__()
        self.docket = Docket()
        self.shown: str = ""
        self._flagged: frozenset[str] = frozenset()

    def fill(self, docket: Docket) -> None:
        """Show these nominations."""
        self.docket = docket
        self.virtual_size = Size(self.size.width, len(docket.items))
        self.renew()

    def show(self, nomination: str) -> None:
        """Mark `nomination` as the one on the desk and bring it into sight."""
        self.shown = nomination
        self.cursor = self.docket.place(nomination)
        self.renew()

    def renew(self, nomination: str | None = None) -> None:
        """Show a nomination's line as it is now, or all of them."""
        self._entitle()
        if nomination is None:
            self.refresh()
        else:
            self.refresh_line(self.docket.place(nomination))

    def flag(self, unsaved: frozenset[str]) -> None:
        """Set off the nominations on whose sheets something could not be saved."""
        if unsaved != self._flagged:
            self._flagged = unsaved
            self.refresh()

    def _entitle(self) -> None:
        place = ""
        if self.docket.items:
            item = self.docket.items[self.cursor]
            of = _("{place} of {all}").format(place=self.cursor + 1, all=len(self.docket.items))
            place = f"{of} · {state_word(item.state, item.marked)}"
        self.entitle(_("Queue · {count} to do").format(count=self.docket.to_do), place)

    def on_resize(self) -> None:
        """Keep the cursor in sight also where the sheet below takes lines away."""
        self.watch_cursor()

    def watch_cursor(self) -> None:
        """Keep the cursor in sight."""
        height = max(1, self.size.height)
        top = self.scroll_offset.y
        if not top <= self.cursor < top + height:
            self.scroll_to(y=max(0, self.cursor - height // 2), animate=False)
        self._entitle()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One nomination, or an empty line below the last."""
        index = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        line = self._line(index, width) if index < len(self.docket.items) else []
        return self.paint(line)

    def _line(self, index: int, width: int) -> Line:
        item = self.docket.items[index]
        on_desk = item.nomination == self.shown
        name = fit(clean_line(item.name), max(0, width - 5 - _RIGHT))
        ink = "cursor" if self.has_focus and index == self.cursor else "strong" if on_desk else ""
        return [
            ("▸" if on_desk else " ", ink or "accent"),
            (f"{state_glyph(item.state, item.marked)} {name} ", ink),
            (f"{fit_right(self._right(item), _RIGHT)}", ink),
            ("✗" if item.nomination in self._flagged else " ", ink or "refused"),
        ]

    def _right(self, item: QueueItem) -> str:
        total = points(item.total, self.docket.decimals) if item.total is not None else "–"
        if item.state is SheetState.SUBMITTED:
            return total
        if item.state is SheetState.OPEN:
            return f"{item.marked}/{item.criteria} {total}" if item.marked else "–"
        return state_word(item.state, item.marked)

    def on_focus(self) -> None:
        """Begin at the nomination on the desk."""
        if self.shown:
            self.cursor = self.docket.place(self.shown)

    def on_click(self, event: Click) -> None:
        """A click opens the line."""
        at = event.get_content_offset(self)
        if at and (index := at.y + self.scroll_offset.y) < len(self.docket.items):
            self.cursor = index
            self.action_choose()

    def action_move(self, lines: int) -> None:
        """Move the cursor by lines."""
        self.cursor = max(0, min(self.cursor + lines, len(self.docket.items) - 1))

    def action_move_page(self, pages: int) -> None:
        """Move the cursor by screenfuls."""
        self.action_move(pages * max(1, self.size.height - 1))

    def action_choose(self) -> None:
        """Ask for the nomination under the cursor."""
        if self.docket.items:
            self.post_message(self.Chosen(self.docket.items[self.cursor].nomination))
