"""A reviewer's sitting: the drafts of the sheets seen so far, and the writer that they go through."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress

from textual.message import Message

from judge.domain.desk import Glance, Original, Page, QueueItem, ReviewerDesk
from judge.domain.own_marks import ScaleUse
from judge.domain.packet import Handover
from judge.domain.refusal import Param, Refusal
from judge.domain.sheet_history import HistoryItem
from judge.tui.changes import Change
from judge.tui.collection import let_collect
from judge.tui.draft import SheetDraft
from judge.tui.writer import NotWritten, Writer, Written

NOT_READ = "desk-not-read"
_AT_A_GLANCE = 200
"""Lines of the queue that are read first: more than a screen shows, and all that most reviewers have."""

Tell = Callable[[Message], object]


class DeskRead(Message):
    """Whose desk this is and what lies on top."""

    def __init__(self, glance: Glance) -> None:
        super().__init__()
        self.glance = glance


class QueueRead(Message):
    """The whole queue, where a glance did not have all of it."""

    def __init__(self, queue: tuple[QueueItem, ...]) -> None:
        super().__init__()
        self.queue = queue


class PageRead(Message):
    """A nomination as it is now, with the draft of its sheet."""

    def __init__(self, page: Page, draft: SheetDraft) -> None:
        super().__init__()
        self.page = page
        self.draft = draft


class NotRead(Message):
    """Something could not be read; the sentence is `code` with `params`."""

    def __init__(self, code: str, params: Mapping[str, Param]) -> None:
        super().__init__()
        self.code = code
        self.params = params


class QueueNotRead(NotRead):
    """The rest of the queue could not be."""


class Gathered(Message):
    """Nominations read anew, whose sheets are to be handed in together, each with the revision to judge."""

    def __init__(self, judged: Mapping[str, int]) -> None:
        super().__init__()
        self.judged = judged


class NotGathered(NotRead):
    """One of them could not be read, and none is handed in."""


class HandedIn(Message):
    """Every sheet that was to be handed in together has been answered."""


class HistoryRead(Message):
    """What has become of a nomination's sheet so far."""

    def __init__(self, nomination: str, items: tuple[HistoryItem, ...]) -> None:
        super().__init__()
        self.nomination = nomination
        self.items = items


class OwnMarksRead(Message):
    """How the reviewer has used the scale on all sheets of the nomination's rubric."""

    def __init__(self, nomination: str, uses: tuple[ScaleUse, ...]) -> None:
        super().__init__()
        self.nomination = nomination
        self.uses = uses


class OriginalsRead(Message):
    """The files of a nomination as they were sent."""

    def __init__(self, nomination: str, files: tuple[Original, ...]) -> None:
        super().__init__()
        self.nomination = nomination
        self.files = files


class OriginalsNotRead(NotRead):
    """They may not be shown, or could not be."""


class HandoverRead(Message):
    """What would go back of a packet now."""

    def __init__(self, told: Handover) -> None:
        super().__init__()
        self.told = told


class HandoverNotRead(NotRead):
    """Nothing can go back yet."""


class Drained(Message):
    """Everything typed on a nomination's sheet has been answered."""

    def __init__(self, nomination: str) -> None:
        super().__init__()
        self.nomination = nomination


class Sitting:
    """Keeps what is typed until it is written, whichever nomination is on the desk."""

    def __init__(self, desk: ReviewerDesk) -> None:
        self._desk = desk
        self.writer = Writer(desk)
        self.drafts: dict[str, SheetDraft] = {}
        self.seen: dict[str, int] = {}
        """The revision of each nomination that has lain on the desk."""

    async def read_desk(self, tell: Tell) -> None:
        """Read whose desk this is: a `DeskRead` or a `NotRead` follows."""
        await _or_not_read(tell, lambda: self.writer.read(lambda: DeskRead(self._desk.glance(_AT_A_GLANCE))))

    async def read_queue(self, tell: Tell) -> None:
        """Read the whole queue: a `QueueRead` or a `QueueNotRead` follows."""

        async def ask() -> QueueRead:
            return QueueRead(await self.writer.read(self._desk.queue))

        await _or_not_read(tell, ask, QueueNotRead)

    async def settle(self) -> None:
        """Have the edition itself opened, after all that is read first; writing tells if it could not be."""
        with suppress(Exception):
            await self.writer.read(lambda: self._desk.edition_id)
        let_collect()

    async def read_page(self, nomination: str, tell: Tell) -> None:
        """Read a nomination anew, once everything typed before has been answered.

        Its draft takes the sheet as read and keeps what was refused. A `PageRead` or a `NotRead` follows.
        """
        await self.writer.drained()
        await _or_not_read(tell, lambda: self._shown(nomination))

    async def read_history(self, nomination: str, tell: Tell) -> None:
        """Read a sheet's history once everything typed has been answered: a `HistoryRead` or a `NotRead`."""
        await self.writer.drained()

        async def ask() -> HistoryRead:
            items = await self.writer.read(lambda: self._desk.history(nomination))
            return HistoryRead(nomination, items)

        await _or_not_read(tell, ask)

    async def read_own_marks(self, nomination: str, tell: Tell) -> None:
        """Read the reviewer's use of the scale, what was just typed included; `OwnMarksRead` or `NotRead`."""
        await self.writer.drained()

        async def ask() -> OwnMarksRead:
            uses = await self.writer.read(lambda: self._desk.own_marks(nomination))
            return OwnMarksRead(nomination, uses)

        await _or_not_read(tell, ask)

    async def read_originals(self, nomination: str, tell: Tell) -> None:
        """List a nomination's files: an `OriginalsRead` or an `OriginalsNotRead` follows."""

        async def ask() -> OriginalsRead:
            files = await self.writer.read(lambda: self._desk.originals(nomination))
            return OriginalsRead(nomination, files)

        await _or_not_read(tell, ask, OriginalsNotRead)

    async def original(self, nomination: str, number: int) -> bytes:
        """What is in one of them; raises what the desk does."""
        return await self.writer.read(lambda: self._desk.original(nomination, number))

    async def read_handover(self, tell: Tell) -> None:
        """Read what would go back, what was just typed included; `HandoverRead` or `HandoverNotRead`."""
        await self.writer.drained()

        async def ask() -> HandoverRead:
            return HandoverRead(await self.writer.read(self._desk.handover))

        await _or_not_read(tell, ask, HandoverNotRead)

    async def hand_over(self, path: str, replace: bool) -> Handover:  # noqa: FBT001 - as a card calls it
        """Write what goes back; raises what the desk does."""
        return await self.writer.read(lambda: self._desk.hand_over(path, replace=replace))

    async def gather(self, nominations: Sequence[str], tell: Tell) -> None:
        """Read nominations whose sheets are to be handed in: a `Gathered` or a `NotGathered` follows."""
        await self.writer.drained()

        async def ask() -> Gathered:
            pages = [(await self._page(nomination)).page for nomination in nominations]
            return Gathered({page.nomination: page.revision for page in pages})

        await _or_not_read(tell, ask, NotGathered)

    async def when_handed_in(self, tell: Tell) -> None:
        """A `HandedIn` follows once everything that is to be written has been answered."""
        await self.writer.drained()
        tell(HandedIn())

    async def _shown(self, nomination: str) -> PageRead:
        read = await self._page(nomination)
        self.seen[nomination] = read.page.revision
        return read

    async def _page(self, nomination: str) -> PageRead:
        page = await self.writer.read(lambda: self._desk.page(nomination))
        self.writer.adopt(page.sheet)
        before = self.drafts.get(nomination)
        if before and before.rubric == page.rubric:
            draft = before
            draft.adopt(page.sheet)
        else:
            draft = self.drafts[nomination] = SheetDraft(page.rubric, page.sheet)
            if before:
                draft.keep_of(before)
        return PageRead(page, draft)

    async def when_drained(self, nomination: str, tell: Tell) -> None:
        """A `Drained` follows once everything typed has been answered."""
        await self.writer.drained()
        tell(Drained(nomination))

    def put(self, change: Change) -> None:
        """Have a change written that already stands in its draft."""
        self.writer.put(change)

    def take(self, answer: Written | NotWritten) -> SheetDraft:
        """Take the writer's answer into the draft it belongs to."""
        draft = self.drafts[answer.change.nomination]
        if isinstance(answer, Written):
            draft.written(answer.change, answer.sheet)
        else:
            draft.not_written(answer.change, answer.code, answer.params)
        self.writer.acknowledge()
        return draft

    def retry(self) -> int:
        """Send again what the edition refused, of every sheet; how many changes that was."""
        refused = [(draft, change) for draft in self.drafts.values() for change in draft.retries()]
        for draft, change in refused:
            draft.send(change)
            self.put(change)
        return len(refused)

    @property
    def can_retry(self) -> bool:
        """True where the edition refused something that could be sent again."""
        return any(draft.retries() for draft in self.drafts.values())

    @property
    def unsaved(self) -> frozenset[str]:
        """The nominations on whose sheets something was refused."""
        return frozenset(key for key, draft in self.drafts.items() if draft.refused)

    @property
    def refused(self) -> int:
        """How many things typed are not in the edition, over all sheets."""
        return sum(len(draft.refused) for draft in self.drafts.values())


async def _or_not_read(
    tell: Tell, ask: Callable[[], Awaitable[Message]], not_read: type[NotRead] = NotRead
) -> None:
    try:
        tell(await ask())
    except Refusal as refusal:
        tell(not_read(refusal.code, refusal.params))
    except Exception as error:  # noqa: BLE001 - a reviewer gets a sentence, whatever failed
        tell(not_read(NOT_READ, {"reason": str(error) or type(error).__name__}))
