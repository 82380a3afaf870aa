"""Definitions of forms that an organiser brings: read from their files, and checked against a programme."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from imports.forms.definition import FormSet, FormSort
from imports.forms.library import FormFile, FormsRefused, builtin_forms, load_forms
from judge.domain.refusal import Fault, FileFaults, Param, Refusal
from rubrics.model import Programme


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
    awards = tuple(award.form for award in programme.awards if award.form)
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
