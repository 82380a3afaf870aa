"""What readers give: one frozen record per quota row, nomination, reviewer, score or document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from imports.findings import Finding, Place, Severity

FieldValue = str | int | bool | Decimal | tuple[str, ...] | None
"""A form field as read: text, whole number, yes/no, exact decimal, ordered list; None for nothing filled."""


class Kind(StrEnum):
    """What a file is, as found by `imports.detect` or said by the user."""

    QUOTAS = "quotas"
    NOMINATIONS = "nominations"
    FORM = "form"
    REVIEWERS = "reviewers"
    SCORES = "scores"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class QuotaRecord:
    """One recommending body's row of the quota table; `seats` by quota category key."""

    number: int
    body: str
    seats: Mapping[str, int]
    place: Place


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form: its key, its label and its content as written, and the value read from it."""

    key: str
    label: str
    written: str
    value: FieldValue


@dataclass(frozen=True, slots=True)
class NominationRecord:
    """One candidate for one award, as filed.

    `name` is the group's, team's, enterprise's or person's; `organisation` the enterprise as sealed;
    `subject` the result's title where the form has one. `members` keep filed order and spelling.
    """

    award: str
    body: str
    name: str
    organisation: str
    subject: str
    members: tuple[str, ...]
    fields: tuple[FormField, ...]
    place: Place

    def value(self, key: str) -> FieldValue:
        """The value of the form field called `key`; None where the form has no such field."""
        return next((f.value for f in self.fields if f.key == key), None)


@dataclass(frozen=True, slots=True)
class ReviewerRecord:
    """One reviewer: `key` as in the table's number column ("" where it has none), the awards they judge."""

    key: str
    name: str
    organisation: str
    phone: str
    awards: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ScoreRecord:
    """One mark of a panel score table, resolved against the register.

    `ticks` is None for a criterion marked not applicable. `nomination`, `reviewer` and `criterion` are keys.
    """

    nomination: str
    reviewer: str
    criterion: str
    ticks: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class RecusalRecord:
    """A row of a panel score table that says 回避 or "recused" instead of points."""

    nomination: str
    reviewer: str
    place: Place


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of readable text: a heading (`level` 1 to 6), a paragraph (level 0), or a table (`rows`)."""

    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document attached to a nomination (by key), as readable blocks; the bytes stay in the file."""

    nomination: str
    title: str
    blocks: tuple[Block, ...]
    place: Place


Record = QuotaRecord | NominationRecord | ReviewerRecord | ScoreRecord | RecusalRecord | DocumentRecord


@dataclass(frozen=True, slots=True)
class FileReading:
    """All that one file gave: its records, its findings, and the digest that pins its bytes."""

    path: str
    kind: Kind | None
    sha256: str
    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @property
    def refused(self) -> bool:
        """True where a blocking finding keeps the whole file out."""
        return any(f.severity is Severity.BLOCKING for f in self.findings)
