"""How a score table is laid out: which cells are marks, and what says whose and of what they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from imports.heads import Head
from imports.panel_tables.words import CRITERION, NOMINATION, REVIEWER
from imports.remarks import Param


class MarkColumn(NamedTuple):
    """A column of marks by its key in the head; "" for what the row says instead."""

    key: str
    nomination: str = ""
    reviewer: str = ""
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A score table understood.

    The head knows the columns that speak of rows by the keys of `words`, and each of `marks` by its own.
    `sheet` is what the sheet's name is taken for: `REVIEWER`, `CRITERION`, or "". `computed` are headings of
    the panel's own sums, `unread` of other columns that are left aside, and `unnamed` positions of figures
    without a heading. `is_long`: one row for each mark, by headings that only score tables have.
    """

    head: Head
    marks: tuple[MarkColumn, ...]
    sheet: str = ""
    computed: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    unnamed: tuple[int, ...] = ()
    is_long: bool = False

    @property
    def rows(self) -> str:
        """What each row is, as a code word such as "nomination" or "nomination-criterion"."""
        said = tuple(key for key in (NOMINATION, REVIEWER, CRITERION) if key in self.head.at)
        return "-".join(said)

    @property
    def columns(self) -> str:
        """What the columns of marks are, as a code word such as "reviewer-criterion"; "points" alone."""
        first = self.marks[0]
        said = [
            name
            for name, value in ((NOMINATION, first.nomination), (REVIEWER, first.reviewer))
            if value and self.sheet != name
        ]
        if first.criterion and self.sheet != CRITERION:
            said.append(CRITERION)
        return "-".join(said) or "points"


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why a table that looks like scores cannot be read: a finding's code and params, and its head's row."""

    code: str
    first: int
    params: Mapping[str, Param] = field(default_factory=dict)
