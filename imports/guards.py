"""What a file must pass before anything parses it: its size, its archive, its XML."""

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import IO, Protocol

from lxml import etree

from imports.findings import Finding, Place, Severity

MEBIBYTE = 1 << 20
FILE_LIMIT = 64 * MEBIBYTE
"""Bytes; a result report full of photographs stays well below."""
ENTRY_COUNT_LIMIT = 4096
ENTRY_LIMIT = 256 * MEBIBYTE
"""Bytes of one expanded entry of an archive."""
EXPANDED_LIMIT = 512 * MEBIBYTE
"""Bytes of all expanded entries of an archive."""
RATIO_LIMIT = 200
"""Expanded by packed size. Office XML stays below 60; a bomb comes near deflate's utmost, 1032."""
RATIO_FLOOR = MEBIBYTE
"""Bytes expanded below which an entry's ratio harms nobody."""
XML_LIMIT = 32 * MEBIBYTE
"""Bytes of one XML part read into a tree."""

_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Opening never waits: what is no file, a pipe say, is told by asking what was opened."""
_ZIP_MAGIC = b"PK\x03\x04"
_EMPTY_ZIP_MAGIC = b"PK\x05\x06"
_COMPOUND_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What `zipfile` raises for damaged archives, in all its variety."""
_PARSER = etree.XMLParser(
    resolve_entities=False,
    load_dtd=False,
    dtd_validation=False,
    no_network=True,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


class FileRefused(Exception):  # noqa: N818  it refuses a file; nothing went wrong in the program
    """A file that is not read at all: `code` with `params` says why, the shell words it."""

    def __init__(self, code: str, **params: str | int | tuple[str, ...]) -> None:
        super().__init__(code)
        self.code = code
        self.params = MappingProxyType(params)

    def finding(self, file: str) -> Finding:
        """The refusal as a blocking finding about the whole of `file`."""
        return Finding(self.code, Severity.BLOCKING, Place(file), self.params)


class Listed(Protocol):
    """What a listing declares of one entry."""

    @property
    def filename(self) -> str:
        """What it is called."""

    @property
    def flag_bits(self) -> int:
        """How it is packed, bit by bit."""

    @property
    def compress_size(self) -> int:
        """Bytes as packed."""

    @property
    def file_size(self) -> int:
        """Bytes expanded."""


def check_size(path: Path, limit: int = FILE_LIMIT) -> None:
    """Refuse a file that is missing, empty or larger than `limit` bytes, without reading it.

    Raises:
        FileRefused: `file-missing`, `file-empty`, `file-too-large` or `file-unreadable` (a folder, say).
    """
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise _unopened(path) from error
    _check_stat(found, limit)


def _check_stat(found: os.stat_result, limit: int) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise FileRefused("file-unreadable")
    if found.st_size == 0:
        raise FileRefused("file-empty")
    if found.st_size > limit:
        raise FileRefused("file-too-large", megabytes=found.st_size // MEBIBYTE, limit=limit // MEBIBYTE)


def _unopened(path: Path) -> FileRefused:
    try:
        return FileRefused("file-unreadable" if path.exists() else "file-missing")
    except OSError:
        return FileRefused("file-unreadable")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that passes `check_size`, so that they are read only once.

    Raises:
        FileRefused: as `check_size`.
    """
    try:
        opened = os.open(path, _READING)
    except (OSError, ValueError) as error:
        raise _unopened(path) from error
    try:
        found = os.fstat(opened)
        _check_stat(found, FILE_LIMIT)
        return _read_up_to(opened, found.st_size)
    except OSError as error:
        raise FileRefused("file-unreadable") from error
    finally:
        os.close(opened)


def _read_up_to(opened: int, size: int) -> bytes:
    """The next `size` bytes, fewer only where the file ends before."""
    pieces: list[bytes] = []
    while size and (piece := os.read(opened, size)):
        pieces.append(piece)
        size -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def open_archive(path: Path) -> zipfile.ZipFile:
    """Open an Office file or another zip whose listing is harmless; nothing is expanded yet.

    Raises:
        FileRefused: as `check_size` and `archive_of`.
    """
    return archive_of(read_bytes(path))


def archive_of(content: bytes) -> zipfile.ZipFile:
    """Open the archive in `content`, as `open_archive` does for a path.

    Raises:
        FileRefused: `file-encrypted`, `file-old-format` (a compound file: .doc, .xls), `file-truncated`,
            `file-unreadable`, `zip-bomb` or `zip-names`.
    """
    if content.startswith(_COMPOUND_MAGIC):
        raise FileRefused("file-encrypted" if _ENCRYPTED_STREAM in content else "file-old-format")
    if not content.startswith((_ZIP_MAGIC, _EMPTY_ZIP_MAGIC)):
        raise FileRefused("file-unreadable")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile as error:
        raise FileRefused("file-truncated") from error
    except DAMAGE as error:
        raise FileRefused("file-unreadable") from error
    check_listing(archive.infolist())
    return archive


def read_entry(archive: zipfile.ZipFile, name: str, limit: int = ENTRY_LIMIT) -> bytes:
    """The expanded bytes of one entry, at most `limit`.

    Raises:
        KeyError: where the archive has no such entry.
        FileRefused: `file-too-large` or, for a damaged entry, `file-unreadable`.
    """
    check_expanded(archive.getinfo(name), limit)
    try:
        return archive.read(name)
    except DAMAGE as error:
        raise FileRefused("file-unreadable") from error


@contextmanager
def entry_stream(archive: zipfile.ZipFile, name: str) -> Iterator[IO[bytes]]:
    """One entry as a stream, for whoever need not hold all of it.

    Raises:
        KeyError: where the archive has no such entry.
        FileRefused: `file-unreadable` for a damaged entry, also while it is read.
    """
    try:
        with archive.open(name) as stream:
            yield stream
    except DAMAGE as error:
        raise FileRefused("file-unreadable") from error


def parse_xml(content: bytes) -> etree._Element:
    """The root of an XML part, parsed without entities, DTD, network or huge trees.

    Raises:
        FileRefused: `xml-entities` where it declares a DOCTYPE, `file-unreadable` where it is no XML.
    """
    # UTF-16 hides the declaration from a search for bytes, and libxml2 would expand entities in attributes.
    plain = content.replace(b"\0", b"") if b"\0" in content[:4] else content
    if b"<!DOCTYPE" in plain:
        raise FileRefused("xml-entities")
    try:
        root = etree.fromstring(content, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FileRefused("file-unreadable") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise FileRefused("xml-entities")
    return root


def check_expanded(entry: Listed, limit: int) -> None:
    """Refuse to expand an entry to more than `limit` bytes.

    Raises:
        FileRefused: `file-too-large`.
    """
    if entry.file_size > limit:
        raise FileRefused("file-too-large", megabytes=entry.file_size // MEBIBYTE, limit=limit // MEBIBYTE)


def check_listing(entries: Collection[Listed]) -> None:
    """Refuse a listing by what it declares; no entry is ever expanded beyond its declared size.

    Raises:
        FileRefused: `file-encrypted`, `zip-bomb` or `zip-names`.
    """
    if len(entries) > ENTRY_COUNT_LIMIT:
        raise FileRefused("zip-bomb")
    expanded = 0
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise FileRefused("file-encrypted")
        if leads_outside(entry.filename):
            raise FileRefused("zip-names", name=entry.filename)
        expanded += entry.file_size
        if is_bomb(entry) or entry.file_size > ENTRY_LIMIT or expanded > EXPANDED_LIMIT:
            raise FileRefused("zip-bomb")


def is_bomb(entry: Listed) -> bool:
    """True for an entry that expands beyond reason."""
    return entry.file_size > RATIO_FLOOR and entry.file_size > RATIO_LIMIT * max(entry.compress_size, 1)


def leads_outside(name: str) -> bool:
    """True for a name in an archive that is absolute or climbs out of the folder it is unpacked in."""
    if ".." not in name and ":" not in name and not name.startswith(("/", "\\")) and name:
        return False
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or parts[0] == "" or ":" in parts[0]
