from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from judge.domain.desk import Page
from judge.domain.refusal import Refusal
from judge.locale import _
from judge.tui.changes import (
    CHANGED_ELSEWHERE,
    REVISED,
    Change,
    Denial,
    Recusal,
    Submission,
    TakingBack,
    Turn,
    Undoing,
)
from judge.tui.draft import SheetDraft
from judge.tui.keyboard.deed import Deed, bound
from judge.tui.keyboard.house import CARDS
from judge.tui.keyboard.papers import READING
from judge.tui.keyboard.queue import MOVING, QUEUE
from judge.tui.keyboard.sheet import MARKING, SHEET
from judge.tui.last_place import PlaceBook
from judge.tui.private_copies import PrivateCopies
from judge.tui.screens.arriving import Arriving
from judge.tui.screens.packet_deeds import PacketDeeds
from judge.tui.screens.reading_deeds import ReadingDeeds
from judge.tui.sitting import NotRead, PageRead, Sitting
from judge.tui.widgets.banner import Banner
from judge.tui.widgets.find_line import SoughtText
from judge.tui.widgets.key_line import KeyLine
from judge.tui.widgets.paper_tabs import PaperTabs
from judge.tui.widgets.papers import Papers
from judge.tui.widgets.queue import Queue
from judge.tui.widgets.reading_pane import ReadingPane
from judge.tui.widgets.score_grid import ScoreGrid
from judge.tui.widgets.title_bar import TitleBar
from judge.tui.words import sentence
from judge.tui.writer import NotWritten, Written

_WHOLE = frozenset({"retry", "send_back"})
"""The deeds among those of a sheet that are about all sheets."""


class DeskScreen(PacketDeeds, ReadingDeeds, Arriving, Screen[None]):
    """The reviewer's desk: queue, papers and sheet.

    What is done to the sheet is in `PacketDeeds` and above, with the papers in `ReadingDeeds`, the way
    through the queue in `QueueDeeds`.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound((*SHEET, *MOVING, *READING))
    AUTO_FOCUS = "ScoreGrid"

    def __init__(
        self, sitting: Sitting, clock: Callable[[], datetime], place_book: Callable[[str, str], PlaceBook]
    ) -> None:
        """`place_book` gives the book of a reviewer's places at an edition, by their keys."""
        super().__init__()
        self.sitting = sitting
        self.place_book = place_book
        self.places = PlaceBook(None, "", "")
        self._clock = clock
        self.title_bar = TitleBar()
        self.note_typed = False
        self.queue = Queue(self.choose, self.heed_view)
        self.pane = ReadingPane()
        self.banner = Banner()
        self.grid = ScoreGrid(self.send)
        self.key_line = KeyLine(self.tells)
        self.page: Page | None = None
        self.copies = PrivateCopies()
        self._heading_for = ""
        self._awaits_page = False

    def compose(self) -> ComposeResult:
        """Title, queue beside papers, the sheet, the keys."""
        yield self.title_bar
        with Horizontal(id="room"):
            yield self.queue
            yield self.pane
        yield self.banner
        yield self.grid
        yield self.key_line

    def on_mount(self) -> None:
        """Read what lies on the desk."""
        self.banner.say(_("Opening the edition…"))
        self.run_worker(self.sitting.read_desk(self.post_message), group="reading", exclusive=True)

    def on_unmount(self) -> None:
        """Leave no copy of a file behind."""
        self.copies.remove()

    # What was read

    def open(self, nomination: str) -> None:
        """Leave the sheet on the desk, once all of it is written, and lay out another."""
        if self.grid.commit():
            self._heading_for = nomination
            self.grid.close()
            self._read(nomination)

    def _read(self, nomination: str) -> None:
        self._awaits_page = True
        self.run_worker(
            self.sitting.read_page(nomination, self.post_message), group="reading", exclusive=True
        )

    def on_page_read(self, read: PageRead) -> None:
        """Lay a nomination on the desk, or the same one as it is now."""
        self._awaits_page = False
        self.queue.docket.take(read.page.rubric, read.page.sheet)
        if self.page is None or self.page.nomination != read.page.nomination:
            self.pane.read(read.page)
            self.queue.show(read.page.nomination)
        elif self.page.revision != read.page.revision:
            self.pane.read(read.page)
            self.pane.show_findings()
        self.page = read.page
        self._heading_for = read.page.nomination
        self.queue.renew()
        self.banner.tell(read.page.sheet, read.page.conflicts, read.page.closed)
        self.grid.open(read.page, read.draft)
        self.find_again()
        self.renew()
        if not self.is_whole:
            self.call_after_refresh(self.read_on)

    def on_not_read(self, message: NotRead) -> None:
        """Say why something could not be opened; what was on the desk stays. Without a desk, leave."""
        self.card_is_read()
        if not self.is_laid_out:
            self.app.exit(Refusal(message.code, **message.params))
            return
        self.banner.say(sentence(message.code, message.params))
        # What was typed meanwhile was meant for the sheet that was to be laid out.
        same = self.page is not None and self._heading_for == self.page.nomination
        self._awaits_page = False
        if self.page:
            self._heading_for = self.page.nomination
        self.grid.reopen(replay=same)
        self.renew()
        self.read_on()

    # What was written

    def send(self, change: Change) -> None:
        """Have a change written that stands in its draft."""
        self.sitting.put(change)
        self.renew()

    def on_written(self, message: Written) -> None:
        """A change is durable: show it as saved."""
        before = self.sitting.drafts[message.change.nomination].sheet
        draft = self.sitting.take(message)
        self.title_bar.saved_at = self._clock()
        self.queue.docket.take(draft.rubric, draft.sheet)
        self.queue.renew(draft.sheet.nomination)
        if self.on_desk(message.change):
            closed = self.page.closed if self.page else ""
            self.banner.tell(draft.sheet, self.page.conflicts if self.page else (), closed)
            self.grid.renew()
            match message.change:
                case Submission() | Recusal() as done:
                    self.offer_next(done)
                    if not self.handing_in:
                        self.grid.reopen(replay=True)
                case Undoing() as turn:
                    self.turned(draft, before, turn)
                case TakingBack() | Denial():
                    self._read(draft.sheet.nomination)
                case _:
                    pass
        self.renew()

    def on_not_written(self, message: NotWritten) -> None:
        """A change was refused: what was typed stays, and the sheet is read anew if it has moved on."""
        self.sitting.take(message)
        if self.handing_in and isinstance(message.change, Submission):
            self.not_handed_in(message)
        elif self.on_desk(message.change):
            if isinstance(message.change, Submission | Recusal):
                self.grid.reopen()
            if isinstance(message.change, Turn):
                self.refused(message)
        if self.on_desk(message.change):
            self.grid.renew()
            if message.code in {CHANGED_ELSEWHERE, REVISED}:
                self._read(message.change.nomination)
        self.renew()

    def end_handing_in(self) -> None:
        """Give what was typed meanwhile its turn, unless a sheet is still being laid out that it is for."""
        self.handing_in = False
        if not self._awaits_page:
            self.grid.reopen(replay=True)

    def on_desk(self, change: Change) -> bool:
        """True where the change is about the sheet that is being shown."""
        return self.page is not None and self.page.nomination == change.nomination

    @property
    def draft(self) -> SheetDraft | None:
        """The draft of the sheet on the desk; None while another is being opened."""
        if self.page is None or self._heading_for != self.page.nomination:
            return None
        return self.sitting.drafts[self.page.nomination]

    # Moving

    @property
    def heading_for(self) -> str:
        """The nomination that is on the desk, or on its way there."""
        return self._heading_for

    def on_title_bar_queue_asked(self) -> None:
        """The folded queue was clicked."""
        self.action_queue()

    def key_escape(self) -> None:
        """End what is looked for; else back to the sheet from wherever."""
        if self.pane.finding and not self.queue.has_focus:
            self.action_end_finding()
        else:
            self.close_queue()

    def action_swap(self) -> None:
        """From the sheet to the papers and back."""
        if self.focused is not self.grid:
            self.close_queue()
        elif self.grid.commit():
            self.set_focus(self.pane.papers)

    def on_descendant_focus(self) -> None:
        """Where the screen is low, the one that has the keyboard is tall."""
        self.set_class(self._reading, "-reading")
        self.renew()

    def action_next_paper(self) -> None:
        """Show the next of the papers."""
        self.pane.next_paper()

    def action_scroll_paper(self, pages: int) -> None:
        """Scroll the papers, wherever the keyboard is."""
        self.pane.scroll_by_page(pages)

    # Title and keys

    def on_score_grid_turned(self) -> None:
        """Other deeds may be on offer at another criterion."""
        self.note_place()
        self.renew()

    def renew(self) -> None:
        """Show in the title, the queue and the key line what is so now."""
        writer, bar = self.sitting.writer, self.title_bar
        bar.waiting, bar.refused = writer.waiting, self.sitting.refused
        bar.typing = self.grid.typing or self.note_typed
        self.queue.flag(self.sitting.unsaved)
        bar.submitted, bar.assigned = self.queue.docket.submitted, self.queue.docket.assigned
        if self.page:
            bar.place = self.place_shown(self.page.nomination)
        bar.renew()
        self.key_line.digits = self.grid.digits if self.grid.has_focus else None
        self.key_line.choosing = self.queue.has_focus
        self.key_line.searching = self.queue.searching
        self.key_line.finding = isinstance(self.focused, SoughtText)
        self.key_line.renew()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the queue nothing is done to a sheet: the cursor there need not be at the one on the desk.

        While words to find are typed, letters are theirs.
        """
        if self.queue.has_focus and any(deed.action == action for deed in SHEET if deed.action not in _WHOLE):
            return False
        if action == "send_back" and not self.is_packet:
            return False
        if not self.reads(action.partition("(")[0]):
            return False
        return super().check_action(action, parameters)

    def tells(self, deed: Deed) -> bool:
        """Whether the key line names a deed: those of reading only to whoever reads, for want of room."""
        if isinstance(self.focused, SoughtText) and deed.action == "help":
            return False
        if deed.action == "find_next":
            return self.pane.finding and not isinstance(self.focused, SoughtText)
        return self.offers(deed) and (deed not in READING or self._reading)

    @property
    def _reading(self) -> bool:
        return isinstance(self.focused, Papers | PaperTabs | SoughtText)

    def offers(self, deed: Deed) -> bool:
        """Whether a deed does something now."""
        if deed in CARDS or not self.check_action(deed.action, ()):
            return False
        draft, marking = self.draft, self.grid.marking
        if deed in QUEUE:
            return self.queue.has_focus
        if deed in MARKING:
            fits = deed.action != "not_applicable" or bool(marking and marking.criterion.may_not_apply)
            return bool(draft and draft.editable and fits and self.grid.has_focus)
        match deed.action:
            case "submit" | "recuse" | "undo" | "redo":
                offered = bool(draft and draft.editable)
            case "deny_conflict":
                offered = bool(draft and draft.editable and self.page and self.page.conflicts)
            case "take_back":
                offered = bool(draft and self.may_take_back(draft))
            case "submit_all":
                offered = self.queue.docket.has_begun
            case "turn_light":
                offered = not self.app.no_color
            case "retry":
                offered = self.sitting.can_retry
            case _:
                offered = draft is not None or deed not in (*SHEET, *MOVING, *READING)
        return offered
