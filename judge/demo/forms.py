"""A blank form of the notice filled in, in one clerk's hand."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from exports.word import ink, package
from exports.word.blank_form import COLUMN, COLUMNS, BlankForm, Cell, Line, Row
from imports.forms.definition import FieldDefinition, FieldType, FormDefinition, FormSort, Seat
from imports.forms.library import builtin_forms
from judge.demo.boxes import box
from judge.demo.filings import SUMMARY_TEXT, YEAR, Entries
from judge.demo.hands import Hand
from judge.services.forms.blanks import blank_of

_GAP = " " * 8
_MISHAPS = "起"
"""The unit that tells counts of mishaps from other counts."""


def write_form(path: Path, form: str, entries: Entries, hand: Hand) -> None:
    """Write the form called `form` at `path`, with an entry in each of its fields.

    A summary's text is `entries[SUMMARY_TEXT]`, one paragraph a line.
    """
    definition = form_called(form)
    package.write(path, _Clerk(definition, entries, hand).filled(_blank(definition)))


@cache
def form_called(key: str) -> FormDefinition:
    """The notice's form called `key`."""
    form = builtin_forms().form(key)
    if form is None:
        raise LookupError(key)
    return form


@cache
def _blank(form: FormDefinition) -> BlankForm:
    return blank_of(form, YEAR)


class _Clerk:
    """Whoever fills in one form."""

    def __init__(self, form: FormDefinition, entries: Entries, hand: Hand) -> None:
        self._form = form
        self._entries = entries
        self._hand = hand
        beside = {Seat.CELL: 1, Seat.BEHIND_UNIT: 2}
        self._cells = {f.labels[0]: (f, beside[f.at]) for f in form.fields if f.at in beside}
        self._running = [f for f in form.fields if f.at not in beside]

    def filled(self, blank: BlankForm) -> str:
        """The whole document's body."""
        return (
            ink.paragraph(ink.run(blank.annex))
            + ink.paragraph(ink.run(blank.title), style="Title")
            + "".join(map(self._line, blank.head))
            + ink.table((COLUMN,) * COLUMNS, self._rows(blank.rows))
            + ink.paragraph()
            + "".join(map(self._line, blank.below))
        )

    def _rows(self, rows: Sequence[Row]) -> Iterator[str]:
        for row in rows:
            field = self._cells.get(_text(row.cells[0]), (None,))[0]
            if self._hand.stacked and field is not None and field.type is FieldType.LIST:
                yield ink.row(self._row(row, merge="restart"), row.height)
                yield ink.row(self._row(row, merge="continue"), row.height)
            else:
                yield ink.row(self._row(row), row.height)

    def _row(self, row: Row, merge: str = "") -> Iterator[str]:
        awaited: dict[int, FieldDefinition] = {}
        for at, cell in enumerate(row.cells):
            field, steps = self._cells.get(_text(cell), (None, 0))
            if field is not None:
                awaited[at + steps] = field
            if merge == "continue":
                content = ink.paragraph()
            elif at in awaited:
                content = self._entry(awaited[at])
            elif field is not None:
                content = ink.lines(self._hand.label(field.labels[0]), align="center")
            else:
                content = self._inside(cell)
            upright = "top" if cell.wide else "center"
            yield ink.cell(content, cell.columns * COLUMN, span=cell.columns, merge=merge, upright=upright)

    def _inside(self, cell: Cell) -> str:
        """A cell that holds what it names itself: short texts in a line, or a long one above its stamp."""
        if cell.wide and self._form.sort is FormSort.SUMMARY:
            return ink.lines(str(self._entries[SUMMARY_TEXT]))
        long = self._long_text(cell)
        if long is None:
            return "".join(map(self._line, cell.lines)) or ink.paragraph()
        stamp = [self._line(line) for line in cell.lines if line.align == "right"]
        room = [ink.paragraph()] if stamp else []
        label, text = self._line(cell.lines[0]), ink.lines(str(self._entries[long.key]))
        return label + text + "".join((*room, *stamp))

    def _long_text(self, cell: Cell) -> FieldDefinition | None:
        said = cell.lines[0].text if cell.lines else ""
        long = (f for f in self._running if f.type is FieldType.LONG_TEXT)
        return next((field for field in long if said.startswith(field.labels[0])), None)

    def _line(self, line: Line) -> str:
        """A printed line, with what is to stand behind each of its labels."""
        asked = [f for f in self._running if f.type is not FieldType.LONG_TEXT and f.labels[0] in line.text]
        if not asked:
            return ink.paragraph(ink.run(line.text, bold=line.bold), align=line.align)
        return ink.paragraph(*(run for field in asked for run in self._spoken(field)), align=line.align)

    def _spoken(self, field: FieldDefinition) -> Iterator[str]:
        label = field.labels[0] if "：" in field.labels[0] else f"{field.labels[0]}："
        yield ink.run(label)
        entry = self._entries[field.key]
        yield self._yes_or_no(_GAP[:2], yes=entry) if isinstance(entry, bool) else ink.run(str(entry))
        yield ink.run(_GAP)

    def _entry(self, field: FieldDefinition) -> str:
        """What the clerk puts into a box, as paragraphs."""
        entry = self._entries[field.keys[0]]
        if isinstance(entry, bool):
            return ink.paragraph(self._yes_or_no(_GAP, yes=entry))
        if field.type is FieldType.CHOICES:
            ticked = (self._choice(word, ticked=word in entry) for word in field.choices)
            return ink.paragraph(ink.run(_GAP[:2]).join(ticked))
        if isinstance(entry, tuple):
            return ink.lines(self._hand.separator.join(entry))
        if field.type is FieldType.PERCENT:
            return ink.lines(self._hand.rate(entry))
        return ink.lines(self._hand.count(entry) if _MISHAPS in field.units else entry)

    def _yes_or_no(self, gap: str, *, yes: bool) -> str:
        return self._choice("是", ticked=yes) + ink.run(gap) + self._choice("否", ticked=not yes)

    def _choice(self, word: str, *, ticked: bool) -> str:
        tick, said = box(self._hand.tick, ticked=ticked), ink.run(word)
        return tick + said if self._hand.tick_first else said + tick


def _text(cell: Cell) -> str:
    return "\n".join(line.text for line in cell.lines)
