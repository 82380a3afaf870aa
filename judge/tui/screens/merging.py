from collections.abc import Mapping, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import ContentSwitcher

from judge.domain.merge_report import MergeReport
from judge.domain.refusal import Param
from judge.locale import _
from judge.services.packets.merging import Merging
from judge.tui.keyboard.deed import Deed
from judge.tui.merge_keyboard import (
    BACK,
    DONE,
    HOUSE,
    MERGE_CHAPTERS,
    PICKING,
    REPORT,
    TYPING,
    WORKING,
)
from judge.tui.merge_lines import done_lines
from judge.tui.merge_words import STEPS, UNCONFIRMED, Step, merge_sentence
from judge.tui.merge_work import Failed, Going, Looked, Merged, MergeWork
from judge.tui.screens.merge_deeds import MergeDeeds
from judge.tui.widgets.banner import Banner
from judge.tui.widgets.key_line import KeyLine
from judge.tui.widgets.lines_pane import LinesPane
from judge.tui.widgets.merge_pane import MergePane
from judge.tui.widgets.pick_pane import PickPane
from judge.tui.widgets.progress_pane import ProgressPane
from judge.tui.widgets.step_bar import StepBar
from judge.tui.widgets.text_line import TextLine

DEEDS = {
    Step.PICK: PICKING,
    Step.LOOK: WORKING,
    Step.REPORT: REPORT,
    Step.MERGE: WORKING,
    Step.DONE: DONE,
}
_PANES = {
    Step.PICK: "pick",
    Step.LOOK: "progress",
    Step.REPORT: "report",
    Step.MERGE: "progress",
    Step.DONE: "done",
}
_BOUND = tuple(deed for deeds in (TYPING, PICKING, WORKING, REPORT, DONE, BACK) for deed in deeds)


class MergeScreen(MergeDeeds):
    """The merge step by step on one screen; what the keys do is in `MergeDeeds`."""

    AUTO_FOCUS = "FolderList"

    def __init__(self, work: MergeWork, folder: Path) -> None:
        """`folder` is where picking begins."""
        super().__init__()
        self.bind_deeds(_BOUND)
        self.work = work
        self.step = Step.PICK
        self.report: MergeReport | None = None
        self.confirmed: frozenset[str] = frozenset()
        self.passphrases: tuple[str, ...] = ()
        self._paths: Sequence[Path] = ()
        self._seen = False
        self.step_bar = StepBar(work.edition_title, STEPS)
        self.banner = Banner()
        self.pick_pane = PickPane(folder, self.say)
        self.progress_pane = ProgressPane()
        self.merge_pane = MergePane()
        self.done_pane = LinesPane(id="done")
        self.key_line = KeyLine(self.offers, MERGE_CHAPTERS)

    def compose(self) -> ComposeResult:
        """The steps, a sentence where there is one to be said, the step at hand, the keys."""
        yield self.step_bar
        yield self.banner
        with ContentSwitcher(initial=_PANES[self.step]):
            yield self.pick_pane
            yield self.progress_pane
            yield self.merge_pane
            yield self.done_pane
        yield self.key_line

    def on_mount(self) -> None:
        """Begin by picking."""
        self.go(Step.PICK)

    # Steps

    def go(self, step: Step) -> None:
        """Show another step."""
        self.step = step
        self.query_one(ContentSwitcher).current = _PANES[step]
        focus = {
            Step.PICK: self.pick_pane.folder_list,
            Step.REPORT: self.merge_pane.returns,
            Step.DONE: self.done_pane,
        }.get(step)
        self.set_focus(focus)
        if focus is None:
            self.progress_pane.begin(_("Looking at the returns") if step is Step.LOOK else _("Merging"))
        else:
            self.progress_pane.end()
        self.renew()

    def say(self, code: str, params: Mapping[str, Param]) -> None:
        """Show the sentence for a code over the step at hand; none for ""."""
        self.banner.say(merge_sentence(code, params) if code else "")

    def begin_looking(self, paths: Sequence[Path] = ()) -> None:
        """Look at these paths, or at the same as before."""
        self._paths = paths or self._paths
        self.say("", {})
        self.go(Step.LOOK)
        self.run_worker(self.work.look(self._paths, self._how(), self.post_message), group="work")

    def begin_merging(self) -> None:
        """Merge what was seen."""
        if self.report:
            self.say("", {})
            self.go(Step.MERGE)
            self.run_worker(self.work.merge(self.report, self._how(), self.post_message), group="work")

    def _how(self) -> Merging:
        return Merging(self.confirmed, self.passphrases)

    # What the work tells

    def on_going(self, message: Going) -> None:
        """So many are done."""
        said = _("Looking at the returns") if self.step is Step.LOOK else _("Merging")
        self.progress_pane.tell(said, message.done, message.total)

    def on_looked(self, message: Looked) -> None:
        """Show what came."""
        self.report = message.report
        self._seen = False
        self.merge_pane.show(message.report, self.confirmed)
        self.go(Step.REPORT)
        self.call_after_refresh(self._see)

    def _see(self) -> None:
        """The report stands on the screen; F2 pressed twice at once has not agreed to it."""
        self._seen = True
        self.renew()

    def on_merged(self, message: Merged) -> None:
        """Say what was merged."""
        self.report = None
        self.pick_pane.select_none()
        report = message.report
        self.done_pane.entitle(_("Returns merged"), "")
        self.done_pane.show(lambda width: done_lines(report, width))
        self.go(Step.DONE)

    def on_failed(self, message: Failed) -> None:
        """Say why; whatever was shown before the work began is shown again."""
        self.go(Step.REPORT if self.report else Step.PICK)
        self.say(message.code, message.params)

    # Keys

    def on_descendant_focus(self) -> None:
        """Other keys do something now; where the screen is narrow, the one that has the keyboard is tall."""
        self.set_class(self.focused is self.merge_pane.card, "-reading")
        self.renew()

    def renew(self) -> None:
        """Show step and keys as they are now."""
        now = {Step.LOOK: Step.PICK, Step.MERGE: Step.REPORT}.get(self.step, self.step)
        self.step_bar.show(now)
        self.key_line.renew()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A deed of another step is none of this one."""
        called = [deed for deed in _BOUND if deed.action == action]
        if called and not any(self.offers(deed) for deed in called):
            return False
        return super().check_action(action, parameters)

    def offers(self, deed: Deed) -> bool:
        """Whether a deed does something now."""
        if deed in HOUSE:
            return deed not in BACK or self.can_go_back
        is_typing = isinstance(self.focused, TextLine)
        if deed in TYPING:
            return is_typing and (deed.action == "take_line" or self.focused is self.pick_pane.path_line)
        if deed not in DEEDS[self.step] or (deed.late and is_typing):
            return False
        file = self.merge_pane.returns.file
        waits = file is not None and file.refusal is not None and file.refusal.code == UNCONFIRMED
        mark = file.sender.fingerprint if file and file.sender else ""
        fitting = {
            "unselect": bool(self.pick_pane.selected),
            "confirm_key": waits or mark in self.confirmed,
            "merge": bool(self._seen and self.report and any(one.brought for one in self.report.files)),
        }
        return fitting.get(deed.action, True)
