from collections.abc import Sequence

from judge.locale import _
from judge.services.panels.board import Board, Member
from judge.tui.cells import cut
from judge.tui.ink import Line
from judge.tui.panel_view import PanelView, Spellings, shown_members
from judge.tui.seating_lines import reviewer_line, seats_words, standing_words
from judge.tui.widgets.line_list import LineList


class ReviewerList(LineList):
    """The reviewers, a line each, as a view shows them."""

    def __init__(self) -> None:
        super().__init__()
        self._members: Sequence[Member] = ()
        self._places: list[int] = []
        self.spellings: Spellings = None

    @property
    def count(self) -> int:
        """How many are shown."""
        return len(self._places)

    @property
    def member(self) -> Member | None:
        """The reviewer under the cursor."""
        return self._members[self._places[self.cursor]] if self._places else None

    def show(self, board: Board, view: PanelView, at: str = "") -> None:
        """Show other reviewers; the cursor stays at whom it is, or goes to the one with the key `at`."""
        key = at or (self.member.key if self.member else "")
        self._members = board.members
        spellings = self.spellings if self.spellings and len(self.spellings) == len(self._members) else None
        self._places = shown_members(self._members, view, spellings)
        rows = (row for row, place in enumerate(self._places) if self._members[place].key == key)
        self.refill(next(rows, 0))

    def line(self, index: int, width: int) -> Line:
        """One reviewer."""
        return reviewer_line(self._members[self._places[index]], width)

    def watch_cursor(self) -> None:
        """Say which one is meant and how they stand."""
        super().watch_cursor()
        place = ""
        if self.member:
            of = _("{place} of {all}").format(place=self.cursor + 1, all=self.count)
            said = f"{of} · {standing_words(self.member)} · {seats_words(self.member)}"
            place = cut(said, max(8, self.size.width - 4))
        self.entitle(_("Reviewers"), place)
