from collections.abc import Callable, Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from judge.domain.sheet_history import HistoryItem, SheetDeed
from judge.locale import _
from judge.tui.history_lines import about, history_line, newest_first
from judge.tui.keymap import told
from judge.tui.screens.card import Card
from judge.tui.words import sentence
from rubrics.model import Criterion, Rubric

_GIVEN = {SheetDeed.MARKED, SheetDeed.FILED}
_GIVEN_AGAIN = {*_GIVEN, SheetDeed.NOTED}
Stands = Callable[[HistoryItem], bool]
"""Whether the mark or the note of a deed is what stands on the sheet anyhow."""


class HistoryScreen(Card[HistoryItem | None]):
    """What became of a mark and of its sheet; gives the deed whose mark or note is to be given again."""

    def __init__(
        self,
        items: Sequence[HistoryItem],
        rubric: Rubric,
        criterion: Criterion,
        title: str,
        stands: Stands | None,
    ) -> None:
        """`title` is the criterion's; without `stands` the sheet is closed and nothing can be given again."""
        super().__init__()
        self.heed("dismiss", "close-card", "history")
        self.heed("widen", "whole-sheet")
        self._items = items
        self._rubric = rubric
        self._criterion = criterion
        self._title = title
        self._stands = stands
        self._whole = False
        self._shown: tuple[HistoryItem, ...] = ()
        self._list = OptionList(compact=True, markup=False)
        self._said = Static(markup=False, classes="told")
        self._way_out = Static(markup=False, classes="way-out")

    def compose(self) -> ComposeResult:
        """The deeds, the last first, and the keys."""
        with Vertical(classes="card tall") as card:
            card.border_title = Content(_("History"))
            yield self._list
            yield self._said
            yield self._way_out

    def on_mount(self) -> None:
        """Show what became of the criterion."""
        self._fill()

    def _fill(self) -> None:
        self._shown = newest_first(self._items if self._whole else about(self._items, self._criterion.key))
        what = _("the whole sheet") if self._whole else self._title
        self._list.parent.border_title = Content(_("History · {what}").format(what=what))  # type: ignore[union-attr]
        lines = [history_line(item, self._rubric, named=self._whole) for item in self._shown]
        self._list.clear_options()
        self._list.add_options(
            [Option(Content(line)) for line in lines or [_("Nothing has been written here yet.")]]
        )
        self._list.highlighted = 0
        self._say("")
        other = _("{whole-sheet} this criterion") if self._whole else _("{whole-sheet} the whole sheet")
        ways = (*self._offered(), other, _("{close-card} back"))
        self._way_out.update(Content(" · ".join(map(told, ways))))

    def _offered(self) -> Iterator[str]:
        deeds = {item.deed for item in self._shown} if self._stands else set()
        if SheetDeed.NOTED in deeds:
            yield _("Enter gives that mark or note again")
        elif deeds & _GIVEN:
            yield _("Enter gives that mark again")

    def _say(self, said: str) -> None:
        self._said.update(Content(said))
        self._said.display = bool(said)

    def action_widen(self) -> None:
        """All of the sheet, or the criterion alone again."""
        self._whole = not self._whole
        self._fill()

    def on_option_list_option_highlighted(self) -> None:
        """What was said is about another line."""
        self._say("")

    def on_option_list_option_selected(self, chosen: OptionList.OptionSelected) -> None:
        """Give a mark or a note again, or say why not."""
        if not self._shown:
            return
        item = self._shown[chosen.option_index]
        why = self._why_not(item)
        if why:
            self._say(why)
        else:
            self.dismiss(item)

    def _why_not(self, item: HistoryItem) -> str:
        if item.deed not in _GIVEN_AGAIN:
            return _("Only a mark or a note can be given again, and this is neither.")
        if self._stands is None:
            return sentence("desk-read-only", {})
        if self._stands(item):
            return (
                _("This note stands already.")
                if item.deed is SheetDeed.NOTED
                else _("This mark stands already.")
            )
        return ""
