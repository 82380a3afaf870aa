"""Where things stand on an award's sheet: its columns, their headings and widths, and the row of heads."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.score_sheets.records import Award, Labels, ScoreWorkbook
from exports.sheets.layout import column_width
from exports.widths import folded, text_width
from rubrics.scale import points_text

_NAME, _ORGANISATION, _MARK, _NOTE, _REASON = 18, 18, 10, 24, 16
"""The most cells that each column may take before its texts wrap."""
_ABOVE = 2
"""Rows above the notes: the title, and whose sheet this is."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one award's sheet, from 0; `shown` say which nomination a row is of."""

    shown: tuple[int, ...]
    first_mark: int
    marks: int
    heads: tuple[str, ...]
    widths: tuple[float, ...]

    @property
    def last_mark(self) -> int:
        """The last column of marks."""
        return self.first_mark + self.marks - 1

    @property
    def total(self) -> int:
        """The column of running totals."""
        return self.first_mark + self.marks

    @property
    def status(self) -> int:
        """The column that says what is missing."""
        return self.total + 1

    @property
    def note(self) -> int:
        """The column of notes."""
        return self.total + 2

    @property
    def recuse(self) -> int:
        """The column in which a reviewer steps back."""
        return self.total + 3

    @property
    def reason(self) -> int:
        """The column of reasons for stepping back."""
        return self.total + 4

    @property
    def last(self) -> int:
        """The last column: of remarks where there are any."""
        return len(self.heads) - 1


def columns_of(book: ScoreWorkbook, award: Award) -> Columns:
    """The columns of an award's sheet."""
    labels = book.labels
    identity = [labels.nomination, *((labels.name, labels.organisation) if book.named else ())]
    criteria = [
        labels.head.format(title=criterion.title, full=points_text(criterion.full_ticks, award.step))
        for criterion in award.criteria
    ]
    behind = [labels.total, labels.status, labels.note, labels.recuse, labels.reason]
    remarks = [row.remark for row in award.rows if row.remark]
    if remarks:
        behind.append(labels.remark)
    heads = [labels.number, *identity, *criteria, *behind]
    contents = [
        (len(str(len(award.rows))), 6),
        (max((text_width(row.nomination) for row in award.rows), default=0), 24),
        *(_names(award) if book.named else ()),
        *((_MARK, _MARK) for _ in criteria),
        (_MARK, _MARK),
        (_status_width(labels, award), _REASON),
        (_NOTE, _NOTE),
        (text_width(labels.recused), _MARK),
        (_REASON, _REASON),
        *((max(map(text_width, remarks)), _REASON) for _ in behind[5:]),
    ]
    widths = [column_width(head, *content) for head, content in zip(heads, contents, strict=True)]
    first = 1 + len(identity)
    return Columns(tuple(range(1, first)), first, len(criteria), tuple(heads), tuple(widths))


def shown_texts(book: ScoreWorkbook, award: Award, at: int) -> tuple[str, ...]:
    """What the `shown` columns say in the row of the nomination at `at`."""
    row = award.rows[at]
    return (row.nomination, row.name, row.organisation) if book.named else (row.nomination,)


def note_lines(notes: Sequence[str], columns: Columns) -> list[str]:
    """The notes above a table, folded to its width."""
    return [line for note in notes for line in folded(note, int(sum(columns.widths)))]


def head_row(notes: Sequence[str], columns: Columns) -> int:
    """The row of the heads, from 0."""
    return _ABOVE + len(note_lines(notes, columns))


def _names(award: Award) -> tuple[tuple[int, int], tuple[int, int]]:
    return (
        (max((text_width(row.name) for row in award.rows), default=0), _NAME),
        (max((text_width(row.organisation) for row in award.rows), default=0), _ORGANISATION),
    )


def _status_width(labels: Labels, award: Award) -> int:
    counted = (label.format(count=len(award.criteria)) for label in (labels.missing, labels.wrong))
    closed = (row.closed for row in award.rows)
    return max(map(text_width, (labels.unmarked, *counted, labels.whole, labels.recused, *closed)))
