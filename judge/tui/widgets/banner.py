from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from judge.domain.conflict import Conflict
from judge.domain.sheet import AT_WORK, Sheet, SheetState
from judge.locale import _
from judge.locale.conflicts import conflict_words
from judge.tui.cells import clean_line
from judge.tui.keymap import told as keys_told


class Banner(Static):
    """A sentence over the sheet, for what has to be read first; nothing where there is none."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.display = False

    def say(self, said: str) -> None:
        """Show a sentence, or nothing for ""."""
        self.update(Content(said))
        self.display = bool(said)

    def tell(self, sheet: Sheet, conflicts: Sequence[Conflict] = (), closed: str = "") -> None:
        """Say what a sheet's state comes with: the chair's reason, or the reviewer's own.

        On a sheet at work also what conflicts of interest there are, and the ways out of them; or why the
        chair has `closed` it.
        """
        reason = clean_line(sheet.reason)
        said = {
            SheetState.RETURNED: _("↩ Returned by the chair: {reason}"),
            SheetState.RECUSED: _("⊘ You recused yourself: {reason}"),
            SheetState.EXCLUDED: _("⊗ Excluded by the chair: {reason}"),
            SheetState.FORKED: _(
                "≠ This sheet was continued in several places, which differ: where they do, nothing counts"
                " until the chair rules."
            ),
        }.get(sheet.state, "")
        told = [said.format(reason=reason or "–")]
        if closed and sheet.state in AT_WORK:
            told.append(
                _("⊗ Closed by the chair, it takes no more changes: {reason}").format(
                    reason=clean_line(closed)
                )
            )
        elif conflicts and sheet.state in AT_WORK:
            ask = _(
                "! A conflict of interest? {recuse} recuses for it, {deny-conflict} says why it is none:"
                " {grounds}"
            )
            told.append(keys_told(ask, grounds=clean_line(conflict_words(conflicts))))
        self.say(" ".join(filter(None, told)))
