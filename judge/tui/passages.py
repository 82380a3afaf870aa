"""A paper's passages: what is wrapped as one, with the texts in it that can be searched.

A passage is wrapped only when it is needed, so that a paper of two thousand pages opens as a short one does.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from judge.tui.cells import cell_len, wrap
from judge.tui.ink import Line, Piece

Run = tuple[str, str, int]
"""Some text, its ink, and which of its passage's texts it is a part of; `NO_TEXT` for what only adorns."""
Row = list[Run]
"""One line of a passage."""
NO_TEXT = -1


@dataclass(frozen=True, slots=True)
class Passage:
    """Some texts and how they are laid on a width; `field` is the key of the form's field that they are of.

    The rows' runs of one text, put together, say the text; only blanks may be missing, at the ends of lines.
    """

    texts: tuple[str, ...]
    lay: Callable[[int], list[Row]]
    field: str = ""


BLANK = Passage((), lambda _width: [[]])
"""An empty line; two of them are never shown below each other."""
RULE = Passage((), lambda width: [[("─" * width, "dim", NO_TEXT)]])
"""A line across."""


def paragraph(text: str, ink: str = "", indent: str = "") -> Passage:
    """A text that wraps."""
    return Passage((text,), lambda width: _hung((indent, ""), (text, ink), width))


def aside(text: str) -> Passage:
    """Something that the desk itself says; whoever looks for words in the papers does not mean it."""

    def lay(width: int) -> list[Row]:
        return [[(line, "dim", NO_TEXT)] for line in wrap(text, max(2, width))]

    return Passage((), lay)


def paragraphs(text: str, ink: str = "", field: str = "") -> Iterator[Passage]:
    """A text line by line, each a passage, so that a long one is wrapped piecemeal."""
    for line in text.split("\n"):
        plain = paragraph(line, ink)
        yield Passage(plain.texts, plain.lay, field)


def hanging(lead: str, text: str, lead_ink: str = "dim") -> Passage:
    """A text behind a sign; its further lines stand under its first."""
    return Passage((text,), lambda width: _hung((lead, lead_ink), (text, ""), width))


def _hung(lead: Piece, text: Piece, width: int) -> list[Row]:
    said, ink = text
    before = cell_len(lead[0])
    first, *more = wrap(said, max(2, width - before))
    rows: list[Row] = [[(*lead, NO_TEXT), (first, ink, 0)]]
    rows += [[(" " * before, "", NO_TEXT), (line, ink, 0)] for line in more]
    return rows if before else [row[1:] for row in rows]


def as_lines(passages: Sequence[Passage], width: int) -> list[Line]:
    """All lines of some passages."""
    lines: list[Line] = []
    for passage in passages:
        for row in passage.lay(width):
            if row or (lines and lines[-1]):
                lines.append([(text, ink) for text, ink, _of in row])
    return lines
