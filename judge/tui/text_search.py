"""Finding words in a text as a reader means them: in either width and case, whatever breaks and blanks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from unicodedata import normalize

Span = tuple[int, int]
"""From which character of a text to before which."""


def folded(text: str) -> str:
    """A text as it is compared: full width as half width, capitals as small letters, no blanks.

    People space out names of two characters and lines break anywhere, so blanks tell nothing apart.
    """
    return "".join(normalize("NFKD", normalize("NFKD", text).casefold()).split())


def spans(text: str, sought: str) -> list[Span]:
    """Where `sought`, itself folded, stands in a text; no two overlap. Nothing is found of nothing."""
    if not sought or sought not in folded(text):
        return []
    return list(_spans(text, sought))


def count(text: str, sought: str) -> int:
    """How many `spans` there are."""
    whole = folded(text)
    if not sought or sought not in whole:
        return 0
    # No character folds to nothing but a blank does: where the lengths agree, each folds to one.
    return whole.count(sought) if len(whole) == len("".join(text.split())) else len(spans(text, sought))


def _spans(text: str, sought: str) -> Iterator[Span]:
    pieces = [_folded_character(character) for character in text]
    ends = list(accumulate(map(len, pieces)))
    whole = "".join(pieces)
    at, free = whole.find(sought), 0
    while at >= 0:
        first, last = bisect_right(ends, at), bisect_left(ends, at + len(sought))
        if first >= free:
            yield first, last + 1
            free = last + 1
        at = whole.find(sought, max(at + 1, ends[free - 1] if free else 0))


@lru_cache(maxsize=20_000)
def _folded_character(character: str) -> str:
    return folded(character)
