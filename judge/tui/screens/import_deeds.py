from abc import abstractmethod
from collections.abc import Mapping

from textual.widgets import Input

from judge.domain.refusal import Param
from judge.services.papers.desk import Examined
from judge.tui.cells import clean_line
from judge.tui.import_words import Step
from judge.tui.import_work import ImportWork
from judge.tui.screens.stepping import StepScreen
from judge.tui.viewer import open_in_viewer
from judge.tui.widgets.folder_list import FolderList
from judge.tui.widgets.headings_pane import HeadingsPane
from judge.tui.widgets.line_list import LineList
from judge.tui.widgets.pick_pane import PickPane
from judge.tui.widgets.report_pane import ReportPane
from judge.tui.widgets.text_line import TextLine

_BACK = {
    Step.FINDINGS: Step.PICK,
    Step.HEADINGS: Step.FINDINGS,
    Step.CONSENT: Step.FINDINGS,
    Step.DONE: Step.PICK,
}


class ImportDeeds(StepScreen):
    """What the keys of the import do, step by step."""

    work: ImportWork
    step: Step
    examined: Examined | None
    pick_pane: PickPane
    report_pane: ReportPane
    headings_pane: HeadingsPane

    @abstractmethod
    def go(self, step: Step) -> None:
        """Show another step."""

    @abstractmethod
    def say(self, code: str, params: Mapping[str, Param]) -> None:
        """Show the sentence for a code."""

    @abstractmethod
    def begin_reading(self) -> None:
        """Read what is selected."""

    @abstractmethod
    def begin_filing(self, *, accept_good: bool) -> None:
        """File the report, or the good papers of it."""

    @abstractmethod
    def show_consent(self) -> None:
        """Show what would be filed."""

    @abstractmethod
    def renew(self) -> None:
        """Show step and keys as they are now."""

    # Selecting

    def action_select(self) -> None:
        """Select what is under the cursor, or let go of it."""
        self.pick_pane.toggle()
        self.renew()

    def action_open_folder(self) -> None:
        """Look into the folder under the cursor."""
        self.pick_pane.open_entry()
        self.renew()

    def action_parent_folder(self) -> None:
        """Look into the folder above."""
        self.pick_pane.above()

    def action_unselect(self) -> None:
        """Let go of everything."""
        self.pick_pane.select_none()
        self.renew()

    def action_type_path(self) -> None:
        """Type a path."""
        self.set_focus(self.pick_pane.path_line)

    def action_read(self) -> None:
        """Read what is selected."""
        if self.pick_pane.selected:
            self.headings_pane.forget()
            self.begin_reading()
        else:
            self.say("import-nothing-selected", {})

    def on_line_list_pressed(self, message: LineList.Pressed) -> None:
        """A second click does what Enter does."""
        message.stop()
        if isinstance(self.focused, FolderList):
            self.action_open_folder()
        elif self.step is Step.FINDINGS:
            self.action_fold()
        elif self.step is Step.HEADINGS:
            self.action_answer()

    # Lines of text

    def action_take_line(self) -> None:
        """Take what is typed."""
        if self.focused is self.report_pane.search_line:
            self.report_pane.search(self.report_pane.search_line.value)
            self._leave_search()
        elif self.pick_pane.take_typed(self.pick_pane.path_line.value):
            self.pick_pane.path_line.value = ""
            self.set_focus(self.pick_pane.folder_list)
        self.renew()

    def action_complete_line(self) -> None:
        """Let a path go on as far as it is clear."""
        self.pick_pane.complete()

    def _leave_search(self) -> None:
        self.set_focus(self.report_pane.findings)
        self.report_pane.search_line.display = False

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search while it is typed."""
        if message.input is self.report_pane.search_line:
            self.report_pane.search(message.value)

    # Working

    def action_cancel(self) -> None:
        """Stop what is under way."""
        self.work.cancel()

    # Findings

    def action_fold(self) -> None:
        """Fold or unfold."""
        self.report_pane.findings.fold()

    def action_filter(self, number: int) -> None:
        """Show a severity, or leave it out."""
        self.report_pane.toggle(number)
        self.renew()

    def action_search(self) -> None:
        """Type what to search for."""
        self.report_pane.search_line.display = True
        self.set_focus(self.report_pane.search_line)

    def action_open_file(self) -> None:
        """Open the paper under the cursor in the system's program."""
        concern = self.report_pane.findings.concern
        if concern and not open_in_viewer(concern.paper.at):
            self.say("import-no-viewer", {"path": clean_line(str(concern.paper.at))})

    def action_swap(self) -> None:
        """From the list to the finding and back."""
        pane = self.report_pane
        self.set_focus(pane.card if self.focused is pane.findings else pane.findings)

    def action_read_again(self) -> None:
        """Read the same papers anew."""
        self.begin_reading()

    def action_to_consent(self) -> None:
        """Go on to what would be filed, past the headings that nobody has answered yet."""
        self.say("", {})
        if self.headings_pane.open_questions:
            self.go(Step.HEADINGS)
        else:
            self.show_consent()

    # Headings

    def action_headings(self) -> None:
        """Say what headings mean."""
        self.say("", {})
        self.go(Step.HEADINGS)

    def action_answer(self) -> None:
        """From a heading to its columns; from a column back, which is then taken."""
        self.headings_pane.choose()
        self.renew()

    def action_accept(self) -> None:
        """Take what is proposed for the heading under the cursor."""
        self.headings_pane.accept()
        self.renew()

    def action_accept_all(self) -> None:
        """Take all that is proposed."""
        self.headings_pane.accept_all()
        self.renew()

    def action_leave_unread(self) -> None:
        """Leave the column under the cursor unread."""
        self.headings_pane.answer("")
        self.renew()

    def action_swap_lists(self) -> None:
        """From the headings to the columns and back."""
        self.headings_pane.swap()

    def action_take_answers(self) -> None:
        """Read again with the answers, if there are new ones."""
        if self.headings_pane.has_news:
            self.begin_reading()
        else:
            self.show_consent()

    # Consent and after

    def action_file_all(self) -> None:
        """File everything."""
        self.begin_filing(accept_good=False)

    def action_file_good(self) -> None:
        """File the papers without faults."""
        self.begin_filing(accept_good=True)

    def action_more(self) -> None:
        """Select further papers."""
        self.say("", {})
        self.go(Step.PICK)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before this one, or a line of text to leave."""
        return self.step in _BACK or isinstance(self.focused, TextLine)

    def action_back(self) -> None:
        """Go back a step; from a finding's page to the list, and from what was searched to everything."""
        if self.focused is self.report_pane.search_line:
            self._leave_search()
            self.report_pane.search_nothing()
            self.renew()
        elif self.focused is self.pick_pane.path_line:
            self.set_focus(self.pick_pane.folder_list)
            self.renew()
        elif self.step is Step.FINDINGS and self.focused is self.report_pane.card:
            self.set_focus(self.report_pane.findings)
        elif self.step is Step.FINDINGS and self.report_pane.searching:
            self.report_pane.search_nothing()
        elif self.step in _BACK:
            self.say("", {})
            self.go(_BACK[self.step])
