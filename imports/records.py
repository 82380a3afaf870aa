"""What readers give: one frozen record per quota row, nomination, body's paper, reviewer, score, document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

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
    HISTORY = "history"
    ALIASES = "aliases"
    SCAN = "scan"
    """A picture of a paper: a scanned PDF or a photograph, kept and not read."""
    SCORE_SHEETS = "score-sheets"
    """A reviewer's score sheets as Judge wrote them, filled in."""


@dataclass(frozen=True, slots=True)
class QuotaRecord:
    """One recommending body's row of the quota table; `seats` by quota category key."""

    number: int
    body: str
    seats: Mapping[str, int]
    place: Place


class FormField(NamedTuple):
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
    """One reviewer: `key` as in the table's number column ("" where it has none), the awards they judge.

    What the table does not say is "", () or None: `aliases` are other names of their organisation, `limit`
    the most sheets they take, `section` and `role` (one of `ROLES`) what they are on those awards' panels.
    """

    key: str
    name: str
    organisation: str
    phone: str
    awards: tuple[str, ...]
    place: Place
    aliases: tuple[str, ...] = ()
    languages: str = ""
    limit: int | None = None
    section: str = ""
    role: str = ""


ROLES = ("reviewer", "chair", "secretary")
"""What somebody can be on a panel."""


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
class FilledSheetRecord:
    """A row of a reviewer's score sheets in which anything was filled in or changed.

    `marks` are in ticks by criterion, None for "not applicable"; `before` are those that the workbook was
    written with, as `note_before` is the note. `recused` is the reason of a recusal, "" for none. `head` is
    the digest in hexadecimal of the last act on the sheet that the workbook knows, "" for none; `revision`
    the nomination's revision then.
    """

    nomination: str
    reviewer: str
    head: str
    revision: int
    marks: Mapping[str, int | None]
    before: Mapping[str, int | None]
    note: str
    note_before: str
    recused: str
    place: Place


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of readable text: a heading (`level` 1 to 6), a paragraph (level 0), or a table (`rows`)."""

    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


REPORT = "report"
"""What a document is to its nomination where its form does not say otherwise."""
SCAN = "scan"
"""What a scan is to its nomination where its name does not say what was scanned."""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document attached to a nomination (by key), as readable blocks; the bytes stay in the file.

    `attachment` is the key of what the nomination's form asks for, "report" otherwise. `total` is the one
    figure kept of a self-rating. A scan has no blocks.
    """

    nomination: str
    title: str
    blocks: tuple[Block, ...]
    place: Place
    attachment: str = REPORT
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BodyPaperRecord:
    """A recommending body's own paper: its statistics (`fields`) or its summary of the year (`blocks`)."""

    form: str
    body: str
    fields: tuple[FormField, ...]
    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class PastAwardRecord:
    """An award won in an earlier year, as an earlier list says; `body` is "" where the list has none."""

    year: int
    award: str
    name: str
    organisation: str
    body: str
    place: Place


@dataclass(frozen=True, slots=True)
class AliasRecord:
    """Another name of one organisation: an earlier name, a short one, another spelling."""

    organisation: str
    alias: str
    place: Place


Record = (
    QuotaRecord
    | NominationRecord
    | BodyPaperRecord
    | ReviewerRecord
    | ScoreRecord
    | RecusalRecord
    | FilledSheetRecord
    | DocumentRecord
    | PastAwardRecord
    | AliasRecord
)


@dataclass(frozen=True, slots=True)
class FileReading:
    """All that one file gave: its records, its findings, and the digest that pins its bytes.

    `headings` are those that were confirmed for this import, as written, each with the label that it means.
    """

    path: str
    kind: Kind | None
    sha256: str
    records: Sequence[Record] = ()
    findings: tuple[Finding, ...] = field(default=())
    headings: tuple[tuple[str, str], ...] = ()

    @property
    def refused(self) -> bool:
        """True where a blocking finding keeps the whole file out."""
        return any(f.severity is Severity.BLOCKING for f in self.findings)
