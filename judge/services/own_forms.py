"""The forms that an edition takes: those built in, and the organiser's own, taken from their files."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection

from imports.forms.definition import FormDefinition, FormSet, FormSort
from imports.forms.library import FormFile, FormsRefused, builtin_forms, load_forms, parse
from judge.domain.refusal import Fault, FileFaults, Param, Refusal
from judge.ledger.pens import SECRETARY
from judge.services.editions import Edition
from judge.store.own_forms import file_forms
from judge.store.pens import head_of
from judge.store.queries import office
from rubrics.model import Programme


def edition_forms(connection: Connection) -> FormSet:
    """The forms that the edition reads: of each key the organiser's own, if one was taken, else the built-in.

    Refusal "form-damaged" (form) where a kept text is no definition any more.
    """
    own = own_sources(connection)
    if not own:
        return builtin_forms()
    return builtin_forms().with_forms(_parsed(key, source) for key, source in own.items())


def own_sources(connection: Connection) -> dict[str, bytes]:
    """The texts of the organiser's own forms that count, by key."""
    return {form.key: form.source for form in office.forms(connection)}


@lru_cache(maxsize=64)
def _parsed(key: str, source: bytes) -> FormDefinition:
    try:
        return parse(source, f"{key}.toml")
    except FormsRefused as damage:
        raise Refusal("form-damaged", form=key) from damage


def read_own_forms(paths: Sequence[Path]) -> tuple[FormFile, ...]:
    """The forms of TOML files and folders of them.

    Raises:
        FileFaults: with every problem of every file.
        Refusal: "forms-missing" (folder) where there is no file at all.
    """
    try:
        own = load_forms(paths)
    except FormsRefused as refused:
        raise FileFaults(tuple(Fault(p.file, p.key, p.code, p.params) for p in refused.problems)) from None
    if not own:
        raise Refusal("forms-missing", folder=tuple(map(str, paths)))
    return own


def own_forms_for(programme: Programme, folder: Path) -> dict[str, bytes]:
    """The texts of a folder's forms by key, for an edition that is to be made.

    Raises:
        FileFaults: as `read_own_forms` and `check_against`.
    """
    own = read_own_forms([folder])
    check_against(programme, own, builtin_forms())
    return {one.form.key: one.source for one in own}


def check_against(programme: Programme, own: Sequence[FormFile], held: FormSet) -> None:
    """Refuse forms that the edition could not use, or not tell from others.

    Raises:
        FileFaults: "form-of-no-award" (given, known), "category-unknown" (given, known), "title-taken"
            (given, taken_by), each at its file and key.
    """
    together = held.with_forms(one.form for one in own)
    faults = tuple(fault for one in own for fault in _faults(programme, one, together))
    if faults:
        raise FileFaults(faults)


def _faults(programme: Programme, own: FormFile, together: FormSet) -> Iterator[Fault]:
    form = own.form
    awards = tuple(award.form for award in programme.awards)
    if form.sort is FormSort.NOMINATION and form.key not in awards:
        yield Fault(own.file, "key", "form-of-no-award", {"given": form.key, "known": awards})
    categories = tuple(category.key for category in programme.quota_categories)
    for index, field in enumerate(form.fields):
        if field.quota and field.quota not in categories:
            said: dict[str, Param] = {"given": field.quota, "known": categories}
            yield Fault(own.file, f"fields[{index}].quota", "category-unknown", said)
    for index, title in enumerate(form.titles):
        for other in together.definitions:
            if other.key != form.key and title in other.titles:
                params = {"given": title, "taken_by": other.key}
                yield Fault(own.file, f"titles[{index}]", "title-taken", params)


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
