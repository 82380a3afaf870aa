"""Text measured in terminal cells: cleaning, cutting, padding and wrapping. A Chinese glyph is two cells."""

import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

from judge.tui.wrapping import wrap

__all__ = ["cell_len", "clean", "clean_line", "cut", "cut_start", "fit", "fit_right", "wrap"]

_ELLIPSIS = "…"
# Overrides and isolates could turn the rest of a line around; letters of right-to-left scripts need none.
_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """User text without anything that a terminal would obey: control codes and writing-direction overrides.

    Line feeds stay; a tab becomes a space.
    """
    if text.isprintable() and _BIDI_CONTROLS.isdisjoint(text):
        return text
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(c for c in unified if c == "\n" or not _obeyed(c))


def _obeyed(character: str) -> bool:
    return character in _BIDI_CONTROLS or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}


def clean_line(text: str) -> str:
    """User text on one line: cleaned, with every run of white space as one space."""
    return " ".join(clean(text).split())


def cut(text: str, width: int) -> str:
    """The start of `text` in at most `width` cells, ending in "…" where something is left out."""
    if len(text) <= width * 4 and cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    kept, used = "", 0
    for piece, cells in _graphemes(text[: width * 8]):
        if used + cells > width - 1:
            break
        kept += piece
        used += cells
    return kept + _ELLIPSIS


def cut_start(text: str, width: int) -> str:
    """The end of `text` in at most `width` cells, beginning with "…" where something is left out."""
    if cell_len(text) <= width:
        return text
    kept, used = "", 0
    for piece, cells in reversed(list(_graphemes(text[-width * 8 :]))):
        if used + cells > width - 1:
            break
        kept, used = piece + kept, used + cells
    return _ELLIPSIS + kept


def fit(text: str, width: int) -> str:
    """`text` cut or padded on the right to exactly `width` cells."""
    shown = cut(text, width)
    return shown + " " * (width - cell_len(shown))


def fit_right(text: str, width: int) -> str:
    """`text` cut or padded on the left to exactly `width` cells."""
    shown = cut(text, width)
    return " " * (width - cell_len(shown)) + shown


def _graphemes(text: str) -> Iterator[tuple[str, int]]:
    spans, _ = split_graphemes(text)
    for start, end, cells in spans:
        yield text[start:end], cells
