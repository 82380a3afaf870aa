"""Read the rules that an organiser brings: a programme of rubrics, a scoring method."""

import re
import tomllib
from pathlib import Path

from judge.domain.refusal import Fault, FileFaults, Param, Refusal
from judge.scoring.method import Method
from judge.scoring.problems import MethodRefused
from rubrics.catalogue import builtin_keys, load_builtin, load_file, load_folder
from rubrics.model import Programme
from rubrics.problems import RubricsRefused
from rubrics.toml_file import exact_decimal

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
    if len(data) > _LARGEST_METHOD:
        raise _fault(path, "method-file-too-large", limit=_LARGEST_METHOD)
    try:
        return Method.from_mapping(tomllib.loads(data.decode(), parse_float=exact_decimal))
    except UnicodeDecodeError as error:
        raise _fault(path, "file-not-utf8", line=data[: error.start].count(b"\n") + 1) from None
    except tomllib.TOMLDecodeError as error:
        raise _fault(path, "toml-syntax", line=_line_of(error)) from None
    except MethodRefused as refused:
        raise FileFaults(tuple(Fault(str(path), "", p.code, p.params) for p in refused.problems)) from None


def _fault(path: Path, code: str, **params: Param) -> FileFaults:
    return FileFaults((Fault(str(path), "", code, params),))


def _line_of(error: tomllib.TOMLDecodeError) -> int:
    """The line that the parser names in its message; 1 where it names none."""
    said = re.search(r"line (\d+)", str(error))
    return int(said[1]) if said else 1
