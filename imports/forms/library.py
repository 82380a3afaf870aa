"""The form definitions that come with the package, read from their TOML files once."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from imports.findings import Severity
from imports.forms.definition import FieldDefinition, FieldType, FormDefinition, FormSet, Part, Seat

_COLUMNS = {"body", "name", "organisation", "subject", "members"}
_NEEDED_COLUMNS = {"body", "name", "organisation"}


@cache
def builtin_forms() -> FormSet:
    """The forms that come with the package, by file name."""
    sources = sorted(
        (f for f in files("imports.forms").iterdir() if f.name.endswith(".toml")), key=lambda f: f.name
    )
    return FormSet(tuple(parse(source.read_text("utf-8"), source.name) for source in sources))


def parse(source: str, name: str) -> FormDefinition:
    """The form that a TOML text defines.

    Raises:
        ValueError: with every problem of the text at once, each with `name` and the field.
    """
    try:
        raw = tomllib.loads(source)
        form = FormDefinition(
            key=raw["key"],
            paper=raw["paper"],
            titles=tuple(raw["titles"]),
            fields=tuple(map(_field, raw["fields"])),
            record=MappingProxyType(dict(raw["record"])),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{name}: {error!r}") from error
    if problems := list(_problems(form)):
        raise ValueError("\n".join(f"{name}: {problem}" for problem in problems))
    return form


def _field(raw: dict[str, Any]) -> FieldDefinition:
    settings = dict(raw)
    missing = settings.pop("if_missing", None)
    return FieldDefinition(
        key=settings.pop("key", ""),
        type=FieldType(settings.pop("type")),
        labels=tuple(settings.pop("labels")),
        at=Seat(settings.pop("at", Seat.CELL)),
        if_missing=None if missing is None else Severity(missing),
        units=tuple(settings.pop("units", ())),
        parts=tuple(map(_part, settings.pop("parts", ()))),
        **settings,
    )


def _part(raw: dict[str, Any]) -> Part:
    return Part(raw["key"], FieldType(raw["type"]), tuple(raw.get("units", ())))


def _problems(form: FormDefinition) -> Iterator[str]:
    keys = [key for field in form.fields for key in ([p.key for p in field.parts] or [field.key])]
    for key in dict.fromkeys(keys):
        if not key or keys.count(key) > 1:
            yield f"field key {key!r} is empty or not unique"
    for field in form.fields:
        if not field.labels:
            yield f"field {field.key!r} has no label"
        if (field.type is FieldType.PAIR) != (len(field.parts) == 2):
            yield f"field {field.key!r}: a pair, and only a pair, has two parts"
        if (field.type is FieldType.MONEY) != bool(field.unit):
            yield f"field {field.key!r}: money, and only money, has a unit"
    for column, key in form.record.items():
        if column not in _COLUMNS or key not in keys:
            yield f"record column {column!r} or its field {key!r} is unknown"
    for column in sorted(_NEEDED_COLUMNS - set(form.record)):
        yield f"record column {column!r} is not filled"
