"""Texts as a cell can hold them: nothing dropped without a mark, nothing changed without a word."""

import re

MOST_UNITS = 32_767
"""Most UTF-16 units in a cell (Excel specifications and limits: total characters in a cell)."""

CUT_MARK = "…"

_UNFIT = re.compile("\r\n?|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _shown(match: re.Match[str]) -> str:
    found = match.group()
    if found.startswith("\r"):
        return "\n"
    if found < " ":
        return chr(0x2400 + ord(found))
    return "␡" if found == "\x7f" else "�"


def visible(text: str) -> tuple[str, bool]:
    """`text` with every character that XML or a reader's eye cannot take replaced by a visible one.

    C0 controls become their control pictures (U+2400 ff.); C1 controls, lone surrogates and
    non-characters become U+FFFD. Tabs and line breaks stay; a carriage return becomes the line break
    that spreadsheets use. The flag says whether a character was replaced.
    """
    if text.isprintable():
        return text, False
    shown = _UNFIT.sub(_shown, text)
    return shown, shown != text.replace("\r\n", "\n").replace("\r", "\n")


def fitted(text: str, most: int = MOST_UNITS) -> str:
    """`text` within `most` UTF-16 units; what is cut ends in a mark, and no character is halved."""
    if 2 * len(text) <= most:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * most:
        return text
    return units[: 2 * (most - len(CUT_MARK))].decode("utf-16-le", errors="ignore") + CUT_MARK
