from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message

from imports.source_rows import SourceRow
from judge.locale import _
from judge.services.papers.concerns import GRAVITY, Concern, by_body, chosen, counts
from judge.services.papers.desk import Examined
from judge.tui.cells import clean_line
from judge.tui.import_lines import finding_lines
from judge.tui.import_words import told, with_keys
from judge.tui.ink import Line
from judge.tui.widgets.filter_line import FilterLine
from judge.tui.widgets.finding_list import FindingList
from judge.tui.widgets.lines_pane import LinesPane
from judge.tui.widgets.text_line import TextLine


class ReportPane(Vertical):
    """The findings, filtered, and the one under the cursor with its place in the paper."""

    class SourceAsked(Message):
        """The rows around a finding are to be read."""

        def __init__(self, concern: Concern) -> None:
            super().__init__()
            self.concern = concern

    def __init__(self) -> None:
        super().__init__(id="report")
        self.filter_line = FilterLine()
        self.search_line = TextLine(_("Words of a body, a file or a finding"), id="search")
        self.findings = FindingList()
        self.card = LinesPane(id="card")
        self._examined: Examined | None = None
        self._shown = frozenset(GRAVITY)
        self._search = ""
        self._words: dict[int, str] = {}

    def compose(self) -> ComposeResult:
        """Figures, the line of the search, the list beside the finding."""
        yield self.filter_line
        yield self.search_line
        with Horizontal(id="halves"):
            yield self.findings
            yield self.card

    def on_mount(self) -> None:
        """The line of the search is there only while somebody searches."""
        self.search_line.display = False

    def show(self, examined: Examined) -> None:
        """Show a report from its first finding on, nothing of it hidden."""
        self._examined = examined
        self._shown, self._search, self._words = frozenset(GRAVITY), "", {}
        self.search_line.value = ""
        self.findings.unfold_all()
        self.renew()

    def renew(self) -> None:
        """Show what the filters let through."""
        if self._examined is None:
            return
        found = chosen(self._examined.concerns, self._shown, self._search, self._said)
        self.filter_line.show(counts(self._examined.concerns), self._shown, clean_line(self._search))
        self.findings.fill(by_body(found, self._examined.bodies))
        self._show_card()

    def _said(self, concern: Concern) -> str:
        """The finding's words, made once."""
        key = id(concern)
        if key not in self._words:
            self._words[key] = told(concern.finding)
        return self._words[key]

    def toggle(self, number: int) -> None:
        """Show the severity of that number, or leave it out."""
        self._shown ^= {GRAVITY[number]}
        self.renew()

    def search(self, words: str) -> None:
        """Show only what has these words."""
        if words != self._search:
            self._search = words
            self.renew()

    @property
    def searching(self) -> bool:
        """Whether only what has some words is shown."""
        return bool(self._search)

    def search_nothing(self) -> None:
        """Show everything again that the severities let through."""
        self.search_line.value = ""
        self.search("")

    def on_line_list_moved(self, message: FindingList.Moved) -> None:
        """Another finding is under the cursor."""
        message.stop()
        self._show_card()

    def _show_card(self) -> None:
        concern = self.findings.concern
        self.card.border_title = Content(_("The finding and its source"))
        if concern is None:
            self.card.show(self._nothing)
            return
        self.card.show(lambda width: finding_lines(concern, None, width))
        self.post_message(self.SourceAsked(concern))

    def _nothing(self, _width: int) -> list[Line]:
        if self._examined and not self._examined.concerns:
            return [[(_("✓ Nothing was found in these papers that needs a word."), "")]]
        if not self.findings.count:
            return [[(_("No finding has these words and severities."), "dim")]]
        return [[(with_keys(_("{fold-findings} folds and unfolds.")), "dim")]]

    def take_rows(self, concern: Concern, rows: Sequence[SourceRow]) -> None:
        """Show where in the paper the finding stands, if it is still the one under the cursor."""
        if concern is self.findings.concern:
            self.card.show(lambda width: finding_lines(concern, rows, width))
