from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from judge.domain.sheet_history import HistoryItem, SheetDeed
from judge.locale import _
from judge.tui.history_lines import about, history_line
from rubrics.model import Criterion, Rubric

_GIVEN = {SheetDeed.MARKED, SheetDeed.FILED}


class HistoryScreen(ModalScreen[HistoryItem | None]):
    """What became of a criterion's mark and of the sheet; gives the deed whose mark is to be given again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,h,H,f10", "dismiss", show=False),
        Binding("tab", "widen", show=False, priority=True),
    ]

    def __init__(
        self,
        items: Sequence[HistoryItem],
        rubric: Rubric,
        criterion: Criterion,
        title: str,
        *,
        editable: bool,
    ) -> None:
        """`title` is the criterion's; on a sheet that is not `editable` nothing can be given again."""
        super().__init__()
        self._items = items
        self._rubric = rubric
        self._criterion = criterion
        self._title = title
        self._editable = editable
        self._whole = False
        self._shown: tuple[HistoryItem, ...] = ()
        self._list = OptionList(compact=True, markup=False)
        self._way_out = Static(markup=False, classes="way-out")

    def compose(self) -> ComposeResult:
        """The deeds, the last first, and the keys."""
        with Vertical(classes="card tall") as card:
            card.border_title = Content(_("History"))
            yield self._list
            yield self._way_out

    def on_mount(self) -> None:
        """Show what became of the criterion."""
        self._fill()

    def _fill(self) -> None:
        self._shown = tuple(reversed(self._items)) if self._whole else about(self._items, self._criterion.key)
        what = _("the whole sheet") if self._whole else self._title
        self._list.parent.border_title = Content(_("History · {what}").format(what=what))  # type: ignore[union-attr]
        lines = [history_line(item, self._rubric, named=self._whole) for item in self._shown]
        self._list.clear_options()
        self._list.add_options(
            [Option(Content(line)) for line in lines or [_("Nothing has been written here yet.")]]
        )
        self._list.highlighted = 0
        other = _("Tab this criterion") if self._whole else _("Tab the whole sheet")
        given = self._editable and any(item.deed in _GIVEN for item in self._shown)
        again = (_("Enter gives that mark again"),) if given else ()
        self._way_out.update(Content(" · ".join((*again, other, _("Esc back")))))

    def action_widen(self) -> None:
        """All of the sheet, or the criterion alone again."""
        self._whole = not self._whole
        self._fill()

    def on_option_list_option_selected(self, chosen: OptionList.OptionSelected) -> None:
        """Give a mark again."""
        item = self._shown[chosen.option_index] if self._shown else None
        if item and self._editable and item.deed in _GIVEN:
            self.dismiss(item)
