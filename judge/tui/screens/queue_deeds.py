import asyncio
from abc import abstractmethod

from textual.message import Message
from textual.screen import Screen

from judge.domain.desk import QueueItem
from judge.locale import _
from judge.tui.draft import SheetDraft
from judge.tui.queue_view import Order
from judge.tui.spelling import Spelling, spell
from judge.tui.widgets.queue import Queue
from judge.tui.widgets.score_grid import ScoreGrid


class Spelled(Message):
    """The queue's names in pinyin."""

    def __init__(self, spellings: list[Spelling]) -> None:
        super().__init__()
        self.spellings = spellings


class QueueDeeds(Screen[None]):
    """Going through what the queue shows, and searching it."""

    grid: ScoreGrid
    queue: Queue
    _spelling = False

    @property
    @abstractmethod
    def draft(self) -> SheetDraft | None:
        """The draft of the sheet on the desk."""

    @property
    @abstractmethod
    def heading_for(self) -> str:
        """The nomination that is on the desk, or on its way there."""

    @abstractmethod
    def renew(self) -> None:
        """Show in the title, the queue and the key line what is so now."""

    @abstractmethod
    def open(self, nomination: str) -> None:
        """Lay another nomination on the desk."""

    # From one to the next

    def action_next_nomination(self) -> None:
        """Open the next nomination shown; from a finished sheet the next one to do."""
        if self.heading_for:
            draft, listing = self.draft, self.queue.listing
            to_do = listing.next_to_do(self.heading_for) if draft and not draft.editable else None
            self._open(to_do or listing.step(self.heading_for, 1))

    def action_previous_nomination(self) -> None:
        """Open the previous nomination shown."""
        if self.heading_for:
            self._open(self.queue.listing.step(self.heading_for, -1))

    def _open(self, item: QueueItem | None) -> None:
        if item:
            self.open(item.nomination)

    def choose(self, nomination: str) -> None:
        """Open the nomination chosen in the queue."""
        self.open(nomination)
        self.close_queue()

    # To the queue and back

    def action_queue(self) -> None:
        """Go to the queue, unfolding it where it is folded; or back."""
        if self.queue.has_focus:
            self.close_queue()
        else:
            self._unfold()

    def _unfold(self) -> bool:
        if not self.grid.commit():
            return False
        self.queue.add_class("-unfolded")
        self.set_focus(self.queue)
        return True

    def close_queue(self) -> None:
        """Back to the sheet."""
        # Focus first: a focused widget that vanishes hands the keyboard to whichever comes next.
        self.set_focus(self.grid)
        self.queue.remove_class("-unfolded")

    # Searching

    def action_search(self) -> None:
        """Search the queue by what is typed next."""
        if self.queue.has_focus or self._unfold():
            self.queue.begin_search()
            self.spell_names()

    def spell_names(self) -> None:
        """Have the names written in pinyin, once, when somebody first searches or sorts by name."""
        if not self._spelling and self.queue.docket.items:
            self._spelling = True
            self.run_worker(self._spell(), group="spelling")

    async def _spell(self) -> None:
        items = tuple(self.queue.docket.items)
        self.post_message(Spelled(await asyncio.to_thread(spell, items)))

    def on_spelled(self, message: Spelled) -> None:
        """Find and sort by pinyin from now on."""
        self.queue.spell(message.spellings)

    def heed_view(self) -> None:
        """Other nominations are shown, or in another order."""
        if self.queue.listing.view.order is Order.NAME:
            self.spell_names()
        self.renew()

    def place_shown(self, nomination: str) -> str:
        """Where a nomination stands in what is shown; in all of them where it is not."""
        listing, everything = self.queue.listing, self.queue.docket.assigned
        row = listing.row(nomination)
        if row is None or listing.extent == everything:
            place = self.queue.docket.place(nomination) if row is None else row
            return _("{place} of {all}").format(place=place + 1, all=everything)
        return _("{place} of {all} shown").format(place=row + 1, all=listing.extent)
