"""Finding papers by their paths: what is in a folder, what somebody typed or pasted, how it goes on."""

import itertools
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SEPARATORS = os.sep + (os.altsep or "")
_QUOTES = ("'", '"', "“", "”")
_EDITIONS = (".judge", ".judge-wal", ".judge-shm")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in a folder that can be imported."""

    path: Path
    is_folder: bool

    @property
    def name(self) -> str:
        """What it is called in its folder."""
        return self.path.name or str(self.path)


def entries(folder: Path) -> tuple[Entry, ...]:
    """What can be imported of a folder, folders first, each by name; hidden and edition files are left out.

    Raises:
        OSError: where the folder may not be read, or is none.
    """
    with os.scandir(folder) as found:
        there = [Entry(Path(one.path), _is_folder(one)) for one in found if _counts(one.name)]
    return tuple(sorted(there, key=lambda entry: (not entry.is_folder, entry.name)))


def _is_folder(found: os.DirEntry[str]) -> bool:
    try:
        return found.is_dir()
    except OSError:
        return False


def _counts(name: str) -> bool:
    return not name.startswith((".", "~$")) and not name.endswith(_EDITIONS)


def typed_path(text: str, folder: Path) -> Path:
    """The path that somebody typed, pasted or dragged into the terminal; relative ones are of `folder`.

    Quotes around it, “~” and the backslashes by which a terminal keeps blanks together are understood.
    """
    said = text.strip()
    for quote in _QUOTES:
        said = said.removeprefix(quote).removesuffix(quote)
    path = folder / Path(said).expanduser()
    if os.sep == "/" and "\\" in said and not path.exists():
        unescaped = folder / Path(said.replace("\\ ", " ").replace("\\", "")).expanduser()
        return unescaped if unescaped.exists() else path
    return path


def split_typed(text: str, separators: str = SEPARATORS) -> tuple[str, str]:
    """The folder part of what is typed, with its last separator, and the beginning of a name behind it."""
    end = max((text.rfind(one) for one in separators), default=-1) + 1
    return text[:end], text[end:]


def completed(text: str, names: Sequence[tuple[str, bool]], separators: str = SEPARATORS) -> str:
    """What is typed, as far as all names that begin so go on alike; a folder that is alone gets a separator.

    Args:
        text: what is typed so far.
        names: the names in the folder that the text leads to, and whether each is a folder.
        separators: those of the system, the usual one first.
    """
    head, begun = split_typed(text, separators)
    fitting = [(name, is_folder) for name, is_folder in names if name.casefold().startswith(begun.casefold())]
    if not fitting:
        return text
    common = _common([name for name, _ in fitting])
    ends = separators[:1] if len(fitting) == 1 and fitting[0][1] else ""
    return f"{head}{common}{ends}" if len(common) >= len(begun) else text


def _common(names: Sequence[str]) -> str:
    """The letters by which all names begin."""
    alike = itertools.takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False))
    return "".join(letters[0] for letters in alike)


def drives() -> tuple[Entry, ...]:
    """The drives of this computer, where it has any; one above another there is none."""
    listed = getattr(os, "listdrives", None)
    if os.name != "nt":
        return ()
    names = listed() if listed else [f"{chr(n)}:\\" for n in range(ord("A"), ord("Z") + 1)]
    return tuple(Entry(Path(name), is_folder=True) for name in names if Path(name).exists())
