from collections.abc import Sequence

from judge.locale import _
from judge.services.papers.concerns import BodyConcerns, Concern
from judge.tui.finding_rows import Heading, Row, row_line, rows_of
from judge.tui.ink import Line
from judge.tui.widgets.line_list import LineList


class FindingList(LineList):
    """Findings below their severity below their body; headings fold."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: Sequence[BodyConcerns] = ()
        self._folded: set[Heading] = set()
        self._rows: list[Row] = []

    @property
    def count(self) -> int:
        """How many rows are in sight."""
        return len(self._rows)

    @property
    def row(self) -> Row | None:
        """What is under the cursor."""
        return self._rows[self.cursor] if self._rows else None

    @property
    def concern(self) -> Concern | None:
        """The finding under the cursor; None at a heading."""
        row = self.row
        return row.concern if row else None

    def fill(self, groups: Sequence[BodyConcerns]) -> None:
        """Show other findings, the cursor at the first of them."""
        self._groups = groups
        self._rows = rows_of(groups, self._folded)
        self.refill(next((n for n, row in enumerate(self._rows) if row.concern), 0))
        self.entitle(_("What was found"), "")

    def unfold_all(self) -> None:
        """Nothing is folded any more."""
        self._folded.clear()

    def fold(self) -> None:
        """Fold the heading under the cursor or the one above the finding there, or unfold it."""
        if row := self.row:
            self._folded ^= {row.heading}
            self._rows = rows_of(self._groups, self._folded)
            at = (n for n, one in enumerate(self._rows) if one.heading == row.heading and one.concern is None)
            self.refill(next(at, 0))

    def line(self, index: int, width: int) -> Line:
        """One row."""
        return row_line(self._rows[index], width)
