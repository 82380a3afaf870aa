"""The forms that an edition reads: those built in, and the organiser's own."""

from collections.abc import Sequence
from functools import lru_cache

from imports.forms.definition import FormDefinition, FormSet
from imports.forms.library import FormFile, FormsRefused, builtin_form, builtin_forms, parse
from judge.domain.refusal import Refusal
from judge.ledger.pens import SECRETARY
from judge.services.editions.edition import Edition
from judge.services.forms.files import check_against
from judge.services.forms.held_forms import HeldForms
from judge.store.connection import Connection
from judge.store.own_forms import file_forms
from judge.store.pens import head_of
from judge.store.queries import office


def edition_forms(connection: Connection) -> FormSet:
    """The forms that the edition reads: of each key the organiser's own, if one was taken, else the built-in.

    Refusal "form-damaged" (form) where a kept text is no definition any more.
    """
    own = own_sources(connection)
    if not own:
        return builtin_forms()
    return builtin_forms().with_forms(_parsed(key, source) for key, source in own.items())


def edition_form(connection: Connection, key: str) -> FormDefinition | None:
    """One of `edition_forms`, without reading the others: that takes as long as all the rest of a page."""
    own = own_sources(connection).get(key)
    return builtin_form(key) if own is None else _parsed(key, own)


def held_forms(edition: Edition) -> HeldForms:
    """The forms of an edition, to be looked at."""
    with edition.store.read() as connection:
        return HeldForms(edition_forms(connection), own_sources(connection))


def own_sources(connection: Connection) -> dict[str, bytes]:
    """The texts of the organiser's own forms that count, by key."""
    return {form.key: form.source for form in office.forms(connection)}


@lru_cache(maxsize=64)
def _parsed(key: str, source: bytes) -> FormDefinition:
    try:
        return parse(source, f"{key}.toml")
    except FormsRefused as damage:
        raise Refusal("form-damaged", form=key) from damage


def check_forms(edition: Edition, own: Sequence[FormFile]) -> None:
    """Refuse forms that the edition could not take.

    Raises:
        FileFaults: as `check_against`.
    """
    with edition.store.read() as connection:
        check_against(edition.programme, own, edition_forms(connection))


def take_forms(edition: Edition, own: Sequence[FormFile], *, dry_run: bool = False) -> tuple[str, ...]:
    """Read these forms from now on; gives the keys of those that are new or changed.

    With `dry_run` nothing is written.

    Raises:
        FileFaults: as `check_against`.
    """
    with edition.store.write() as connection:
        head = head_of(connection, SECRETARY, locked=True)
        held = own_sources(connection)
        check_against(edition.programme, own, edition_forms(connection))
        fresh = {one.form.key: one.source for one in own if held.get(one.form.key) != one.source}
        if fresh and not dry_run:
            file_forms(connection, head, edition.id, fresh, edition.now())
    return tuple(sorted(fresh))
