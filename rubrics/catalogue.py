"""Where programmes come from: built into Judge, or a folder of the user's."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from rubrics.loader import PROGRAMME_FILE, load_programme, load_rubric
from rubrics.model import Programme


def builtin_keys() -> tuple[str, ...]:
    """The keys of the programmes that come with Judge, in alphabetical order."""
    return tuple(sorted(f.name for f in _builtin().iterdir() if f.joinpath(PROGRAMME_FILE).is_file()))


@cache
def load_builtin(key: str) -> Programme:
    """The built-in programme called `key`; KeyError where there is none."""
    if key not in builtin_keys():
        raise KeyError(key)
    return load_programme(_builtin() / key)


def load_folder(path: Path) -> Programme:
    """The programme of a user's folder.

    Raises:
        RubricsRefused: with all problems of all files.
    """
    return load_programme(path)


def load_file(path: Path) -> Programme:
    """The programme of a user's one rubric file: an award that it judges.

    Raises:
        RubricsRefused: with all problems of the file.
    """
    return load_rubric(path)


def _builtin() -> Traversable:
    return files("rubrics") / "builtin"
