"""A return: the file in which one pen's entries come home; docs/returns.md says how it is laid out.

It is read as bytes from the first to the last, behind limits, and never opened as a database.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from judge.ledger.canonical import digest
from judge.ledger.chain import Head
from judge.ledger.pens import packet_pen
from judge.ledger.seal import SIGNATURE_BYTES, is_signed, sealed_bytes
from judge.packets.return_header import Counted, Header, header_from_bytes, header_to_bytes

FORMAT = 1
"""The version of the layout that is written."""

OLDEST = 1
"""The oldest version that is read."""

MAGIC = b"\x8aJUDGE-RETURN\r\n\x1a"
"""Not text, and spoilt by whatever takes it for text: a lost eighth bit, a changed end of line."""

MOST_BYTES = 512 * 1024 * 1024
"""Of a whole return; a panel's busiest reviewer writes a hundredth of it."""

MOST_HEADER_BYTES = 16 * 1024
MOST_ENTRY_BYTES = 256 * 1024
"""Of one entry; a note of the greatest length takes a tenth of it."""

ENTRY, SEAL, SIGNATURE = b"E"[0], b"S"[0], b"Z"[0]
"""The records' first bytes."""

_VERSION = struct.Struct(">H")
_LENGTH = struct.Struct(">I")
_RECORD = struct.Struct(">BI")
_SEAL = struct.Struct(f">Q{SIGNATURE_BYTES}s")

Sign = Callable[[bytes], bytes]
"""Gives the 64 bytes of an Ed25519 signature over a message."""


class BadReturn(ValueError):  # noqa: N818 - names what is wrong with the file
    """Bytes that are no return, or not the one that was written.

    `code` says how; `entry` is the entry or seal, counted in the file from 1, where that is what it is about.

    Codes: "return-foreign" (no return at all), "return-too-large", "return-truncated", "return-newer",
    "return-older", "return-header-malformed", "return-entry-too-long", "return-seal-malformed",
    "return-record-unknown", "return-count-differs", "return-trailing", "return-key-foreign" (the pen is not
    named after the key), "return-signature-wrong"; those of `judge.packets.chain` besides.
    """

    def __init__(self, code: str, entry: int = 0) -> None:
        super().__init__(code, entry)
        self.code = code
        self.entry = entry


class Seal(NamedTuple):
    """The signature over where the pen's chain stood after its `seq`-th entry."""

    seq: int
    signature: bytes


@dataclass(frozen=True, slots=True)
class Return:
    """A return as its key signed it: each entry's bytes as they came, not yet read, and the seals."""

    header: Header
    entries: Sequence[bytes]
    seals: Sequence[Seal]


def write_return(header: Header, entries: Sequence[bytes], seals: Sequence[Seal], sign: Sign) -> bytes:
    """The bytes of a return; the entries in the order of the pen's chain, from its `header.first`-th on.

    Its last entry is sealed, whether or not `seals` have a seal on it.
    """
    seals = [*seals, *_last_seal(header, entries, seals, sign)]
    told = header_to_bytes(Counted(header, len(entries), len(seals)))
    parts = [MAGIC, _VERSION.pack(FORMAT), _LENGTH.pack(len(told)), told]
    for entry in entries:
        parts += (_RECORD.pack(ENTRY, len(entry)), entry)
    for seal in seals:
        parts += (_RECORD.pack(SEAL, _SEAL.size), _SEAL.pack(*seal))
    parts.append(_RECORD.pack(SIGNATURE, SIGNATURE_BYTES))
    signed = b"".join(parts)
    return signed + sign(signed)


def _last_seal(header: Header, entries: Sequence[bytes], seals: Sequence[Seal], sign: Sign) -> Iterator[Seal]:
    last = header.first - 1 + len(entries)
    if entries and not any(seal.seq == last for seal in seals):
        head = Head(header.pen, last, digest(entries[-1]))
        yield Seal(last, sign(sealed_bytes(header.edition, head)))


def read_return(data: bytes) -> Return:
    """The return that the bytes are, its signature verified by the key that it names.

    Whose key that is, and whether entries and seals hold, is not asked here (`judge.packets.chain`).
    Raises BadReturn.
    """
    counted, at = _read_head(data)
    entries: list[bytes] = []
    seals: list[Seal] = []
    for tag, start, end in _records(data, at):
        if tag == ENTRY and not seals:
            entries.append(data[start:end])
        elif tag == SEAL:
            seals.append(Seal(*_SEAL.unpack_from(data, start)))
        elif tag == SIGNATURE:
            _check_end(data, start, end, counted.header.public_key)
        else:
            raise BadReturn("return-record-unknown")
    if (len(entries), len(seals)) != (counted.entries, counted.seals):
        raise BadReturn("return-count-differs")
    header = counted.header
    if header.pen != packet_pen(header.reviewer, header.public_key):
        raise BadReturn("return-key-foreign")
    return Return(header, entries, seals)


def _read_head(data: bytes) -> tuple[Counted, int]:
    """The header, and where the records begin."""
    if len(data) > MOST_BYTES:
        raise BadReturn("return-too-large")
    if not data.startswith(MAGIC):
        cut = bool(data) and MAGIC.startswith(data)
        raise BadReturn("return-truncated" if cut else "return-foreign")
    (version,) = _unpacked(_VERSION, data, len(MAGIC))
    if version > FORMAT:
        raise BadReturn("return-newer")
    if version < OLDEST:
        raise BadReturn("return-older")
    at = len(MAGIC) + _VERSION.size
    (length,) = _unpacked(_LENGTH, data, at)
    at += _LENGTH.size
    if length > MOST_HEADER_BYTES:
        raise BadReturn("return-header-malformed")
    if at + length > len(data):
        raise BadReturn("return-truncated")
    counted = header_from_bytes(data[at : at + length])
    if counted is None:
        raise BadReturn("return-header-malformed")
    return counted, at + length


def _unpacked(form: struct.Struct, data: bytes, at: int) -> tuple[int, ...]:
    if at + form.size > len(data):
        raise BadReturn("return-truncated")
    return form.unpack_from(data, at)


def _records(data: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Each record's first byte, and where its content starts and ends; the signature's is the last."""
    end = len(data)
    count = 0
    unpack, size = _RECORD.unpack_from, _RECORD.size
    while True:
        if at + size > end:
            raise BadReturn("return-truncated")
        tag, length = unpack(data, at)
        count += 1
        at += size
        _check_length(tag, length, count)
        if at + length > end:
            raise BadReturn("return-truncated")
        yield tag, at, at + length
        at += length
        if tag == SIGNATURE:
            return


def _check_length(tag: int, length: int, count: int) -> None:
    if tag == ENTRY:
        if length > MOST_ENTRY_BYTES:
            raise BadReturn("return-entry-too-long", count)
    elif tag == SEAL:
        if length != _SEAL.size:
            raise BadReturn("return-seal-malformed", count)
    elif tag != SIGNATURE or length != SIGNATURE_BYTES:
        raise BadReturn("return-record-unknown")


def _check_end(data: bytes, start: int, end: int, public_key: bytes) -> None:
    """The signature is the last thing, and over all that stands before it."""
    if end != len(data):
        raise BadReturn("return-trailing")
    if not is_signed(public_key, data[:start], data[start:end]):
        raise BadReturn("return-signature-wrong")
