"""How tables are laid out: title, notes and one row of headings above, widths and heights that fit."""

from collections.abc import Iterable, Sequence

from exports.pen import Pen
from exports.widths import LINE_HEIGHT, PADDING, ROW_SPACE, folded, text_width, wrapped_lines

_NARROWEST = 4

HIGHEST_ROW = 409.0
"""Points of the highest row that Excel allows."""


def column_width(head: str, content: int, widest: int) -> float:
    """A column's width in cells: its content up to `widest`, and its heading in two lines or so.

    The longest word of a heading stays whole, so that one in English does not break anywhere.
    """
    words = (len(word) for word in head.split() if word.isascii())
    half = (text_width(head) + 3) // 4 * 2
    return max(min(content, widest), half, *words, _NARROWEST) + PADDING


def write_title(pen: Pen, title: str, notes: Sequence[str], width: float) -> int:
    """Write the title and the notes, folded to the table's `width`; give the next free row."""
    pen.sheet.set_row(0, 2 * LINE_HEIGHT)
    pen.text(0, 0, title, pen.looks.title)
    lines = [line for note in notes for line in folded(note, int(width))]
    for row, line in enumerate(lines, start=1):
        pen.text(row, 0, line, pen.looks.note)
    return 1 + len(lines)


def write_heads(pen: Pen, row: int, heads: Sequence[str], widths: Sequence[float]) -> None:
    """Write the one row of headings and set the columns' widths."""
    pen.heads = tuple(heads)
    lines = max(wrapped_lines(head, width) for head, width in zip(heads, widths, strict=True))
    pen.sheet.set_row(row, lines * LINE_HEIGHT + 2 * ROW_SPACE)
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        pen.sheet.set_column(column, column, width)
        pen.text(row, column, head, pen.looks.head)


def write_bands(pen: Pen, row: int, bands: Sequence[tuple[str, int]]) -> None:
    """Write headings over several columns each, as (text, columns), for the row of headings below.

    Nothing is merged, or the table below could not be sorted: a text runs on over the empty cells
    beside it. The caller makes the columns wide enough.
    """
    pen.sheet.set_row(row, LINE_HEIGHT + 2 * ROW_SPACE)
    column = 0
    for text, columns in bands:
        pen.text(row, column, text, pen.looks.band)
        last = column + columns - 1
        for rest in range(column + 1, last + 1):
            pen.text(row, rest, "", pen.looks.band_end if rest == last else pen.looks.band_rest)
        column += columns


def fit_row(pen: Pen, row: int, texts: Iterable[tuple[str, float]]) -> None:
    """Make the row as high as its texts need in columns of the given widths.

    Excel does so by itself when it opens a file; LibreOffice trusts the file.
    """
    lines = max((wrapped_lines(text, width) for text, width in texts), default=1)
    pen.sheet.set_row(row, min(lines * LINE_HEIGHT + ROW_SPACE, HIGHEST_ROW))
