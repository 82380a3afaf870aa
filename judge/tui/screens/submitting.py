from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from judge.domain.desk import QueueItem
from judge.locale import _, ngettext
from judge.tui.cells import clean_line, cut
from judge.tui.keymap import told
from judge.tui.screens.card import Card

_NAME = 40


class SubmitAllScreen(Card[str | None]):
    """Asks whether to submit all complete sheets, names the others; gives "" for yes, or one to open."""

    def __init__(self, complete: int, left: Sequence[tuple[QueueItem, str]]) -> None:
        """`left` are the nominations whose sheets cannot be submitted, each with the reason."""
        super().__init__()
        self.heed("dismiss", "close-card")
        self.heed("submit", "submit", "submit-all")
        self._complete = complete
        self._left = left

    def compose(self) -> ComposeResult:
        """How many there are, which are left and why, and the keys."""
        with Vertical(classes="card") as card:
            card.border_title = Content(_("Submit all complete sheets"))
            yield Static(self._told(), markup=False)
            if self._left:
                yield Static(_("Not among them:"), markup=False)
                yield OptionList(
                    *(Option(Content(line)) for line in self._lines()), compact=True, markup=False
                )
            ways = (
                (_("{submit} submit"),) if self._complete else (),
                (_("Enter open"),) if self._left else (),
                (_("{close-card} back"),),
            )
            shown = " · ".join(told(way) for some in ways for way in some)
            yield Static(shown, markup=False, classes="way-out")

    def _told(self) -> str:
        if not self._complete:
            return _("No sheet is complete and unsubmitted.")
        return ngettext("{count} sheet is complete.", "{count} sheets are complete.", self._complete).format(
            count=self._complete
        )

    def _lines(self) -> list[str]:
        return [f"{cut(clean_line(item.name), _NAME)} · {reason}" for item, reason in self._left]

    def action_submit(self) -> None:
        """Yes."""
        if self._complete:
            self.dismiss("")

    def on_option_list_option_selected(self, chosen: OptionList.OptionSelected) -> None:
        """Open one of those that are left."""
        self.dismiss(self._left[chosen.option_index][0].nomination)
