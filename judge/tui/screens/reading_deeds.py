from abc import abstractmethod
from functools import partial

from textual.widget import Widget

from judge.domain.desk import Page
from judge.locale import language as spoken
from judge.tui.cells import clean_line
from judge.tui.evidence_lines import evidence_fields
from judge.tui.keyboard.papers import READING
from judge.tui.keyboard.queue import MOVING
from judge.tui.keyboard.sheet import SHEET
from judge.tui.private_copies import PrivateCopies
from judge.tui.screens.awaiting import AwaitingCards
from judge.tui.screens.originals import OriginalsScreen
from judge.tui.sitting import OriginalsNotRead, OriginalsRead, Sitting
from judge.tui.widgets.find_line import SoughtText
from judge.tui.widgets.reading_pane import ReadingPane
from judge.tui.widgets.score_grid import ScoreGrid
from judge.tui.words import sentence

_WHILE_FINDING = frozenset({"find_next", "find_previous", "next_paper", "scroll_paper", "swap", "retry"})
"""What can be done while words to find are typed: what no letter does."""


class ReadingDeeds(AwaitingCards):
    """What is done with the papers: finding words, going to a criterion's evidence, opening the files."""

    pane: ReadingPane
    grid: ScoreGrid
    sitting: Sitting
    page: Page | None
    copies: PrivateCopies
    _found_from: Widget | None = None
    _shown_evidence: tuple[str, int] = ("", 0)

    @abstractmethod
    def renew(self) -> None:
        """Show in the title, the queue and the key line what is so now."""

    def reads(self, action: str) -> bool:
        """Whether the keyboard leaves an action to the desk while words are typed, and there is any use."""
        if isinstance(self.focused, SoughtText):
            others = {deed.action.partition("(")[0] for deed in (*SHEET, *MOVING, *READING)}
            return action in _WHILE_FINDING or action not in others
        return action != "find_previous" or self.pane.finding

    # Finding

    def action_find(self) -> None:
        """Open the find line, or go back to it."""
        if self.page and self.grid.commit():
            self._found_from = self.focused if self.focused is self.pane.papers else self.grid
            self.pane.find()

    def action_find_next(self) -> None:
        """Go to the next place; where nothing is looked for, open the find line."""
        if self.pane.finding:
            self.pane.find_next(1)
        else:
            self.action_find()

    def action_find_previous(self) -> None:
        """Go to the place before."""
        self.pane.find_next(-1)

    def action_end_finding(self) -> None:
        """Close the find line; the keyboard goes back to where it came from."""
        # Focus first: a focused widget that vanishes hands the keyboard to whichever comes next.
        if isinstance(self.focused, SoughtText):
            self.set_focus(self._found_from or self.grid)
        self.pane.end_finding()
        self.renew()

    # Evidence

    def action_evidence(self) -> None:
        """Show the form's next field that bears on the criterion under the cursor."""
        if self.page is None or self.grid.marking is None:
            return
        criterion = self.grid.marking.criterion
        fields = evidence_fields(self.page, criterion)
        if not fields:
            self.grid.say(sentence("desk-no-evidence", {}))
            return
        before, turn = self._shown_evidence
        turn = (turn + 1) % len(fields) if before == criterion.key else 0
        self._shown_evidence = criterion.key, turn
        self.pane.show_field(fields[turn].key, clean_line(criterion.title.language(spoken())))

    # Original files

    def action_originals(self) -> None:
        """List the nomination's files as they were sent."""
        if self.page and self.grid.commit():
            asked = self.sitting.read_originals(self.page.nomination, self.post_message)
            self.await_card(asked, "originals")

    def on_originals_read(self, read: OriginalsRead) -> None:
        """Let one be chosen, if its nomination still lies on the desk."""
        self.card_is_read()
        if self.page and self.page.nomination == read.nomination:
            fetch = partial(self.sitting.original, read.nomination)
            self.app.push_screen(OriginalsScreen(read.files, fetch, self.copies))

    def on_originals_not_read(self, message: OriginalsNotRead) -> None:
        """Say why there are none to be seen."""
        self.card_is_read()
        self.grid.say(sentence(message.code, message.params))
