"""Text as a value, and the refusal to guess one."""

import re
from itertools import pairwise

RULED = " \t\r\n\u3000\xa0_"
"""Blanks, and the underscores that rule a line to write on."""


class Unclear(Exception):  # noqa: N818  the text is unclear; nothing went wrong in the program
    """A text that cannot be read as what it should be; `code` is the finding's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def line(text: str) -> str | None:
    """One line of text, None for a blank: a line broken within a Chinese name is joined without a blank."""
    stripped = text.strip(RULED)
    if "\n" not in stripped and "\t" not in stripped:
        return stripped or None
    parts = [part for part in map(str.strip, re.split(r"[\n\t]", stripped)) if part]
    joins = ["" if left[-1] > "\xff" and right[0] > "\xff" else " " for left, right in pairwise(parts)]
    return "".join(part + join for part, join in zip(parts, [*joins, ""], strict=True))
