from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from judge.locale import _
from judge.tui.cells import clean_line, cut
from judge.tui.keymap import told
from judge.tui.screens.card import Card
from judge.tui.widgets.card_fields import TextField


class FormCard(Card[str | None]):
    """A card of fields: all it says is stated in one go, and a draft stays where it is refused.

    It gives "stated" or None.
    """

    WRITTEN = True
    AUTO_FOCUS = "FieldLine"

    def __init__(self, title: str, fields: Sequence[Widget], hint: str = "") -> None:
        super().__init__()
        self.heed("close", "close-card")
        self.heed("state", "state-card")
        self.heed("next_field", also="enter,down")
        self.heed("previous_field", also="up")
        self._title = title
        self._hint = hint
        self.fields = fields
        self.said = Static("", markup=False, classes="said")
        self._under_way = self._told = False

    class Ready(Message):
        """A field of `card` has the keyboard: what was typed while the card opened can be taken."""

        def __init__(self, card: "FormCard") -> None:
            super().__init__()
            self.card = card

    def on_descendant_focus(self) -> None:
        """Tell the app, once."""
        if not self._told:
            self._told = True
            self.app.post_message(self.Ready(self))

    async def stated(self) -> str:
        """State what the card says; the sentence for why it could not be, "" once it is done."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The fields, what was refused, the way on and the way back."""
        with Vertical(classes="card form") as card:
            card.border_title = Content(cut(clean_line(self._title), 60))
            if self._hint:
                yield Static(Content(self._hint), markup=False, classes="way-out")
            with VerticalScroll(can_focus=False):
                yield from self.fields
            yield self.said
            ways = told(_("{state-card} state · Enter next field · {close-card} leave without"))
            yield Static(ways, markup=False, classes="way-out")

    def on_mount(self) -> None:
        """Nothing is refused yet."""
        self.tell("")

    def tell(self, said: str) -> None:
        """Say why it was refused; nothing for ""."""
        self.said.update(Content(said))
        self.said.display = bool(said)

    def action_close(self) -> None:
        """Leave; nothing is stated, unless it is just being stated."""
        if not self._under_way:
            self.dismiss(None)

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next("FieldLine, RoleChoice")

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self.focus_previous("FieldLine, RoleChoice")

    async def action_state(self) -> None:
        """State it all, or say at which field something is wrong and go there."""
        wrong = next((one for one in self.fields if isinstance(one, TextField) and one.wrong), None)
        if wrong:
            wrong.renew()
            self.set_focus(wrong.line)
        elif not self._under_way:
            self._under_way = True
            self.run_worker(self._state())

    async def _state(self) -> None:
        try:
            said = await self.stated()
        finally:
            self._under_way = False
        if said:
            self.tell(said)
        else:
            self.dismiss("stated")
