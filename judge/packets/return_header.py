"""What stands at the head of a return: whose entries they are, of which edition and packet, by which key."""

import re
from dataclasses import dataclass

from judge.ledger.canonical import NotCanonical, Value, decode, encode
from judge.ledger.seal import KEY_BYTES

_TEXTS = ("at", "edition", "packet", "pen", "reviewer")
_NUMBERS = ("entries", "first", "seals")
_FIELDS = frozenset({*_TEXTS, *_NUMBERS, "public_key"})
_KEY = re.compile(f"[0-9a-f]{{{2 * KEY_BYTES}}}")


@dataclass(frozen=True, slots=True)
class Header:
    """A return's header.

    `first` is the place in the pen's chain of the first entry that follows, 1 for the whole chain; `at` the
    moment of writing by the clock there, for people alone.
    """

    edition: str
    packet: str
    reviewer: str
    pen: str
    public_key: bytes
    at: str
    first: int = 1


@dataclass(frozen=True, slots=True)
class Counted:
    """A header, and how many entries and seals it says follow."""

    header: Header
    entries: int
    seals: int


def header_to_bytes(counted: Counted) -> bytes:
    """The header's canonical bytes."""
    header = counted.header
    return encode(
        {
            "at": header.at,
            "edition": header.edition,
            "entries": counted.entries,
            "first": header.first,
            "packet": header.packet,
            "pen": header.pen,
            "public_key": header.public_key.hex(),
            "reviewer": header.reviewer,
            "seals": counted.seals,
        }
    )


def header_from_bytes(data: bytes) -> Counted | None:
    """The header that canonical bytes spell; None for anything else."""
    try:
        said = decode(data)
    except NotCanonical:
        return None
    if not isinstance(said, dict) or said.keys() != _FIELDS:
        return None
    texts = {name: said[name] for name in _TEXTS if isinstance(said[name], str) and said[name]}
    numbers = {name: number for name in _NUMBERS if (number := _whole(said[name])) is not None}
    key = said["public_key"]
    if len(texts) < len(_TEXTS) or len(numbers) < len(_NUMBERS) or numbers["first"] < 1:
        return None
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        return None
    header = Header(
        edition=str(texts["edition"]),
        packet=str(texts["packet"]),
        reviewer=str(texts["reviewer"]),
        pen=str(texts["pen"]),
        public_key=bytes.fromhex(key),
        at=str(texts["at"]),
        first=numbers["first"],
    )
    return Counted(header, numbers["entries"], numbers["seals"])


def _whole(value: Value) -> int | None:
    # True is an int to Python, but no number.
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    return None
