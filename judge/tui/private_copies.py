"""Copies of files for the system's viewer: in a folder of one's own, read-only, gone when one leaves."""

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])", re.IGNORECASE)
_NOT_IN_NAMES = frozenset('<>:"/\\|?*')
_LONGEST = 60
"""Characters of a name without its ending; four bytes each, and still a file system takes it."""

_SUFFIXES = (
    (b"%PDF", (".pdf",)),
    (b"\xff\xd8\xff", (".jpg", ".jpeg")),
    (b"\x89PNG", (".png",)),
    (b"II*\0", (".tif", ".tiff")),
    (b"MM\0*", (".tif", ".tiff")),
    (b"PK", (".docx", ".xlsx", ".ods", ".odt")),
    (b"\xd0\xcf\x11\xe0", (".doc", ".xls", ".wps", ".et")),
    (b"{\\rtf", (".rtf", ".doc")),
)
"""How files of each sort begin, and the endings that their names may keep; the first where it is another."""
_TEXTS = (".txt", ".csv", ".tsv", ".md")


def safe_name(name: str, content: bytes) -> str:
    """A name that every system takes and that is no more than a name, with an ending as the content is.

    What the sender called the file decides nothing about which program opens it.
    """
    last = "".join(c for c in re.split(r"[/\\]", name)[-1] if c.isprintable() and c not in _NOT_IN_NAMES)
    stem, _dot, ending = last.rpartition(".")
    suffix = f".{ending.lower()}" if stem else ""
    allowed = next((own for begins, own in _SUFFIXES if content.lstrip()[:8].startswith(begins)), _TEXTS)
    if suffix in allowed:
        plain = stem
    else:
        plain, suffix = last, allowed[0]
    plain = plain[:_LONGEST].strip(" .") or "file"
    # Windows looks at what stands before the first point, whatever follows.
    return f"_{plain}{suffix}" if _RESERVED.fullmatch(plain.split(".")[0].strip()) else f"{plain}{suffix}"


class PrivateCopies:
    """A folder that only its owner may look into, made with the first copy."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def put(self, number: int, name: str, content: bytes) -> Path:
        """A read-only copy of a file; the same one where it was asked for before."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="judge-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name, str(number))
        folder.mkdir(mode=0o700, exist_ok=True)
        path = folder / safe_name(name, content)
        if not path.exists():
            _write(path, content, 0o400)
        return path

    def remove(self) -> None:
        """Remove every copy; one that a viewer holds open stays, where the system keeps it."""
        folder, self._folder = self._folder, None
        if folder:
            folder.cleanup()


def save_copy(folder: str, name: str, content: bytes) -> Path:
    """Write a file into a folder, under a name that is free there; OSError where it cannot be written."""
    place, plain = Path(folder.strip()).expanduser(), Path(safe_name(name, content))
    number = 1
    while True:
        ending = f" ({number})" if number > 1 else ""
        path = place / f"{plain.stem}{ending}{plain.suffix}"
        with suppress(FileExistsError):
            _write(path, content, 0o600)
            return path
        number += 1


def _write(path: Path, content: bytes, mode: int) -> None:
    """Write a new file, of that mode from its first byte on; FileExistsError where there is one."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, mode), "wb") as file:
        file.write(content)
