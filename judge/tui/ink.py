"""Lines as plain pieces of text and ink, so that what a line says can be tested without a screen."""

from collections.abc import Iterable, Mapping

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

Piece = tuple[str, str]
"""Some text and its ink: "" or one of `INKS` without the prefix."""
Line = list[Piece]

INKS = frozenset({"ink--dim", "ink--strong", "ink--accent", "ink--cursor", "ink--caret", "ink--refused"})
"""The component classes of every inked widget; desk.tcss says what they look like."""


def plain(line: Iterable[Piece]) -> str:
    """What a line says."""
    return "".join(text for text, _ink in line)


def styles(widget: Widget) -> Mapping[str, Style]:
    """The widget's inks as its style sheet has them now; "" is its plain text."""
    base = widget.rich_style
    inks = {name.removeprefix("ink--"): base + widget.get_component_rich_style(name) for name in INKS}
    return {"": base, **inks}


def paint(line: Iterable[Piece], width: int, look: Mapping[str, Style]) -> Strip:
    """A line as a strip of exactly `width` cells."""
    segments = [Segment(text, look[ink]) for text, ink in line if text]
    return Strip(segments).adjust_cell_length(width, look[""])
