"""Which row of a table is which nomination's, by its key and by all that was written beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from imports.grid import Grid
from imports.remarks import Remarks
from imports.score_sheets.binding import MOST_SHOWN, BoundAward, BoundRow
from imports.tables.cells import column_letters


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row of the table as it came back: its number from 1, its cells, and the nomination it is bound to."""

    number: int
    cells: tuple[str | None, ...]
    bound: BoundRow


class TableRows:
    """The rows of one award's table, matched with those that were written."""

    def __init__(self, grid: Grid, award: BoundAward, remarks: Remarks) -> None:
        self._grid = grid
        self._award = award
        self._remarks = remarks

    def found(self) -> list[FoundRow]:
        """The rows that are whole; says what became of the others.

        Blocking: "score-sheet-column-moved" (columns), "score-sheet-key-changed" (expected, found),
        "score-sheet-row-added" (found), "score-sheet-row-twice" (nomination, first_row),
        "score-sheet-name-changed" (nomination, expected, found), "score-sheet-row-missing" (nomination).
        Warning: "score-sheet-rows-moved" (count).
        """
        head = self._head()
        if head is None:
            return []
        shift = head - self._award.head
        keys = {same(row.nomination): row for row in self._award.rows}
        standing = list(self._standing(head))
        there = {same(self._text(cells, self._award.shown[0])) for _number, cells in standing}
        due = {row.row + shift: row for row in self._award.rows if same(row.nomination) not in there}
        found: dict[str, FoundRow] = {}
        for number, cells in standing:
            key = self._text(cells, self._award.shown[0])
            bound = keys.get(same(key))
            if bound is None:
                self._say_strange(number, key, due.pop(number, None))
            elif bound.nomination in found:
                place = self._remarks.place(self._grid.name, number)
                first = found[bound.nomination].number
                self._remarks.block(
                    "score-sheet-row-twice", place, nomination=bound.nomination, first_row=first
                )
            else:
                found[bound.nomination] = FoundRow(number, cells, bound)
        for number, missing in due.items():
            place = self._remarks.place(self._grid.name, number)
            self._remarks.block("score-sheet-row-missing", place, nomination=missing.nomination)
        whole = [row for row in found.values() if self._is_itself(row)]
        self._say_moved(whole, shift)
        return whole

    def _head(self) -> int | None:
        """The row of the heads; None where they are not all there in their order."""
        expected = tuple(map(same, self._award.heads))
        numbered = list(enumerate(self._grid.rows, self._grid.first_row))
        for number, row in sorted(numbered, key=lambda each: abs(each[0] - self._award.head)):
            if tuple(same(text or "") for text in _padded(row, len(expected))) == expected:
                return number
        self._say_columns(expected)
        return None

    def _say_columns(self, expected: Sequence[str]) -> None:
        at = self._award.head - self._grid.first_row
        row = _padded(self._grid.rows[at], len(expected)) if 0 <= at < len(self._grid.rows) else ()
        there = [same(text or "") for text in row] or [""] * len(expected)
        wrong = tuple(
            f"{column_letters(column)} {' '.join(self._award.heads[column].split())}"
            for column, (now, was) in enumerate(zip(there, expected, strict=True))
            if now != was
        )
        place = self._remarks.place(self._grid.name, self._award.head)
        self._remarks.block("score-sheet-column-moved", place, columns=wrong)

    def _standing(self, head: int) -> Iterator[tuple[int, tuple[str | None, ...]]]:
        """The rows below the heads in which a cell is filled that was bound or is to be filled in."""
        award = self._award
        watched = (
            *award.shown,
            *range(award.first_mark, award.first_mark + len(award.criteria)),
            award.note,
            award.recuse,
            award.reason,
        )
        for number, row in enumerate(self._grid.rows, self._grid.first_row):
            cells = _padded(row, len(award.heads))
            if number > head and any((cells[column] or "").strip() for column in watched):
                yield number, cells

    def _say_strange(self, number: int, key: str, instead_of: BoundRow | None) -> None:
        place = self._remarks.place(self._grid.name, number)
        if instead_of is None:
            self._remarks.block("score-sheet-row-added", place, found=key)
        else:
            self._remarks.block("score-sheet-key-changed", place, expected=instead_of.nomination, found=key)

    def _is_itself(self, row: FoundRow) -> bool:
        """Whether all that says whose row it is says the same."""
        for column, expected in zip(self._award.shown, row.bound.shown, strict=False):
            written = self._text(row.cells, column)
            if not _is_as_bound(same(written), expected):
                label = " ".join(self._award.heads[column].split())
                place = self._remarks.place(self._grid.name, row.number, label)
                self._remarks.block(
                    "score-sheet-name-changed",
                    place,
                    nomination=row.bound.nomination,
                    expected=expected,
                    found=written,
                )
                return False
        return True

    def _say_moved(self, rows: Sequence[FoundRow], shift: int) -> None:
        moved = [row for row in rows if row.number != row.bound.row + shift]
        if moved:
            place = self._remarks.place(self._grid.name, moved[0].number)
            self._remarks.warn("score-sheet-rows-moved", place, count=len(moved))

    def _text(self, cells: Sequence[str | None], column: int) -> str:
        return cells[column] or ""


def _is_as_bound(written: str, expected: str) -> bool:
    if len(expected) < MOST_SHOWN:
        return written == same(expected)
    return written.startswith(same(expected))


def same(text: str) -> str:
    """A text without what programs change when they save it: blanks of any kind and number."""
    return " ".join(text.split())


def _padded(row: Sequence[str | None], width: int) -> tuple[str | None, ...]:
    return tuple(row[:width]) + ("",) * (width - len(row))
