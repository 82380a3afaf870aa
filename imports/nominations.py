"""Nominations from a table, one row each, read by the same form definitions as the Word forms."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from imports.awards import AwardNames
from imports.closing_lines import closes
from imports.findings import Place, Term
from imports.forms.contents import Content
from imports.forms.definition import FieldType
from imports.forms.fields import read_field
from imports.grid import Grid
from imports.lines import Lines
from imports.matching import Index, name_key
from imports.nomination_columns import (
    AWARD,
    BODY,
    MEMBERS,
    NAME,
    NAME_COLUMN,
    ORGANISATION,
    SUBJECT,
    FormColumns,
)
from imports.records import FieldValue, FormField, NominationRecord
from imports.register import Register
from imports.remarks import Remarks, standing
from imports.summaries import Summary, survey
from imports.summary_heads import SummaryHead
from rubrics.model import Award

_PLAIN_ANSWERS = dict.fromkeys(("yes", "y", "true", "√", "✓", "✔", "☑"), "是") | dict.fromkeys(
    ("no", "n", "false"), "否"
)
"""Answers that a cell of its own makes clear; beside a form's boxes they would not be."""

Identity = tuple[str, str, str, str]
"""Award, body, name and organisation: what makes two rows one nomination."""


def read_nominations(
    grids: Sequence[Grid], register: Register, remarks: Remarks
) -> tuple[tuple[NominationRecord, ...], tuple[tuple[str, str], ...]]:
    """One record for each row, also where the edition holds its like: whether it says the same is judge's.

    With them the headings that were confirmed, as in `FileReading.headings`.

    Everything wrong with a row is said, also where its award cannot be told: what every award needs is then
    looked for. Blocking: the findings of `SummaryHead`, of the lines and those of `read_field`;
    `award-missing`, `award-unknown` (award, known), `body-unknown` (written, nearest), `bodies-unchecked`,
    once for the file, where no body is known at all, `nomination-twice` (name, first_table, first_row),
    `label-twice` where two columns fill one field differently. Warning: `field-not-of-form` (column, award),
    once for each.
    """
    reading = _Reading(register, remarks)
    confirmed: list[tuple[str, str]] = []
    for grid in grids:
        summary = survey(grid, register)
        if summary is None:
            continue
        summary_head = SummaryHead(grid, summary, register.headings, remarks)
        head = summary_head.readable()
        confirmed += summary_head.confirmed()
        if head is not None:
            reading.read(Lines(grid, head, remarks, closes), summary)
    return tuple(reading.records), tuple(dict.fromkeys(confirmed))


class _Body(NamedTuple):
    """A recommending body as written, and as the quota table spells it: "" where that does not know it."""

    written: str
    known_as: str


class _Reading:
    """The nomination tables of one file on their way to records."""

    def __init__(self, register: Register, remarks: Remarks) -> None:
        self.records: list[NominationRecord] = []
        self._remarks = remarks
        self._forms = register.forms
        self._awards = AwardNames(register.programme)
        self._bodies: Index[str] = Index()
        for body in dict.fromkeys(register.bodies):
            self._bodies.add(body, body)
        self._places: dict[Identity, Place] = {}
        self._foreign: set[tuple[str, str]] = set()
        self._unchecked = False

    def read(self, lines: Lines, summary: Summary) -> None:
        """Take in one table."""
        columns: dict[str, FormColumns] = {}
        """By form; "" for what all forms share, where the award cannot be told."""
        body = self._titled_body(lines, summary)
        keys = tuple(lines.head.at)
        for row, cells in lines.cells(keys):
            written = dict(zip(keys, cells, strict=True))
            named = written.pop(AWARD, "")
            award = summary.award or self._award(named, lines.place(row, AWARD))
            form = award.form if award else ""
            if form not in columns:
                columns[form] = FormColumns(self._forms.form(form), lines.head)
            self._take(award, columns[form], written, lines, row, body)
        if not all(form.fills(NAME) for form in columns.values()):
            self._remarks.block("head-missing", lines.head_place(), columns=(NAME_COLUMN.head,))

    def _titled_body(self, lines: Lines, summary: Summary) -> _Body | None:
        """The body that a title names for all rows, checked once."""
        if summary.body is None:
            return None
        place = self._remarks.place(
            lines.grid.name, lines.grid.first_row + summary.body.row, summary.body.label
        )
        return _Body(summary.body.name, self._body(summary.body.name, place))

    def _award(self, written: str, place: Place) -> Award | None:
        if written.strip():
            return self._awards.find(written, place, self._remarks)
        self._remarks.block("award-missing", place)
        return None

    def _take(  # noqa: PLR0913, PLR0917 - a row, and what is known of its table
        self,
        award: Award | None,
        form: FormColumns,
        written: Mapping[str, str],
        lines: Lines,
        row: int,
        titled: _Body | None,
    ) -> None:
        contents = self._contents(award, form, written, lines, row)
        fields = {field.key: field for content in contents for field in self._read(content)}
        column = {name: fields.get(key) for name, key in form.form.record.items()}
        written_body = titled.written if titled else _text(column.get(BODY))
        body = titled.known_as if titled else self._body(written_body, lines.place(row, BODY))
        if award is None:
            return
        members = _value(column.get(MEMBERS))
        record = NominationRecord(
            award=award.key,
            body=body,
            name=_text(column.get(NAME)),
            organisation=_text(column.get(ORGANISATION)),
            subject=_text(column.get(SUBJECT)),
            members=members if isinstance(members, tuple) else (),
            fields=tuple(field for key, field in fields.items() if key != form.form.record[BODY]),
            place=lines.place(row),
        )
        if record.name and record.organisation and written_body:
            self._check_first(replace(record, body=body or written_body))
        if record.name and record.organisation and body:
            self.records.append(record)

    def _contents(
        self, award: Award | None, form: FormColumns, written: Mapping[str, str], lines: Lines, row: int
    ) -> list[Content]:
        """What the row has for each field of the form, in the order of the columns."""
        contents: dict[str, Content] = {}
        table = lines.grid.name
        for key, text in written.items():
            field = form.fields[key]
            if field is None:
                if award and text.strip():
                    self._say_foreign(award, lines.place(row, key))
                continue
            content = Content(field, lines.head.heading(key), text, table, row)
            first = contents.setdefault(field.labels[0], content)
            if not first.written.strip():
                contents[field.labels[0]] = content
            elif text.strip() and name_key(first.written) != name_key(text):
                self._remarks.block("label-twice", lines.place(row, key))
        return list(contents.values())

    def _read(self, content: Content) -> list[FormField]:
        answer = _PLAIN_ANSWERS.get(content.written.strip().casefold())
        if content.field.type is not FieldType.YES_NO or answer is None:
            return read_field(content.field, content, self._remarks)
        plain = read_field(content.field, replace(content, written=answer), self._remarks)
        return [field._replace(written=content.written) for field in plain]

    def _say_foreign(self, award: Award, place: Place) -> None:
        column = place.label or ""
        if (award.key, column) not in self._foreign:
            self._foreign.add((award.key, column))
            self._remarks.warn(
                "field-not-of-form", place, column=column, award=Term(award.title.zh, award.title.en)
            )

    def _body(self, written: str, place: Place) -> str:
        """The recommending body as the quota table spells it; "" where that does not know it."""
        found = self._bodies.find(written)
        if written and not self._bodies:
            self._say_unchecked(place)
        elif written and not found:
            near = self._bodies.nearest(written)
            self._remarks.block("body-unknown", place, written=written, nearest=near)
        return found[0] if found else ""

    def _say_unchecked(self, place: Place) -> None:
        if not self._unchecked:
            self._unchecked = True
            self._remarks.block("bodies-unchecked", replace(place, row=None))

    def _check_first(self, record: NominationRecord) -> None:
        identity = _identity(record.award, record.body, record.name, record.organisation)
        first = self._places.setdefault(identity, record.place)
        if first != record.place:
            self._remarks.block(
                "nomination-twice", record.place, name=record.name, **standing("first", first)
            )


def _identity(award: str, body: str, name: str, organisation: str) -> Identity:
    return award, name_key(body), name_key(name), name_key(organisation)


def _value(field: FormField | None) -> FieldValue:
    return None if field is None else field.value


def _text(field: FormField | None) -> str:
    value = _value(field)
    return value if isinstance(value, str) else ""
