from textual.content import Content
from textual.widgets import Static

from judge.domain.sheet import Sheet, SheetState
from judge.locale import _
from judge.tui.cells import clean_line


class Banner(Static):
    """A sentence over the sheet, for what has to be read first; nothing where there is none."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.display = False

    def say(self, said: str) -> None:
        """Show a sentence, or nothing for ""."""
        self.update(Content(said))
        self.display = bool(said)

    def tell(self, sheet: Sheet) -> None:
        """Say what a sheet's state comes with: the chair's reason, or the reviewer's own."""
        reason = clean_line(sheet.reason)
        said = {
            SheetState.RETURNED: _("↩ Returned by the chair: {reason}"),
            SheetState.RECUSED: _("⊘ You recused yourself: {reason}"),
            SheetState.EXCLUDED: _("⊗ Excluded by the chair: {reason}"),
        }.get(sheet.state, "")
        self.say(said.format(reason=reason or "–"))
