"""What can be done to the bytes of any file, and to those that hold an archive together."""

import struct
from collections.abc import Callable
from random import Random

_NUMBERS = (
    0,
    1,
    0x7F,
    0xFF,
    0x7FFF,
    0xFFFF,
    0x7FFFFFFF,
    0xFFFFFFFF,
    0xFFFFFFFE,
    0xFFFFFFFA,
    1 << 20,
    1 << 28,
)
_MAGICS = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"%PDF-",
    b"{\\rtf",
    b"\xff\xd8\xff",
)
_NAMES = (b"../", b"/", b"C:\\", b"\0", b"\xff\xfe", b"\xc9\xea", b"~$", b".", b"__MACOSX/", b"[/x]")
_LISTED, _LOCAL, _END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
# Offset and width of the fields of a listed entry, a local head and the listing's end (APPNOTE 4.3).
_LISTED_FIELDS = (
    (4, 2),
    (6, 2),
    (8, 2),
    (10, 2),
    (16, 4),
    (20, 4),
    (24, 4),
    (28, 2),
    (30, 2),
    (32, 2),
    (38, 4),
    (42, 4),
)
_LOCAL_FIELDS = ((4, 2), (6, 2), (8, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2))
_END_FIELDS = ((4, 2), (6, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2))
_METHODS = (1, 8, 9, 12, 14, 93, 99)


def changed(content: bytes, rng: Random) -> bytes:
    """The file with some of its bytes changed."""
    data = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 5, 12))):
        if data:
            rng.choice(_CHANGES)(data, rng)
    return bytes(data)


def listing_changed(content: bytes, rng: Random) -> bytes:
    """The archive with a lie in what it says of its entries."""
    data = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 4))):
        magic, fields = rng.choice(((_LISTED, _LISTED_FIELDS), (_LOCAL, _LOCAL_FIELDS), (_END, _END_FIELDS)))
        heads = _places(data, magic)
        if not heads:
            return changed(content, rng)
        head = rng.choice(heads)
        if magic != _END and rng.random() < 0.25:
            _spoil_name(data, head + (46 if magic == _LISTED else 30), rng)
            continue
        offset, width = rng.choice(fields)
        value = rng.choice((*_NUMBERS, *_METHODS, rng.randrange(1 << 16))) % (1 << 8 * width)
        if head + offset + width <= len(data):
            struct.pack_into("<H" if width == 2 else "<I", data, head + offset, value)
    return bytes(data)


def _places(data: bytearray, magic: bytes) -> list[int]:
    places, at = [], data.find(magic)
    while at >= 0:
        places.append(at)
        at = data.find(magic, at + 1)
    return places


def _spoil_name(data: bytearray, at: int, rng: Random) -> None:
    said = rng.choice(_NAMES)
    data[at : at + len(said)] = said


def _flip(data: bytearray, rng: Random) -> None:
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def _write(data: bytearray, rng: Random) -> None:
    data[rng.randrange(len(data))] = rng.choice((0, 0xFF, 0x0A, 0x22, 0x2C, 0x80, rng.randrange(256)))


def _write_number(data: bytearray, rng: Random) -> None:
    if len(data) > 4:
        struct.pack_into(
            "<I",
            data,
            rng.randrange(min(len(data) - 3, rng.choice((512, 4096, 1 << 30)))),
            rng.choice(_NUMBERS),
        )


def _cut_out(data: bytearray, rng: Random) -> None:
    at = rng.randrange(len(data))
    del data[at : at + rng.choice((1, 4, 64, 512, 100_000))]


def _stuff(data: bytearray, rng: Random) -> None:
    at = rng.randrange(len(data) + 1)
    data[at:at] = rng.choice(
        (b"\0" * 512, rng.randbytes(40), rng.choice(_MAGICS), b"\xff" * 9, b"\r\n" * 200)
    )


def _repeat(data: bytearray, rng: Random) -> None:
    at = rng.randrange(len(data))
    data[at:at] = data[at : at + rng.choice((8, 200, 5000))] * rng.choice((1, 3, 30))


def _end_early(data: bytearray, rng: Random) -> None:
    del data[rng.randrange(len(data)) :]


def _begin_late(data: bytearray, rng: Random) -> None:
    data[:0] = rng.choice((b"\0", b" ", b"\xef\xbb\xbf", b"#!/bin/sh\n", *_MAGICS))


_CHANGES: tuple[Callable[[bytearray, Random], None], ...] = (
    _flip,
    _flip,
    _write,
    _write_number,
    _cut_out,
    _stuff,
    _repeat,
    _end_early,
    _begin_late,
)
