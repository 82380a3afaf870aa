"""A form's table: titles, fields, seals, attachments, and how its blank is printed."""

import re
from types import MappingProxyType

from imports.findings import Severity
from imports.forms.definition import (
    Attachment,
    FieldDefinition,
    FieldType,
    FormDefinition,
    FormSort,
    Identifies,
    Part,
    Seal,
    Seat,
)
from imports.forms.labels import key_of
from imports.forms.layout_file import read_layout
from imports.values.figures import MONEY_UNITS
from rubrics.table import Table, refuse_repeats

_COLUMNS = {
    FormSort.NOMINATION: ("body", "name", "organisation", "subject", "members"),
    FormSort.STATISTICS: ("body",),
    FormSort.SUMMARY: ("body",),
}
_NEEDED = ("body", "name", "organisation")
_USES = tuple("KQCO")
_OUTCOMES = (Severity.BLOCKING.value, Severity.WARNING.value)
_UNITED = (FieldType.COUNT, FieldType.NUMBER)
_FIGURES = (FieldType.COUNT, FieldType.NUMBER, FieldType.PERCENT, FieldType.MONEY)
_WORDS = (FieldType.TEXT, FieldType.LONG_TEXT, FieldType.LIST)
_MOST_FIGURE = 1_000_000_000
_MOST_CHARACTERS = 100_000
_YEAR = re.compile(r"[0-9]{4}\s*年")


def read_form(table: Table) -> FormDefinition:
    """The form that a file's outermost table states; what is wrong with it is noted in the table."""
    sort = FormSort(table.word("sort", tuple(FormSort), FormSort.NOMINATION))
    fields = _fields(table)
    form = FormDefinition(
        key=table.name("key"),
        paper=table.text("paper"),
        titles=_titles(table),
        fields=fields,
        record=_record(table, sort, fields),
        sort=sort,
        seals=_seals(table),
        attachments=_attachments(table) if sort is FormSort.NOMINATION else (),
        period=table.text("period", required=False),
        about_characters=_characters(table, "about_characters") if sort is FormSort.SUMMARY else None,
        layout=read_layout(table, fields),
    )
    table.refuse_other_keys()
    return form


def _titles(table: Table) -> tuple[str, ...]:
    """The titles without blanks, as they are compared."""
    titles = _some(table, "titles")
    for index, title in enumerate(titles):
        if _YEAR.search(title):
            table.note(f"titles[{index}]", "title-with-year")
    return tuple("".join(title.split()) for title in titles)


def _some(table: Table, key: str) -> tuple[str, ...]:
    """A list of at least one text."""
    texts = table.texts(key)
    if not table.has(key):
        table.note(key, "key-missing")
    elif not texts and table.sound(key):
        table.note(key, "list-empty")
    return texts


def _fields(table: Table) -> tuple[FieldDefinition, ...]:
    stated = table.tables("fields")
    fields = tuple(map(_field, stated))
    keys = []
    for inner, field in zip(stated, fields, strict=True):
        keys += [(inner, "parts" if field.parts else "key", key) for key in field.keys]
    refuse_repeats(keys)
    refuse_repeats(
        (inner, f"labels[{index}]", key)
        for inner, field in zip(stated, fields, strict=True)
        for key, index in _label_keys(field).items()
    )
    return fields


def _label_keys(field: FieldDefinition) -> dict[str, int]:
    """What a field's labels are compared by, each with the first label that says so."""
    keys: dict[str, int] = {}
    for index, label in enumerate(field.labels):
        keys.setdefault(key_of(label), index)
    return keys


def _field(table: Table) -> FieldDefinition:
    kind = FieldType(table.word("type", tuple(FieldType)))
    seat = Seat(table.word("at", tuple(Seat), Seat.CELL))
    missing = table.word("if_missing", _OUTCOMES, "")
    bounded = kind is FieldType.LIST
    return FieldDefinition(
        key="" if kind is FieldType.PAIR else table.name("key"),
        type=kind,
        labels=_labels(table),
        at=seat,
        use=_use(table),
        if_missing=Severity(missing) if missing else None,
        least=table.whole_or_none("least", 0, _MOST_FIGURE) if kind in _FIGURES else None,
        most=table.whole_or_none("most", 1, _MOST_FIGURE) if kind in _FIGURES or bounded else None,
        units=table.texts("units") if kind in _UNITED else (),
        unit=table.word("unit", tuple(MONEY_UNITS)) if kind is FieldType.MONEY else "",
        parts=_parts(table) if kind is FieldType.PAIR else (),
        quota=table.name("quota", required=False) if kind is FieldType.COUNT else "",
        choices=_some(table, "choices") if kind is FieldType.CHOICES else (),
        box_first=table.flag("box_first") if kind in {FieldType.YES_NO, FieldType.CHOICES} else False,
        unit_cell=table.text("unit_cell") if seat is Seat.BEHIND_UNIT else "",
        identifies=_identifies(table) if kind in _WORDS else None,
    )


def _identifies(table: Table) -> Identifies | None:
    given = table.word("identifies", tuple(Identifies), "")
    return Identifies(given) if given else None


def _labels(table: Table) -> tuple[str, ...]:
    labels = _some(table, "labels")
    for index, label in enumerate(labels):
        if label and not key_of(label):
            table.note(f"labels[{index}]", "label-without-letters")
    return tuple(label for label in labels if key_of(label))


def _use(table: Table) -> str:
    use = table.text("use", required=False)
    for letter in dict.fromkeys(use):
        if letter not in _USES:
            table.note("use", "choice-unknown", given=letter, known=_USES)
    return use


def _parts(table: Table) -> tuple[Part, ...]:
    parts = tuple(
        Part(part.name("key"), FieldType(part.word("type", _UNITED)), part.texts("units"))
        for part in table.tables("parts")
    )
    if len(parts) != 2 and table.sound("parts"):
        table.note("parts", "pair-without-two-parts", count=len(parts))
    return parts


def _record(table: Table, sort: FormSort, fields: tuple[FieldDefinition, ...]) -> MappingProxyType[str, str]:
    """Which field fills each column of the record; every column that the sort needs must be filled."""
    columns: dict[str, str] = {}
    record = table.table("record")
    keys = tuple(key for field in fields for key in field.keys if key)
    for column in _COLUMNS[sort] if record else ():
        key = record.name(column, required=column in _NEEDED) if record else ""
        if key and key not in keys and record:
            record.note(column, "field-unknown", given=key, known=keys)
        elif key:
            columns[column] = key
    return MappingProxyType(columns)


def _seals(table: Table) -> tuple[Seal, ...]:
    stated = table.tables("seals", required=False)
    seals = tuple(Seal(seal.name("key"), seal.both("title")) for seal in stated)
    refuse_repeats((inner, "key", seal.key) for inner, seal in zip(stated, seals, strict=True))
    return seals


def _attachments(table: Table) -> tuple[Attachment, ...]:
    stated = table.tables("attachments", required=False)
    attachments = tuple(
        Attachment(
            key=one.name("key"),
            title=one.both("title"),
            titles=one.texts("titles"),
            most_characters=_characters(one, "most_characters"),
            about_characters=_characters(one, "about_characters"),
            total_labels=one.texts("total_labels"),
        )
        for one in stated
    )
    refuse_repeats((inner, "key", one.key) for inner, one in zip(stated, attachments, strict=True))
    return attachments


def _characters(table: Table, key: str) -> int | None:
    return table.whole_or_none(key, 1, _MOST_CHARACTERS)
