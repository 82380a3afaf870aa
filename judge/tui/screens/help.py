from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from judge.locale import _
from judge.tui.draft import Saving
from judge.tui.keyboard import CHAPTERS
from judge.tui.words import STATES, saving


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
            yield Static(_page(), markup=False)


def _page() -> Table:
    page = Table.grid(padding=(0, 2, 0, 0))
    page.add_column(no_wrap=True, style="bold")
    page.add_column()
    for title, deeds in CHAPTERS:
        _chapter(page, _(title), [(d.shown, _(d.help)) for d in deeds if d.place is not None])
    _chapter(page, _("Typing"), _typing())
    states = [(glyph, _(word)) for glyph, word in STATES]
    _chapter(page, _("Signs"), [*states, *(saving(s) for s in Saving if s is not Saving.NOTHING)])
    return page


def _chapter(page: Table, title: str, rows: list[tuple[str, str]]) -> None:
    page.add_row(Text(""), Text(title, style="bold"))
    for sign, told in rows:
        page.add_row(Text(sign), Text(told))
    page.add_row()


def _typing() -> list[tuple[str, str]]:
    return [
        ("0-9 .", _("Type points, or levels 1 to 4 after F6; the sheet's title says which.")),
        ("Enter", _("Take what is typed and go down; so do Tab, ↑ and ↓.")),
        ("Esc", _("Leave the typing, or let go of what was refused.")),
    ]
