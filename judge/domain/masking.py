"""Texts with the names of whoever is judged masked, for reviewers who judge blind.

A name is found in any width, case and accent, with or without blanks, middle dots, dashes, brackets and
quotation marks within; of two that begin together the longer one. A Chinese name is masked wherever it
stands, since nothing shows where a Chinese word ends: 李梅 also in 桃李梅花. A name in letters that do stand
apart is masked only as a whole word, and so is a number. Numbers that can only be telephones' or identity
cards', and e-mail addresses, are masked whoever's they are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from imports.forms.definition import Identifies
from judge.domain.common_words import is_word
from judge.domain.folding import BLANK, fold, fold_name

MASKS = {
    Identifies.GROUP: "〔小组〕",
    Identifies.ORGANISATION: "〔单位〕",
    Identifies.BODY: "〔推荐单位〕",
    Identifies.PERSON: "〔姓名〕",
    Identifies.PHONE: "〔电话〕",
    Identifies.CONTACT: "〔联系方式〕",
}
"""What stands in a masked text, in the language of the papers."""

_LEAST = 2
"""Characters of a name; of a single one, every text is full."""

_HAN = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^\W\d_{_HAN}]"
_IS_LETTER = re.compile(_LETTER)
_ANY_BLANKS = f"{BLANK}*"
_PHONE = re.compile(
    rf"(?<!\d)(?:86{BLANK}?)?1[3-9]\d(?:{BLANK}?\d{{4}}){{2}}(?!\d)"
    rf"|(?<!\d)0\d{{2,3}}{BLANK}{{0,2}}\d{{7,8}}(?!\d)"
)
_IDENTITY_CARD = re.compile(rf"(?<![\d])\d{{6}}{BLANK}?(?:19|20)\d{{6}}{BLANK}?\d{{3}}[\dx](?!\d)")
_EMAIL = re.compile(r"[\w.+\-]+\s?[@＠]\s?[\w\-]+(?:[.．][\w\-]+)+", re.ASCII)

Span = tuple[int, int, Identifies]
"""From where to where in a text, and what is there."""


@dataclass(frozen=True, slots=True)
class Term:
    """Something to be masked wherever it stands, and what it gives away."""

    kind: Identifies
    text: str


class Masking:
    """Masks a set of terms. The same text always comes out the same, whatever the order of the terms."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Terms of one character, and words that everybody uses (公司, 油田), are not looked for."""
        kinds: dict[str, Identifies] = {}
        for term in sorted(terms, key=lambda each: (list(MASKS).index(each.kind), each.text)):
            name = fold_name(term.text)
            if len(name) >= _LEAST and not is_word(name):
                kinds.setdefault(name, term.kind)
        self._kinds = kinds
        longest_first = sorted(kinds, key=lambda name: (-len(name), name))
        self._pattern = re.compile("|".join(map(_pattern, longest_first))) if kinds else None

    def text(self, text: str) -> str:
        """The text with every term masked."""
        masked: list[str] = []
        done = 0
        for start, end, kind in _apart(self._spans(text)):
            masked += [text[done:start], MASKS[kind]]
            done = end
        return "".join((*masked, text[done:]))

    def _spans(self, text: str) -> Iterator[Span]:
        folded, places = fold(text)
        for pattern, kind in ((_IDENTITY_CARD, Identifies.CONTACT), (_PHONE, Identifies.PHONE)):
            for found in pattern.finditer(folded):
                yield places[found.start()], places[found.end() - 1] + 1, kind
        for found in _EMAIL.finditer(text):
            yield found.start(), found.end(), Identifies.CONTACT
        for found in self._pattern.finditer(folded) if self._pattern else ():
            kind = self._kinds[found.group().replace(BLANK, "")]
            yield places[found.start()], places[found.end() - 1] + 1, kind


def mask(kind: Identifies, count: int = 1) -> str:
    """What stands for a field that gives away so many of a kind."""
    return "、".join([MASKS[kind]] * count)


def _pattern(name: str) -> str:
    """Where a folded name stands: a number or a word with letters only as a whole."""
    return f"{_edge(name[0], '<!')}{_ANY_BLANKS.join(map(re.escape, name))}{_edge(name[-1], '!')}"


def _edge(character: str, look: str) -> str:
    if character.isdigit():
        return rf"(?{look}\d)"
    return f"(?{look}{_LETTER})" if _IS_LETTER.match(character) else ""


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in order, those that overlap as one, of the kind of the longest that begins first."""
    now: Span | None = None
    for span in sorted(spans, key=lambda each: (each[0], -each[1])):
        if now is None or span[0] >= now[1]:
            if now:
                yield now
            now = span
        else:
            now = (now[0], max(now[1], span[1]), now[2])
    if now:
        yield now
