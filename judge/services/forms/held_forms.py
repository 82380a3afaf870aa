"""The forms that are read, and which of them are the organiser's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from imports.forms.definition import FormSet
from imports.forms.library import builtin_forms


@dataclass(frozen=True, slots=True)
class HeldForms:
    """The forms that are read, those that come with Judge if nothing else is said; `own` are texts by key."""

    forms: FormSet = field(default_factory=builtin_forms)
    own: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
