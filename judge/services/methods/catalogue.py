"""Where methods come from: built into Judge, a file of the organiser's, or what an edition was made with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from judge.domain.refusal import Refusal
from judge.scoring.method import Method
from judge.services.editions.edition import Edition
from judge.services.editions.rules import method_from_toml, read_method

OWN = "edition"
"""The name of the method that an edition was made with."""

FOLDER = "methods"
"""Where a folder of rubrics may hold the organiser's methods, a TOML file each."""

_KEY = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class NamedMethod:
    """A method and the name or path by which it was asked for."""

    name: str
    method: Method


@cache
def builtin_methods() -> Mapping[str, Method]:
    """The methods that come with Judge, by name; the default first, the rest in alphabetical order."""
    found = [file for file in files(__package__).joinpath("builtin").iterdir() if file.name.endswith(".toml")]
    read = {file.name.removesuffix(".toml"): method_from_toml(file.read_bytes(), file.name) for file in found}
    return {name: read[name] for name in sorted(read, key=lambda name: (name != "default", name))}


def named_method(asked: str, *, edition: Edition | None = None, rubrics: Path | None = None) -> NamedMethod:
    """The method of a name, or of a TOML file.

    Args:
        asked: a name, or the path of a file: what ends in .toml, or has a folder in it, or is no name.
        edition: whose own method "edition" stands for.
        rubrics: a folder of rubrics; a name may be that of a file in its folder "methods".

    Refusal codes: "method-unknown" (name, known), those of `read_method`. Raises FileFaults with every
    problem of a file.
    """
    if asked == OWN and edition:
        return NamedMethod(asked, edition.method)
    path = Path(asked)
    if asked.endswith(".toml") or path.name != asked or not _KEY.fullmatch(asked):
        return NamedMethod(asked, read_method(path))
    own = rubrics / FOLDER / f"{asked}.toml" if rubrics else None
    if own and own.is_file():
        return NamedMethod(asked, read_method(own))
    if asked in builtin_methods():
        return NamedMethod(asked, builtin_methods()[asked])
    if path.is_file():
        return NamedMethod(asked, read_method(path))
    known = (*((OWN,) if edition else ()), *builtin_methods())
    raise Refusal("method-unknown", name=asked, known=known)
