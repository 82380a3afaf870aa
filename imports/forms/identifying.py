"""Which fields of a form say whose nomination it is, and what of that each of them says."""

from collections.abc import Mapping
from types import MappingProxyType

from imports.forms.definition import FieldDefinition, FieldType, FormDefinition, Identifies

_OF_RECORD = {
    "body": Identifies.BODY,
    "name": Identifies.GROUP,
    "organisation": Identifies.ORGANISATION,
    "members": Identifies.PERSON,
}
_OF_USE = {"O": Identifies.CONTACT, "C": Identifies.PERSON}


def identifying_fields(form: FormDefinition | None) -> Mapping[str, Identifies]:
    """By a field's key, what it gives away; without a form, what records call by the names of their columns.

    Where a field of an organiser's form says nothing of it, as in those taken before forms could, its use and
    its column decide: better a text masked that could have stood than a name read that should not.
    """
    if form is None:
        return MappingProxyType(_OF_RECORD)
    columns = {key: column for column, key in form.record.items()}
    found = {field.key: _identified(field, columns.get(field.key, "")) for field in form.fields if field.key}
    return MappingProxyType({key: what for key, what in found.items() if what})


def _identified(field: FieldDefinition, column: str) -> Identifies | None:
    if field.identifies:
        return field.identifies
    if column in _OF_RECORD:
        return _OF_RECORD[column]
    worded = field.type in {FieldType.TEXT, FieldType.LIST}
    return next((what for letter, what in _OF_USE.items() if worded and letter in field.use), None)
