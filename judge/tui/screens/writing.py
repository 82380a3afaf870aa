import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static, TextArea

from judge.locale import _
from judge.tui.keymap import told
from judge.tui.screens.card import Card, Given

_AUTOSAVE_AFTER = 2.0  # seconds without a key


def paper(text: str, *, read_only: bool = False) -> TextArea:
    """Something to write on, with the cursor behind what stands there."""
    area = TextArea(text, soft_wrap=True, read_only=read_only, show_line_numbers=False, compact=True)
    area.cursor_blink = False
    area.highlight_cursor_line = False
    area.move_cursor(area.document.end)
    return area


class WritingScreen(Card[Given]):
    """A card with a paper to write on."""

    WRITTEN: ClassVar = True

    def __init__(self, area: TextArea) -> None:
        super().__init__()
        self._area = area

    async def all_of_it(self) -> str:
        """What is written, with the words that are still on their way to the paper."""
        arrived = asyncio.Event()
        if self._area.call_later(arrived.set):
            await arrived.wait()
        return self._area.text


class NoteScreen(WritingScreen[None]):
    """A note, saved at every pause in writing; closing keeps it."""

    def __init__(
        self,
        title: str,
        text: str,
        heed: Callable[[bool], None],
        keep: Callable[[str], None] | None,
    ) -> None:
        """`keep` writes the note; without it the note can only be read. `heed` is told of unsaved words."""
        super().__init__(paper(text, read_only=keep is None))
        self.heed("close", "close-card", "note", "sheet-note")
        self._title = title
        self._saved = text
        self._heed = heed
        self._keep = keep
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """The note and how to leave it."""
        with Vertical(classes="card") as card:
            card.border_title = Content(self._title)
            yield self._area
            ways = _("Saved at every pause · {close-card} back to the sheet"), _("{close-card} back")
            yield Static(told(ways[0] if self._keep else ways[1]), markup=False, classes="way-out")

    def on_text_area_changed(self) -> None:
        """Save at the next pause, and say until then that it is not saved."""
        self._heed(self._area.text != self._saved)
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(_AUTOSAVE_AFTER, self.keep)

    def keep(self) -> None:
        """Save what is new."""
        if self._keep and self._area.text != self._saved:
            self._saved = self._area.text
            self._heed(False)  # noqa: FBT003 - nothing is unsaved now
            self._keep(self._saved)

    async def keep_all(self) -> None:
        """Save what is new, to the last word."""
        await self.all_of_it()
        self.keep()

    async def action_close(self) -> None:
        """Save and go back."""
        await self.keep_all()
        self.dismiss(None)


class RecusalScreen(WritingScreen[str | None]):
    """Asks why the reviewer steps back; gives the reason, or None."""

    def __init__(self, name: str, reason: str = "", said: str = "") -> None:
        """`reason` and `said` are there where a first attempt was refused."""
        super().__init__(paper(reason))
        self.heed("close", "close-card")
        self.heed("recuse", "recuse", "keep")
        self._nomination = name
        self._said = Static(Content(said), markup=False, classes="said")

    def compose(self) -> ComposeResult:
        """What recusal means, the reason, the way on and the way back."""
        with Vertical(classes="card") as card:
            card.border_title = Content(_("Recuse from {name}").format(name=self._nomination))
            yield Static(_("Your marks on it will count nowhere. The chair reads the reason."), markup=False)
            yield self._area
            yield self._said
            key = self.shown("recuse") or self.shown("keep")
            ways = told(_("{key} recuse · {close-card} back"), key=key)
            yield Static(ways, markup=False, classes="way-out")

    def action_close(self) -> None:
        """Back without recusing."""
        self.dismiss(None)

    async def action_recuse(self) -> None:
        """Recuse, if there is a reason."""
        reason = (await self.all_of_it()).strip()
        if reason:
            self.dismiss(reason)
        else:
            self._said.update(Content(_("A recusal needs a reason; one sentence will do.")))
