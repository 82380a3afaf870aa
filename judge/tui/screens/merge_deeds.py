from abc import abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path

from judge.domain.merge_report import MergeReport
from judge.domain.refusal import Param
from judge.tui.merge_sentences import NOTHING_SELECTED
from judge.tui.merge_words import Step
from judge.tui.merge_work import MergeWork
from judge.tui.screens.stepping import StepScreen
from judge.tui.widgets.folder_list import FolderList
from judge.tui.widgets.line_list import LineList
from judge.tui.widgets.merge_pane import MergePane
from judge.tui.widgets.pick_pane import PickPane
from judge.tui.widgets.text_line import TextLine

_BACK = {Step.REPORT: Step.PICK, Step.DONE: Step.PICK}


class MergeDeeds(StepScreen):
    """What the keys of the merge do, step by step."""

    work: MergeWork
    step: Step
    report: MergeReport | None
    confirmed: frozenset[str]
    passphrases: tuple[str, ...]
    pick_pane: PickPane
    merge_pane: MergePane

    @abstractmethod
    def go(self, step: Step) -> None:
        """Show another step."""

    @abstractmethod
    def say(self, code: str, params: Mapping[str, Param]) -> None:
        """Show the sentence for a code."""

    @abstractmethod
    def begin_looking(self, paths: Sequence[Path] = ()) -> None:
        """Look at these paths, or at the same as before."""

    @abstractmethod
    def begin_merging(self) -> None:
        """Merge what was seen."""

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

    def action_look(self) -> None:
        """Look at what is selected."""
        if self.pick_pane.selected:
            self.begin_looking(self.pick_pane.selected)
        else:
            self.say(NOTHING_SELECTED, {})

    def on_line_list_pressed(self, message: LineList.Pressed) -> None:
        """A second click does what Enter does."""
        message.stop()
        if isinstance(self.focused, FolderList):
            self.action_open_folder()

    # Lines of text

    def action_take_line(self) -> None:
        """Take what is typed: a path, or a passphrase, with which the returns are looked at again."""
        line = self.merge_pane.passphrase_line
        if self.focused is line:
            typed, line.value = line.value, ""
            self._leave_passphrase()
            if typed:
                self.passphrases = (typed, *self.passphrases)
                self.begin_looking()
        elif self.pick_pane.take_typed(self.pick_pane.path_line.value):
            self.pick_pane.path_line.value = ""
            self.set_focus(self.pick_pane.folder_list)
        self.renew()

    def action_complete_line(self) -> None:
        """Let a path go on as far as it is clear."""
        self.pick_pane.complete()

    def _leave_passphrase(self) -> None:
        self.set_focus(self.merge_pane.returns)
        self.merge_pane.passphrase_line.display = False

    # Working

    def action_cancel(self) -> None:
        """Stop what is under way."""
        self.work.cancel()

    # What came

    def action_confirm_key(self) -> None:
        """Confirm the key of the return under the cursor, or take that back, and look again."""
        file = self.merge_pane.returns.file
        if file and file.sender:
            self.confirmed ^= {file.sender.fingerprint}
            self.begin_looking()

    def action_passphrase(self) -> None:
        """Type a passphrase."""
        self.merge_pane.passphrase_line.display = True
        self.set_focus(self.merge_pane.passphrase_line)

    def action_look_again(self) -> None:
        """Look at the same returns anew."""
        self.begin_looking()

    def action_swap(self) -> None:
        """From the list to the file's page and back."""
        pane = self.merge_pane
        self.set_focus(pane.card if self.focused is pane.returns else pane.returns)

    def action_merge(self) -> None:
        """Merge every return that is not refused."""
        self.begin_merging()

    def action_more(self) -> None:
        """Select further returns."""
        self.say("", {})
        self.go(Step.PICK)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before this one, or a line of text to leave."""
        return self.step in _BACK or isinstance(self.focused, TextLine)

    def action_back(self) -> None:
        """Go back a step; from a file's page to the list."""
        if self.focused is self.merge_pane.passphrase_line:
            self.merge_pane.passphrase_line.value = ""
            self._leave_passphrase()
            self.renew()
        elif self.focused is self.pick_pane.path_line:
            self.set_focus(self.pick_pane.folder_list)
            self.renew()
        elif self.step is Step.REPORT and self.focused is self.merge_pane.card:
            self.set_focus(self.merge_pane.returns)
        elif self.step in _BACK:
            self.say("", {})
            self.go(_BACK[self.step])
