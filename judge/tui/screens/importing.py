from collections.abc import Mapping, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import ContentSwitcher

from judge.domain.refusal import Param
from judge.locale import _
from judge.services.papers.desk import Examined
from judge.tui.import_keyboard import (
    BACK,
    CONSENT,
    DONE,
    FINDINGS,
    HEADINGS,
    HOUSE,
    IMPORT_CHAPTERS,
    PICKING,
    TYPING,
    WORKING,
)
from judge.tui.import_lines import consent_lines, done_lines
from judge.tui.import_sentences import CANCELLED, CHANGED, STALE
from judge.tui.import_words import STEPS, Step, import_sentence
from judge.tui.import_work import Comparing, Failed, Filed, ImportWork, Looked, Opening, Read, Turning
from judge.tui.keyboard.deed import Deed
from judge.tui.screens.import_deeds import ImportDeeds
from judge.tui.widgets.banner import Banner
from judge.tui.widgets.headings_pane import HeadingsPane
from judge.tui.widgets.key_line import KeyLine
from judge.tui.widgets.lines_pane import LinesPane
from judge.tui.widgets.pick_pane import PickPane
from judge.tui.widgets.progress_pane import ProgressPane
from judge.tui.widgets.report_pane import ReportPane
from judge.tui.widgets.step_bar import StepBar
from judge.tui.widgets.text_line import TextLine

DEEDS = {
    Step.PICK: PICKING,
    Step.READ: WORKING,
    Step.FINDINGS: FINDINGS,
    Step.HEADINGS: HEADINGS,
    Step.CONSENT: CONSENT,
    Step.FILE: WORKING,
    Step.DONE: DONE,
}
_PANES = {
    Step.PICK: "pick",
    Step.READ: "progress",
    Step.FINDINGS: "report",
    Step.HEADINGS: "headings",
    Step.CONSENT: "consent",
    Step.FILE: "progress",
    Step.DONE: "done",
}
_BOUND = tuple(
    deed for deeds in (TYPING, PICKING, WORKING, FINDINGS, HEADINGS, CONSENT, DONE, BACK) for deed in deeds
)


class ImportScreen(ImportDeeds):
    """The import step by step on one screen; what the keys do is in `ImportDeeds`."""

    AUTO_FOCUS = "FolderList"

    def __init__(self, work: ImportWork, folder: Path, paths: Sequence[Path] = ()) -> None:
        """`folder` is where picking begins; `paths`, where given, are read at once."""
        super().__init__()
        self.bind_deeds(_BOUND)
        self.work = work
        self.step = Step.PICK
        self.examined: Examined | None = None
        self._paths = tuple(paths)
        self._consent_seen = False
        self.step_bar = StepBar(work.edition_title, STEPS)
        self.banner = Banner()
        self.pick_pane = PickPane(folder, self.say)
        self.progress_pane = ProgressPane()
        self.report_pane = ReportPane()
        self.headings_pane = HeadingsPane()
        self.consent_pane = LinesPane(id="consent")
        self.done_pane = LinesPane(id="done")
        self.key_line = KeyLine(self.offers, IMPORT_CHAPTERS)

    def compose(self) -> ComposeResult:
        """The steps, a sentence where there is one to be said, the step at hand, the keys."""
        yield self.step_bar
        yield self.banner
        with ContentSwitcher(initial=_PANES[self.step]):
            yield self.pick_pane
            yield self.progress_pane
            yield self.report_pane
            yield self.headings_pane
            yield self.consent_pane
            yield self.done_pane
        yield self.key_line

    def on_mount(self) -> None:
        """Read what was named on the command line."""
        self.go(Step.PICK)
        if self._paths:
            self.pick_pane.select(self._paths)
            self.begin_reading()

    # Steps

    def go(self, step: Step) -> None:
        """Show another step."""
        self.step = step
        self.query_one(ContentSwitcher).current = _PANES[step]
        focus = {
            Step.PICK: self.pick_pane.folder_list,
            Step.FINDINGS: self.report_pane.findings,
            Step.HEADINGS: self.headings_pane.questions,
            Step.CONSENT: self.consent_pane,
            Step.DONE: self.done_pane,
        }.get(step)
        self.set_focus(focus)
        if focus is None:
            self.progress_pane.begin(_("Looking for papers") if step is Step.READ else _("Filing"))
        else:
            self.progress_pane.end()
        self.renew()

    def say(self, code: str, params: Mapping[str, Param]) -> None:
        """Show the sentence for a code over the step at hand; none for ""."""
        self.banner.say(import_sentence(code, params) if code else "")

    def begin_reading(self) -> None:
        """Read what is selected."""
        self.say("", {})
        self.go(Step.READ)
        said = self.headings_pane.said
        self.run_worker(self.work.read(self.pick_pane.selected, said, self.post_message), group="work")

    def begin_filing(self, *, accept_good: bool) -> None:
        """File the report, or the good papers of it."""
        if self.examined:
            self.say("", {})
            self.go(Step.FILE)
            filing = self.work.file(self.examined, self.post_message, accept_good=accept_good)
            self.run_worker(filing, group="work")

    # What the work tells

    def on_opening(self, message: Opening) -> None:
        """A file is being opened."""
        self.progress_pane.tell(_("Opening papers"), message.done, message.total, message.file)

    def on_turning(self, message: Turning) -> None:
        """LibreOffice is at work."""
        said = _("LibreOffice converts old Word files")
        self.progress_pane.tell(said, message.done, message.total)

    def on_comparing(self, message: Comparing) -> None:
        """A file has been read."""
        self.progress_pane.tell(_("Reading them against each other"), message.done, message.total)

    def on_read(self, message: Read) -> None:
        """Show what was found."""
        if not message.examined.report.papers:
            self.go(Step.PICK)
            self.say("import-no-files", {})
            return
        self.examined = message.examined
        self.report_pane.show(message.examined)
        self.headings_pane.ask(message.examined.questions, message.examined.columns)
        self.go(Step.FINDINGS)

    def on_filed(self, message: Filed) -> None:
        """Say what was filed and what comes next."""
        asked, name = message.examined.consent, self.work.edition_name
        self.examined = None
        self.pick_pane.select_none()
        self.done_pane.entitle(_("Papers filed"), "")
        self.done_pane.show(lambda width: done_lines(asked, name, width))
        self.go(Step.DONE)

    def on_failed(self, message: Failed) -> None:
        """Say why; whatever was shown before the work began is shown again."""
        was_filing = self.step is Step.FILE
        if message.code.startswith("heading-"):
            # What was said fits these papers no more: they are read as they are.
            self.headings_pane.forget()
        if was_filing and message.code in {STALE, CHANGED}:
            self.go(Step.FINDINGS)
        elif was_filing:
            self.go(Step.CONSENT)
        elif self.step is Step.READ:
            self.go(Step.FINDINGS if self.examined and message.code == CANCELLED else Step.PICK)
        self.say(message.code, message.params)

    def on_report_pane_source_asked(self, message: ReportPane.SourceAsked) -> None:
        """Look up the finding's place; whoever moves on has no need of it any more."""
        if self.step is Step.FINDINGS or self.step is Step.READ:
            looking = self.work.look(message.concern, self.post_message)
            self.run_worker(looking, group="looking", exclusive=True)

    def on_looked(self, message: Looked) -> None:
        """Show the finding's place."""
        self.report_pane.take_rows(message.concern, message.rows)

    def show_consent(self) -> None:
        """Show what would be filed."""
        if self.examined:
            asked = self.examined.consent
            self.consent_pane.entitle(_("Consent"), "")
            self.consent_pane.show(lambda width: consent_lines(asked, width))
            self._consent_seen = False
            self.go(Step.CONSENT)
            self.call_after_refresh(self._see_consent)

    def _see_consent(self) -> None:
        """The page stands on the screen; F2 pressed twice at once has not agreed to it."""
        self._consent_seen = True
        self.renew()

    # Keys

    def on_descendant_focus(self) -> None:
        """Other keys do something now; where the screen is narrow, the one that has the keyboard is tall."""
        self.set_class(self.focused is self.report_pane.card, "-reading")
        self.renew()

    def renew(self) -> None:
        """Show step and keys as they are now."""
        now = Step.CONSENT if self.step is Step.FILE else self.step
        self.step_bar.show(now, -1 if self.headings_pane.asks else Step.HEADINGS)
        self.key_line.renew()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A deed of another step is none of this one."""
        called = [deed for deed in _BOUND if deed.action.partition("(")[0] == action]
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
        asked = self.examined.consent if self.examined else None
        fitting = {
            "unselect": bool(self.pick_pane.selected),
            "open_file": self.report_pane.findings.concern is not None,
            "headings": self.headings_pane.asks,
            "accept": self.headings_pane.proposes,
            "file_all": bool(self._consent_seen and asked and asked.brings and not asked.refused),
            "file_good": bool(self._consent_seen and asked and asked.brings and asked.refused),
        }
        return fitting.get(deed.action, True)
