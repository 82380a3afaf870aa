"""Contents read as the values of their fields."""

import re
from collections.abc import Callable
from decimal import Decimal

from imports.findings import Severity
from imports.forms.contents import Content
from imports.forms.definition import FieldDefinition, FieldType, Part
from imports.records import FieldValue, FormField
from imports.remarks import Remarks
from imports.values import figures, people, ticks
from imports.values.written import RULED, Unclear, line

_SEAL = r"\s*位\s*[（(]?\s*[盖公]\s*章[^\n]{0,40}(?:\s*[0-9]*\s*年\s*[0-9]*\s*月\s*[0-9]*\s*日)?\Z"
_STAMP = re.compile(rf"被推荐者单{_SEAL}|推荐单{_SEAL}|单{_SEAL}|\n\s*年\s*月\s*日\Z")
"""The room for seal and date at the end of a long text."""
_STAMP_ROOM = 300
"""Characters at a text's end in which that room is looked for."""
_SHOWN = 40
_MOST_SHOWN = 20
_SIGNS = ("%", "％", "‰")
_UNTICKED = {"tick-none", "choice-none"}


def read_field(
    definition: FieldDefinition, content: Content | None, remarks: Remarks, table: str | None = None
) -> list[FormField]:
    """The form fields of a definition: one, or a pair's two; says what is missing, unclear or too much.

    `table` is where a label that is not there should stand.
    """
    if content is None:
        _say_label_missing(definition, remarks, table)
        return [FormField(key, definition.labels[0], "", None) for key in definition.keys]
    label, written = content.label, content.written.strip(RULED)
    values = _values(definition, content, remarks)
    if not definition.parts:
        return [FormField(definition.key, label, written, values[0])]
    return [FormField(key, label, written, value) for key, value in zip(definition.keys, values, strict=True)]


def _values(definition: FieldDefinition, content: Content, remarks: Remarks) -> tuple[FieldValue, ...]:
    try:
        values = _READERS[definition.type](definition, content)
    except Unclear as unclear:
        _say_unclear(unclear.code, definition, content, remarks)
        return (None,) * max(len(definition.parts), 1)
    if values is None:
        _say_missing(definition, content, remarks)
        return (None,) * max(len(definition.parts), 1)
    if definition.type is FieldType.LIST or definition.least is not None or definition.most is not None:
        _say_doubts(definition, content, values[0], remarks)
    return values


Values = tuple[FieldValue, ...] | None


def _line(_definition: FieldDefinition, content: Content) -> Values:
    return _one(line(content.written))


def _long_text(_definition: FieldDefinition, content: Content) -> Values:
    text = content.written.strip()
    cut = max(len(text) - _STAMP_ROOM, 0)
    stamp = _STAMP.search(text, cut)
    return _one((text[: stamp.start()] if stamp else text).strip() or None)


def _figure(definition: FieldDefinition, content: Content) -> Values:
    if definition.type is FieldType.COUNT:
        return _one(figures.count(content.written, definition.units))
    if definition.type is FieldType.PERCENT:
        return _one(figures.percent(content.written))
    if definition.type is FieldType.MONEY:
        labelled = f"（{content.unit}）" if content.unit else content.label
        return _one(figures.money(content.written, definition.unit, labelled))
    return _one(figures.number(content.written, definition.units))


def _pair(definition: FieldDefinition, content: Content) -> Values:
    first, second = definition.parts
    read = figures.pair(content.written, first.units, second.units)
    return None if read is None else (_part(first, read[0]), _part(second, read[1]))


def _part(part: Part, figure: Decimal) -> int | Decimal:
    return figures.whole(figure) if part.type is FieldType.COUNT else figure


def _yes_or_no(_definition: FieldDefinition, content: Content) -> Values:
    return (ticks.yes_or_no(content.written),)


def _choices(definition: FieldDefinition, content: Content) -> Values:
    return (ticks.choices(content.written, definition.choices),)


def _list(_definition: FieldDefinition, content: Content) -> Values:
    return _one(people.names(content.written) or None)


def _one(value: FieldValue) -> Values:
    return None if value is None else (value,)


_READERS: dict[FieldType, Callable[[FieldDefinition, Content], Values]] = {
    FieldType.TEXT: _line,
    FieldType.LONG_TEXT: _long_text,
    FieldType.COUNT: _figure,
    FieldType.NUMBER: _figure,
    FieldType.PERCENT: _figure,
    FieldType.MONEY: _figure,
    FieldType.PAIR: _pair,
    FieldType.YES_NO: _yes_or_no,
    FieldType.CHOICES: _choices,
    FieldType.LIST: _list,
}


def _say_label_missing(definition: FieldDefinition, remarks: Remarks, table: str | None) -> None:
    place = remarks.place(table, label=definition.labels[0])
    if definition.if_missing is Severity.BLOCKING:
        remarks.block("field-missing", place)
    elif "O" in definition.use:
        remarks.note("label-missing", place)
    else:
        remarks.warn("label-missing", place)


def _say_missing(definition: FieldDefinition, content: Content, remarks: Remarks) -> None:
    if definition.if_missing is Severity.BLOCKING:
        remarks.block("field-missing", content.place(remarks))
    elif definition.if_missing is Severity.WARNING:
        remarks.warn("field-missing", content.place(remarks))


def _say_unclear(code: str, definition: FieldDefinition, content: Content, remarks: Remarks) -> None:
    if code in _UNTICKED and definition.if_missing is None:
        remarks.note(code, content.place(remarks))
    elif code in _UNTICKED:
        remarks.warn(code, content.place(remarks))
    else:
        remarks.warn(code, content.place(remarks), written=" ".join(content.written.split())[:_SHOWN])


def _say_doubts(definition: FieldDefinition, content: Content, value: FieldValue, remarks: Remarks) -> None:
    """Say of a value read what a person should look at."""
    least, most = definition.least, definition.most
    if isinstance(value, tuple):
        if most is not None and len(value) > most:
            remarks.block("members-too-many", content.place(remarks), count=len(value), most=most)
        if doubtful := people.doubtful(value):
            remarks.warn("members-unclear", content.place(remarks), names=doubtful[:_MOST_SHOWN])
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        too_little = least is not None and value < least and not content.written.rstrip().endswith(_SIGNS)
        if too_little or (most is not None and value > most):
            remarks.warn(
                "figure-implausible", content.place(remarks), written=content.written.strip()[:_SHOWN]
            )
