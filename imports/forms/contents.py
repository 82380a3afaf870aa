"""What stands in a found form's fields, as written and where."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from imports.findings import Place
from imports.forms.definition import FieldDefinition, FieldType, Seat
from imports.forms.finding import FoundForm, is_title
from imports.forms.labels import Labels, key_of, labels_of, printed_on, without_print
from imports.grid import Grid
from imports.remarks import Remarks

_SHOWN = 40
"""Characters of a text quoted in a finding."""
_LONGEST_UNFILLED = 400
_RULED = re.compile(r"[\s_:：]+")
_UNFILLED = re.compile(
    r"(?:(?:被推荐者|推荐)?单位 ?[（(]?(?:盖章|公章)[)）]?)? ?(?:年 月 日|年月日)?|附件 ?[0-9]*"
)
"""What the blank form itself prints in a cell without label: room for seal and date."""


@dataclass(slots=True)
class Content:
    """A field's label and content as written, and the table and row where the label stands.

    `unit` is what the cell of its unit says, where the form has one. `further` collects the cells below that
    its label reaches down to, until the form is read.
    """

    field: FieldDefinition
    label: str
    written: str
    table: str | None = None
    row: int | None = None
    unit: str = ""
    further: tuple[str, ...] = ()

    def place(self, remarks: Remarks) -> Place:
        """Where the label stands, for a finding."""
        return remarks.place(self.table, self.row, " ".join(self.label.split()))


class _Row(NamedTuple):
    """A row's own cells: their columns, texts, and the fields whose labels they are.

    `owner` is the field whose label reaches down to the row's start.
    """

    table: str
    number: int
    columns: list[int]
    texts: list[str]
    fields: list[FieldDefinition | None]
    owner: Content | None


class Contents:
    """The contents of one form by their field's first label; says what it meets twice or cannot assign."""

    def __init__(self, form: FoundForm, remarks: Remarks) -> None:
        self._remarks = remarks
        self._definition = form.definition
        self._labels: Labels = labels_of(form.definition)
        self._by_label: dict[str, Content] = {}
        for labelled in self._labels.running("\n".join(form.head)):
            # Whatever else stands on lines of its own between title and table belongs to no field.
            lines = [line for line in labelled.content.split("\n") if line.strip()]
            self._keep(labelled.field, labelled.label, lines[0] if lines else "", None, None)
        for table in form.tables:
            if self._labels.are_in(table):
                self._read_table(table)
            else:
                remarks.warn("table-unread", remarks.place(table.name))
        for content in self._by_label.values():
            if content.further:
                content.written = "\n".join((content.written, *content.further))
            if content.field.type is FieldType.LONG_TEXT:
                content.written = without_print(content.written, form.definition)

    def of(self, field: FieldDefinition) -> Content | None:
        """What stands in `field`; None where the form has no such label."""
        return self._by_label.get(field.labels[0])

    def _read_table(self, table: Grid) -> None:
        above: dict[int, Content] = {}
        awaiting: Content | None = None
        for number, cells in enumerate(table.rows, start=table.first_row):
            columns = [column for column, text in enumerate(cells) if text is not None]
            texts = [text for text in cells if text is not None]
            fields = list(map(self._labels.field, texts))
            if awaiting is not None and len(texts) == 1 and self._continues(awaiting, texts[0], fields[0]):
                awaiting.written, awaiting = texts[0], None
                continue
            covered = columns[0] if columns else len(cells)
            if above and covered <= max(above):
                above = {column: content for column, content in above.items() if column < covered}
            owner = above[max(above)] if above else None
            row = _Row(table.name, number, columns, texts, fields, owner)
            labelled = self._read_row(row)
            above |= labelled
            awaiting = _awaiting(row, labelled)

    def _continues(self, awaiting: Content, text: str, field: FieldDefinition | None) -> bool:
        """Whether a cell holds the awaited content; a long text may begin with the words of any label."""
        if field is not None:
            return False
        return awaiting.field.type is FieldType.LONG_TEXT or not self._labels.begins(text)

    def _read_row(self, row: _Row) -> dict[int, Content]:
        """Read one row; gives the fields whose labels fill a cell, by column."""
        labelled: dict[int, Content] = {}
        position = 0
        while position < len(row.texts):
            column, text, field = row.columns[position], row.texts[position], row.fields[position]
            position += 1
            if field is not None:
                values = _values(row, position, field)
                position += len(values)
                unit = values.pop(0) if field.at is Seat.BEHIND_UNIT and len(values) > 1 else ""
                content = self._keep(field, text, "\n".join(values), row.table, row.number)
                content.unit = unit.strip()
                labelled[column] = content
            elif self._labels.begins(text):
                for found in self._labels.running(text):
                    self._keep(found.field, found.label, found.content, row.table, row.number)
            elif row.owner is not None and not labelled:
                row.owner.further += (text,)
            else:
                self._report_unread(row, text)
        return labelled

    def _report_unread(self, row: _Row, text: str) -> None:
        unruled = _RULED.sub(" ", text[:_LONGEST_UNFILLED]).strip()
        printed = key_of(text[:_LONGEST_UNFILLED]) in printed_on(self._definition)
        if not printed and not _UNFILLED.fullmatch(unruled) and not is_title(text, self._definition):
            self._remarks.warn(
                "cell-unread", self._remarks.place(row.table, row.number), text=unruled[:_SHOWN]
            )

    def _keep(
        self, field: FieldDefinition, label: str, written: str, table: str | None, row: int | None
    ) -> Content:
        content = Content(field, label.strip(), written, table, row)
        earlier = self._by_label.get(field.labels[0])
        if earlier is None or not earlier.written.strip():
            self._by_label[field.labels[0]] = content
        elif written.strip():
            self._remarks.block("label-twice", content.place(self._remarks))
        return content


def _values(row: _Row, position: int, field: FieldDefinition) -> list[str]:
    """The cell to the right of a label, or two with its unit; for a list all cells up to the next label."""
    most = len(row.texts) if field.type is FieldType.LIST else 2 if field.at is Seat.BEHIND_UNIT else 1
    end = position
    while end < min(len(row.texts), position + most) and row.fields[end] is None:
        end += 1
    return row.texts[position:end]


def _awaiting(row: _Row, labelled: dict[int, Content]) -> Content | None:
    """A field whose label fills its whole row, so that its content is awaited in the next."""
    content = next(iter(labelled.values()), None)
    return (
        content if content is not None and content.field.at is Seat.INSIDE and len(row.texts) == 1 else None
    )
