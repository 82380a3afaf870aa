"""Summary workbooks as bodies send them: which column is meant by which heading, and what titles tell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from imports.awards import AwardNames
from imports.forms.definition import FormDefinition
from imports.grid import Grid
from imports.grouped_heads import find_grouped_head, with_row_below
from imports.heads import ROWS_TO_SEARCH, Column, Head, is_filled, named_head
from imports.likeness import CLEAR_BY, Likeness, likest
from imports.matching import label_key
from imports.nomination_columns import AWARD, BODY, NAME, columns_known, field_of
from imports.register import Register
from imports.table_titles import TitledBody, titled_award, titled_body
from rubrics.model import Award

ROW_NUMBERS = ("序号", "No.")
_FEWEST_COLUMNS = 2
_LONGEST_HEADING = 40
_PUTS_FORWARD = re.compile("^(?!.*(?:评委|专家)).*(?:(?:申报|推荐).*(?:汇总|名单|一览)|汇总表)")


@dataclass(frozen=True, slots=True)
class Summary:
    """A nomination table as far as its head tells.

    `proposed` holds the clear best guess for a column's position; `doubtful` the columns that a heading may
    mean, by position; `rivals` the positions that mean one needed column alike. `award` and `body` are what
    titles say of all rows, None where a column says it row by row, or nobody.
    """

    head: Head
    columns: tuple[Column, ...]
    proposed: Mapping[int, Likeness]
    doubtful: Mapping[int, tuple[Likeness, ...]]
    rivals: Mapping[str, tuple[int, ...]]
    award: Award | None
    body: TitledBody | None

    @property
    def asked(self) -> frozenset[str]:
        """The keys of the columns that some heading may mean."""
        guesses = (
            *self.proposed.values(),
            *(guess for several in self.doubtful.values() for guess in several),
        )
        return frozenset(self.rivals) | {guess.column.key for guess in guesses}

    @property
    def told(self) -> frozenset[str]:
        """The keys of the columns that are there, likely there, or need not be."""
        titled = {key for key, found in ((AWARD, self.award), (BODY, self.body)) if found is not None}
        return frozenset(titled) | set(self.head.at) | {guess.column.key for guess in self.proposed.values()}


def survey(grid: Grid, register: Register) -> Summary | None:
    """What the head of a nomination table means; None where no row is like one."""
    columns = columns_known(register)
    head = find_grouped_head(grid, columns)
    if head is None or len(head.at) < _FEWEST_COLUMNS:
        head = _likest_head(grid, columns) or head
    if head is None:
        return None
    body_labels = next((column.labels for column in columns if column.key == BODY), ())
    award = None if AWARD in head.at else titled_award(grid, head.first, register.programme)
    body = None if BODY in head.at else titled_body(grid, head.first, body_labels)
    summary = Summary(head, columns, *_Guessing(grid, head, columns, register, award).guess(), award, body)
    # A column says more than a title: where there may be one, that is the question.
    return replace(
        summary,
        award=None if AWARD in summary.asked else award,
        body=None if BODY in summary.asked else body,
    )


def recommends(grid: Grid, register: Register) -> bool:
    """True for a table of candidates: a column, or a title, names who recommends them."""
    summary = survey(grid, register)
    if summary is None:
        return False
    return (
        BODY in summary.head.at
        or summary.body is not None
        or bool(_PUTS_FORWARD.search(_title(grid, summary)))
    )


def _title(grid: Grid, summary: Summary) -> str:
    return "".join(cell for row in grid.rows[: summary.head.first] for cell in row if cell) + grid.name


def needed(column: Column) -> bool:
    """True for a column without which nothing can be filed."""
    return column.required or column.key == NAME


def _likest_head(grid: Grid, columns: Sequence[Column]) -> Head | None:
    """The first of the rows that have the most headings known or clearly like a column's."""
    keys = {key: column.key for column in columns for key in column.label_keys}
    best, most = None, _FEWEST_COLUMNS - 1
    for first, row in enumerate(grid.rows[:ROWS_TO_SEARCH]):
        headings = [cell for cell in row if cell and not cell.isspace() and len(cell) <= _LONGEST_HEADING]
        alike = sum(label_key(cell) in keys or bool(likest(cell, columns)) for cell in headings)
        if alike > most:
            best, most = first, alike
    if best is None:
        return None
    head = named_head(best, best, (cell or "" for cell in grid.rows[best]), keys)
    return with_row_below(grid, head, keys)


Guesses = tuple[dict[int, Likeness], dict[int, tuple[Likeness, ...]], dict[str, tuple[int, ...]]]


class _Guessing:
    """What the headings of one table that nobody knows may mean."""

    def __init__(
        self, grid: Grid, head: Head, columns: Sequence[Column], register: Register, award: Award | None
    ) -> None:
        self._grid, self._head, self._columns = grid, head, columns
        self._awards = AwardNames(register.programme)
        self._register, self._award = register, award
        self._forms = self._forms_meant()

    def guess(self) -> Guesses:
        """The proposals, the doubtful headings and the rivals, among columns that nothing else fills."""
        asked = self._unknown()
        if not asked:
            return {}, {}, {}
        lacking = self._lacking()
        doubtful: dict[int, tuple[Likeness, ...]] = {}
        clear: dict[int, Likeness] = {}
        for position in asked:
            guesses = self._distinct(likest(self._head.headings[position], lacking))
            if len(guesses) > 1 and guesses[0].percent - guesses[1].percent < CLEAR_BY:
                doubtful[position] = guesses
            elif guesses:
                clear[position] = guesses[0]
        return self._unrivalled(clear, doubtful)

    def _unrivalled(self, clear: dict[int, Likeness], doubtful: dict[int, tuple[Likeness, ...]]) -> Guesses:
        """Of several headings for one column the likest, if it leads; else they are rivals, or doubtful."""
        proposed: dict[int, Likeness] = {}
        rivals: dict[str, tuple[int, ...]] = {}
        by_field: dict[frozenset[tuple[str, str]], list[int]] = {}
        for position, guess in clear.items():
            by_field.setdefault(self._fields(guess.column), []).append(position)
        for positions in by_field.values():
            first, *others = sorted(positions, key=lambda position: -clear[position].percent)
            if not others or clear[first].percent - clear[others[0]].percent >= CLEAR_BY:
                proposed[first] = clear[first]
                doubtful |= {position: (clear[position],) for position in others}
            elif needed(clear[first].column):
                rivals[clear[first].column.key] = tuple(sorted(positions))
            else:
                doubtful |= {position: (clear[position],) for position in positions}
        return proposed, doubtful, rivals

    def _unknown(self) -> list[int]:
        """The positions of the filled columns whose headings name nothing known."""
        known = {key for column in self._columns for key in column.label_keys}
        known |= set(map(label_key, ROW_NUMBERS))
        headings = enumerate(map(label_key, self._head.headings))
        unknown = (p for p, key in headings if key and key not in known and len(key) <= _LONGEST_HEADING)
        return [position for position in unknown if is_filled(self._grid, self._head, position)]

    def _lacking(self) -> list[Column]:
        """The columns that nothing in the table fills, of the forms of the awards in it."""
        there = [column for column in self._columns if column.key in self._head.at]
        filled = frozenset().union(*map(self._fields, there))
        lacking = (column for column in self._columns if column not in there)
        return [column for column in lacking if (own := self._fields(column)) and not own <= filled]

    def _fields(self, column: Column) -> frozenset[tuple[str, str]]:
        """What a column fills, by the keys of forms and fields: columns that share a field are one."""
        if column.key in {AWARD, BODY, NAME} or not self._forms:
            return frozenset({("", column.key)})
        fields = ((form.key, field_of(form, column.key)) for form in self._forms)
        return frozenset((form, field.key or field.labels[0]) for form, field in fields if field is not None)

    def _forms_meant(self) -> Sequence[FormDefinition]:
        """The forms of the awards that the table names; of all awards where it names none."""
        awards = self._register.programme.awards
        if self._award is not None:
            named = {self._award.form}
        elif (at := self._head.at.get(AWARD)) is not None:
            rows = self._grid.rows[self._head.last + 1 :]
            written = {row[at] for row in rows if at < len(row)}
            named = {award.form for text in written if text and (award := self._awards.named(text))}
        else:
            named = set()
        forms = [form for award in awards if (form := self._register.forms.form(award.form)) is not None]
        return [form for form in forms if form.key in named] or forms

    def _distinct(self, guesses: Sequence[Likeness]) -> tuple[Likeness, ...]:
        """The guesses, of those that share a field the likest alone."""
        distinct: list[Likeness] = []
        for guess in guesses:
            if not any(self._fields(guess.column) & self._fields(kept.column) for kept in distinct):
                distinct.append(guess)
        return tuple(distinct)


def with_guesses(summary: Summary, *, accept: bool) -> Head:
    """The head with the proposed columns that are needed; with `accept`, with all that are proposed.

    Rows are read by needed columns before anyone has confirmed them, so that all their faults are said.
    """
    guessed = {
        guess.column.key: position
        for position, guess in summary.proposed.items()
        if accept or needed(guess.column)
    }
    return replace(summary.head, at={**summary.head.at, **guessed})
