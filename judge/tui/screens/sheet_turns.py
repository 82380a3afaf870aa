from abc import abstractmethod
from collections.abc import Sequence
from functools import partial

from judge.domain.sheet import Sheet, SheetState
from judge.domain.sheet_history import HistoryItem, SheetDeed
from judge.locale import _, ngettext
from judge.locale import language as spoken
from judge.tui.cells import clean_line, cut
from judge.tui.changes import MarkChange, NoteChange, Submission, TakingBack, Undoing
from judge.tui.draft import SheetDraft
from judge.tui.history_lines import in_rubrics_order
from judge.tui.screens.history import HistoryScreen
from judge.tui.screens.sheet_deeds import SheetDeeds
from judge.tui.screens.submitting import SubmitAllScreen
from judge.tui.sitting import Gathered, HistoryRead, NotGathered
from judge.tui.words import mark_text, sentence
from judge.tui.writer import NotWritten

_NAME = 40  # cells


class SheetTurns(SheetDeeds):
    """What turns a sheet back, or many at once: undo, history, taking back, submitting all."""

    handing_in = False
    """Whether sheets are being handed in together; keys wait until they are."""
    _in_hand: tuple[SheetDraft, ...] = ()
    _not_handed_in: list[str]

    @abstractmethod
    def open(self, nomination: str) -> None:
        """Lay another nomination on the desk."""

    # Undo and history

    def action_undo(self) -> None:
        """Take back what was last written."""
        self._turn(again=False)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._turn(again=True)

    def _turn(self, *, again: bool) -> None:
        draft = self._ready()
        if draft and draft.editable:
            self.send_whole(draft, Undoing(draft.sheet.nomination, again))

    def turned(self, draft: SheetDraft, before: Sheet, change: Undoing) -> None:
        """Something was taken back or done again: go there and say what it is now."""
        criterion = draft.differs_from(before)
        self.grid.renew()
        if criterion is None:
            return
        word = _("Done again") if change.again else _("Taken back")
        if not criterion:
            self.grid.say(_("{word}: the note on the sheet.").format(word=word))
            return
        if self.grid.marking:
            self.grid.marking.go_to(criterion)
        known = draft.rubric.criterion(criterion)
        title, now = clean_line(known.title.language(spoken())), mark_text(draft, known)
        if draft.sheet.marks.get(criterion) == before.marks.get(criterion):
            self.grid.say(_("{word}: the note on {criterion}.").format(word=word, criterion=title))
            return
        self.grid.say(_("{word}: {criterion} is {now} now.").format(word=word, criterion=title, now=now))

    def action_history(self) -> None:
        """Show what became of the sheet."""
        if draft := self._ready():
            asked = self.sitting.read_history(draft.sheet.nomination, self.post_message)
            self.await_card(asked, "history")

    def on_history_read(self, read: HistoryRead) -> None:
        """Show the history of the sheet on the desk."""
        self.card_is_read()
        draft, marking = self.draft, self.grid.marking
        if draft is None or marking is None or draft.sheet.nomination != read.nomination:
            return

        def give_again(item: HistoryItem | None) -> None:
            if item and not _stands(draft, item):
                if item.criterion:
                    marking.go_to(item.criterion)
                change = _given_again(read.nomination, item)
                draft.send(change)
                self.send(change)
                self.grid.renew()

        title = clean_line(marking.criterion.title.language(spoken()))
        shown = HistoryScreen(
            in_rubrics_order(read.items, draft.rubric),
            draft.rubric,
            marking.criterion,
            title,
            partial(_stands, draft) if draft.editable else None,
        )
        shown.ask(self.app, give_again)

    # Taking back

    def action_take_back(self) -> None:
        """Open a submitted sheet again."""
        draft = self._ready()
        if draft and self.may_take_back(draft):
            self.send_whole(draft, TakingBack(draft.sheet.nomination))

    # Submitting all

    def action_submit_all(self) -> None:
        """Ask whether to submit all complete sheets."""
        if not self.grid.commit():
            return
        complete: list[str] = []
        left = []
        for item in self.queue.docket.unfinished:
            missing = item.criteria - item.marked
            if item.nomination in self.sitting.unsaved:
                left.append((item, _("something was refused")))
            elif missing:
                said = ngettext("{count} mark is missing", "{count} marks are missing", missing)
                left.append((item, said.format(count=missing)))
            elif self.sitting.seen.get(item.nomination, 1) != item.revision:
                left.append((item, _("revised: look at what changed")))
            else:
                complete.append(item.nomination)

        def answered(answer: str | None) -> None:
            if answer:
                self.open(answer)
            elif answer is not None:
                self._hand_in(complete)

        SubmitAllScreen(len(complete), left).ask(self.app, answered)

    def _hand_in(self, nominations: Sequence[str]) -> None:
        """Read the sheets and hand them in; what is typed until that is done waits for its turn.

        Each sheet is read anew, the one on the desk, too: a mark written meanwhile would be one of a sheet
        that its reviewer had not seen.
        """
        self.handing_in, self._in_hand, self._not_handed_in = True, (), []
        self.grid.close()
        gathering = self.sitting.gather(nominations, self.post_message)
        self.run_worker(gathering, group="submitting", exclusive=True)

    def on_gathered(self, gathered: Gathered) -> None:
        """Hand in the sheets that were read, as far as they still can be."""
        for nomination, judged in gathered.judged.items():
            draft = self.sitting.drafts[nomination]
            read = judged == self.sitting.seen.get(nomination, 1)
            if read and draft.editable and not draft.missing and not draft.refused:
                self.send_whole(draft, Submission(nomination, judged))
                self._in_hand = (*self._in_hand, draft)
        self.run_worker(self.sitting.when_handed_in(self.post_message), group="submitting", exclusive=True)

    def on_not_gathered(self, message: NotGathered) -> None:
        """Say why none was handed in; what was typed meanwhile has its turn."""
        self.end_handing_in()
        self.grid.say(sentence(message.code, message.params))

    def on_handed_in(self) -> None:
        """Say how many sheets were handed in, and why one was not."""
        self.end_handing_in()
        done = sum(draft.sheet.state is SheetState.SUBMITTED for draft in self._in_hand)
        said = ngettext("{count} sheet is handed in.", "{count} sheets are handed in.", done)
        self.grid.say(" ".join((said.format(count=done), *self._not_handed_in[:1])))

    def not_handed_in(self, answer: NotWritten) -> None:
        """One of many was refused: it is named when all have been answered."""
        item = self.queue.docket.items[self.queue.docket.place(answer.change.nomination)]
        name, why = clean_line(item.name), sentence(answer.code, answer.params)
        self._not_handed_in.append(_("Not handed in: {name}. {why}").format(name=cut(name, _NAME), why=why))

    @abstractmethod
    def end_handing_in(self) -> None:
        """Give what was typed meanwhile its turn."""


def _stands(draft: SheetDraft, item: HistoryItem) -> bool:
    """Whether a deed's mark or note is what the sheet says; where another was refused, it does not."""
    is_note = item.deed is SheetDeed.NOTED
    if ("note" if is_note else "mark", item.criterion) in draft.refused:
        return False
    return draft.note(item.criterion) == item.text if is_note else draft.mark(item.criterion) == item.mark


def _given_again(nomination: str, item: HistoryItem) -> MarkChange | NoteChange:
    if item.deed is SheetDeed.NOTED:
        return NoteChange(nomination, item.criterion, item.text)
    return MarkChange(nomination, item.criterion, item.mark)
