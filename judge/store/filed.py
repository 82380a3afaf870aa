"""A nomination and its papers as the bytes that the edition keeps; exact both ways."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import cast

from imports.records import Block, FieldValue, FormField, NominationRecord
from judge.ledger.canonical import Value, decode, encode

_DECIMAL = "decimal"


def filed_bytes(record: NominationRecord) -> bytes:
    """Canonical bytes of what a nomination says: fields in form order, members in filed order."""
    return encode(
        {
            "fields": _spelled(record.fields),
            "members": list(record.members),
            "subject": record.subject,
        }
    )


def fields_bytes(fields: Sequence[FormField]) -> bytes:
    """Canonical bytes of the fields of a paper that is no nomination; `filed_fields` reads them back."""
    return encode({"fields": _spelled(fields)})


def _spelled(fields: Sequence[FormField]) -> list[Value]:
    return [[f.key, f.label, f.written, _spell(f.value)] for f in fields]


def filed_fields(data: bytes) -> tuple[FormField, ...]:
    """The form fields that `filed_bytes` kept."""
    fields = cast("Sequence[tuple[str, str, str, Value]]", _object(data)["fields"])
    return tuple(FormField(key, label, written, _read(value)) for key, label, written, value in fields)


def filed_members(data: bytes) -> tuple[str, ...]:
    """The members that `filed_bytes` kept, in filed order."""
    return tuple(cast("Sequence[str]", _object(data)["members"]))


def blocks_bytes(blocks: Sequence[Block]) -> bytes:
    """Canonical bytes of a document's readable text."""
    return encode([[b.level, b.text, [list(row) for row in b.rows]] for b in blocks])


def blocks_from(data: bytes) -> tuple[Block, ...]:
    """The blocks that `blocks_bytes` kept."""
    kept = cast("Sequence[tuple[int, str, Sequence[Sequence[str]]]]", decode(data))
    return tuple(Block(text, level, tuple(tuple(row) for row in rows)) for level, text, rows in kept)


def _object(data: bytes) -> Mapping[str, Value]:
    return cast("Mapping[str, Value]", decode(data))


def _spell(value: FieldValue) -> Value:
    if isinstance(value, Decimal):
        return {_DECIMAL: str(value)}
    return list(value) if isinstance(value, tuple) else value


def _read(value: Value) -> FieldValue:
    if isinstance(value, dict):
        return Decimal(str(value[_DECIMAL]))
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return cast("FieldValue", value)
