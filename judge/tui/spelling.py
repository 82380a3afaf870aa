"""How names are written in pinyin, to be found and ordered by what a Latin keyboard types."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import Protocol

from imports.matching import name_key

_LONGEST = 60  # characters of a name that are spelled; longer ones are no names
_READINGS = 2  # of one character; the rarer ones would find what nobody looks for
_SPELLINGS = 12  # of one name
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name's place in the alphabet, and everything that it and its organisation are found by.

    In `syllables` each begins with a capital, so that a search can begin at a syllable only.
    """

    rank: tuple[str, ...]
    syllables: str
    initials: str


class Named(Protocol):
    """Whoever or whatever has a name and an organisation."""

    @property
    def name(self) -> str:
        """The name, by which it is ordered."""

    @property
    def organisation(self) -> str:
        """The organisation, by which it is found, too."""


def spell(items: Iterable[Named]) -> list[Spelling]:
    """A spelling for each item. Slow the first time, for the dictionary, and some .2 ms a name."""
    spelled: dict[tuple[str, str], Spelling] = {}
    found = []
    for item in items:
        both = item.name, item.organisation
        if both not in spelled:
            spelled[both] = _spelling(*both)
        found.append(spelled[both])
    return found


def _spelling(name: str, organisation: str) -> Spelling:
    variants = [*_variants(name), *_variants(organisation)]
    return Spelling(
        rank=tuple(_FIGURES.sub(_in_order, syllable.lower()) for syllable in _as_a_phrase(_letters(name))),
        syllables="\n".join("".join(s.capitalize() for s in variant) for variant in variants),
        initials="\n".join("".join(_initials(s) for s in variant).lower() for variant in variants),
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, name_key(text)[:_LONGEST]))


def _in_order(figures: re.Match[str]) -> str:
    """The second group before the tenth."""
    return figures[0].zfill(_LONGEST)


def _initials(syllable: str) -> str:
    """The first letter of a syllable; Latin words and figures, which come in capitals, are kept whole."""
    return syllable[:1] if syllable.islower() else syllable


@lru_cache(maxsize=20_000)
def _variants(text: str) -> tuple[tuple[str, ...], ...]:
    """The likeliest reading first: as the phrase is read, then with other readings of its characters."""
    text = _letters(text)
    readings = [_readings(piece) for piece in _pieces(text)]
    combined = islice(product(*readings), _SPELLINGS)
    return tuple(dict.fromkeys([_as_a_phrase(text), *combined]))


def _pieces(text: str) -> list[str]:
    """Chinese characters alone, all between them as it stands."""
    pieces: list[str] = []
    for character in text:
        if pieces and character.isascii() and pieces[-1].isascii():
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


@lru_cache(maxsize=20_000)
def _readings(piece: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin  # noqa: PLC0415 - a third of a second, for those who search

    if piece.isascii():
        return (piece.upper(),)
    return tuple(pinyin(piece, style=Style.NORMAL, heteronym=True)[0][:_READINGS])


def _as_a_phrase(text: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - likewise

    return tuple(lazy_pinyin(text, errors=str.upper))
