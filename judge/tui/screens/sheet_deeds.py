from abc import abstractmethod

from judge.domain.desk import Page
from judge.domain.sheet import SheetState
from judge.locale import _
from judge.locale import language as spoken
from judge.locale.conflicts import conflict_words
from judge.tui.cells import clean_line, cut
from judge.tui.changes import Change, NoteChange, Recusal, Slot, Submission, Turn
from judge.tui.draft import SheetDraft
from judge.tui.keymap import told
from judge.tui.screens.awaiting import AwaitingCards
from judge.tui.screens.writing import NoteScreen, RecusalScreen
from judge.tui.sitting import Drained, Sitting
from judge.tui.widgets.queue import Queue
from judge.tui.widgets.score_grid import ScoreGrid
from judge.tui.words import sentence
from judge.tui.writer import NotWritten


class SheetDeeds(AwaitingCards):
    """What is done to a sheet as a whole: notes, submitting, recusing, saving again."""

    sitting: Sitting
    grid: ScoreGrid
    queue: Queue
    page: Page | None
    note_typed: bool

    @property
    @abstractmethod
    def draft(self) -> SheetDraft | None:
        """The draft of the sheet on the desk."""

    @abstractmethod
    def send(self, change: Change) -> None:
        """Have a change written that stands in its draft."""

    @abstractmethod
    def renew(self) -> None:
        """Show in the title, the queue and the key line what is so now."""

    def _ready(self) -> SheetDraft | None:
        """The draft, with nothing half typed left in it; None where that cannot be had."""
        return self.draft if self.grid.commit() else None

    # Notes

    def action_note(self) -> None:
        """Write a note on the criterion under the cursor."""
        if (draft := self._ready()) and self.grid.marking:
            criterion = self.grid.marking.criterion
            title = _("Note on {criterion}").format(criterion=clean_line(criterion.title.language(spoken())))
            self._take_note(draft, criterion.key, title)

    def action_sheet_note(self) -> None:
        """Write a note on the sheet."""
        if draft := self._ready():
            self._take_note(draft, "", _("Note on the whole sheet"))

    def _take_note(self, draft: SheetDraft, criterion: str, title: str) -> None:
        note = draft.note(criterion)
        if not draft.editable and not note.strip():
            self.grid.say(sentence("desk-nothing-to-read", {}))
            return

        def keep(text: str) -> None:
            change = NoteChange(draft.sheet.nomination, criterion, text)
            draft.send(change)
            self.send(change)
            self.grid.renew()

        def heed(typed: bool) -> None:  # noqa: FBT001 - the one thing there is to be told
            self.note_typed = typed
            self.renew()

        self.app.push_screen(NoteScreen(title, note, heed, keep if draft.editable else None))

    # Submitting

    def action_submit(self) -> None:
        """Submit the sheet once all of it is written; an incomplete one says what is missing."""
        draft = self._ready()
        if draft and self._submittable(draft):
            self.grid.close()
            drained = self.sitting.when_drained(draft.sheet.nomination, self.post_message)
            self.run_worker(drained, group="submitting", exclusive=True)

    def on_drained(self, message: Drained) -> None:
        """All of the sheet has been answered: hand it in, unless something was refused on the way."""
        draft = self.draft
        page = self.page
        if page and draft and draft.sheet.nomination == message.nomination and self._submittable(draft):
            self.send_whole(draft, Submission(message.nomination, page.revision))
        else:
            self.grid.reopen()

    def _submittable(self, draft: SheetDraft) -> bool:
        if not draft.editable:
            self._say_closed(draft)
        elif draft.refused:
            _kind, criterion = draft.refused[0]
            self._point_at(criterion, sentence("desk-unsaved", {}))
        elif draft.missing:
            titles = tuple(clean_line(c.title.language(spoken())) for c in draft.missing)
            self._point_at(draft.missing[0].key, sentence("desk-incomplete", {"criteria": titles}))
        else:
            return True
        return False

    def may_take_back(self, draft: SheetDraft) -> bool:
        """Whether the sheet on the desk can be taken back now."""
        allowed = self.page is not None and self.page.may_take_back
        return allowed and draft.sheet.state is SheetState.SUBMITTED

    def _say_closed(self, draft: SheetDraft) -> None:
        self.grid.say(sentence("desk-may-take-back" if self.may_take_back(draft) else "desk-read-only", {}))

    def _point_at(self, criterion: str, voice: str) -> None:
        if self.grid.marking and criterion:
            self.grid.marking.go_to(criterion)
        self.grid.say(voice)

    def send_whole(self, draft: SheetDraft, change: Turn) -> None:
        """Have something done to a sheet as a whole."""
        draft.send(change)
        self.send(change)

    def offer_next(self, done: Submission | Recusal) -> None:
        """A sheet is finished: name the next one to do."""
        following = self.queue.listing.next_to_do(done.nomination)
        said = _("Submitted.") if isinstance(done, Submission) else _("Recused.")
        if following:
            name = clean_line(following.name)
            opens = _("{said} {next-nomination} opens the next one to do: {name}")
            self.grid.say(told(opens, said=said, name=name))
        elif self.queue.docket.to_do:
            self.grid.say(_("{said} Nothing is left to do in what the queue shows.").format(said=said))
        else:
            self.grid.say(_("{said} Nothing is left to do in your queue.").format(said=said))

    # Recusing

    def action_recuse(self) -> None:
        """Step back from the nomination, with a reason."""
        draft = self._ready()
        if draft and not draft.editable:
            self._say_closed(draft)
        elif draft:
            self._ask_reason(draft, self._known_reason(), "")

    def _known_reason(self) -> str:
        """The reason that lies at hand: the conflict of interest that papers show."""
        if self.page is None or not self.page.conflicts:
            return ""
        grounds = clean_line(conflict_words(self.page.conflicts))
        return _("Conflict of interest: {grounds}").format(grounds=grounds)

    def _ask_reason(self, draft: SheetDraft, reason: str, said: str) -> None:
        def recuse(given: str | None) -> None:
            if given is not None:
                self.send_whole(draft, Recusal(draft.sheet.nomination, given))

        name = clean_line(self.page.name) if self.page else ""
        RecusalScreen(name, reason, said).ask(self.app, recuse)

    # Refused and tried again

    def unsaved(self) -> tuple[str, ...]:
        """What would be lost by leaving now, a line each."""
        waiting = self.sitting.writer.waiting
        lines = [_("{count} still being saved").format(count=waiting)] if waiting else []
        drafts = self.sitting.drafts.values()
        return (*lines, *(self._unsaved_line(draft, slot) for draft in drafts for slot in draft.refused))

    def _unsaved_line(self, draft: SheetDraft, slot: Slot) -> str:
        kind, key = slot
        name = self.queue.docket.items[self.queue.docket.place(draft.sheet.nomination)].name
        title = draft.rubric.criterion(key).title.language(spoken()) if key else _("sheet")
        what = _("note") if kind == "note" else draft.kept_text(key) or "–"
        return " · ".join(cut(clean_line(part), 40) for part in (name, title, what))

    def refused(self, answer: NotWritten) -> None:
        """Say why a submission or a recusal was refused; a mark says so at its own cell."""
        draft = self.draft
        said = sentence(answer.code, answer.params)
        if draft and isinstance(answer.change, Recusal):
            self._ask_reason(draft, answer.change.reason, said)
        elif draft and isinstance(answer.change, Submission):
            self._point_at(draft.missing[0].key if draft.missing else "", said)
        else:
            self.grid.say(said)

    def action_retry(self) -> None:
        """Send again what was refused."""
        if self._ready() and not self.sitting.retry():
            self.grid.say(sentence("desk-all-clear", {}))
        self.grid.renew()
        self.renew()
