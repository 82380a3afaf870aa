"""The columns of one head, sorted by what their headings, and the cells below, say that they are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from imports.grid import Grid
from imports.matching import label_key
from imports.panel_tables.vocabulary import Vocabulary, is_figure
from imports.panel_tables.words import (
    COLUMN_OF,
    NOMINATION,
    NOMINATION_NAME,
    ORGANISATION,
    PERSON,
    POINTS,
    REVIEWER,
    REVIEWER_NAME,
    SERIAL,
    is_recusal,
)

_SAMPLE = 1000
"""Filled cells below a heading that are looked at to tell figures from words."""


@dataclass
class HeadColumns:
    """Positions by what is there; those in `at` by the column's key speak of rows, the others hold marks.

    `pairs` name reviewer and criterion. `figures` are columns of figures whose heading says nothing, `sums`
    the panel's own, `others` columns of words, `unnamed` figures without a heading.
    """

    grid: Grid
    below: int
    vocabulary: Vocabulary
    headings: list[str] = field(default_factory=list)
    at: dict[str, int] = field(default_factory=dict)
    pairs: dict[int, tuple[str, str]] = field(default_factory=dict)
    criteria: list[int] = field(default_factory=list)
    reviewers: list[int] = field(default_factory=list)
    nominations: list[int] = field(default_factory=list)
    points: list[int] = field(default_factory=list)
    sums: list[int] = field(default_factory=list)
    figures: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    unnamed: list[int] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        grid: Grid,
        last: int,
        headings: Iterable[str],
        vocabulary: Vocabulary,
        pairs: Mapping[int, tuple[str, str]],
    ) -> "HeadColumns":
        """The columns under a head that ends in row `last`; `pairs` are those known from two rows."""
        columns = cls(grid, last + 1, vocabulary)
        for position, heading in enumerate(headings):
            grouped = pairs.get(position)
            columns._take(position, " · ".join(grouped) if grouped else heading.strip(), grouped)
        columns._settle_rows()
        if REVIEWER in columns.at:
            columns._unpair_remarks()
        return columns

    def words(self, positions: Iterable[int]) -> tuple[str, ...]:
        """The headings at these positions, from left to right."""
        return tuple(self.headings[position] for position in sorted(positions))

    def has_figures(self, position: int) -> bool:
        """Whether half of what is filled in below, at least, is points or a recusal."""
        below = tuple(islice(self._below(position), _SAMPLE))
        likely = sum(is_figure(cell) or is_recusal(cell) for cell in below)
        return likely > 0 and likely * 2 >= len(below)

    def _below(self, position: int) -> Iterator[str]:
        for row in islice(self.grid.rows, self.below, None):
            cell = row[position] if position < len(row) else None
            if cell and not cell.isspace():
                yield cell.strip()

    def _take(self, position: int, heading: str, pair: tuple[str, str] | None) -> None:
        column = COLUMN_OF.get(label_key(heading))
        pair = pair or (None if column else self.vocabulary.pair(heading))
        self.headings.append(heading)
        if pair is not None and not self.vocabulary.is_sum(heading):
            self.pairs[position] = pair
        elif (known := self._known(heading)) is not None:
            known.append(position)
        elif column is not None and column not in self.at:
            self.at[column] = position
        elif (likely := self._likely(position, heading, column)) is not None:
            likely.append(position)

    def _known(self, heading: str) -> list[int] | None:
        """Where a column belongs by a word that the edition knows; the rubric's own words come first."""
        known = self.vocabulary
        if known.is_criterion(heading):
            return self.criteria
        if known.is_reviewer(heading):
            return self.reviewers
        return self.points if COLUMN_OF.get(label_key(heading)) == POINTS else None

    def _likely(self, position: int, heading: str, column: str | None) -> list[int] | None:
        """Where a column belongs by what its heading is like, and what stands below it; None for nothing."""
        if not label_key(heading):
            return self.unnamed if self.has_figures(position) else None
        if self.vocabulary.is_sum(heading):
            return self.sums
        if self.vocabulary.is_nomination(heading):
            return self.nominations
        if column is None and self.has_figures(position):
            return self.figures
        return self.others if any(self._below(position)) else None

    def _unpair_remarks(self) -> None:
        """Where a column says who marked, what stands in brackets behind a criterion is nobody's name."""
        for position in [p for p in self.pairs if self.vocabulary.is_criterion(self.headings[p])]:
            del self.pairs[position]
            self.criteria.append(position)
        self.criteria.sort()

    def _settle_rows(self) -> None:
        """Let whichever column does so name nominations and reviewers.

        姓名 is a reviewer's beside nominations, else a candidate's; an organisation, or a serial number, is
        a candidate where nothing else is.
        """
        at, nominated = self.at, {NOMINATION, NOMINATION_NAME}
        if PERSON in at:
            reviewing = REVIEWER not in at or REVIEWER_NAME not in at
            beside = nominated & at.keys() and reviewing
            at.setdefault(REVIEWER_NAME if beside else NOMINATION_NAME, at[PERSON])
        if not nominated & at.keys():
            for stand_in in (ORGANISATION, SERIAL):
                if stand_in in at and not nominated & at.keys() and REVIEWER not in at:
                    at[NOMINATION_NAME] = at.pop(stand_in)
        for key, name in ((NOMINATION, NOMINATION_NAME), (REVIEWER, REVIEWER_NAME)):
            if key not in at and name in at:
                at[key] = at.pop(name)
        for settled in (PERSON, SERIAL):
            at.pop(settled, None)
