"""Archives as packages of parts: the listing read at one stretch, and only the parts that are asked for.

`zipfile` makes an object of a dozen attributes for each of a document's parts, of which one or two are read.
So a listing laid out as every writer of Office files lays it out is read here; whatever departs from that
in anything is left to `zipfile`.
"""

import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from imports.guards import ENTRY_LIMIT, FileRefused, archive_of, check_expanded, check_listing, read_entry

_END = struct.Struct("<4s4H2LH")
_LISTED = struct.Struct("<4s2x3H4x3L4H6xL")
_LOCAL = struct.Struct("<4s22x2H")
_END_MAGIC, _LISTED_MAGIC, _LOCAL_MAGIC = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_LONG_MAGIC = b"PK\x06\x07"
_LONG_MAGIC_AT = 42
"""Bytes before the end where an archive of the long format says so."""
_STORED, _DEFLATED = 0, 8
_NEWEST = 45
"""The version of the format (4.5) beyond which an entry needs more than is read here."""
_PLAIN_FLAGS = 0x080E
"""How hard it was packed, names in UTF-8, sizes behind the content: nothing that changes the reading."""
_LONG = 0xFFFFFFFF


class Package(Protocol):
    """An archive whose listing is harmless."""

    @property
    def names(self) -> Collection[str]:
        """What its parts are called."""

    def read(self, name: str, limit: int = ENTRY_LIMIT) -> bytes:
        """The expanded bytes of one part, at most `limit`.

        Raises:
            KeyError: where there is no such part.
            FileRefused: `file-too-large` or, for a damaged part, `file-unreadable`.
        """


def package_of(content: bytes) -> Package:
    """The archive in `content`; nothing is expanded yet.

    Raises:
        FileRefused: as `imports.guards.archive_of`.
    """
    entries = plain_entries(content)
    if entries is None:
        return _Zip(archive_of(content))
    check_listing(entries.values())
    return _Plain(content, entries)


class Entry(NamedTuple):
    """A part as listed; `at` is where its own header stands."""

    filename: str
    flag_bits: int
    method: int
    crc: int
    compress_size: int
    file_size: int
    at: int


def plain_entries(content: bytes) -> dict[str, Entry] | None:
    """The entries of an archive laid out plainly, by name; None where `zipfile` should look at it.

    Plainly: nothing before the first header nor behind the listing, no comments, no second disk, no long
    format, nothing encrypted, only stored and deflated entries, names in ASCII and each once.
    """
    start = len(content) - _END.size
    if start < _LISTED.size:
        return None
    magic, disk, first, here, count, size, at, comment = _END.unpack_from(content, start)
    whole = magic == _END_MAGIC and not disk and not first and here == count and not comment
    if not whole or at + size != start or content[-_LONG_MAGIC_AT:].startswith(_LONG_MAGIC):
        return None
    entries: dict[str, Entry] = {}
    while at < start:
        if at + _LISTED.size > start:
            return None
        magic, needs, flags, method, crc, packed, expanded, named, extra, comment, disk, begins = (
            _LISTED.unpack_from(content, at)
        )
        at += _LISTED.size
        name = content[at : at + named].decode("latin-1")
        at += named
        if (
            magic != _LISTED_MAGIC
            or needs > _NEWEST
            or (flags & ~_PLAIN_FLAGS) | extra | comment | disk
            or method not in {_STORED, _DEFLATED}
            or _LONG in (packed, expanded, begins)
        ):
            return None
        entries[name] = Entry(name, flags, method, crc, packed, expanded, begins)
    names = "".join(entries)
    plain = names.isascii() and "\0" not in names and "\\" not in names
    return entries if plain and at == start and len(entries) == count else None


@dataclass(frozen=True, slots=True)
class _Plain:
    """A package laid out plainly."""

    content: bytes
    entries: Mapping[str, Entry]

    @property
    def names(self) -> Collection[str]:
        return self.entries.keys()

    def read(self, name: str, limit: int = ENTRY_LIMIT) -> bytes:
        entry = self.entries[name]
        check_expanded(entry, limit)
        try:
            data = self._packed(entry)
            expanded = bytes(data) if entry.method == _STORED else _inflated(data, entry.file_size)
        except (struct.error, zlib.error) as error:
            raise FileRefused("file-unreadable") from error
        if len(expanded) != entry.file_size or zlib.crc32(expanded) != entry.crc:
            raise FileRefused("file-unreadable")
        return expanded

    def _packed(self, entry: Entry) -> memoryview:
        """An entry's bytes as packed, which its own header must name as the listing does."""
        magic, named, extra = _LOCAL.unpack_from(self.content, entry.at)
        begin = entry.at + _LOCAL.size
        name = self.content[begin : begin + named]
        begin += named + extra
        end = begin + entry.compress_size
        if magic != _LOCAL_MAGIC or name != entry.filename.encode() or end > self._end(entry):
            raise FileRefused("file-unreadable")
        return memoryview(self.content)[begin:end]

    def _end(self, entry: Entry) -> int:
        """Where the entry behind it begins, or the listing: entries that overlap are a bomb's."""
        later = (other.at for other in self.entries.values() if other.at > entry.at)
        (listing,) = struct.unpack_from("<L", self.content, len(self.content) - 6)
        return min(later, default=int(listing))


def _inflated(packed: memoryview, size: int) -> bytes:
    """The expanded bytes, never more than declared."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size) if size else b""


@dataclass(frozen=True, slots=True)
class _Zip:
    """A package that `zipfile` reads."""

    archive: zipfile.ZipFile

    @property
    def names(self) -> Collection[str]:
        return self.archive.NameToInfo.keys()

    def read(self, name: str, limit: int = ENTRY_LIMIT) -> bytes:
        return read_entry(self.archive, name, limit)
