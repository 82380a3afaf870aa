"""A paper as a revision of a nomination: completed by what it does not say, and told by what it changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from imports.findings import Finding, Severity
from imports.forms.definition import FormDefinition
from imports.records import FormField, NominationRecord
from imports.remarks import Param
from judge.domain.revision import FieldChange, excerpts
from judge.services.papers.joining import Joint, in_form_order, loosely, with_fields


def completed(
    joint: Joint, held: Sequence[FormField], form: FormDefinition | None, *, has_form: bool
) -> NominationRecord:
    """The record of papers with all that they do not say as it is filed.

    That is what they do not ask, what they leave empty, unless one of them is named a paper of the
    nomination, and what a table says in no more than another spelling where a form is filed (`has_form`) or
    comes with it.
    """
    by_form = has_form or any(saying.is_form for saying in joint.sayings)
    emptied = {key for saying in joint.sayings if saying.is_named for key in saying.asks()}
    asked = {field.key: field for field in joint.record.fields}

    def stays(filed: FormField) -> bool:
        giver = joint.givers.get(filed.key)
        if giver is None:
            return filed.key not in emptied
        return by_form and not giver.is_form and loosely(filed) == loosely(asked[filed.key])

    kept = {field.key: field for field in held if stays(field)}
    if not kept:
        return joint.record
    fields = {field.key: field for field in held} | asked | kept
    return with_fields(joint.record, in_form_order(fields.values(), form), form)


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
