"""When two texts are the same heading or the same name, and what to offer where they are not.

Labels and names come spaced, full-width, with mixed brackets and dots. They match on a normalised key or
not at all: likeness only ever serves to offer names, never to choose one.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Generic, TypeVar

_LIKE_ENOUGH = 60
"""Percent of likeness from which a known name is worth offering."""

_INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_ONE_OF_EACH = str.maketrans(
    {
        **dict.fromkeys("[{<〈《「『【〔〖", "("),
        **dict.fromkeys("]}>〉》」』】〕〗", ")"),
        **dict.fromkeys("•‧∙⋅・", "·"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("‘’‚‛`", "'"),
    }
)

_BRACKETS = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=65536)
def label_key(text: str) -> str:
    """What a heading says: its letters and digits alone, in one width and one case.

    What stands in brackets explains a heading and is left out, unless nothing else is there.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_ONE_OF_EACH)
    return _letters(_BRACKETS.sub("", folded)) or _letters(folded)


def _letters(text: str) -> str:
    return text if text.isalnum() else text.translate(_LETTERS)


class _Letters(dict[int, str | None]):
    """What `str.translate` keeps: letters, marks upon them, and digits. Each character is looked up once."""

    def __missing__(self, code: int) -> str | None:
        self[code] = chr(code) if unicodedata.category(chr(code))[0] in "LMN" else None
        return self[code]


_LETTERS = _Letters()


@lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """What a name says: without blanks, brackets, dots, dashes and quotes each in one shape, none dropped."""
    return text_key(text)


def text_key(text: str) -> str:
    """Like `name_key`, for texts that may be long: none is remembered."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_ONE_OF_EACH)
    visible = "".join(c for c in folded if unicodedata.category(c) not in _INVISIBLE)
    return unicodedata.normalize("NFKC", visible)


def nearest(wanted: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Up to `limit` of the `known` names, likest first, to offer for one that is not known."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - nothing that goes well needs it

    keys = {name: name_key(name) for name in dict.fromkeys(known)}
    likest = process.extract(
        name_key(wanted), keys, scorer=fuzz.WRatio, score_cutoff=_LIKE_ENOUGH, limit=limit
    )
    return tuple(name for _, _, name in likest)


def nearest_labels(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    """The `known` labels that are like a heading as a whole, likest first; part of a label is no likeness."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - likewise

    keys = {label: label_key(label) for label in dict.fromkeys(known)}
    likest = process.extract(
        label_key(wanted), keys, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH, limit=len(keys)
    )
    return tuple(label for _, _, label in likest)


Thing = TypeVar("Thing")


class Index(Generic[Thing]):
    """Things found by any of their names, on a normalised key; one name may stand for several things."""

    def __init__(self, key_of: Callable[[str], str] = name_key) -> None:
        self._key_of = key_of
        self._things: dict[str, list[Thing]] = {}
        self._names: dict[str, None] = {}

    def add(self, thing: Thing, *names: str) -> None:
        """Let `thing` be found by each of `names`; the first is the one to offer."""
        for name in names[:1]:
            self._names[name] = None
        for key in dict.fromkeys(filter(None, map(self._key_of, names))):
            self._things.setdefault(key, []).append(thing)

    def find(self, name: str) -> tuple[Thing, ...]:
        """Everything of that name: none, one, or several where the name is ambiguous."""
        return tuple(self._things.get(self._key_of(name), ()))

    def __bool__(self) -> bool:
        return bool(self._things)

    def nearest(self, name: str) -> tuple[str, ...]:
        """Up to three names to offer for one that is not known."""
        return nearest(name, self._names)
