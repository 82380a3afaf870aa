"""An entry: who did what to which thing, after which entry of the same pen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from judge.ledger.canonical import DIGEST_BYTES, NotCanonical, Value, decode, digest, encode

FORMAT = 1
"""The version of the entry's own layout; part of its bytes."""

_FIELDS = {"at", "format", "kind", "payload", "pen", "prev", "seq", "subject"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One human act.

    `pen` is the author in one place, `seq` counts the pen's entries from 1, `prev` is the digest of the
    pen's entry before (or its genesis). `at` is the author's clock, for people to read: no order and no
    state ever depends on it.
    """

    pen: str
    seq: int
    prev: bytes
    kind: str
    subject: str
    payload: Mapping[str, Value]
    at: str

    def to_bytes(self) -> bytes:
        """The canonical bytes; what the ledger keeps, hashes and signs."""
        return encode(
            {
                "at": self.at,
                "format": FORMAT,
                "kind": self.kind,
                "payload": self.payload,
                "pen": self.pen,
                "prev": self.prev.hex(),
                "seq": self.seq,
                "subject": self.subject,
            }
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> "Entry":
        """The entry that canonical bytes spell; NotCanonical for anything else."""
        value = decode(data)
        if not isinstance(value, dict) or set(value) != _FIELDS or not _is_known(value["format"]):
            raise NotCanonical("not an entry of a known format")
        texts = {key: value[key] for key in ("pen", "prev", "kind", "subject", "at")}
        seq, payload = value["seq"], value["payload"]
        if not all(isinstance(text, str) for text in texts.values()):
            raise NotCanonical("an entry's pen, prev, kind, subject and at are texts")
        if not isinstance(seq, int) or isinstance(seq, bool) or seq < 1 or not isinstance(payload, dict):
            raise NotCanonical("an entry's seq counts from 1 and its payload is an object")
        named = cast("dict[str, str]", texts)
        return cls(
            named["pen"],
            seq,
            _digest_of(named["prev"]),
            named["kind"],
            named["subject"],
            payload,
            named["at"],
        )


def _is_known(version: Value) -> bool:
    # True equals 1 to Python, but is no version.
    return version == FORMAT and not isinstance(version, bool)


def _digest_of(text: str) -> bytes:
    try:
        data = bytes.fromhex(text)
    except ValueError as error:
        raise NotCanonical("prev is not a digest") from error
    if len(data) != DIGEST_BYTES or data.hex() != text:
        raise NotCanonical("prev is not a digest")
    return data


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as it is kept: its canonical bytes and their digest, beside what they say."""

    entry: Entry
    data: bytes
    digest: bytes


def write(entry: Entry) -> Written:
    """The entry with its bytes and digest."""
    data = entry.to_bytes()
    return Written(entry, data, digest(data))
