"""What a form is made of, as types; the forms themselves are the TOML files beside this module."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from imports.findings import Severity
from rubrics.model import Text


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
    CHOICES = "choices"
    """Several boxes, each ticked or not; the value is the words of those ticked."""
    LIST = "list"


class FormSort(StrEnum):
    """What a form is for."""

    NOMINATION = "nomination"
    STATISTICS = "statistics"
    """A recommending body's figures for the year; evidence, judged by nobody."""
    SUMMARY = "summary"
    """A recommending body's narrative of the year; evidence, judged by nobody."""


class Seat(StrEnum):
    """Where a field's content stands."""

    CELL = "cell"
    """In the cell to the right of its label."""
    HEAD = "head"
    """In the head line above the table, behind its label."""
    INSIDE = "inside"
    """In its label's own cell, behind the label."""
    BEHIND_UNIT = "behind-unit"
    """In the cell to the right of its unit's, which is the one to the right of its label."""


class Identifies(StrEnum):
    """Whom a field's content gives away, to whoever must not know whose nomination it is."""

    GROUP = "group"
    """A group's or a team's name."""
    ORGANISATION = "organisation"
    BODY = "body"
    """The recommending body."""
    PERSON = "person"
    PHONE = "phone"
    CONTACT = "contact"
    """Where a letter would reach them: address, postcode, e-mail, department."""


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
    `quota` names the quota category whose nominations the figure counts. `choices` are the words beside the
    boxes; `box_first` where a blank form prints the boxes before the words. `unit_cell` is the unit that the
    form prints in a cell of its own. `identifies` says whom the content gives away; reviewers who judge blind
    do not read it.
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
    quota: str = ""
    choices: tuple[str, ...] = ()
    box_first: bool = False
    unit_cell: str = ""
    identifies: Identifies | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which the field's values are kept: its own, or its parts'."""
        return tuple(part.key for part in self.parts) or (self.key,)


@dataclass(frozen=True, slots=True)
class Box:
    """A field's place in a row: its key (a pair's first), and how many of the page's twelve columns it takes.

    0 columns: an even share of what the row's other boxes leave.
    """

    key: str
    columns: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """How a blank form is printed; without `rows`, one row for each field.

    `column_heads` head a table of figures; `prompt` stands in the space for a long text, `stamp` ends it;
    `below` stands beneath the table.
    """

    rows: tuple[tuple[Box, ...], ...] = ()
    column_heads: tuple[str, ...] = ()
    prompt: tuple[str, ...] = ()
    stamp: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal that the paper form must bear; nobody can see it in the file, so a person ticks it off."""

    key: str
    title: Text


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that is filed beside the form.

    `titles` are words of its file name or heading by which it is told. More characters than
    `most_characters` hold the nomination up, far from `about_characters` is only said. `total_labels` stand
    before the one figure that is kept of a self-rating, as evidence and never as a score.
    """

    key: str
    title: Text
    titles: tuple[str, ...] = ()
    most_characters: int | None = None
    about_characters: int | None = None
    total_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class FormDefinition:
    """One form: its titles without year, its fields, and which of them fill the record's own columns.

    `record` maps `body`, `name`, `organisation`, `subject` and `members` of a nomination to field keys; of
    other sorts of forms, `body` alone. `period` is the line below the title of a form whose title names no
    year, with {year} for the edition's and {before} for the one before. `about_characters` is how long a
    summary should be. Compared by identity, so that what is worked out of a form is kept.
    """

    key: str
    paper: str
    titles: tuple[str, ...]
    fields: tuple[FieldDefinition, ...]
    record: Mapping[str, str]
    sort: FormSort = FormSort.NOMINATION
    seals: tuple[Seal, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    period: str = ""
    about_characters: int | None = None
    layout: Layout = Layout()

    def title_of(self, year: int) -> str:
        """The title as printed for a year."""
        return self.titles[0] if self.period else f"{year}年{self.titles[0]}"

    def period_of(self, year: int) -> str:
        """The line below the title that says which months the form covers; "" where it has none."""
        return self.period.replace("{year}", f"{year}").replace("{before}", f"{year - 1}")


@dataclass(frozen=True, slots=True, eq=False)
class FormSet:
    """The forms that an edition takes: those built in, and the organiser's own."""

    definitions: tuple[FormDefinition, ...]

    def form(self, key: str) -> FormDefinition | None:
        """The form called `key`; None where there is none."""
        return next((form for form in self.definitions if form.key == key), None)

    def with_forms(self, own: Iterable[FormDefinition]) -> "FormSet":
        """The set with more forms; one of a key that is there takes the other's place."""
        by_key = {form.key: form for form in (*self.definitions, *own)}
        return FormSet(tuple(by_key[key] for key in sorted(by_key)))
