from collections.abc import Awaitable, Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from judge.domain.packet import Handover
from judge.domain.refusal import Refusal
from judge.locale import _
from judge.locale.handing_over import handover_lines
from judge.tui.cells import clean_line
from judge.tui.keymap import told as keys_told
from judge.tui.screens.card import Card
from judge.tui.words import sentence

HandOver = Callable[[str, bool], Awaitable[Handover]]
"""Writes the return to a path, over what is there where that is said."""

_THERE = "target-exists"


class SendingBackScreen(Card[None]):
    """What a packet's return holds, and where it is to be written."""

    WRITTEN = True

    def __init__(self, told: Handover, hand_over: HandOver) -> None:
        super().__init__()
        self.heed("dismiss", "close-card")
        self._told = told
        self._hand_over = hand_over
        self._replacing = ""
        """The path of a file that the next Enter replaces: it was asked about once."""
        self._path = Input(told.path, compact=True, select_on_focus=False)
        self._path.cursor_blink = False
        self._said = Static(markup=False, classes="told")
        self._way_out = Static(
            keys_told(_("Enter write the file · {close-card} back to the sheet")),
            markup=False,
            classes="way-out",
        )

    def compose(self) -> ComposeResult:
        """What goes back, the file, what came of it, and the keys."""
        with Vertical(classes="card") as card:
            card.border_title = Content(_("Back to the office"))
            for line in handover_lines(self._told):
                yield Static(Content(line), markup=False)
            if self._told.left:
                yield Static(_("What is not submitted yet can follow in a later file."), markup=False)
            yield self._path
            yield self._said
            yield self._way_out

    def on_input_changed(self) -> None:
        """Another path is another question."""
        self._replacing = ""

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Write the file."""
        message.stop()
        self.run_worker(self._write(message.value), exclusive=True)

    async def _write(self, path: str) -> None:
        if not path.strip():
            path = self._told.path
        try:
            done = await self._hand_over(path, self._replacing == path)
        except (Refusal, OSError) as error:
            self._refuse(error, path)
            return
        self._replacing = ""
        self._say(_("Written: {path} · send it to the office").format(path=clean_line(done.path)))

    def _refuse(self, error: Refusal | OSError, path: str) -> None:
        if isinstance(error, OSError):
            self._say(sentence("originals-not-written", {"reason": error.strerror or str(error)}))
        elif error.code == _THERE:
            self._replacing = path
            said = _("A file of that name is there already; Enter again replaces it, or type another name.")
            self._say(said)
        else:
            self._say(sentence(error.code, error.params))

    def _say(self, said: str) -> None:
        self._said.update(Content(said))
