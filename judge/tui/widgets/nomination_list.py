from collections.abc import Sequence

from judge.ledger.panel_acts import Section
from judge.locale import _
from judge.services.panels.board import Board, SectionedNomination
from judge.tui.cells import clean_line, cut
from judge.tui.ink import Line
from judge.tui.panel_view import PanelView, Spellings, shown_nominations
from judge.tui.seating_lines import nomination_line
from judge.tui.widgets.line_list import LineList


class NominationList(LineList):
    """Nominations with the sections that judge them; they stay in sight however they are dealt."""

    def __init__(self) -> None:
        super().__init__()
        self._nominations: Sequence[SectionedNomination] = ()
        self._places: list[int] = []
        self._on_its_way: dict[str, Section] = {}
        self.spellings: Spellings = None

    @property
    def count(self) -> int:
        """How many are shown."""
        return len(self._places)

    @property
    def nomination(self) -> SectionedNomination | None:
        """The nomination under the cursor."""
        return self._nominations[self._places[self.cursor]] if self._places else None

    def dealt(self, one: SectionedNomination) -> Section:
        """The section that judges it, as stated or on its way."""
        return self._on_its_way.get(one.key) or Section(one.section, one.anchor)

    def deal(self, key: str, section: Section) -> None:
        """Show a section that is on its way to the edition."""
        self._on_its_way = {**self._on_its_way, key: section}
        self.refresh()

    def show(self, board: Board, view: PanelView) -> None:
        """Show other nominations; the cursor stays at which it is."""
        key = self.nomination.key if self.nomination else ""
        self.take(board)
        self._places = shown_nominations(self._nominations, view, self.dealt, self._spelled())
        rows = (row for row, place in enumerate(self._places) if self._nominations[place].key == key)
        self.refill(next(rows, 0))

    def take(self, board: Board) -> None:
        """The same nominations as they stand now: none vanishes under the cursor because it was dealt."""
        if len(board.nominations) < len(self._nominations):
            self._places = []
        self._nominations = board.nominations
        self._on_its_way = {}
        self.refresh()

    def _spelled(self) -> Spellings:
        known = self.spellings
        return known if known and len(known) == len(self._nominations) else None

    def line(self, index: int, width: int) -> Line:
        """One nomination."""
        one = self._nominations[self._places[index]]
        return nomination_line(one, self.dealt(one), width)

    def watch_cursor(self) -> None:
        """Say which one is meant."""
        super().watch_cursor()
        place = ""
        if self.nomination:
            of = _("{place} of {all}").format(place=self.cursor + 1, all=self.count)
            place = f"{of} · {cut(clean_line(self.nomination.body), 30)}"
        self.entitle(_("Nominations and their sections"), place)
