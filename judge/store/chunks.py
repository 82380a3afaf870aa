"""Long lists of parameters in pieces: both engines limit how many one statement takes."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Key = TypeVar("Key")

_MOST = 500


def chunks(keys: Sequence[Key], most: int = _MOST) -> Iterator[Sequence[Key]]:
    """The keys in their order, at most so many at a time."""
    for start in range(0, len(keys), most):
        yield keys[start : start + most]
