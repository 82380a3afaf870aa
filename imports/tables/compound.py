"""Takes one stream out of a compound file (MS-CFB), the container of .xls and .doc."""

import struct
from collections.abc import Sequence

from imports.guards import FileRefused

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_SECTOR = 0xFFFFFFFA
"""Sector numbers from here on end a chain or mean "none" (2.1)."""
_FREE = 0xFFFFFFFF
_ENTRY = 128
_STREAM = 2


def has_stream(content: bytes, name: str) -> bool:
    """True where the raw directory of a compound file names a stream `name`."""
    return name.encode("utf-16-le") in content


def stream_of(content: bytes, names: Sequence[str]) -> bytes:
    """The bytes of the first stream called one of `names`, in any case.

    Raises:
        FileRefused: "file-truncated" where the directory is cut short, "file-unreadable" where there is no
            such stream or the file's sectors lead nowhere.
    """
    try:
        return _Compound(content).stream({name.casefold() for name in names})
    except (struct.error, IndexError) as fault:
        raise FileRefused("file-unreadable") from fault


def check_whole(content: bytes) -> None:
    """Refuse a compound file whose last sectors are missing.

    Raises:
        FileRefused: "file-truncated"; "file-unreadable" where its sectors lead nowhere.
    """
    try:
        whole = _Compound(content).is_whole()
    except (struct.error, IndexError) as fault:
        raise FileRefused("file-truncated") from fault
    if not whole:
        raise FileRefused("file-truncated")


class _Compound:
    """The sectors of a compound file and the tables that chain them."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        (sector_shift,) = struct.unpack_from("<H", content, 30)
        if sector_shift not in {9, 12}:
            raise FileRefused("file-unreadable")
        self._size = 1 << sector_shift
        first_directory, _, self._cutoff, first_short = struct.unpack_from("<4I", content, 48)
        self._table = self._numbers(self._table_sectors())
        directory = self._chain(first_directory)
        if len(directory) % _ENTRY:
            # The parser of workbooks would end in a panic of its own language.
            raise FileRefused("file-truncated")
        self._entries = [directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
        short_table = self._chain(first_short) if first_short < _NO_SECTOR else b""
        self._short_table = struct.unpack(f"<{len(short_table) // 4}I", short_table)

    def stream(self, names: set[str]) -> bytes:
        for entry in self._entries:
            length, kind = struct.unpack_from("<HB", entry, 64)
            name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace").casefold()
            if kind == _STREAM and name in names:
                first, size = struct.unpack_from("<II", entry, 116)
                return self._long(first, size) if size >= self._cutoff else self._short(first, size)
        raise FileRefused("file-unreadable")

    def is_whole(self) -> bool:
        """True where every sector in use lies within the file."""
        used = (number for number in range(len(self._table) - 1, -1, -1) if self._table[number] != _FREE)
        # A writer may leave the last sector short.
        return bool(next(used, -1) + 1 <= len(self._content) // self._size)

    def _long(self, first: int, size: int) -> bytes:
        return self._chain(first)[:size]

    def _short(self, first: int, size: int) -> bytes:
        """A stream below the cutoff lies in sectors of 64 bytes inside the root entry's stream."""
        (root_first,) = struct.unpack_from("<I", self._entries[0], 116)
        pool = self._chain(root_first)
        return b"".join(pool[n * 64 : n * 64 + 64] for n in _follow(first, self._short_table))[:size]

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _follow(first, self._table))

    def _sector(self, number: int) -> bytes:
        return self._content[(number + 1) * self._size : (number + 2) * self._size]

    def _numbers(self, sectors: Sequence[int]) -> tuple[int, ...]:
        whole = b"".join(self._sector(number) for number in sectors)
        return struct.unpack(f"<{len(whole) // 4}I", whole[: len(whole) // 4 * 4])

    def _table_sectors(self) -> list[int]:
        """Where the sector table lies: 109 numbers in the header, more in sectors of their own."""
        sectors = list(struct.unpack_from("<109I", self._content, 76))
        (further, count) = struct.unpack_from("<II", self._content, 68)
        for _ in range(min(count, len(self._content) // self._size)):
            if further >= _NO_SECTOR:
                break
            *more, further = self._numbers([further])
            sectors += more
        return [number for number in sectors if number < _NO_SECTOR]


def _follow(first: int, table: Sequence[int]) -> list[int]:
    """The chain from `first`; a chain longer than its table runs in a circle."""
    chain = []
    while first < _NO_SECTOR:
        chain.append(first)
        if len(chain) > len(table):
            raise FileRefused("file-unreadable")
        first = table[first]
    return chain
