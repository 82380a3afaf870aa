from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from judge.domain.desk import Page
from judge.locale import _
from judge.tui.cells import clean_line
from judge.tui.find_words import found_words
from judge.tui.panel_lines import panel_passages
from judge.tui.paper_lines import (
    finding_passages,
    form_passages,
    open_findings,
    report_passages,
    rubric_passages,
)
from judge.tui.paper_search import PaperSearch, Place, search
from judge.tui.passages import Passage
from judge.tui.widgets.find_line import FindLine, SoughtText
from judge.tui.widgets.paper_tabs import PaperTabs
from judge.tui.widgets.papers import Papers

_PAPERS = (form_passages, report_passages, finding_passages, rubric_passages, panel_passages)
"""In the order of their tabs; the panel's marks have one only once the award is closed."""


class ReadingPane(Vertical):
    """A nomination's papers: form, reports, findings of the gates, rubric, and at last the panel's marks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(paper + 1), f"show({paper})", show=False) for paper in range(len(_PAPERS))
    ]

    def __init__(self) -> None:
        super().__init__()
        self.tabs = PaperTabs()
        self.find_line = FindLine()
        self.papers = Papers()
        self._page: Page | None = None
        self._paper = 0
        self._passages: list[list[Passage]] = []
        self._search: PaperSearch | None = None
        self._at: Place | None = None
        self._looked_for = ""

    def compose(self) -> ComposeResult:
        """Tabs over what is looked for over the paper."""
        yield self.tabs
        yield self.find_line
        yield self.papers

    def read(self, page: Page) -> None:
        """Show a nomination from the beginning of its form."""
        self._page = page
        parts = (clean_line(part) for part in (page.name, page.organisation, page.subject))
        self.border_title = Content(" · ".join(part for part in parts if part))
        reports = {0: _("No report"), 1: _("Report")}.get(len(page.documents), _("Reports {count}"))
        findings = _("Findings {count}") if open_findings(page) else _("Findings")
        self.tabs.names = [
            _("Form"),
            reports.format(count=len(page.documents)),
            findings.format(count=open_findings(page)),
            _("Rubric"),
            *([_("Panel")] if page.panel else []),
        ]
        self._passages = [passages(page) for passages in _PAPERS[: len(self.tabs.names)]]
        self._show(0)
        if self.finding:
            self._look()

    def _show(self, paper: int) -> None:
        self._paper = self.tabs.paper = paper
        self.tabs.refresh()
        self.papers.read(self._passages[paper])

    def action_show(self, paper: int) -> None:
        """Show one of the papers."""
        if paper < len(self._passages):
            self._show(paper)
            self._at = None
            self._tell_found()

    def show_findings(self) -> None:
        """Show the findings, where a revision says what it changed."""
        self.action_show(_PAPERS.index(finding_passages))

    def next_paper(self) -> None:
        """Show the next of the papers, from the first again after the last."""
        self.action_show((self._paper + 1) % max(1, len(self._passages)))

    def scroll_by_page(self, pages: int) -> None:
        """Scroll, whoever has the keyboard."""
        papers = self.papers
        papers.scroll_relative(y=pages * max(1, papers.size.height - 1), animate=False)

    def on_paper_tabs_asked(self, message: PaperTabs.Asked) -> None:
        """Show the paper that was clicked."""
        message.stop()
        self.action_show(message.paper)

    def show_field(self, field: str, criterion: str) -> bool:
        """Bring a field of the form into sight as a criterion's evidence; False where the form has none."""
        form = _PAPERS.index(form_passages)
        if not any(passage.field == field for passage in self._passages[form]):
            return False
        if self._paper != form:
            self.action_show(form)
        return self.papers.show_field(field, criterion)

    # Finding

    @property
    def finding(self) -> bool:
        """Whether the find line is open."""
        return self.find_line.display

    def find(self) -> None:
        """Open the find line, with what was looked for last."""
        self.find_line.display = True
        self.screen.set_focus(self.find_line.text)
        self.find_line.text.action_select_all()
        self._look()

    def end_finding(self) -> None:
        """Close the find line; the place in the paper is kept."""
        self.find_line.display = False
        self._search = None
        self.papers.seek("")

    def find_next(self, by: int) -> None:
        """Go to the next hit, or the one before, from one paper to the other."""
        if not self._search or not self._passages:
            return
        if self._looked_for != self.find_line.text.value:
            self._look()
        self._at = self._search.step(self._paper, self._at, by)
        if self._at and self._at[0] != self._paper:
            self._show(self._at[0])
        self._tell_found()

    def _look(self) -> None:
        """Look anew, from what shows on; in this paper, and else stay where we are."""
        self._looked_for = self.find_line.text.value
        self._search = search(self._passages, self._looked_for)
        self._at = self._search.first(self._paper, self.papers.passage) if self._passages else None
        self._tell_found()

    def _tell_found(self) -> None:
        if self._search:
            self.papers.seek(self._search.sought, self._search.hit(self._at) if self._at else None)
            self.find_line.told.tell(*found_words(self._search, self._paper, self._at))

    def on_input_changed(self, message: SoughtText.Changed) -> None:
        """Look for what is typed, with every letter."""
        message.stop()
        if self.finding and self._looked_for != message.value:
            self._look()
