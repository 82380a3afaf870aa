"""How long a Chinese text is, counted as word processors count 字数."""

import re
from collections.abc import Iterable
from unicodedata import category, east_asian_width

from imports.records import Block

_RUN = re.compile(r"\S+")


def count_characters(text: str) -> int:
    """The 字数 of a text, as Word counts it.

    Every Chinese character, kana and hangul, and every mark of Chinese punctuation, counts one; every run of
    other characters between blanks and those (a word, a figure with its sign and point) counts one; blanks
    count nothing.
    """
    return sum(map(_run, _RUN.findall(text)))


def _run(run: str) -> int:
    count, inside = 0, False
    for character in run:
        alone = _counts_alone(character)
        count += alone or not inside
        inside = not alone
    return count


def _counts_alone(character: str) -> bool:
    """Wide characters, and signs that a Chinese text sets wide: “ ” — … · ①; letters of other scripts not."""
    width = east_asian_width(character)
    return width in "WF" or (width == "A" and category(character)[0] in "PSN")


def count_blocks(blocks: Iterable[Block]) -> int:
    """The 字数 of a document: its paragraphs, headings and the cells of its tables."""
    return sum(
        count_characters(block.text) + sum(count_characters(cell) for row in block.rows for cell in row)
        for block in blocks
    )
