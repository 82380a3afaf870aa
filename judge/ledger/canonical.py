"""One value, one spelling: the JSON whose bytes are hashed, chained and kept.

The form is a strict subset of RFC 8785 (JSON Canonicalization Scheme): objects with string keys sorted by
code point, no blanks, UTF-8 without escapes beyond what JSON demands, and no number but whole ones, so
that no float formatting is ever part of a digest.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

Value = None | bool | int | str | Sequence["Value"] | Mapping[str, "Value"]

DIGEST_BYTES = 32


class NotCanonical(ValueError):  # noqa: N818 - names what is wrong with the bytes
    """The value has no canonical form, or the bytes are not the canonical form of what they say."""


def encode(value: Value) -> bytes:
    """The canonical bytes of `value`; NotCanonical for floats, lone surrogates and foreign types."""
    _check(value)
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise NotCanonical("text with a lone surrogate") from error


def decode(data: bytes) -> Value:
    """The value that canonical bytes spell; NotCanonical where another spelling was used."""
    try:
        value: Value = json.loads(data)
        spelled = encode(value)
    except (ValueError, RecursionError) as error:
        raise NotCanonical("not canonical JSON") from error
    if spelled != data:
        raise NotCanonical("not the canonical spelling")
    return value


def digest(data: bytes) -> bytes:
    """SHA-256 of the bytes: 32 bytes."""
    return hashlib.sha256(data).digest()


def _check(value: Value) -> None:
    if value is None or isinstance(value, (bool, int, str)):
        return
    if isinstance(value, list | tuple):
        for item in value:
            # Most items are plain texts, and most bytes are those of long lists.
            if type(item) is not str:
                _check(item)
        return
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise NotCanonical(f"key {key!r} is not text")
            _check(item)
        return
    raise NotCanonical(f"{type(value).__name__} has no canonical form")
