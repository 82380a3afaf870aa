"""Telling a score table's layout from its head, beyond doubt or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from imports.findings import Term
from imports.grid import Grid
from imports.heads import ROWS_TO_SEARCH, Head
from imports.matching import label_key
from imports.panel_tables.columns import HeadColumns
from imports.panel_tables.layout import Layout, MarkColumn, Unclear
from imports.panel_tables.sheet_names import SheetNames
from imports.panel_tables.vocabulary import Vocabulary, is_figure
from imports.panel_tables.words import (
    COLUMN_OF,
    CRITERION,
    NOMINATION,
    NOMINATION_NAME,
    ORGANISATION,
    PERSON,
    REVIEWER,
    REVIEWER_NAME,
    SERIAL,
    is_recusal,
)

_FEWEST_GROUPS = 2
"""The upper row of a head groups columns where it has two groups at least; one is a title above them all."""

_NAMING = {NOMINATION, NOMINATION_NAME, REVIEWER, REVIEWER_NAME, PERSON, ORGANISATION, SERIAL}
"""Columns one of which every score table has."""

Pairs = Mapping[int, tuple[str, str]]
"""Reviewer and criterion by position."""


def layout_of(grid: Grid, vocabulary: Vocabulary, sheets: SheetNames) -> Layout | Unclear | None:
    """What rows and columns of a table are; None where no row of it is like the head of a score table.

    Unclear: "score-criterion-untold" (columns, known), "score-reviewer-untold" (columns),
    "score-column-untold" (column, known), "score-both-told" (columns), "head-empty" (column).
    """
    unclear: Unclear | None = None
    # Most rows name nothing: what is below them need not be looked at.
    searched = grid.rows[: ROWS_TO_SEARCH + 1]
    naming = [any(COLUMN_OF.get(label_key(cell or "")) in _NAMING for cell in row) for row in searched]
    for first in range(min(len(grid.rows), ROWS_TO_SEARCH)):
        for last in (first + 1, first):
            if last < len(grid.rows) and (naming[first] or naming[last]):
                found = _read_head(grid, first, last, vocabulary, sheets.of(grid))
                if isinstance(found, Layout):
                    return found
                unclear = unclear or found
    return unclear


def _read_head(
    grid: Grid, first: int, last: int, vocabulary: Vocabulary, sheet: str
) -> Layout | Unclear | None:
    """The layout where rows `first` to `last` are the head."""
    upper, lower = grid.rows[first], grid.rows[last]
    if first == last:
        columns = HeadColumns.of(grid, last, ((cell or "") for cell in upper), vocabulary, {})
        return _Reading(columns, first, last, sheet).layout()
    pairs = _grouped(upper, lower, vocabulary)
    if _is_data(upper, lower, pairs):
        return None
    headings = [low if low and not low.isspace() else up or "" for up, low in _beside(upper, lower)]
    columns = HeadColumns.of(grid, last, headings, vocabulary, pairs)
    # A row of data below a head says something in the columns that name rows, too.
    at = set(columns.at.values())
    both = (up and low for position, (up, low) in enumerate(_beside(upper, lower)) if position in at)
    return None if any(both) else _Reading(columns, first, last, sheet).layout()


def _beside(upper: Sequence[str | None], lower: Sequence[str | None]) -> list[tuple[str | None, str | None]]:
    return list(zip_longest(upper, lower, fillvalue=""))


def _is_data(upper: Sequence[str | None], lower: Sequence[str | None], pairs: Pairs) -> bool:
    """Whether the lower row holds marks; reviewers may be numbered, but only below what groups them."""
    marked = any(low and (is_figure(low) or is_recusal(low)) for low in lower)
    return marked and all(upper[position : position + 1] not in ((None,), ("",), ()) for position in pairs)


def _grouped(upper: Sequence[str | None], lower: Sequence[str | None], vocabulary: Vocabulary) -> Pairs:
    """Reviewer and criterion where the upper row names one and the lower the other; none for a title."""
    pairs: dict[int, tuple[str, str]] = {}
    groups: set[str] = set()
    group = ""
    for position, (up, low) in enumerate(_beside(upper, lower)):
        group, word = (up or "").strip() or group, (low or "").strip()
        if not word or label_key(group) in COLUMN_OF or not label_key(group):
            continue
        for reviewer, criterion in ((group, word), (word, group)):
            if vocabulary.is_criterion(criterion) and not vocabulary.is_criterion(reviewer):
                pairs[position] = reviewer, criterion
                groups.add(group)
    return pairs if len(groups) >= _FEWEST_GROUPS else {}


class _Mark(NamedTuple):
    """A column of marks at its position; "" for what something else says."""

    position: int
    nomination: str = ""
    reviewer: str = ""
    criterion: str = ""


class _Reading:
    """One head on its way to a layout."""

    def __init__(self, columns: HeadColumns, first: int, last: int, sheet: str) -> None:
        """`sheet` is what the sheet's name says."""
        self._columns, self._sheet = columns, sheet
        self._first, self._last = first, last

    def layout(self) -> Layout | Unclear | None:
        """The layout, or why it stays open."""
        columns = self._columns
        if NOMINATION in columns.at:
            return self._by_nomination()
        named = [*columns.nominations, *columns.figures]
        may_be = columns.nominations or columns.vocabulary.takes_nominations
        if REVIEWER not in columns.at or not named or not may_be or columns.criteria or columns.pairs:
            return None
        return self._with_criterion([_Mark(p, nomination=columns.headings[p]) for p in sorted(named)])

    def _by_nomination(self) -> Layout | Unclear | None:
        """Rows name nominations: columns are reviewers, criteria, both, or points alone."""
        columns = self._columns
        named = sorted([*columns.reviewers, *columns.figures])
        if columns.pairs:
            pairs = [_Mark(p, "", *both) for p, both in columns.pairs.items()]
            return self._laid_out(pairs, [*columns.criteria, *named])
        if columns.criteria:
            marks = [_Mark(p, criterion=columns.headings[p]) for p in columns.criteria]
            return self._with_reviewer(marks, named)
        if named and REVIEWER in columns.at:
            return self._unclear("score-both-told", columns=columns.words(named))
        if named:
            return self._with_criterion([_Mark(p, reviewer=columns.headings[p]) for p in named])
        if REVIEWER not in columns.at and self._sheet != REVIEWER:
            return None
        # Where nothing else is marked, a total is what the reviewer gave.
        given = [p for p in (*columns.points, *columns.sums) if columns.has_figures(p)][:1]
        return self._with_criterion([_Mark(p) for p in given]) if given else None

    def _with_reviewer(self, marks: list[_Mark], strange: Iterable[int]) -> Layout | Unclear:
        columns = self._columns
        if REVIEWER in columns.at:
            return self._laid_out(marks, strange)
        if self._sheet == REVIEWER:
            own = columns.grid.name
            return self._laid_out([mark._replace(reviewer=own) for mark in marks], strange, REVIEWER)
        return self._unclear("score-reviewer-untold", columns=columns.words(columns.criteria))

    def _with_criterion(self, marks: list[_Mark]) -> Layout | Unclear:
        columns, vocabulary = self._columns, self._columns.vocabulary
        if CRITERION in columns.at or vocabulary.is_one:
            needs = REVIEWER not in columns.at and not any(mark.reviewer for mark in marks)
            return self._with_reviewer(marks, ()) if needs else self._laid_out(marks, ())
        if self._sheet == CRITERION:
            own = columns.grid.name
            return self._laid_out([mark._replace(criterion=own) for mark in marks], (), CRITERION)
        words = columns.words(mark.position for mark in marks)
        return self._unclear("score-criterion-untold", columns=words, known=self._known())

    def _laid_out(self, marks: list[_Mark], strange: Iterable[int], sheet: str = "") -> Layout | Unclear:
        columns = self._columns
        if untold := columns.words(strange):
            return self._unclear("score-column-untold", column=untold[0], known=self._known())
        keys = {f"mark {mark.position}": mark.position for mark in marks}
        return Layout(
            Head(self._first, self._last, tuple(columns.headings), {**columns.at, **keys}),
            tuple(MarkColumn(f"mark {mark.position}", *mark[1:]) for mark in marks),
            sheet,
            columns.words({*columns.sums, *columns.points} - set(keys.values())),
            columns.words({*columns.others, *columns.nominations} - set(keys.values())),
            tuple(columns.unnamed),
        )

    def _unclear(self, code: str, **params: str | tuple[str, ...]) -> Unclear:
        return Unclear(code, self._first, params)

    def _known(self) -> tuple[Term, ...]:
        return tuple(Term(c.title.zh, c.title.en) for c in self._columns.vocabulary.criteria)
