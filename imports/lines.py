"""The rows below a head, as cells in the order of the columns asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from imports.findings import Place
from imports.grid import Grid
from imports.heads import Head
from imports.remarks import Remarks
from imports.tables.cells import is_error

_NOWHERE = -1


@dataclass(slots=True)
class Lines:
    """A table's rows with a place for each of their cells."""

    grid: Grid
    head: Head
    remarks: Remarks
    closes: Callable[[Sequence[str | None]], str] | None = None
    """What a row says that is no row of the table, such as a total; such rows are left out with a note."""

    def place(self, row: int, key: str | None = None) -> Place:
        """The place of a row, or of its cell in the column called `key`."""
        return self.remarks.place(self.grid.name, row, None if key is None else self.head.heading(key))

    def head_place(self) -> Place:
        """The place of the head."""
        return self.remarks.place(self.grid.name, self.grid.first_row + self.head.first)

    def cells(
        self, keys: Sequence[str], may_be_covered: frozenset[str] = frozenset()
    ) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Every filled row's number and its cells in the columns called `keys`, as written.

        Rows that close the table are left out (note `row-left-out`: words). A column that the table lacks
        gives "", and so does a covered cell of a column that `may_be_covered`.
        Elsewhere a covered cell (`cell-merged`, once a column: rows) and, anywhere, a failed formula
        (`cell-error`: shown) are blocking, and their row is left out.
        """
        at = self.head.at
        slots = [at.get(key, _NOWHERE) for key in keys]
        width = max(slots, default=0) + 1
        merged: dict[str, list[int]] = {}
        first = self.head.last + 1
        for number, row in enumerate(self.grid.rows[first:], self.grid.first_row + first):
            if not any(text and not text.isspace() for text in row):
                continue
            if self.closes is not None and (words := self.closes(row)):
                self.remarks.note("row-left-out", self.place(number), words=words)
                continue
            padded = row if len(row) >= width else (*row, *[""] * (width - len(row)))
            cells = self._sound(
                number, keys, ["" if s < 0 else padded[s] for s in slots], may_be_covered, merged
            )
            if cells:
                yield number, cells
        for key, rows in merged.items():
            self.remarks.block("cell-merged", self.place(rows[0], key), rows=len(rows))

    def _sound(
        self,
        number: int,
        keys: Sequence[str],
        cells: list[str | None],
        may_be_covered: frozenset[str],
        merged: dict[str, list[int]],
    ) -> tuple[str, ...]:
        """The cells with "" where they may be covered; none at all where one cannot be read."""
        sound: list[str] = []
        for key, text in zip(keys, cells, strict=True):
            if text is None and key not in may_be_covered:
                merged.setdefault(key, []).append(number)
            elif text and text[0] in "#E" and is_error(text):
                self.remarks.block("cell-error", self.place(number, key), shown=text)
            else:
                sound.append(text or "")
        return tuple(sound) if len(sound) == len(cells) else ()
