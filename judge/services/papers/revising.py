"""A paper as a revision of a nomination: completed by what it does not ask, and told by what it changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from imports.findings import Finding, Severity
from imports.forms.definition import FormDefinition
from imports.records import FormField, NominationRecord
from imports.remarks import Param
from judge.domain.revision import FieldChange, excerpts


def completed(
    record: NominationRecord, held: Sequence[FormField], form: FormDefinition | None
) -> NominationRecord:
    """The record with the fields that its paper does not ask as they were: a table has few columns."""
    asked = {field.key: field for field in record.fields}
    kept = {field.key: field for field in held if field.key not in asked}
    if not kept:
        return record
    fields = {field.key: asked.get(field.key, field) for field in held} | asked
    columns = form.record if form else {}
    subject, members = (kept.get(columns.get(name, "")) for name in ("subject", "members"))
    if subject and isinstance(subject.value, str):
        record = replace(record, subject=subject.value)
    if members and isinstance(members.value, tuple):
        record = replace(record, members=members.value)
    return replace(record, fields=tuple(fields.values()))


def told(
    record: NominationRecord, head: Mapping[str, Param], changes: Sequence[FieldChange]
) -> Iterator[Finding]:
    """Warning "revision-new" with `head`, and one "revision-field" or "revision-list" for each change."""
    yield Finding("revision-new", Severity.WARNING, record.place, head)
    for change in changes:
        place = replace(record.place, label=change.label)
        if change.is_list:
            parts: dict[str, Param] = {
                "added": change.added,
                "gone": change.gone,
                "moved": change.moved,
            }
            yield Finding("revision-list", Severity.WARNING, place, parts)
        else:
            old, new = excerpts(change)
            yield Finding("revision-field", Severity.WARNING, place, {"old": old, "new": new})
