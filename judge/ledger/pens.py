"""Pens: one author in one place, and whose each is.

`R07@edition` is the reviewer R07 at the edition itself, `R07@0f2c…` (16 hexadecimal digits) the same
reviewer in a packet: the digits are those of the key that the packet's first opening made, so that a packet
copied before it was opened gives two pens.
"""

import hashlib

SECRETARY = "@secretary"
"""Writes what the organiser's office does: import, assignment. No reviewer's pen can be spelled like it."""

CHAIR = "@chair"
"""Writes rulings."""

FINGERPRINT_DIGITS = 16

_EDITION = "edition"


def reviewer_pen(reviewer: str) -> str:
    """The pen of a reviewer who scores at the edition itself."""
    return f"{reviewer}@{_EDITION}"


def packet_pen(reviewer: str, public_key: bytes) -> str:
    """The pen of a reviewer in the packet that signs with that key."""
    return f"{reviewer}@{fingerprint_of(public_key)}"


def fingerprint_of(public_key: bytes) -> str:
    """The first 16 hexadecimal digits of the key's SHA-256: what people compare, and a pen's name has."""
    return hashlib.sha256(public_key).hexdigest()[:FINGERPRINT_DIGITS]


def reviewer_of_pen(pen: str) -> str:
    """The key of the reviewer whose pen this is; "" for the office's pens and for what is no pen."""
    reviewer, at, _place = pen.rpartition("@")
    return reviewer if at else ""


def is_of_packet(pen: str) -> bool:
    """Whether the pen writes in a packet, and not at the edition."""
    reviewer, _at, place = pen.rpartition("@")
    return bool(reviewer) and place != _EDITION
