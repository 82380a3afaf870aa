from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from judge.domain.desk import QueueItem
from judge.domain.sheet import Sheet, SheetState
from judge.locale import _
from judge.tui.cells import clean_line, fit, fit_right
from judge.tui.draft import points_total
from judge.tui.ink import INKS, Inked, Line
from judge.tui.words import points, state_glyph, state_word
from rubrics.model import Rubric

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
        self.items: list[QueueItem] = []
        self.shown: str = ""
        self._index: dict[str, int] = {}
        self._decimals = 0

    def fill(self, items: tuple[QueueItem, ...]) -> None:
        """Show these nominations."""
        self.items = list(items)
        self._index = {item.nomination: i for i, item in enumerate(items)}
        self.virtual_size = Size(self.size.width, len(items))
        self._renew()

    def show(self, nomination: str) -> None:
        """Mark `nomination` as the one on the desk and bring it into sight."""
        self.shown = nomination
        self.cursor = self._index[nomination]
        self._renew()

    def take(self, rubric: Rubric, sheet: Sheet) -> None:
        """Show what a sheet has become."""
        at = self._index[sheet.nomination]
        marked = sum(c.key in sheet.marks for c in rubric.criteria)
        total = points_total(rubric, sheet.marks)
        self.items[at] = replace(self.items[at], state=sheet.state, marked=marked, total=total)
        self._renew()

    def place_of(self, nomination: str) -> int:
        """The nomination's line, from 0."""
        return self._index[nomination]

    @property
    def submitted(self) -> int:
        """How many sheets are submitted."""
        return sum(item.state is SheetState.SUBMITTED for item in self.items)

    @property
    def to_do(self) -> list[QueueItem]:
        """The nominations whose sheet waits for the reviewer."""
        return [item for item in self.items if item.state in {SheetState.OPEN, SheetState.RETURNED}]

    def next_to_do(self, nomination: str) -> QueueItem | None:
        """The next nomination to do after this one, from the top again at the end."""
        at = self._index[nomination]
        later = (i for i in self.to_do if self._index[i.nomination] > at)
        return next(later, None) or next((i for i in self.to_do if i.nomination != nomination), None)

    def _renew(self) -> None:
        totals = (points(item.total) for item in self.items if item.total is not None)
        self._decimals = max((len(t.partition(".")[2]) for t in totals), default=0)
        self.border_title = Content(_("Queue · {count} to do").format(count=len(self.to_do)))
        self._name_state()
        self.refresh()

    def _name_state(self) -> None:
        if self.items:
            item = self.items[self.cursor]
            of = _("{place} of {all}").format(place=self.cursor + 1, all=len(self.items))
            self.border_subtitle = Content(f"{of} · {state_word(item.state, item.marked)}")

    def watch_cursor(self) -> None:
        """Keep the cursor in sight."""
        height = max(1, self.size.height)
        top = self.scroll_offset.y
        if not top <= self.cursor < top + height:
            self.scroll_to(y=max(0, self.cursor - height // 2), animate=False)
        self._name_state()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One nomination, or an empty line below the last."""
        index = self.scroll_offset.y + y
        width = self.size.width
        line = self._line(index, width) if index < len(self.items) else []
        return self.paint(line)

    def _line(self, index: int, width: int) -> Line:
        item = self.items[index]
        on_desk = item.nomination == self.shown
        name = fit(clean_line(item.name), max(0, width - 5 - _RIGHT))
        ink = "cursor" if self.has_focus and index == self.cursor else "strong" if on_desk else ""
        return [
            ("▸" if on_desk else " ", ink or "accent"),
            (f"{state_glyph(item.state, item.marked)} {name} ", ink),
            (f"{fit_right(self._right(item), _RIGHT)} ", ink),
        ]

    def _right(self, item: QueueItem) -> str:
        total = points(item.total, self._decimals) if item.total is not None else "–"
        if item.state is SheetState.SUBMITTED:
            return total
        if item.state is SheetState.OPEN:
            return f"{item.marked}/{item.criteria} {total}" if item.marked else "–"
        return state_word(item.state, item.marked)

    def on_focus(self) -> None:
        """Begin at the nomination on the desk."""
        if self.shown:
            self.cursor = self._index[self.shown]

    def on_click(self, event: Click) -> None:
        """A click opens the line."""
        at = event.get_content_offset(self)
        if at and (index := at.y + self.scroll_offset.y) < len(self.items):
            self.cursor = index
            self.action_choose()

    def action_move(self, lines: int) -> None:
        """Move the cursor by lines."""
        self.cursor = max(0, min(self.cursor + lines, len(self.items) - 1))

    def action_move_page(self, pages: int) -> None:
        """Move the cursor by screenfuls."""
        self.action_move(pages * max(1, self.size.height - 1))

    def action_choose(self) -> None:
        """Ask for the nomination under the cursor."""
        if self.items:
            self.post_message(self.Chosen(self.items[self.cursor].nomination))
