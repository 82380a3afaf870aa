"""What a form is made of, as types; the forms themselves are the TOML files beside this module."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from imports.findings import Severity


class FieldType(StrEnum):
    """How a field's content is read."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    COUNT = "count"
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    PAIR = "pair"
    """Two figures in one cell."""
    YES_NO = "yes-no"
    LIST = "list"


class Seat(StrEnum):
    """Where a field's content stands."""

    CELL = "cell"
    """In the cell to the right of its label."""
    HEAD = "head"
    """In the head line above the table, behind its label."""
    INSIDE = "inside"
    """In its label's own cell, behind the label."""


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a pair: its field key, how it is read, and the units it may be written with."""

    key: str
    type: FieldType
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldDefinition:
    """One field of a form.

    `labels` are the label and its variants, the published one first. `use` holds letters: K certificate
    and export, Q quota, C conflict check, O contact only. `most` limits a list's items; `least` and
    `most` bound what is plausible of a figure. `parts` are a pair's two fields, whose `key` is then "".
    """

    key: str
    type: FieldType
    labels: tuple[str, ...]
    at: Seat = Seat.CELL
    use: str = ""
    if_missing: Severity | None = None
    least: int | None = None
    most: int | None = None
    units: tuple[str, ...] = ()
    unit: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """One form: its titles without year, its fields, and which of them fill the record's own columns.

    `record` maps `body`, `name`, `organisation`, `subject` and `members` of a nomination to field keys.
    """

    key: str
    paper: str
    titles: tuple[str, ...]
    fields: tuple[FieldDefinition, ...]
    record: Mapping[str, str]
