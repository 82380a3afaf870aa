"""Form definitions from their TOML files: those that come with the package, and an organiser's own."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple, TypeVar

from imports.forms.definition import FormDefinition, FormSet
from imports.forms.form_file import read_form
from rubrics.problems import Problem
from rubrics.toml_file import content_of, parse_toml

Found = TypeVar("Found", Path, Traversable)


class FormsRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Definitions that are not taken; `problems` holds everything wrong with every file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(f"{p.file}: {p.key}: {p.code}" for p in self.problems)


class FormFile(NamedTuple):
    """A definition, the name of its file, and the TOML text that states it, byte for byte."""

    form: FormDefinition
    file: str
    source: bytes


@cache
def builtin_forms() -> FormSet:
    """The forms that come with the package, by key."""
    return FormSet(()).with_forms(one.form for one in builtin_files())


@cache
def builtin_files() -> tuple[FormFile, ...]:
    """The files that come with the package, by file name."""
    return tuple(map(_builtin_file, _builtin_names()))


def builtin_form(key: str) -> FormDefinition | None:
    """The form of that key that comes with the package; it alone is read. None where there is none."""
    # Looked for among those that are there: a key from elsewhere must not lead to other folders.
    name = f"{key}.toml"
    return _builtin_file(name).form if name in _builtin_names() else None


@cache
def _builtin_names() -> tuple[str, ...]:
    return tuple(sorted(file.name for file in _toml(files("imports.forms").iterdir())))


@cache
def _builtin_file(name: str) -> FormFile:
    (read,) = read_files([files("imports.forms") / name])
    return read


def parse(source: str | bytes, name: str) -> FormDefinition:
    """The form that a TOML text defines; `name` is what its problems call it.

    Raises:
        FormsRefused: with every problem of the text at once.
    """
    problems: list[Problem] = []
    form = _parsed(source.encode() if isinstance(source, str) else source, name, problems)
    if form is None or problems:
        raise FormsRefused(tuple(problems))
    return form


def load_forms(paths: Iterable[Path]) -> tuple[FormFile, ...]:
    """The forms of files, and of every TOML file directly in folders.

    Raises:
        FormsRefused: with every problem of every file; also where two files state one key or one title.
    """
    problems: list[Problem] = []
    found = [file for path in paths for file in _files(path, problems)]
    return _read(found, problems)


def read_files(found: Iterable[Traversable]) -> tuple[FormFile, ...]:
    """The forms of those files that are TOML, by file name; as `load_forms`."""
    return _read(sorted(_toml(found), key=lambda file: file.name), [])


def _files(path: Path, problems: list[Problem]) -> list[Path]:
    if not path.is_dir():
        return [path]
    try:
        return sorted(_toml(path.iterdir()), key=lambda file: file.name)
    except OSError:
        problems.append(Problem(str(path), "", "file-unreadable"))
        return []


def _toml(found: Iterable[Found]) -> Iterator[Found]:
    """Those that are TOML; hidden files are other programs' litter."""
    return (file for file in found if file.name.endswith(".toml") and file.name[0] != ".")


def _read(found: Iterable[Traversable], problems: list[Problem]) -> tuple[FormFile, ...]:
    read: list[FormFile] = []
    for file in found:
        name = str(file) if isinstance(file, Path) else file.name
        if isinstance(file, Path) and not file.exists():
            problems.append(Problem(name, "", "file-missing"))
            continue
        source = content_of(file, name, problems)
        form = None if source is None else _parsed(source, name, problems)
        if source is not None and form is not None:
            read.append(FormFile(form, name, source))
    problems += _stated_twice(read)
    if problems:
        raise FormsRefused(tuple(problems))
    return tuple(read)


def _parsed(source: bytes, name: str, problems: list[Problem]) -> FormDefinition | None:
    table = parse_toml(source, name, problems)
    return None if table is None else read_form(table)


def _stated_twice(read: Iterable[FormFile]) -> Iterator[Problem]:
    """Keys and titles by which two forms could not be told apart."""
    keys: dict[str, str] = {}
    titles: dict[str, str] = {}
    for form, file, _ in read:
        if form.key and keys.setdefault(form.key, file) != file:
            yield Problem(file, "key", "form-in-two-files", {"given": form.key, "first": keys[form.key]})
        for index, title in enumerate(form.titles):
            if title and titles.setdefault(title, file) != file:
                params = {"given": title, "first": titles[title]}
                yield Problem(file, f"titles[{index}]", "title-in-two-files", params)
