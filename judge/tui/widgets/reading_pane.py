from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from judge.domain.desk import Page
from judge.locale import _
from judge.tui.cells import cell_len, clean_line
from judge.tui.ink import INKS, Inked, Line, plain
from judge.tui.paper_lines import finding_lines, form_lines, open_findings, report_lines, rubric_lines

_PAPERS = (form_lines, report_lines, finding_lines, rubric_lines)


class PaperTabs(Inked):
    """The names of the papers on one line, the one being read set off."""

    class Asked(Message):
        """A tab was clicked."""

        def __init__(self, paper: int) -> None:
            super().__init__()
            self.paper = paper

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.paper = 0

    def render_line(self, y: int) -> Strip:
        """The names."""
        line: Line = [
            part
            for i, name in enumerate(self.names)
            for part in ((f" {i + 1} {name} ", "cursor" if i == self.paper else "dim"), (" ", ""))
        ]
        return self.paint(line if y == 0 else [])

    def on_click(self, event: Click) -> None:
        """Ask for the paper whose name was clicked."""
        end = 0
        for i, name in enumerate(self.names):
            end += cell_len(name) + 5
            if event.x < end:
                self.post_message(self.Asked(i))
                return


class Papers(ScrollView, Inked, can_focus=True):
    """One paper's lines, made anew for each width and scrolled by the line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(INKS)

    def __init__(self) -> None:
        super().__init__()
        self.page: Page | None = None
        self.paper = 0
        self._lines: list[Line] = []
        self._width = 0

    def read(self, page: Page, paper: int) -> None:
        """Show a paper from its beginning."""
        self.page, self.paper = page, paper
        self._lay_out()
        self.scroll_to(y=0, animate=False)

    def on_resize(self, _event: Resize) -> None:
        """Wrap anew where the width has changed."""
        if self.scrollable_content_region.width != self._width:
            self._lay_out()

    def _lay_out(self) -> None:
        self._width = self.scrollable_content_region.width
        if self.page and self._width:
            self._lines = _PAPERS[self.paper](self.page, self._width)
        self.virtual_size = Size(self._width, len(self._lines))
        self.refresh()

    @property
    def text(self) -> str:
        """The whole paper as shown, for tests and for copying."""
        return "\n".join(plain(line) for line in self._lines)

    def render_line(self, y: int) -> Strip:
        """One line of the paper."""
        index = self.scroll_offset.y + y
        line = self._lines[index] if index < len(self._lines) else []
        return self.paint(line)


class ReadingPane(Vertical):
    """A nomination's papers: form, reports, findings of the gates, and the rubric they are judged by."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(paper + 1), f"show({paper})", show=False) for paper in range(len(_PAPERS))
    ]

    def __init__(self) -> None:
        super().__init__()
        self.tabs = PaperTabs()
        self.papers = Papers()

    def compose(self) -> ComposeResult:
        """Tabs over the paper."""
        yield self.tabs
        yield self.papers

    def read(self, page: Page) -> None:
        """Show a nomination from the beginning of its form."""
        parts = (clean_line(part) for part in (page.name, page.organisation, page.subject))
        self.border_title = Content(" · ".join(part for part in parts if part))
        reports = {0: _("No report"), 1: _("Report")}.get(len(page.documents), _("Reports {count}"))
        findings = _("Findings {count}") if open_findings(page) else _("Findings")
        self.tabs.names = [
            _("Form"),
            reports.format(count=len(page.documents)),
            findings.format(count=open_findings(page)),
            _("Rubric"),
        ]
        self._read(page, 0)

    def _read(self, page: Page, paper: int) -> None:
        self.tabs.paper = paper
        self.tabs.refresh()
        self.papers.read(page, paper)

    def action_show(self, paper: int) -> None:
        """Show one of the papers."""
        if self.papers.page:
            self._read(self.papers.page, paper)

    def show_findings(self) -> None:
        """Show the findings, where a revision says what it changed."""
        self.action_show(_PAPERS.index(finding_lines))

    def next_paper(self) -> None:
        """Show the next of the papers, from the first again after the last."""
        self.action_show((self.papers.paper + 1) % len(_PAPERS))

    def scroll_by_page(self, pages: int) -> None:
        """Scroll, whoever has the keyboard."""
        papers = self.papers
        papers.scroll_relative(y=pages * max(1, papers.size.height - 1), animate=False)

    def on_paper_tabs_asked(self, message: PaperTabs.Asked) -> None:
        """Show the paper that was clicked."""
        message.stop()
        self.action_show(message.paper)
