import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from enum import Enum

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.screen import Screen
from textual.widgets import ContentSwitcher

from judge.locale import _, ngettext
from judge.services.panels.board import Board
from judge.tui.cells import clean_line
from judge.tui.keyboard.deed import Deed
from judge.tui.keymap import keymap
from judge.tui.panel_keyboard import (
    BACK,
    CARD,
    HOUSE,
    NOMINATIONS,
    PANEL_CHAPTERS,
    REVIEWERS,
    SHOWING,
    TYPING,
)
from judge.tui.panel_view import PanelView
from judge.tui.panel_words import order_word, scope_words, sentence
from judge.tui.panel_work import Outcome, PanelWork
from judge.tui.seating_lines import totals_lines
from judge.tui.spelling import Spelling, spell
from judge.tui.widgets.banner import Banner
from judge.tui.widgets.key_line import KeyLine
from judge.tui.widgets.lines_pane import LinesPane
from judge.tui.widgets.nomination_list import NominationList
from judge.tui.widgets.panel_head import PanelHead
from judge.tui.widgets.reviewer_list import ReviewerList
from judge.tui.widgets.text_line import TextLine


class Page(Enum):
    """The two pages."""

    REVIEWERS = "reviewers"
    NOMINATIONS = "nominations"


_DEEDS = {Page.REVIEWERS: (*SHOWING, *REVIEWERS), Page.NOMINATIONS: (*SHOWING, *NOMINATIONS)}
_BOUND = (*TYPING, *SHOWING, *REVIEWERS, *NOMINATIONS, *BACK)


class PanelPages(Screen[None]):
    """Both pages as they are drawn; what their keys do is in `PanelDeeds`."""

    AUTO_FOCUS = "ReviewerList"

    def __init__(self, work: PanelWork) -> None:
        super().__init__()
        # Textual's own way to change keys takes one that both pages share away from both.
        for deed in _BOUND:
            for key in keymap().keys(deed):
                self._bindings.bind(key, deed.action, show=False, priority=not deed.late)
        self.work = work
        self.page = Page.REVIEWERS
        self.board = Board((), (), ())
        self.view = PanelView()
        self.looked = False
        self._spelling = False
        self.title_line = PanelHead(id="title")
        self.banner = Banner()
        self.head = PanelHead(id="head")
        self.search_line = TextLine(_("part of a name, pinyin, initials"), id="search")
        self.section_line = TextLine(_("the section's name; empty for none"), id="section")
        self.reviewers = ReviewerList()
        self.nominations = NominationList()
        self.totals = LinesPane(id="totals")
        self.key_line = KeyLine(self.offers, PANEL_CHAPTERS)

    def compose(self) -> ComposeResult:
        """Whose panels, what is shown, the page at hand beside the sums, the keys."""
        yield self.title_line
        yield self.banner
        yield self.head
        yield self.search_line
        yield self.section_line
        with Container(id="halves"):
            with ContentSwitcher(initial="list-reviewers"):
                with Vertical(id="list-reviewers"):
                    yield self.reviewers
                with Vertical(id="list-nominations"):
                    yield self.nominations
            yield self.totals
        yield self.key_line

    def on_mount(self) -> None:
        """Look at the panels."""
        self.search_line.display = self.section_line.display = False
        self.totals.entitle(_("Sums"), "")
        self.begin()
        self.renew()

    # Work

    def begin(self, deed: Callable[[], object] = lambda: None) -> None:
        """Have something done in its turn, and show what has become of it."""
        self.run_worker(self._take(self.work.begin(deed)), group="work")

    async def _take(self, doing: "Future[Outcome]") -> None:
        outcome = await asyncio.wrap_future(doing)
        self.take(outcome)
        self.banner.say(sentence(outcome.code, outcome.params) if outcome.code else "")

    def take(self, outcome: Outcome, at: str = "") -> None:
        """Show the panels as they stand, the cursor at the reviewer with the key `at`."""
        if outcome.board is None:
            return
        before, self.board = self.board, outcome.board
        self.looked = True
        if [one.key for one in before.nominations] == [one.key for one in self.board.nominations]:
            self.nominations.take(self.board)
        else:
            self.nominations.show(self.board, self.view)
        self.reviewers.show(self.board, self.view, at)
        if [one.key for one in before.members] != [one.key for one in self.board.members]:
            self._spelling = False
        if self.view.search:
            self.spell_names()
        self.totals.show(lambda width: totals_lines(self.board, width))
        self.renew()

    # What is shown

    @property
    def list(self) -> ReviewerList | NominationList:
        """The list of the page."""
        return self.reviewers if self.page is Page.REVIEWERS else self.nominations

    def go(self, page: Page) -> None:
        """Show the other page."""
        self.page = page
        self.query_one(ContentSwitcher).current = f"list-{page.value}"
        self.relist()
        self.set_focus(self.list)
        self.renew()

    def see(self, view: PanelView) -> None:
        """Show by another view."""
        self.view = view
        self.relist()

    def relist(self) -> None:
        """Show what the view does of the panels as they stand."""
        if self.page is Page.REVIEWERS:
            self.reviewers.show(self.board, self.view)
        else:
            self.nominations.show(self.board, self.view)
        self.renew()

    def spell_names(self) -> None:
        """Have names written in pinyin once somebody searches or sorts by them."""
        if not self._spelling:
            self._spelling = True
            self.run_worker(self._spell(), group="spelling", exclusive=True)

    async def _spell(self) -> None:
        board = self.board
        self.reviewers.spellings, self.nominations.spellings = await asyncio.to_thread(_spelled, board)
        self.relist()

    # Keys

    def on_descendant_focus(self) -> None:
        """Other keys do something now."""
        self.renew()

    def on_line_list_moved(self) -> None:
        """Other keys may do something at another line."""
        self.renew()

    def renew(self) -> None:
        """Show head and keys as they are now."""
        self.title_line.tell("Judge", self.work.edition_title, self._page_word())
        scope = scope_words(self.view.scope, self.board)
        count = self.list.count
        if self.page is Page.REVIEWERS:
            said = ngettext("{count} reviewer", "{count} reviewers", count).format(count=count)
            right = _("sheets/limit")
            order = f" · {order_word(self.view.order)}"
        else:
            said = ngettext("{count} nomination", "{count} nominations", count).format(count=count)
            right, order = self._keys_of_sections(), ""
        search = f" · / {clean_line(self.view.search)}" if self.view.search else ""
        self.head.tell(scope, f"{said}{order}{search}", right)
        self.key_line.renew()

    def _page_word(self) -> str:
        return _("panels") if self.page is Page.REVIEWERS else _("sections of nominations")

    def _keys_of_sections(self) -> str:
        """Which figure gives which section of the award at hand."""
        one = self.nominations.nomination
        names = self.board.panel(one.award).named if one else ()
        keys = "  ".join(f"{n} {clean_line(name[:12])}" for n, name in enumerate(names[:9], start=1))
        return _("keys: {keys}").format(keys=keys) if keys else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A deed of the other page is none of this one."""
        called = [deed for deed in _BOUND if deed.action.partition("(")[0] == action]
        if called and not any(self.offers(deed) for deed in called):
            return False
        return super().check_action(action, parameters)

    def offers(self, deed: Deed) -> bool:
        """Whether a deed does something now."""
        if deed in CARD:
            return False
        is_typing = isinstance(self.focused, TextLine)
        if deed in BACK:
            return is_typing or bool(self.view.search) or self.page is Page.NOMINATIONS
        if deed in HOUSE:
            return True
        if deed in TYPING:
            return is_typing
        if deed not in _DEEDS[self.page] or is_typing:
            return False
        fitting = {
            "open": self.reviewers.member is not None,
            "type_section": self.nominations.nomination is not None,
            "anchor": self.nominations.nomination is not None,
            "no_section": self.nominations.nomination is not None,
            "split": self.nominations.nomination is not None,
        }
        return self.looked and fitting.get(deed.action, True)


def _spelled(board: Board) -> tuple[list[Spelling], list[Spelling]]:
    return spell(one.detail for one in board.members), spell(board.nominations)
