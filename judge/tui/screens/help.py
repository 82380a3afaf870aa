from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from judge.locale import _
from judge.tui.cells import fit
from judge.tui.draft import Saving
from judge.tui.keyboard import CHAPTERS
from judge.tui.words import STATES, saving

_KEY_WIDTH = 8


class HelpScreen(ModalScreen[None]):
    """Every key and every sign, in the reviewer's words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,question_mark,f1", "dismiss", show=False)
    ]

    def compose(self) -> ComposeResult:
        """The keys by chapter, then the signs."""
        with VerticalScroll(classes="card tall") as card:
            card.border_title = Content(_("Help"))
            card.border_subtitle = Content(_("Esc back"))
            yield Static(Content.assemble(*_chapters(), *_signs()))


def _chapters() -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    for title, deeds in CHAPTERS:
        parts.append((f"{_(title)}\n", "bold"))
        if deeds is CHAPTERS[0][1]:
            parts += [(_row(key, told), "") for key, told in _typing()]
        parts += [(_row(deed.shown, _(deed.help)), "") for deed in deeds]
        parts.append(("\n", ""))
    return parts


def _typing() -> tuple[tuple[str, str], ...]:
    return (
        ("0-9 .", _("Type points, or levels 1 to 4 after F6; the sheet's title says which.")),
        ("Enter", _("Take what is typed and go down; so do Tab, ↑ and ↓.")),
        ("Esc", _("Leave the typing, or let go of what was refused.")),
    )


def _signs() -> list[tuple[str, str]]:
    states = [_row(glyph, _(word)) for glyph, word in STATES]
    savings = [_row(*saving(state)) for state in Saving if state is not Saving.NOTHING]
    return [(f"{_('Signs')}\n", "bold"), *((line, "") for line in states + savings)]


def _row(key: str, told: str) -> str:
    return f"  {fit(key, _KEY_WIDTH)} {told}\n"
