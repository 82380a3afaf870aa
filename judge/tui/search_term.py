"""One word that is searched for: part of a text, or pinyin, or its initials."""

import re
from collections.abc import Iterable

from imports.matching import name_key
from judge.tui.spelling import Spelling


class Term:
    """A word as a Latin keyboard or an input method types it."""

    def __init__(self, word: str) -> None:
        self._plain = name_key(word)
        letters = self._plain.replace("ü", "v")
        self._letters = letters if letters.isascii() and letters.isalnum() else ""
        first, rest = letters[:1].upper(), letters[1:]
        self._syllables = re.compile(f"{re.escape(first)}(?i:{re.escape(rest)})")

    def finds(self, texts: Iterable[str], spelling: Spelling | None) -> bool:
        """Whether one of the texts has the word, or the spelling of their names does."""
        if any(self._plain in name_key(text) for text in texts):
            return True
        if spelling is None or not self._letters:
            return False
        return self._letters in spelling.initials or bool(self._syllables.search(spelling.syllables))
