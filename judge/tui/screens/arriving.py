from abc import abstractmethod
from collections.abc import Callable

from textual.message import Message

from judge.domain.desk import Page
from judge.domain.refusal import Refusal
from judge.locale import _
from judge.tui.docket import Docket
from judge.tui.last_place import PlaceBook
from judge.tui.screens.resuming import Resuming
from judge.tui.sitting import DeskRead, QueueNotRead, QueueRead, Sitting
from judge.tui.widgets.banner import Banner
from judge.tui.widgets.title_bar import TitleBar


class Whole(Message):
    """All that lies on the desk has been read."""


class Arriving(Resuming):
    """What lies on the desk, as it is read: what is seen at a glance, the first nomination, then all else."""

    sitting: Sitting
    title_bar: TitleBar
    banner: Banner
    page: Page | None
    place_book: Callable[[str, str], PlaceBook]
    is_packet: bool
    is_laid_out = False
    """Whether there is anything to see."""
    is_whole = False
    """Whether all has been read: until then nothing is done with any of it."""

    @abstractmethod
    def open(self, nomination: str) -> None:
        """Lay a nomination on the desk; once it is seen, `read_on`."""

    def on_desk_read(self, read: DeskRead) -> None:
        """Say whose desk it is, and show what is seen at a glance, if that is what the reviewer left."""
        glance = read.glance
        self.title_bar.edition = glance.edition_title
        whose = _("packet of {key}") if glance.is_packet else _("reviewer {key}")
        self.title_bar.reviewer = whose.format(key=glance.reviewer)
        self.is_packet = glance.is_packet
        self.places = self.place_book(glance.edition_id, glance.reviewer)
        if self.suffices(glance):
            self._begin(Docket.glanced(glance))
        else:
            self._read_queue()

    def _begin(self, docket: Docket) -> None:
        """Show the queue as it was, and open the nomination where the reviewer was, or the first to do."""
        self.banner.say("")
        self.is_laid_out = True
        if first := self.take_up(docket):
            self.open(first)
        else:
            self.banner.say(_("No nomination is assigned to you yet."))
            self.grid.reopen(replay=True)  # no sheet will come that keys could wait for
            self.read_on()
        self.renew()

    def read_on(self) -> None:
        """Read the rest of the queue, unless all of it is here."""
        if self.queue.docket.beyond:
            self._read_queue()
        elif not self.is_whole:
            self.is_whole = True
            self.post_message(Whole())
            self.run_worker(self.sitting.settle(), group="settling")

    def _read_queue(self) -> None:
        self.run_worker(self.sitting.read_queue(self.post_message), group="queue", exclusive=True)

    def on_queue_read(self, read: QueueRead) -> None:
        """Show all of the queue around the nomination that was opened at a glance, or begin with it."""
        page = self.page
        if page is None or all(item.nomination != page.nomination for item in read.queue):
            self._begin(Docket(read.queue))
            return
        docket = Docket(read.queue)
        docket.take(page.rubric, self.sitting.drafts[page.nomination].sheet)
        self.queue.fill(docket, self.queue.listing.view)
        self.queue.show(page.nomination)
        self.read_on()
        self.renew()

    def on_queue_not_read(self, message: QueueNotRead) -> None:
        """Without all of the queue there is no desk."""
        self.app.exit(Refusal(message.code, **message.params))
