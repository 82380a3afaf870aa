"""The fields of a card: a line of text under its name, and what somebody is on a panel."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.strip import Strip
from textual.widgets import Input, Static

from judge.ledger.panel_acts import ROLE_CHAIR, ROLE_NONE, ROLE_REVIEWER, ROLE_SECRETARY, Seat
from judge.tui.cells import clean_line, cut
from judge.tui.ink import Inked
from judge.tui.panel_words import ROLE_GLYPHS, role_word
from judge.tui.widgets.text_line import TextLine

Check = Callable[[str], str]
"""The sentence for what is wrong with a text; "" for nothing."""

_ROLES = (ROLE_NONE, ROLE_REVIEWER, ROLE_CHAIR, ROLE_SECRETARY)
_TITLE = 26
_LONGEST = 6000
"""Characters that a field takes: some more than the ledger does, which says so in words."""


class FieldLine(TextLine):
    """A line of a card to type on; the card's keys take it up and down."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "screen.next_field", show=False)]

    def __init__(self, text: str, *, id: str, placeholder: str = "") -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(placeholder, id=id)
        self.max_length = _LONGEST
        self.value = text


class TextField(Horizontal):
    """A field with its name before it, and behind it what is wrong with what is typed."""

    def __init__(
        self,
        name: str,
        text: str,
        *,
        id: str,  # noqa: A002 - Textual's own name for it
        check: Check = lambda _text: "",
    ) -> None:
        super().__init__(classes="field")
        self._label = name
        self._check = check
        # What nobody touches stays what it was, to the character, however it is shown.
        self._before, self._shown = text, clean_line(text)
        self.line = FieldLine(self._shown, id=id)
        self.told = Static("", markup=False, classes="said")

    def compose(self) -> ComposeResult:
        """The name, the line, what is wrong."""
        yield Static(Content(self._label), markup=False, classes="name")
        yield self.line
        yield self.told

    @property
    def text(self) -> str:
        """What is typed, or what stood there."""
        return self._before if self.line.value == self._shown else self.line.value.strip()

    @property
    def wrong(self) -> str:
        """What is wrong with it."""
        return self._check(self.text)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say so at once."""
        message.stop()
        self.renew()

    def renew(self) -> None:
        """Say what is wrong, or nothing."""
        said = self.wrong
        self.told.update(Content(f"✗ {said}" if said else ""))
        self.told.display = bool(said)

    def on_mount(self) -> None:
        """Nothing is wrong with an untouched field, or it says so."""
        self.renew()


class RoleChoice(Inked, can_focus=True):
    """What somebody is on a panel, by glyph and word; Space goes on to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
    ]

    def __init__(self, role: str) -> None:
        super().__init__()
        self.role = role

    def action_turn(self, steps: int) -> None:
        """Go on to another role."""
        at = _ROLES.index(self.role) if self.role in _ROLES else 0
        self.role = _ROLES[(at + steps) % len(_ROLES)]
        self.refresh()

    def on_click(self, event: Click) -> None:
        """A click does what Space does."""
        event.stop()
        self.action_turn(1)

    def render_line(self, y: int) -> Strip:
        """Glyph and word."""
        said = f" {ROLE_GLYPHS.get(self.role, '?')} {role_word(self.role)} "
        ink = "cursor" if self.has_focus else "dim" if self.role == ROLE_NONE else "strong"
        return self.paint([(cut(said, self.size.width), ink)] if y == 0 else [])


class SeatField(Horizontal):
    """A seat on an award's panel: the role, and the section that is typed."""

    def __init__(self, award: str, title: str, seat: Seat | None, section_hint: str, *, number: int) -> None:
        super().__init__(classes="field")
        self.award = award
        self._title = title
        self._before = seat or Seat(role=ROLE_NONE)
        self._shown = clean_line(self._before.section)
        self.choice = RoleChoice(self._before.role)
        self.line = FieldLine(self._shown, id=f"section-{number}", placeholder=section_hint)

    def compose(self) -> ComposeResult:
        """The award, the role, the section."""
        yield Static(Content(cut(clean_line(self._title), _TITLE)), markup=False, classes="name wide")
        yield self.choice
        yield self.line

    @property
    def seat(self) -> Seat:
        """The seat as it is to be; role "none" for none."""
        typed = self.line.value
        section = self._before.section if typed == self._shown else typed.strip()
        return Seat(section, self.choice.role)
