"""Boxes beside 是 and 否, read as yes or no."""

import re

from imports.values.written import RULED, Unclear

_TICKED = "☑☒■√✓✔✅🗹⊠"
_OPEN = "□☐◻▢口囗"
_TOKENS = re.compile(rf"是|否|[{_TICKED}{_OPEN}]+")
_CROSSED = re.compile("[×✗✘╳]")
_LONGEST = 200

Token = tuple[str, int, int]


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
