from collections.abc import Mapping, Sequence
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
from judge.tui.keyboard import Chapter, Deed
from judge.tui.keymap import keymap, told
from judge.tui.words import STATES, saving

Told = Mapping[str, Sequence[tuple[str, str]]]
"""Signs and what they mean, by the title of their chapter, in the user's language."""


class HelpScreen(ModalScreen[None]):
    """Every key and every sign, in the user's words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,question_mark,f1", "dismiss", show=False)
    ]

    def __init__(self, chapters: Sequence[Chapter], told: Told, first: Told | None = None) -> None:
        """`first` are chapters in words before those of the keys, by their titles; `told` those behind."""
        super().__init__()
        self._chapters = chapters
        self._told = told
        self._first = first or {}

    def compose(self) -> ComposeResult:
        """The keys by chapter, then the signs."""
        with VerticalScroll(classes="card tall") as card:
            card.border_title = Content(_("Help"))
            card.border_subtitle = Content(_("Esc back"))
            yield Static(_page(self._first, self._chapters, self._told), markup=False)


def _page(first: Told, chapters: Sequence[Chapter], told: Told) -> Table:
    page = Table.grid(padding=(0, 2, 0, 0))
    page.add_column(no_wrap=True, style="bold")
    page.add_column()
    for title, rows in first.items():
        _chapter(page, title, rows)
    for title, deeds in chapters:
        _chapter(page, _(title), [_row(deed) for deed in deeds if deed.place is not None])
    for title, rows in told.items():
        _chapter(page, title, rows)
    return page


def _row(deed: Deed) -> tuple[str, str]:
    return keymap().all_shown(deed), told(_(deed.help))


def typing_at_the_desk() -> Told:
    """How marks are typed."""
    return {_("Typing"): _typing()}


def signs_of_the_desk() -> Told:
    """The signs that the desk shows."""
    states = [(glyph, _(word)) for glyph, word in STATES]
    signs = [*states, *(saving(s) for s in Saving if s is not Saving.NOTHING)]
    return {_("Signs"): signs}


def _chapter(page: Table, title: str, rows: Sequence[tuple[str, str]]) -> None:
    page.add_row(Text(""), Text(title, style="bold"))
    for sign, meaning in rows:
        page.add_row(Text(sign), Text(meaning, overflow="fold"))
    page.add_row()


def _typing() -> list[tuple[str, str]]:
    return [
        ("0-9 .", told(_("Type points, or levels 1 to 4 after {digits}; the sheet's title says which."))),
        ("Enter", _("Take what is typed and go down; so do Tab, ↑ and ↓.")),
        ("Esc", _("Leave the typing, or let go of what was refused.")),
    ]
