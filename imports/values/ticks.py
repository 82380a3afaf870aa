"""Boxes beside words, read: one of 是 and 否, or any of several choices."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from imports.values.written import RULED, Unclear

_TICKED = "☑☒■√✓✔✅🗹⊠"
_OPEN = "□☐◻▢口囗"
_TOKENS = re.compile(rf"是|否|[{_TICKED}{_OPEN}]+")
_CROSSED = re.compile("[×✗✘╳]")
_LONGEST = 200

Token = tuple[str, int, int]


@lru_cache(maxsize=1024)
def yes_or_no(text: str) -> bool:
    """What is ticked of 是 and 否, boxes standing before or after the words; plain 是 or 否 answers too.

    Raises:
        Unclear: `tick-none`, `tick-both`, or `tick-unclear` where a mark may belong to either word or
            other words are written.
    """
    if len(text) > _LONGEST:
        raise Unclear("tick-unclear")
    tokens = [(found[0], found.start(), found.end()) for found in _TOKENS.finditer(text)]
    if not tokens and not text.strip(RULED):
        raise Unclear("tick-none")
    if re.search(r"\w", _TOKENS.sub("", text).replace("_", "")):
        raise Unclear("tick-unclear")
    if _CROSSED.search(text) and not _any_ticked(tokens):
        raise Unclear("tick-unclear")
    words = [at for at, token in enumerate(tokens) if token[0] in "是否"]
    if len(words) == 1:
        return _single(tokens, words[0])
    if len(words) != 2 or tokens[words[0]][0] == tokens[words[1]][0]:
        raise Unclear("tick-unclear")
    first_ticked, second_ticked = _between_two(tokens, *words)
    if first_ticked and second_ticked:
        raise Unclear("tick-both")
    if not first_ticked and not second_ticked:
        raise Unclear("tick-none")
    return (tokens[words[0]][0] == "是") == first_ticked


@lru_cache(maxsize=1024)
def choices(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `words` whose box is ticked, in the order of `words`; the boxes may stand before or after.

    Words alone, where the others were struck out, answer too.

    Raises:
        Unclear: `choice-none`, or `choice-unclear` where a mark may belong to either of two words or other
            words are written.
    """
    # The longest first: one word may begin another.
    ordered = tuple(sorted(words, key=len, reverse=True))
    pattern = _choice_pattern(ordered)
    folded = unicodedata.normalize("NFKC", text)
    if len(text) > _LONGEST or re.search(r"\w", pattern.sub("", folded).replace("_", "")):
        raise Unclear("choice-unclear")
    met = list(pattern.finditer(folded))
    tokens = [(found[0], found.start(), found.end()) for found in met]
    said = [ordered[found.lastindex - 1] for found in met if found.lastindex]
    if len(set(said)) != len(said):
        raise Unclear("choice-unclear")
    chosen = _chosen(tokens, [found.lastindex is None for found in met], said, len(words))
    if not chosen:
        raise Unclear("choice-none")
    return tuple(word for word in words if word in chosen)


def _chosen(tokens: list[Token], is_box: list[bool], said: list[str], in_all: int) -> set[str]:
    """The words ticked, where the boxes stand all before or all after them."""
    if not any(is_box):
        if len(said) == in_all:
            raise Unclear("choice-unclear")
        return set(said)
    alternating = len(said) * 2 == len(tokens) and all(a != b for a, b in pairwise(is_box))
    if not alternating:
        return _touching(tokens, is_box, said)
    return {word for word, token in zip(said, tokens[not is_box[0] :: 2], strict=True) if _is_ticked(token)}


def _touching(tokens: list[Token], is_box: list[bool], said: list[str]) -> set[str]:
    """Of words some of which have no box, those with a tick that touches them and no other word."""
    words = [at for at, box in enumerate(is_box) if not box]
    chosen: set[str] = set()
    for at, token in enumerate(tokens):
        if not is_box[at] or not _is_ticked(token):
            continue
        beside = [n for n in (at - 1, at + 1) if n in words and _gap(tokens, at, n) == 0]
        if len(beside) != 1:
            raise Unclear("choice-unclear")
        chosen.add(said[words.index(beside[0])])
    return chosen


def _gap(tokens: list[Token], at: int, other: int) -> int:
    """Characters between two tokens that follow one another."""
    first, second = sorted((at, other))
    return tokens[second][1] - tokens[first][2]


@lru_cache
def _choice_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Words, each a group, blanks within them passed over; and runs of one box."""
    spelled = ("".join(unicodedata.normalize("NFKC", word).split()) for word in words)
    spaced = ("(" + r"\s*".join(map(re.escape, word)) + ")" for word in spelled)
    return re.compile("|".join((*spaced, f"[{_TICKED}{_OPEN}]")), re.IGNORECASE)


def _single(tokens: list[Token], word: int) -> bool:
    """One word alone: ticked, or plainly written without any box."""
    marks = [token for at, token in enumerate(tokens) if at != word]
    if marks and not any(map(_is_ticked, marks)):
        raise Unclear("tick-none")
    return tokens[word][0] == "是"


def _between_two(tokens: list[Token], first: int, second: int) -> tuple[bool, bool]:
    """Whether each of two words is ticked, by the marks before, between and after them."""
    before, between, after = tokens[:first], tokens[first + 1 : second], tokens[second + 1 :]
    if before and between and not after:
        return _any_ticked(before), _any_ticked(between)
    if between and after and not before:
        return _any_ticked(between), _any_ticked(after)
    if between and not before and not after:
        return _nearer(tokens, first, second)
    if before and between and after and _any_ticked(between):
        raise Unclear("tick-unclear")
    return _any_ticked(before), _any_ticked(after)


def _nearer(tokens: list[Token], first: int, second: int) -> tuple[bool, bool]:
    """A lone mark between two words belongs to the one it touches, if it touches only one."""
    marks = tokens[first + 1 : second]
    if not _any_ticked(marks):
        return False, False
    gap_before = marks[0][1] - tokens[first][2]
    gap_after = tokens[second][1] - marks[-1][2]
    if (gap_before == 0) == (gap_after == 0):
        raise Unclear("tick-unclear")
    return gap_before == 0, gap_after == 0


def _any_ticked(tokens: list[Token]) -> bool:
    return any(map(_is_ticked, tokens))


def _is_ticked(token: Token) -> bool:
    return any(mark in _TICKED for mark in token[0])
