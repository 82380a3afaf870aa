"""Finding a table's head and what its columns are called."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from imports.findings import Place, Term
from imports.grid import Grid
from imports.matching import label_key, nearest_labels
from imports.remarks import Remarks
from imports.tables.cells import column_letters

_MOST_OFFERED = 3
ROWS_TO_SEARCH = 30
"""Titles, dates and remarks may stand above a head, but not more of them than this."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a reader knows: its key and every label it goes by; the first is the one to show."""

    key: str
    labels: tuple[str, ...]
    required: bool = False
    is_known_by_key: bool = True

    @property
    def label_keys(self) -> frozenset[str]:
        """The labels as compared with headings."""
        return frozenset(map(label_key, self.known_as))

    @property
    def known_as(self) -> tuple[str, ...]:
        """Every label; the key itself is one, unless it was made of a label."""
        return (*self.labels, self.key) if self.is_known_by_key and self.key.isascii() else self.labels

    @property
    def head(self) -> Term:
        """The label to show."""
        return self.term(self.labels[0])

    def term(self, label: str) -> Term:
        """One of the column's labels, which its first English one explains."""
        return Term(label, next(filter(str.isascii, self.known_as), ""))


@dataclass(frozen=True, slots=True)
class Head:
    """Where a table's head stands, rows `first` to `last` from 0, and the headings of all columns as written.

    `at` gives a known column's position by its key; of a column that is there twice, the first.
    """

    first: int
    last: int
    headings: tuple[str, ...]
    at: Mapping[str, int]

    def heading(self, key: str) -> str:
        """The heading as written over the known column called `key`; its key where the table lacks it."""
        return self.headings[self.at[key]] if key in self.at else key


def with_meanings(columns: Sequence[Column], meanings: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns with headings, by their keys, as further labels of the columns whose labels they map to.

    A heading so explained no longer names any other column; a label that no column has explains nothing.
    """
    if not meanings:
        return tuple(columns)
    known = {key: column.key for column in columns for key in column.label_keys}
    meant = {heading: known[key] for heading, label in meanings.items() if (key := label_key(label)) in known}
    explained = []
    for column in columns:
        others = frozenset(heading for heading, key in meant.items() if key != column.key)
        own = tuple(label for label in column.labels if label_key(label) not in others)
        more = tuple(heading for heading, key in meant.items() if key == column.key)
        if own or more:
            explained.append(
                replace(column, labels=own + more, is_known_by_key=label_key(column.key) not in others)
            )
    return tuple(explained)


def find_head(grid: Grid, columns: Sequence[Column], *, two_rows: bool = False) -> Head | None:
    """The row, or with `two_rows` perhaps two rows, that name the most of `columns`; None where none does.

    Where several rows name equally many, the first is meant.
    """
    keys = {key: column.key for column in columns for key in column.label_keys}
    best: Head | None = None
    for first in range(min(len(grid.rows), ROWS_TO_SEARCH)):
        for last in range(first, min(first + 1 + two_rows, len(grid.rows))):
            head = _head(grid, first, last, keys)
            if head.at and (best is None or len(head.at) > len(best.at)):
                best = head
    return best


def _head(grid: Grid, first: int, last: int, keys: Mapping[str, str]) -> Head:
    """Of two head rows the lower one names a column where it says anything, else the upper one."""
    upper, lower = grid.rows[first], grid.rows[last]
    headings = (
        low if low and not low.isspace() else up or "" for up, low in zip_longest(upper, lower, fillvalue="")
    )
    return named_head(first, last, headings, keys)


def named_head(first: int, last: int, headings: Iterable[str], keys: Mapping[str, str]) -> Head:
    """The head in rows `first` to `last` whose headings name columns by `keys`, labels to columns' keys."""
    written = tuple(headings)
    at: dict[str, int] = {}
    for position, heading in enumerate(written):
        key = keys.get(label_key(heading))
        if key is not None:
            at.setdefault(key, position)
    return Head(first, last, written, at)


def check_head(
    grid: Grid, head: Head, columns: Sequence[Column], remarks: Remarks, harmless: Iterable[str] = ()
) -> bool:
    """Say everything that is wrong with a head; False where its table cannot be read.

    Blocking: `head-merged` where a heading spans several columns or rows of a one-row head, `head-missing`
    (columns), `head-twice` (columns). Warnings: `head-empty` (column) over filled cells, `column-unknown`
    (column) for a column that is not read, `column-unknown-near` (column, nearest) where it is like one that
    the table lacks; headings in `harmless` are passed over.
    """
    place = remarks.place(grid.name, grid.first_row + head.first)
    readable = True
    if head.first == head.last and (merged := _merged(grid, head)):
        remarks.block("head-merged", place, columns=merged)
        readable = False
    missing = tuple(column.head for column in columns if column.required and column.key not in head.at)
    if missing:
        remarks.block("head-missing", place, columns=missing)
        readable = False
    return _check_columns(grid, head, columns, remarks, frozenset(map(label_key, harmless))) and readable


def _merged(grid: Grid, head: Head) -> tuple[str, ...]:
    """The headings of merged cells, and the column's letters where a heading is itself covered."""
    below = grid.rows[head.last + 1] if head.last + 1 < len(grid.rows) else ()
    row = grid.rows[head.first]
    beside = [row[n] or column_letters(n) for n in range(len(row)) if row[n + 1 : n + 2] == (None,)]
    under = [row[n] or column_letters(n) for n in range(len(row)) if below[n : n + 1] == (None,)]
    return tuple(dict.fromkeys(beside + under))


def _check_columns(
    grid: Grid, head: Head, columns: Sequence[Column], remarks: Remarks, harmless: frozenset[str]
) -> bool:
    keys = {key: column.key for column in columns for key in column.label_keys}
    seen: dict[str, str] = {}
    twice: list[str] = []
    for position, heading in enumerate(head.headings):
        key = label_key(heading)
        place = remarks.place(grid.name, grid.first_row + head.first, heading or column_letters(position))
        if not key:
            if is_filled(grid, head, position):
                remarks.warn("head-empty", place, column=column_letters(position))
        elif (known := keys.get(key)) is None:
            if key not in harmless and is_filled(grid, head, position):
                _say_unknown(head, heading, columns, place, remarks)
        elif known in seen:
            remarks.block("head-twice", place, columns=(seen[known], heading))
            twice.append(heading)
        else:
            seen[known] = heading
    return not twice


def _say_unknown(head: Head, heading: str, columns: Sequence[Column], place: Place, remarks: Remarks) -> None:
    """Offer only columns that the table lacks: one that it has would then stand twice."""
    lacking = {label: column for column in columns if column.key not in head.at for label in column.known_as}
    likest: dict[str, Term] = {}
    for label in nearest_labels(heading, lacking):
        likest.setdefault(lacking[label].key, lacking[label].term(label))
    if likest:
        offered = tuple(likest.values())[:_MOST_OFFERED]
        remarks.warn("column-unknown-near", place, column=heading, nearest=offered)
    else:
        remarks.warn("column-unknown", place, column=heading)


def is_filled(grid: Grid, head: Head, position: int) -> bool:
    """True where any cell below the head is filled in the column at `position`."""
    return any(
        (cell or "").strip() for row in grid.rows[head.last + 1 :] for cell in row[position : position + 1]
    )
