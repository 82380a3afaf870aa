from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from judge.locale import _
from judge.tui.draft import Saving
from judge.tui.keyboard.deed import Chapter, Deed
from judge.tui.keymap import keymap, told
from judge.tui.screens.card import Card
from judge.tui.words import STATES, saving

Told = Mapping[str, Sequence[tuple[str, str]]]
"""Signs and what they mean, by the title of their chapter, in the user's language."""


class HelpScreen(Card[None]):
    """Every key and every sign, in the user's words."""

    def __init__(self, chapters: Sequence[Chapter], last: Told, first: Told | None = None) -> None:
        """`first` are chapters in words before those of the keys, by their titles; `last` those behind."""
        super().__init__()
        self.heed("dismiss", "close-card", "help", also="enter,q")
        self._chapters = chapters
        self._last = last
        self._first = first or {}

    def compose(self) -> ComposeResult:
        """The keys by chapter, then the signs."""
        with VerticalScroll(classes="card tall") as card:
            card.border_title = Content(_("Help"))
            card.border_subtitle = Content(told(_("{close-card} back")))
            yield Static(_page(self._first, self._chapters, self._last), markup=False)


def _page(first: Told, chapters: Sequence[Chapter], last: Told) -> Table:
    page = Table.grid(padding=(0, 2, 0, 0))
    page.add_column(no_wrap=True, style="bold")
    page.add_column()
    for title, rows in first.items():
        _chapter(page, title, rows)
    for title, deeds in chapters:
        _chapter(page, _(title), [_row(deed) for deed in deeds if deed.place is not None])
    for title, rows in last.items():
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


def with_settings(last: Told, path: Path | None) -> Told:
    """The last chapters and behind them where the user's own settings lie, if they may have any."""
    if path is None:
        return last
    return {**last, _("Your settings"): [("", _("Keys, colours and language: {file}").format(file=path))]}


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
