"""Read the rules that an organiser brings: a programme of rubrics, a scoring method."""

from pathlib import Path
from types import MappingProxyType

from judge.domain.refusal import Fault, FileFaults, Refusal
from judge.scoring.method import Method
from judge.scoring.problems import MethodRefused
from rubrics.catalogue import builtin_keys, load_builtin, load_file, load_folder
from rubrics.model import Programme
from rubrics.problems import Problem, RubricsRefused
from rubrics.toml_file import plain_toml

_LARGEST_METHOD = 64 * 1024
"""Bytes; a method file has a dozen lines."""


def read_programme(name: str) -> Programme:
    """A built-in programme by key, or the programme of a folder, or of one rubric file.

    Raises:
        FileFaults: with every problem of every file of the folder.
        Refusal: "programme-unknown" where `name` is none of these.
    """
    if name in builtin_keys():
        return load_builtin(name)
    path = Path(name)
    if not path.is_dir() and not (path.is_file() and path.suffix == ".toml"):
        raise Refusal("programme-unknown", name=name, known=builtin_keys())
    try:
        return load_folder(path) if path.is_dir() else load_file(path)
    except RubricsRefused as refused:
        raise FileFaults(tuple(Fault(p.file, p.key, p.code, p.params) for p in refused.problems)) from None


def read_method(path: Path) -> Method:
    """The scoring method of a TOML file.

    Raises:
        FileFaults: with every problem of the file.
        Refusal: "file-missing", "file-unreadable", "file-too-large".
    """
    if not path.exists():
        raise Refusal("file-missing", file=str(path))
    if not path.is_file():
        raise Refusal("file-unreadable", file=str(path))
    try:
        data = path.read_bytes()
    except OSError:
        raise Refusal("file-unreadable", file=str(path)) from None
    return method_from_toml(data, str(path))


def method_from_toml(data: bytes, name: str) -> Method:
    """The scoring method of a TOML file's bytes; `name` stands in what is said of it.

    Raises:
        FileFaults: with every problem of the file.
    """
    if len(data) > _LARGEST_METHOD:
        large = MappingProxyType({"limit": _LARGEST_METHOD})
        raise FileFaults((Fault(name, "", "method-file-too-large", large),))
    problems: list[Problem] = []
    settings = plain_toml(data, name, problems)
    if settings is None:
        raise FileFaults(tuple(Fault(p.file, p.key, p.code, p.params) for p in problems))
    try:
        return Method.from_mapping(settings)
    except MethodRefused as refused:
        raise FileFaults(tuple(Fault(name, "", p.code, p.params) for p in refused.problems)) from None
