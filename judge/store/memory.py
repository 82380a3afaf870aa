"""What a process last wrote of its sheets and pens, so that the next write need not read first."""

from judge.ledger.chain import Head
from judge.ledger.pens import reviewer_of_pen
from judge.store.sheets import SheetRow

_REMEMBERED = 64
"""Sheets; a reviewer moves between a few."""


class Memory:
    """Sheets and pen heads as this process left them; a hint only, every write that uses it is guarded."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], SheetRow] = {}
        self._heads: dict[str, Head] = {}

    def keep(self, row: SheetRow, head: Head) -> None:
        """Remember a sheet and its pen as just committed, and forget what was written longest ago."""
        self._rows.pop((row.nomination, row.reviewer), None)
        self._rows[row.nomination, row.reviewer] = row
        self._heads[head.pen] = head
        if len(self._rows) > _REMEMBERED:
            del self._rows[next(iter(self._rows))]

    def recall(self, nomination: str, reviewer: str, pen: str, revision: int) -> tuple[SheetRow, Head] | None:
        """The sheet and the head of the pen that writes on it, where they are remembered at that revision."""
        row = self._rows.get((nomination, reviewer))
        head = self._heads.get(pen)
        if row is None or head is None or row.projection.revision != revision:
            return None
        return row, head

    def forget(self, nomination: str, reviewer: str) -> None:
        """Forget a sheet and its reviewer's pen: they were overtaken."""
        self._rows.pop((nomination, reviewer), None)
        self._heads = {pen: head for pen, head in self._heads.items() if reviewer_of_pen(pen) != reviewer}
