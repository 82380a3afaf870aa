"""Formulas of a score sheet: its running total, what is missing, and which marks are allowed.

Nothing unmarked is ever counted as zero: without a mark there is no total.
"""

from collections.abc import Sequence
from fractions import Fraction

from exports.score_sheets.columns import Columns
from exports.score_sheets.records import Award, Criterion, Labels
from rubrics.scale import points_text

_TOLERANCE = "0.000001"
"""Steps by which binary fractions may miss a whole number of steps."""


def column_name(index: int) -> str:
    """The letters of a column, from 0: A, B, … Z, AA."""
    letters = ""
    while index >= 0:
        index, rest = divmod(index, 26)
        letters = chr(ord("A") + rest) + letters
        index -= 1
    return letters


def cell(row: int, column: int) -> str:
    """A cell's name; row and column from 0."""
    return f"{column_name(column)}{row + 1}"


def quoted(text: str) -> str:
    """A text within a formula."""
    return '"' + text.replace('"', '""') + '"'


def total_formula(columns: Columns, criteria: Sequence[Criterion], row: int) -> str:
    """Points times weight of what is marked; nothing where nothing is."""
    marks = _marks(columns, row)
    if all(criterion.weight == 1 for criterion in criteria):
        summed = f"SUM({marks})"
    else:
        # SUM of one cell is 0 for the word “not applicable”.
        summed = "+".join(
            f"SUM({cell(row, columns.first_mark + at)})*{_factor(criterion.weight)}"
            for at, criterion in enumerate(criteria)
        )
    return f'=IF(COUNTA({marks})=0,"",{summed})'


def status_formula(columns: Columns, award: Award, labels: Labels, row: int) -> str:
    """Whether the row is recused, unmarked, whole, or how many of its marks are wrong or missing."""
    given = f"COUNTA({_marks(columns, row)})"
    cells = (cell(row, columns.first_mark + at) for at in range(columns.marks))
    wrong = "+".join(
        f'IF({at}="",0,IF({is_allowed(award, criterion, labels, at)},0,1))'
        for criterion, at in zip(award.criteria, cells, strict=True)
    )
    return (
        f"=IF({is_recused(columns, row)},{quoted(labels.recused)},"
        f"IF({given}=0,{quoted(labels.unmarked)},"
        f"IF({wrong}>0,{_counted(labels.wrong, wrong)},"
        f"IF({given}={columns.marks},{quoted(labels.whole)},"
        f"{_counted(labels.missing, f'{columns.marks}-({given})')}))))"
    )


def _counted(label: str, count: str) -> str:
    before, _place, after = label.partition("{count}")
    return f"{quoted(before)}&({count})&{quoted(after)}"


def is_recused(columns: Columns, row: int) -> str:
    """Whether the row says that the reviewer steps back; for rules, the column stays where it is."""
    return f'TRIM(${cell(row, columns.recuse)})<>""'


def is_allowed(award: Award, criterion: Criterion, labels: Labels, at: str) -> str:
    """Whether the cell named `at` holds a mark on the step and in range, or may not apply and says so."""
    step = award.step
    full = points_text(criterion.full_ticks, step)
    steps = f"{at}*{_factor(1 / step)}"
    word = f"TRIM({at})={quoted(labels.not_applicable)}" if criterion.may_not_apply else "FALSE"
    return f"IF(ISNUMBER({at}),AND({at}>=0,{at}<={full},ABS({steps}-ROUND({steps},0))<{_TOLERANCE}),{word})"


def count_formula(table: str, columns: Columns, rows: tuple[int, int], words: Sequence[str]) -> str:
    """How many rows of a table have one of these words as their status."""
    status = column_name(columns.status)
    name = table.replace("'", "''")
    area = f"'{name}'!${status}${rows[0] + 1}:${status}${rows[1] + 1}"
    return "=" + "+".join(f"COUNTIF({area},{quoted(word)})" for word in dict.fromkeys(words))


def _marks(columns: Columns, row: int) -> str:
    return f"{cell(row, columns.first_mark)}:{cell(row, columns.last_mark)}"


def _factor(weight: Fraction) -> str:
    return str(weight.numerator) if weight.denominator == 1 else f"{weight.numerator}/{weight.denominator}"
