from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from judge.domain.own_marks import ScaleUse
from judge.locale import _
from judge.tui.keymap import told as with_keys
from judge.tui.own_marks_lines import own_marks_lines
from judge.tui.screens.card import Card
from rubrics.model import Rubric

_WIDTH = 70
"""Cells, which a card has on the narrowest terminal that the desk asks for."""
_STYLES = {"": "", "dim": "dim", "strong": "bold", "accent": "bold $accent"}


class OwnMarksScreen(Card[None]):
    """How the reviewer has used the scale, from their own marks alone."""

    def __init__(self, uses: Sequence[ScaleUse], rubric: Rubric, criterion: str) -> None:
        """`criterion` is the one under the cursor."""
        super().__init__()
        self.heed("dismiss", "close-card", "own-marks", also="enter")
        self._lines = own_marks_lines(uses, rubric, criterion, _WIDTH)

    def compose(self) -> ComposeResult:
        """Whose marks these are, and the criteria."""
        with VerticalScroll(classes="card tall") as card:
            card.border_title = Content(_("My marks"))
            card.border_subtitle = Content(with_keys(_("{close-card} back")))
            told = _("From your own marks on all your sheets of this rubric; nobody else sees them here.")
            yield Static(told, markup=False, classes="way-out")
            yield Static("", markup=False)
            parts = [(text, _STYLES[ink]) for line in self._lines for text, ink in (*line, ("\n", ""))]
            yield Static(Content.assemble(*parts), markup=False)
