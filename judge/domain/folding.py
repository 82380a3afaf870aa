"""Texts folded for finding a name in them however it is spelt, each character with the place it came from."""

import unicodedata
from functools import lru_cache

BLANK = "\0"
"""What stands in a folded text for whatever may stand within a name without changing it."""

_BLANKS = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf"})
"""Kinds of characters: blanks, the invisible, dashes, brackets, quotation marks."""
_DOTS = frozenset("·•‧∙⋅・･.․。•●◦⸱᛫ꞏ⸳'\"`′″") - {"。"}
"""Middle dots as input methods give them, and quotation marks that are of no kind of their own."""
_MARKS = frozenset({"Mn", "Me"})
"""Accents and the like upon a letter, however they are put there."""


@lru_cache(maxsize=65536)
def fold_character(character: str) -> str:
    """A character in one width, case and accent; BLANK for what may stand within a name."""
    apart = unicodedata.normalize("NFKD", character).casefold()
    folded = [_folded(c) for c in unicodedata.normalize("NFKD", apart)]
    letters = "".join(c for c in folded if c != BLANK)
    return letters or (BLANK if BLANK in folded else "")


def _folded(c: str) -> str:
    kind = unicodedata.category(c)
    if kind in _MARKS:
        return ""
    return BLANK if c in _DOTS or kind in _BLANKS else c


def fold(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the index in `text` that it came from."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        piece = fold_character(character)
        folded.append(piece)
        places.extend([place] * len(piece))
    return "".join(folded), places


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """A name as it is looked for: folded, with nothing in it that may be left out."""
    return fold(name)[0].replace(BLANK, "")
