"""The blank of a form, as its definition lays it out: labels, boxes, room for seals."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from exports.word.blank_form import COLUMNS, BlankForm, Cell, Line, Row, write_blank_form
from imports.forms.definition import Box, FieldDefinition, FieldType, FormDefinition, FormSort, Seat
from judge.services.targets import told_of_targets

_ROOM = " " * 24
"""To write in, behind a label of the head line."""
_LIST_HEIGHT, _TEXT_HEIGHT, _LEAST_STORY, _PAGE = 1200, 1600, 2400, 10_400
"""Twentieths of a point: boxes for names and for a short text, the least and the most room for a long one."""
_LINE = 300
"""Twentieths of a point; so many empty lines push seal and date to the foot of their box."""
_DATE = "年     月     日"
_ALONE = frozenset({FieldType.LONG_TEXT, FieldType.LIST, FieldType.CHOICES})


def write_blank(definition: FormDefinition, year: int, target: Path, *, replace: bool = False) -> None:
    """Write the blank of a form for a year as a Word file.

    Raises:
        Refusal: with the codes of `exports.refusal.ExportRefused`.
    """
    with told_of_targets():
        write_blank_form(blank_of(definition, year), target, replace=replace)


def blank_of(definition: FormDefinition, year: int) -> BlankForm:
    """The form as printed for a year."""
    period = definition.period_of(year)
    head = [field for field in definition.fields if field.at is Seat.HEAD]
    lines = [Line(period, "center")] if period else []
    if head:
        lines.append(Line((_ROOM[:8]).join(map(_head, head))))
    return BlankForm(
        annex=definition.paper,
        title=definition.title_of(year),
        head=tuple(lines),
        rows=tuple(_Sheet(definition).rows()),
        below=tuple(line for text in definition.layout.below for line in _lines(text)),
    )


def _head(field: FieldDefinition) -> str:
    return f"{_label(field)}{_entry(field) or _ROOM}"


class _Sheet:
    """The table of one form."""

    def __init__(self, definition: FormDefinition) -> None:
        self._form = definition
        self._fields = {f.keys[0]: f for f in definition.fields if f.at is not Seat.HEAD}
        self._boxes = definition.layout.rows or tuple(_plain_rows(self._fields.values()))
        long = [f for f in self._fields.values() if f.type is FieldType.LONG_TEXT]
        self._last_text = long[-1] if long else None

    def rows(self) -> Iterator[Row]:
        """The rows from top to bottom; short texts of one cell that follow one another share it."""
        headed = False
        if self._form.sort is FormSort.SUMMARY:
            yield Row((Cell(self._prompt(), COLUMNS, wide=True),), _PAGE)
        for inside, group in groupby(self._boxes, self._shares_a_cell):
            if inside:
                lines = tuple(Line(_ROOM[:8].join(self._spoken(box) for box in row)) for row in group)
                yield Row((Cell(lines, COLUMNS),), 480 * len(lines))
                continue
            for row in group:
                if not headed and any(self._fields[box.key].at is Seat.BEHIND_UNIT for box in row):
                    headed = True
                    yield from self._column_heads()
                yield self._row(row)

    def _shares_a_cell(self, row: Sequence[Box]) -> bool:
        fields = [self._fields[box.key] for box in row]
        return all(field.at is Seat.INSIDE and field.type is not FieldType.LONG_TEXT for field in fields)

    def _spoken(self, box: Box) -> str:
        field = self._fields[box.key]
        return f"{_label(field)}{_entry(field) or _ROOM}"

    def _column_heads(self) -> Iterator[Row]:
        heads = self._form.layout.column_heads
        if len(heads) == 3:
            lines = [(Line(head, "center"),) for head in heads]
            yield Row(tuple(Cell(line, width) for line, width in zip(lines, (8, 2, 2), strict=True)))

    def _row(self, row: Sequence[Box]) -> Row:
        cells: list[Cell] = []
        for box, columns in zip(row, _shared(row), strict=True):
            cells += self._cells(self._fields[box.key], columns)
        return Row(tuple(cells), max(self._height(self._fields[box.key]) for box in row))

    def _cells(self, field: FieldDefinition, columns: int) -> Iterator[Cell]:
        label, entry = _lines(field.labels[0], "center"), _entry(field)
        if field.at is Seat.INSIDE:
            yield Cell((Line(_label(field) + entry), *self._story(field)), columns, wide=True)
            return
        if field.at is Seat.BEHIND_UNIT:
            beside = max(columns // 6, 1)
            yield Cell(label, columns - 2 * beside)
            yield Cell((Line(field.unit_cell, "center"),), beside)
            yield Cell((), beside)
            return
        beside = 2 if columns > 4 else columns // 2
        yield Cell(label, beside)
        yield Cell((Line(entry, "center"),) if entry else (), columns - beside)

    def _story(self, field: FieldDefinition) -> tuple[Line, ...]:
        """What stands below the label of a long text: what to write of, and room for seal and date."""
        if field is not self._last_text:
            return ()
        stamp = self._form.layout.stamp
        if not self._form.layout.rows and self._form.seals:
            stamp = (*(seal.title.zh for seal in self._form.seals), _DATE)
        signed = [line for text in stamp for line in _lines(text, "right")]
        prompt = self._prompt()
        room = self._height(field) // _LINE - len(prompt) - len(signed) - 2 if signed else 0
        return (*prompt, *(Line(""),) * max(room, 2), *signed)

    def _prompt(self) -> tuple[Line, ...]:
        return tuple(line for text in self._form.layout.prompt for line in _lines(text))

    def _height(self, field: FieldDefinition) -> int:
        if field.type is FieldType.LIST:
            return _LIST_HEIGHT
        if field.type is not FieldType.LONG_TEXT:
            return 480
        if field is not self._last_text or self._form.sort is not FormSort.NOMINATION:
            return _TEXT_HEIGHT
        return max(_PAGE - 560 * len(self._boxes), _LEAST_STORY)


def _plain_rows(fields: Iterable[FieldDefinition]) -> Iterator[tuple[Box, ...]]:
    """One row a field, and two short ones in a row."""
    waiting: list[Box] = []
    for field in fields:
        alone = field.type in _ALONE or field.at is not Seat.CELL
        if waiting and (alone or len(waiting) == 2):
            yield tuple(waiting)
            waiting = []
        if alone:
            yield (Box(field.keys[0]),)
        else:
            waiting.append(Box(field.keys[0]))
    if waiting:
        yield tuple(waiting)


def _shared(row: Sequence[Box]) -> list[int]:
    """The columns of each box: as said, and an even share of the rest for those that do not say."""
    left = COLUMNS - sum(box.columns for box in row)
    open_boxes = sum(not box.columns for box in row)
    widths: list[int] = []
    for box in row:
        share = box.columns or left // open_boxes
        if not box.columns:
            left, open_boxes = left - share, open_boxes - 1
        widths.append(share)
    if not any(not box.columns for box in row):
        widths[-1] += left
    return widths


def _lines(text: str, align: str = "") -> tuple[Line, ...]:
    return tuple(Line(line, align) for line in text.split("\n"))


def _label(field: FieldDefinition) -> str:
    """A label that its content follows in the same line."""
    label = field.labels[0].replace("\n", "")
    return label if "：" in label else f"{label}："


def _entry(field: FieldDefinition) -> str:
    """What is printed where a field is to be filled in: boxes to tick, or nothing."""
    words = ("是", "否") if field.type is FieldType.YES_NO else field.choices
    boxes = [f"□{word}" if field.box_first else f"{word}□" for word in words]
    return ("      " if field.type is FieldType.YES_NO else "  ").join(boxes)
