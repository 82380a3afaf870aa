"""What a score sheet's cells take and say when one enters them, and how missing and wrong marks show."""

from collections.abc import Iterator
from dataclasses import dataclass

from exports.score_sheets.columns import Columns
from exports.score_sheets.formulas import cell, is_allowed, is_recused
from exports.score_sheets.looks import SheetLooks
from exports.score_sheets.records import Award, Criterion, Labels
from exports.texts import fitted, visible
from exports.xlsx import Sheet
from rubrics.scale import plain_decimal, points_text

_TITLE, _MESSAGE = 32, 255
"""Characters that Excel takes of a message's title and of its text."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one award's table, for the rows that can be written on."""

    sheet: Sheet
    looks: SheetLooks
    labels: Labels
    award: Award
    columns: Columns

    def set(self, first: int) -> None:
        """Set them on the table whose first row, from 0, is `first`."""
        for start, end in _open_runs(self.award):
            top, bottom = first + start, first + end
            for at, criterion in enumerate(self.award.criteria):
                self._set_marks(criterion, self.columns.first_mark + at, top, bottom)
            self._set_recusals(top, bottom)

    def _set_marks(self, criterion: Criterion, column: int, top: int, bottom: int) -> None:
        looks, first = self.looks, cell(top, column)
        allowed = is_allowed(self.award, criterion, self.labels, first)
        validation = _validation(self.award, criterion, self.labels, allowed)
        self.sheet.data_validation(top, column, bottom, column, validation)
        for rule in (
            {"criteria": f"={is_recused(self.columns, top)}", "format": looks.off, "stop_if_true": True},
            {"criteria": f'={first}=""', "format": looks.missing},
            {"criteria": f"=NOT({allowed})", "format": looks.wrong},
        ):
            self.sheet.conditional_format(top, column, bottom, column, {"type": "formula", **rule})

    def _set_recusals(self, top: int, bottom: int) -> None:
        recuse, reason = self.columns.recuse, self.columns.reason
        self.sheet.data_validation(top, recuse, bottom, recuse, _recusal(self.labels))
        unexplained = f'=AND({is_recused(self.columns, top)},TRIM({cell(top, reason)})="")'
        rule = {"type": "formula", "criteria": unexplained, "format": self.looks.missing}
        self.sheet.conditional_format(top, reason, bottom, reason, rule)


def _open_runs(award: Award) -> Iterator[tuple[int, int]]:
    """First and last of each run of rows, from 0, that can be written on."""
    start: int | None = None
    for at, row in enumerate(award.rows):
        if row.closed and start is not None:
            yield start, at - 1
        start = None if row.closed else at if start is None else start
    if start is not None:
        yield start, len(award.rows) - 1


def _validation(award: Award, criterion: Criterion, labels: Labels, allowed: str) -> dict[str, object]:
    scale = _scale(award, criterion, labels)
    return {
        "validate": "custom",
        "value": f"={allowed}",
        "ignore_blank": True,
        "input_title": fitted(_line(criterion.title), _TITLE),
        "input_message": fitted(_help(award, criterion, labels, scale), _MESSAGE),
        "error_title": fitted(_line(criterion.title), _TITLE),
        "error_message": fitted(labels.wrong_mark.format(scale=scale), _MESSAGE),
        "error_type": "stop",
    }


def _scale(award: Award, criterion: Criterion, labels: Labels) -> str:
    """Range and step in words, and whether the criterion may not apply."""
    full = points_text(criterion.full_ticks, award.step)
    scale = labels.score_range.format(full=full, step=plain_decimal(award.step))
    if criterion.may_not_apply:
        scale += labels.or_not_applicable.format(word=labels.not_applicable)
    return scale


def _help(award: Award, criterion: Criterion, labels: Labels, scale: str) -> str:
    """Range, step, the levels' floors with their texts as far as there is room, and the clauses."""
    levels = sorted(criterion.levels, key=lambda level: -level.rank)
    lines = [
        f"{labels.level.format(rank=level.rank)} ≥{points_text(level.lowest, award.step)} {_line(level.text)}"
        for level in levels
    ]
    head = " · ".join((scale, *criterion.clauses))
    room = (_MESSAGE - len(head) - len(lines)) // max(len(lines), 1)
    return visible("\n".join((_line(head), *(fitted(line, max(room, 8)) for line in lines))))[0]


def _recusal(labels: Labels) -> dict[str, object]:
    return {
        "validate": "list",
        "source": [labels.recused],
        "ignore_blank": True,
        "input_title": fitted(labels.recuse, _TITLE),
        "input_message": fitted(labels.wrong_recusal, _MESSAGE),
        "error_title": fitted(labels.recuse, _TITLE),
        "error_message": fitted(labels.wrong_recusal, _MESSAGE),
        "error_type": "stop",
    }


def _line(text: str) -> str:
    return " ".join(visible(text)[0].split())
