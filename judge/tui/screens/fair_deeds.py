from judge.locale.conflicts import conflict_words
from judge.tui.cells import clean_line
from judge.tui.changes import Denial
from judge.tui.draft import SheetDraft
from judge.tui.screens.denying import DenialScreen
from judge.tui.screens.own_marks import OwnMarksScreen
from judge.tui.screens.sheet_turns import SheetTurns
from judge.tui.sitting import OwnMarksRead
from judge.tui.words import sentence
from judge.tui.writer import NotWritten


class FairDeeds(SheetTurns):
    """What keeps judging fair: a conflict of interest denied, and a look at one's own use of the scale."""

    def action_deny_conflict(self) -> None:
        """Ask why the conflicts of interest that the banner names are none."""
        draft = self._ready()
        if draft and draft.editable and self.page and self.page.conflicts:
            self._ask_denial(draft, "", "")

    def _ask_denial(self, draft: SheetDraft, reason: str, said: str) -> None:
        def deny(given: str | None) -> None:
            if given is not None:
                self.send_whole(draft, Denial(draft.sheet.nomination, given))

        grounds = clean_line(conflict_words(self.page.conflicts)) if self.page else ""
        DenialScreen(grounds, reason, said).ask(self.app, deny)

    def refused(self, answer: NotWritten) -> None:
        """As for other deeds; the words of a denial that was refused stay on its card."""
        if self.draft and isinstance(answer.change, Denial):
            self._ask_denial(self.draft, answer.change.reason, sentence(answer.code, answer.params))
        else:
            super().refused(answer)

    def action_own_marks(self) -> None:
        """Show how the reviewer has used the scale."""
        if draft := self._ready():
            asked = self.sitting.read_own_marks(draft.sheet.nomination, self.post_message)
            self.await_card(asked, "own marks")

    def on_own_marks_read(self, read: OwnMarksRead) -> None:
        """Show the marks over all sheets of the rubric on the desk."""
        self.card_is_read()
        draft, marking = self.draft, self.grid.marking
        if draft and marking and draft.sheet.nomination == read.nomination:
            self.app.push_screen(OwnMarksScreen(read.uses, draft.rubric, marking.criterion.key))
