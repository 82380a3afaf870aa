"""What pins a rubric: the SHA-256 of its canonical bytes, and those bytes read back.

The canonical form is the one of `rubrics.canonical`. Every word of a rubric is part of it, so that a
sheet pinned to a digest shows what its reviewer read, to the last character.
"""

import hashlib

from rubrics.canonical import decode, encode
from rubrics.model import Programme, Rubric


def digest(rubric: Rubric) -> str:
    """The SHA-256 of the rubric's canonical bytes, as 64 small hexadecimal digits."""
    return hashlib.sha256(to_canonical(rubric)).hexdigest()


def to_canonical(rubric: Rubric) -> bytes:
    """The rubric's canonical bytes: one rubric, one text; two rubrics, two texts."""
    return encode(rubric)


def from_canonical(data: bytes) -> Rubric:
    """The rubric whose canonical bytes are `data`.

    Raises:
        NotCanonical: for any other bytes (`rubrics.canonical`).
    """
    return decode(Rubric, data)


def programme_digest(programme: Programme) -> str:
    """The SHA-256 of the programme's canonical bytes, rubrics included."""
    return hashlib.sha256(programme_to_canonical(programme)).hexdigest()


def programme_to_canonical(programme: Programme) -> bytes:
    """The programme's canonical bytes, rubrics included, ordered by their keys."""
    return encode(programme)


def programme_from_canonical(data: bytes) -> Programme:
    """The programme whose canonical bytes are `data`, its rubrics in the order of their keys.

    Raises:
        NotCanonical: for any other bytes (`rubrics.canonical`).
    """
    return decode(Programme, data)
