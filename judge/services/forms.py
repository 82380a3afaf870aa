"""What can be said of the forms that Judge reads: which there are, what each says, its blank."""

from dataclasses import dataclass
from pathlib import Path

from imports.forms.definition import FormDefinition, FormSet, FormSort
from imports.forms.library import builtin_files, builtin_forms
from judge.domain.refusal import Refusal
from judge.services.blank_forms import write_blank
from judge.services.editions import Edition
from judge.services.own_forms import edition_forms, own_sources


@dataclass(frozen=True, slots=True)
class ListedForm:
    """A form that is read: `own` where it is the organiser's, else it came with Judge."""

    key: str
    paper: str
    title: str
    sort: FormSort
    fields: int
    own: bool


def list_forms(edition: Edition | None = None) -> tuple[ListedForm, ...]:
    """The forms that an edition reads, or those that come with Judge, by key."""
    own = _own(edition)
    return tuple(
        ListedForm(form.key, form.paper, form.titles[0], form.sort, len(form.fields), form.key in own)
        for form in _forms(edition).definitions
    )


def form_source(key: str, edition: Edition | None = None) -> str:
    """The TOML text of a form; Refusal "form-not-there" (key, known)."""
    _form(key, edition)
    own = _own(edition)
    sources = {one.form.key: one.source for one in builtin_files()} | own
    return sources[key].decode("utf-8-sig")


def write_blank_form(key: str, target: Path, year: int, edition: Edition | None = None) -> None:
    """Write the blank of a form; Refusal "form-not-there" (key, known) and those of `write_blank`."""
    write_blank(_form(key, edition), year, target)


def _form(key: str, edition: Edition | None) -> FormDefinition:
    forms = _forms(edition)
    form = forms.form(key)
    if form is None:
        raise Refusal("form-not-there", key=key, known=tuple(one.key for one in forms.definitions))
    return form


def _forms(edition: Edition | None) -> FormSet:
    if edition is None:
        return builtin_forms()
    with edition.store.read() as connection:
        return edition_forms(connection)


def _own(edition: Edition | None) -> dict[str, bytes]:
    if edition is None:
        return {}
    with edition.store.read() as connection:
        return own_sources(connection)
