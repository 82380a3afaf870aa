"""What the papers of one import say of one nomination: where they contradict each other, and put together.

A body sends a table of all its nominations and a form of each, and neither says everything. What one of them
leaves empty or does not ask is taken from another. Between a form and a table, names that differ in nothing
but blanks, widths or the shape of brackets are the same, and the form's spelling counts: it bears the seal.
Nothing here depends on the order in which files come.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import NamedTuple

from imports.forms.definition import FormDefinition
from imports.matching import text_key
from imports.records import FormField, NominationRecord
from judge.domain.stated import stated


@dataclass(frozen=True, slots=True)
class Saying:
    """One paper's record of a nomination, and the file that it stands in.

    `is_named` where somebody says which nomination it is of: then what it leaves empty is meant to be empty.
    """

    file: str
    sha256: str
    is_form: bool
    record: NominationRecord
    is_named: bool = False

    def asks(self) -> set[str]:
        """The keys of the fields that the paper has."""
        return {field.key for field in self.record.fields}

    def states(self) -> set[str]:
        """The keys of the fields in which it says anything, if only that they are empty."""
        return {field.key for field in self.record.fields if self.is_named or stated(field) != ""}


@dataclass(frozen=True, slots=True)
class Joint:
    """Papers put together: the record, whose paper each stated field is from, and all, the first foremost.

    The foremost is the one that the nomination is filed from: a form before a table, then the fuller one.
    """

    record: NominationRecord
    givers: Mapping[str, Saying]
    sayings: Sequence[Saying]


class Contradiction(NamedTuple):
    """A field as a paper says it, and another paper that says it otherwise."""

    here: FormField
    there: FormField
    other: Saying


def loosely(field: FormField | None) -> Hashable:
    """Equal for fields that say the same in whatever spelling; "" for one that says nothing."""
    said = stated(field)
    if isinstance(said, str):
        return text_key(said)
    value = field.value if field else None
    if isinstance(value, str):
        return False, text_key(value)
    if isinstance(value, tuple):
        return False, tuple(map(text_key, value))
    return said


class _Views:
    """What papers of one sort, forms or tables, state in one field; of each view, one of them."""

    def __init__(self, views: Iterable[tuple[FormField, Saying]]) -> None:
        self._exact: dict[Hashable, tuple[FormField, Saying]] = {}
        for field, saying in views:
            self._exact.setdefault(stated(field), (field, saying))
        self._loose: dict[Hashable, tuple[FormField, Saying]] | None = None

    def against(self, field: FormField) -> tuple[FormField, Saying] | None:
        """A view that is not quite the field's."""
        return _other(self._exact, stated(field))

    def far_from(self, field: FormField) -> tuple[FormField, Saying] | None:
        """A view that is not the field's in any spelling."""
        if not self._exact or (len(self._exact) == 1 and stated(field) in self._exact):
            return None
        if self._loose is None:
            self._loose = {}
            for view in self._exact.values():
                self._loose.setdefault(loosely(view[0]), view)
        return _other(self._loose, loosely(field))


def _other(
    views: Mapping[Hashable, tuple[FormField, Saying]], said: Hashable
) -> tuple[FormField, Saying] | None:
    return next((view for key, view in views.items() if key != said), None)


def contradictions(sayings: Sequence[Saying]) -> Callable[[Saying], Iterator[Contradiction]]:
    """What tells of any paper the fields in which one of `sayings` contradicts it."""
    views: dict[tuple[str, bool], list[tuple[FormField, Saying]]] = {}
    for saying in sorted(sayings, key=lambda one: (one.sha256, one.file)):
        for field in saying.record.fields:
            if stated(field) != "":
                views.setdefault((field.key, saying.is_form), []).append((field, saying))
    by_field = {key: _Views(of) for key, of in views.items()}
    none = _Views(())

    def of(saying: Saying) -> Iterator[Contradiction]:
        for field in saying.record.fields:
            if stated(field) == "":
                continue
            alike = by_field.get((field.key, saying.is_form), none)
            others = by_field.get((field.key, not saying.is_form), none)
            against = alike.against(field) or others.far_from(field)
            if against is not None:
                yield Contradiction(field, *against)

    return of


def joined(sayings: Sequence[Saying], form: FormDefinition | None) -> Joint:
    """Papers that do not contradict each other as one; a single one as it is."""
    ordered = sorted(sayings, key=_precedence)
    givers: dict[str, Saying] = {}
    fields: dict[str, FormField] = {}
    for saying in ordered:
        for field in saying.record.fields:
            if stated(field) != "" and field.key not in givers:
                givers[field.key] = saying
                fields[field.key] = field
            fields.setdefault(field.key, field)
    foremost = ordered[0].record
    if len(ordered) == 1:
        return Joint(foremost, givers, ordered)
    return Joint(with_fields(foremost, in_form_order(fields.values(), form), form), givers, ordered)


def _precedence(saying: Saying) -> tuple[bool, int, str]:
    full = sum(stated(field) != "" for field in saying.record.fields)
    return not saying.is_form, -full, saying.sha256


def in_form_order(fields: Iterable[FormField], form: FormDefinition | None) -> tuple[FormField, ...]:
    """The fields as the form prints them; what it does not know stays behind in the order given."""
    keys = [key for field in form.fields for key in field.keys] if form else []
    turns = {key: turn for turn, key in enumerate(keys)}
    numbered = ((turns.get(field.key, len(turns)), field) for field in fields)
    return tuple(field for _, field in sorted(numbered, key=itemgetter(0)))


def with_fields(
    record: NominationRecord, fields: tuple[FormField, ...], form: FormDefinition | None
) -> NominationRecord:
    """The record with other fields, and with what it takes from them."""
    values = {field.key: field.value for field in fields}
    said = {name: values.get(form.record.get(name, "") if form else name) for name in _TAKEN}
    members = said.pop("members")
    texts = {name: value for name, value in said.items() if isinstance(value, str)}
    return replace(
        record,
        fields=fields,
        name=texts.get("name", record.name),
        organisation=texts.get("organisation", record.organisation),
        subject=texts.get("subject", ""),
        members=members if isinstance(members, tuple) else (),
    )


_TAKEN = ("name", "organisation", "subject", "members")
