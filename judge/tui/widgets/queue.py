from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click, Key, Paste
from textual.geometry import Offset, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from judge.locale import _
from judge.tui.cells import clean_line, cut
from judge.tui.docket import Docket
from judge.tui.ink import INKS, Inked, Line
from judge.tui.keyboard.deed import bound
from judge.tui.keyboard.queue import QUEUE
from judge.tui.keymap import key_of
from judge.tui.listing import Listing
from judge.tui.queue_lines import caret_at, head_line, item_line
from judge.tui.queue_view import Filter, Order, QueueView, Spellings
from judge.tui.words import state_word

_HEAD = 1  # the line that says what is shown; it never scrolls away
_FAR = 10_000_000
_MOVES = {"up": -1, "down": 1, "home": -_FAR, "end": _FAR}
_PAGES = {"pageup": -1, "pagedown": 1}
_LONGEST_SEARCH = 60


class Queue(ScrollView, Inked, can_focus=True):
    """The reviewer's nominations, a line each, filtered, sorted, searched; only lines in sight are made."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(INKS)
    BINDINGS: ClassVar[list[BindingType]] = bound(QUEUE)

    cursor = var(0)

    def __init__(self, choose: Callable[[str], object], heed: Callable[[], object]) -> None:
        """`choose` takes the nomination asked for, before the next key; `heed` is told of a new view."""
        super().__init__()
        self._choose = choose
        self._heed = heed
        self.listing = Listing(Docket(), QueueView())
        self.shown: str = ""
        self.typed: str | None = None
        self._flagged: frozenset[str] = frozenset()

    @property
    def docket(self) -> Docket:
        """All nominations, shown or not."""
        return self.listing.docket

    def fill(self, docket: Docket, view: QueueView) -> None:
        """Show these nominations, as far as the view does."""
        self.listing = Listing(docket, view)
        self._relisted()

    def show(self, nomination: str) -> None:
        """Mark `nomination` as the one on the desk and bring it into sight."""
        self.shown = nomination
        self.relist()

    def relist(self) -> None:
        """List what the view shows of the sheets as they are now, and go to the one on the desk."""
        self.listing.renew()
        self._relisted()

    def spell(self, spellings: Spellings) -> None:
        """The names are spelled: find and sort by that."""
        self.listing.spellings = spellings
        self.listing.renew()
        self._relisted(keep=True)

    def _relisted(self, *, keep: bool = False) -> None:
        self.virtual_size = Size(self.size.width, self.listing.extent + _HEAD)
        at = self.listing.row(self.shown)
        self._go(self.cursor if keep or at is None else at)
        self.watch_cursor()

    def renew(self, nomination: str | None = None) -> None:
        """Show a nomination's line as it is now, or all of them."""
        self._entitle()
        row = self.listing.row(nomination) if nomination else None
        if nomination is None:
            self.refresh()
        elif row is not None:
            self.refresh_line(row + _HEAD)

    def flag(self, unsaved: frozenset[str]) -> None:
        """Set off the nominations on whose sheets something could not be saved."""
        if unsaved != self._flagged:
            self._flagged = unsaved
            self.refresh()

    def _entitle(self) -> None:
        place = ""
        if self.cursor < len(self.listing):
            item = self.listing.item(self.cursor)
            of = _("{place} of {all}").format(place=self.cursor + 1, all=self.listing.extent)
            place = f"{of} · {state_word(item.state, item.marked)}"
        self.entitle(_("Queue · {count} to do").format(count=self.docket.to_do), place)

    # What is shown

    def see(self, view: QueueView) -> None:
        """Show by another view: a search begins at its first line, all else at the nomination on the desk."""
        searched = view.search != self.listing.view.search
        self.listing.view = view
        self.relist()
        if searched and view.search:
            self._go(0)
        self._heed()

    def action_filter(self, steps: int) -> None:
        """Turn to the next filter."""
        view, filters = self.listing.view, list(Filter)
        turned = filters[(filters.index(view.filter) + steps) % len(filters)]
        self.see(replace(view, filter=turned))

    def action_sort(self) -> None:
        """Turn to the next order."""
        view, orders = self.listing.view, list(Order)
        self.see(replace(view, order=orders[(orders.index(view.order) + 1) % len(orders)]))

    def begin_search(self) -> None:
        """Take what is typed as a new search from now on."""
        self.clear_search()
        self.typed = ""
        self.call_after_refresh(self._place_caret)

    def end_search(self) -> None:
        """Take no more for the search; what it shows stays."""
        self.typed = None
        self.refresh()

    def clear_search(self) -> bool:
        """Show everything that the filter does; whether there was a search."""
        was = self.typed is not None or bool(self.listing.view.search)
        self.end_search()
        if self.listing.view.search:
            self.see(replace(self.listing.view, search=""))
        return was

    # Keys

    def hears(self, event: Key | Paste) -> bool:
        """Take a key or a paste before anything else does, as the sheet does; False for others."""
        if isinstance(event, Paste):
            return self._search_for((self.typed or "") + clean_line(event.text)) if self.searching else True
        if event.key in _MOVES:
            self._go(self.cursor + _MOVES[event.key])
        elif event.key in _PAGES:
            self._go(self.cursor + _PAGES[event.key] * max(1, self.size.height - _HEAD - 1))
        elif event.key == "enter":
            self._choose_at(self.cursor)
        elif event.key == "escape":
            return self.clear_search()
        elif self.searching and event.key == "backspace":
            self._search_for((self.typed or "")[:-1])
        elif self.searching and event.is_printable and event.character:
            self._search_for((self.typed or "") + event.character)
        else:
            return False
        return True

    @property
    def searching(self) -> bool:
        """Whether what is typed is a search."""
        return self.typed is not None

    def _search_for(self, typed: str) -> bool:
        self.typed = typed[:_LONGEST_SEARCH]
        self.see(replace(self.listing.view, search=self.typed))
        self.call_after_refresh(self._place_caret)
        return True

    def _go(self, row: int) -> None:
        self.cursor = max(0, min(row, len(self.listing) - 1))

    def _choose_at(self, row: int) -> None:
        if row < len(self.listing):
            self.end_search()
            self._choose(self.listing.item(row).nomination)

    def on_blur(self) -> None:
        """What is typed elsewhere is no search."""
        self.end_search()

    def on_click(self, event: Click) -> None:
        """A click opens a line; one on the head searches."""
        at = event.get_content_offset(self)
        if at is None:
            return
        if at.y < _HEAD:
            self.begin_search()
        else:
            self._choose_at(at.y - _HEAD + self.scroll_offset.y)

    # Drawing

    def on_resize(self) -> None:
        """Keep the cursor in sight also where the sheet below takes lines away."""
        self.watch_cursor()

    def watch_cursor(self) -> None:
        """Keep the cursor in sight."""
        height = max(1, self.size.height - _HEAD)
        top = self.scroll_offset.y
        if not top <= self.cursor < top + height:
            # By force: Textual does not scroll what was short enough until now, as after a search.
            self.scroll_to(y=max(0, self.cursor - height // 2), animate=False, force=True)
        self._entitle()
        self.refresh()

    def _place_caret(self) -> None:
        """Put the terminal's own cursor behind the search: an input method opens its window there."""
        if self.has_focus and self.typed is not None:
            self.app.cursor_position = self.content_region.offset + Offset(caret_at(self.typed), 0)

    def render_line(self, y: int) -> Strip:
        """What is shown, then one nomination each, or empty lines below the last."""
        width = self.scrollable_content_region.width
        if y < _HEAD:
            return self.paint(head_line(self.listing, self.typed, key_of("search"), width))
        row = self.scroll_offset.y + y - _HEAD
        if row < len(self.listing):
            return self.paint(self._line(row, width))
        nothing = y == _HEAD and self.docket.items and not self.listing.extent
        return self.paint([(cut(" " + self._nothing(), width), "dim")] if nothing else [])

    def _nothing(self) -> str:
        if not self.listing.view.search:
            return _("None.")
        if self.listing.view.filter is Filter.ALL:
            return _("Nothing found. Esc shows all.")
        return _("None of these; {count} of all.").format(count=self.listing.found_in_all())

    def _line(self, row: int, width: int) -> Line:
        item = self.listing.item(row)
        on_desk = item.nomination == self.shown
        line = item_line(self.listing, item, width, on_desk=on_desk, flagged=item.nomination in self._flagged)
        if self.has_focus and row == self.cursor:
            return [(text, "cursor") for text, _ink in line]
        return line

    def on_focus(self) -> None:
        """Begin at the nomination on the desk."""
        at = self.listing.row(self.shown)
        if at is not None and self.typed is None:
            self.cursor = at
