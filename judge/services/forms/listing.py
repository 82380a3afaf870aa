"""What can be said of the forms that Judge reads: which there are, what each says, its blank."""

from dataclasses import dataclass
from pathlib import Path

from imports.forms.definition import FormDefinition, FormSort
from imports.forms.library import builtin_files
from judge.domain.refusal import Refusal
from judge.services.forms.blanks import write_blank
from judge.services.forms.held_forms import HeldForms


@dataclass(frozen=True, slots=True)
class ListedForm:
    """A form that is read: `own` where it is the organiser's, else it came with Judge."""

    key: str
    paper: str
    title: str
    sort: FormSort
    fields: int
    own: bool


def list_forms(held: HeldForms) -> tuple[ListedForm, ...]:
    """The forms by key."""
    return tuple(
        ListedForm(form.key, form.paper, form.titles[0], form.sort, len(form.fields), form.key in held.own)
        for form in held.forms.definitions
    )


def form_source(held: HeldForms, key: str) -> str:
    """The TOML text of a form; Refusal "form-not-there" (key, known)."""
    _form(held, key)
    sources = {one.form.key: one.source for one in builtin_files()} | dict(held.own)
    return sources[key].decode("utf-8-sig")


def write_blank_form(held: HeldForms, key: str, target: Path, year: int, *, replace: bool = False) -> None:
    """Write the blank of a form; Refusal "form-not-there" (key, known) and those of `write_blank`."""
    write_blank(_form(held, key), year, target, replace=replace)


def _form(held: HeldForms, key: str) -> FormDefinition:
    form = held.forms.form(key)
    if form is None:
        raise Refusal("form-not-there", key=key, known=tuple(one.key for one in held.forms.definitions))
    return form
