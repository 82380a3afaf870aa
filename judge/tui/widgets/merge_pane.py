from collections.abc import Container

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from judge.domain.merge_report import MergedFile, MergeReport
from judge.locale import _
from judge.tui.ink import Line
from judge.tui.merge_lines import file_line, file_lines, summary
from judge.tui.widgets.line_list import LineList
from judge.tui.widgets.lines_pane import LinesPane
from judge.tui.widgets.text_line import TextLine


class ReturnList(LineList):
    """The returns that were looked at, a line each."""

    def __init__(self) -> None:
        super().__init__()
        self._files: tuple[MergedFile, ...] = ()
        self._confirmed: Container[str] = frozenset()

    @property
    def count(self) -> int:
        """How many returns there are."""
        return len(self._files)

    @property
    def file(self) -> MergedFile | None:
        """The return under the cursor."""
        return self._files[self.cursor] if self._files else None

    def fill(self, files: tuple[MergedFile, ...], confirmed: Container[str]) -> None:
        """Show other returns, the cursor where it was; `confirmed` are fingerprints."""
        self._files, self._confirmed = files, confirmed
        self.refill(self.cursor)
        self.entitle(_("What came"), summary(files))

    def line(self, index: int, width: int) -> Line:
        """One return."""
        file = self._files[index]
        mark = file.sender.fingerprint if file.sender else ""
        return file_line(file, width, confirmed=mark in self._confirmed)


class MergePane(Vertical):
    """The returns that were looked at, beside them the page of the one under the cursor."""

    def __init__(self) -> None:
        super().__init__(id="report")
        self.returns = ReturnList()
        self.card = LinesPane(id="card")
        self.passphrase_line = TextLine(_("Passphrase"), id="passphrase")
        self.passphrase_line.password = True
        self.passphrase_line.display = False

    def compose(self) -> ComposeResult:
        """The line for a passphrase, where one is asked for; list and page."""
        yield self.passphrase_line
        with Horizontal(id="halves"):
            yield self.returns
            yield self.card

    def show(self, report: MergeReport, confirmed: Container[str]) -> None:
        """Show what was found."""
        self.returns.fill(report.files, confirmed)
        self._show_card()

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        """Another return is under the cursor."""
        message.stop()
        self._show_card()

    def _show_card(self) -> None:
        file = self.returns.file
        self.card.border_title = Content(_("The return"))
        self.card.show(lambda width: file_lines(file, width) if file else [])
