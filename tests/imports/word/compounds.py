"""Compound files (MS-CFB) made by hand: the container of .doc, of .xls and of what is encrypted."""

import struct
from collections.abc import Mapping

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with these streams, each of the 4096 bytes that earn it sectors of its own."""
    padded = {name: content.ljust(4096, b"\0") for name, content in streams.items()}
    directory = _entry("Root Entry", 5, _END, 0, child=1 if padded else _NONE)
    table, body = [_TABLE, _END], b""
    for number, (name, content) in enumerate(padded.items(), start=1):
        following = number + 1 if number < len(padded) else _NONE
        directory += _entry(name, 2, len(table), len(content), right=following)
        sectors = -(-len(content) // _SECTOR)
        table += [*range(len(table) + 1, len(table) + sectors), _END]
        body += content.ljust(sectors * _SECTOR, b"\0")
    assert len(directory) <= _SECTOR, "more streams than one sector of the directory takes"
    assert len(table) <= _SECTOR // 4, "more content than one sector of the table takes"
    table += [_FREE] * (_SECTOR // 4 - len(table))
    return _header() + struct.pack("<128I", *table) + directory.ljust(_SECTOR, b"\0") + body


def old_word(*, flags: int = 0) -> bytes:
    """What every reader takes for a .doc, with the flags of its first block."""
    return compound({"WordDocument": struct.pack("<HH6xH", 0xA5EC, 193, flags), "1Table": b""})


def _header() -> bytes:
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    versions = struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    numbers = struct.pack("<9I", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return magic + versions + numbers + struct.pack("<109I", 0, *[_FREE] * 108)


def _entry(name: str, kind: int, first: int, size: int, *, right: int = _NONE, child: int = _NONE) -> bytes:
    spelled = (name + "\0").encode("utf-16-le")
    head = spelled.ljust(64, b"\0") + struct.pack("<HBBIII", len(spelled), kind, 1, _NONE, right, child)
    return head + bytes(36) + struct.pack("<IQ", first, size)
