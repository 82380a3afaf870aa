"""The particles of payloads, each read as what it must be."""

from collections.abc import Mapping
from itertools import pairwise

from judge.ledger.canonical import DIGEST_BYTES, Value


class Malformed(ValueError):  # noqa: N818 - names what is wrong with the entry
    """The payload is not one that entries of this kind carry."""


class UnknownKind(Malformed):
    """No act is of this kind."""


def text(value: Value) -> str:
    """A text."""
    if not isinstance(value, str):
        raise Malformed("not a text")
    return value


def known_act(value: Value) -> bytes:
    """The digest of an act; b"" for none."""
    return b"" if value == "" else sha256(value)


def known_acts(value: Value) -> bytes:
    """The digests of the acts that this one follows, one after the other in ascending order; b"" for none."""
    data = _bytes(value)
    if len(data) > DIGEST_BYTES:
        digests = [data[start : start + DIGEST_BYTES] for start in range(0, len(data), DIGEST_BYTES)]
        if any(one >= next_one for one, next_one in pairwise(digests)):
            raise Malformed("not in order")
    if len(data) % DIGEST_BYTES:
        raise Malformed("not digests")
    return data


def sha256(value: Value) -> bytes:
    """A digest, spelled in small hexadecimal digits."""
    data = _bytes(value)
    if len(data) != DIGEST_BYTES:
        raise Malformed("not a digest")
    return data


def _bytes(value: Value) -> bytes:
    try:
        data = bytes.fromhex(text(value))
    except ValueError as error:
        raise Malformed("not a digest") from error
    if data.hex() != value:
        raise Malformed("not a digest")
    return data


def ticks_or_none(value: Value) -> int | None:
    """Ticks, or None for not applicable."""
    return None if value is None else whole(value)


def whole(value: Value) -> int:
    """A whole number."""
    # True is an int to Python, but no number.
    if not isinstance(value, int) or isinstance(value, bool):
        raise Malformed("not a whole number")
    return value


def revision(payload: Mapping[str, Value]) -> int:
    """The revision of a nomination that an act speaks of; the first where it names none, as early acts do."""
    number = whole(payload.get("revision", 1))
    if number < 1:
        raise Malformed("revisions count from 1")
    return number
