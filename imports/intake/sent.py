"""A file as it was sent: what it is called, where its bytes lie, and what lies around it."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from imports.guards import FileRefused
from imports.records import Kind


class Said(NamedTuple):
    """What the user says of all files at once: their kind, the nomination that they belong to."""

    kind: Kind | None = None
    nomination: str | None = None


@dataclass(frozen=True, slots=True)
class SentFile:
    """One file of an import.

    `path` is what findings call it, also inside of an archive (`forms.zip/晨光.docx`); `name` is its path as
    the edition will know it; `at` is where its bytes lie. `folders` are the names of the folders and archives
    around it, outermost first, as far as the sender chose them. `fault` says why it cannot even be opened.
    """

    path: Path
    name: str
    at: Path
    folders: tuple[str, ...] = ()
    fault: FileRefused | None = None

    @classmethod
    def of(cls, path: Path) -> "SentFile":
        """A file on its own."""
        return cls(path, path.name, path, (path.absolute().parent.name,))
