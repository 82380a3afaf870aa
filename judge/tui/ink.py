"""Lines as plain pieces of text and ink, so that what a line says can be tested without a screen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

Piece = tuple[str, str]
"""Some text and its ink: "" or one of `INKS` without the prefix."""
Line = list[Piece]

INKS = frozenset(
    f"ink--{ink}"
    for ink in ("dim", "strong", "accent", "cursor", "caret", "refused", "found", "here", "evidence")
)
"""The component classes of every inked widget; desk.tcss says what they look like."""


def plain(line: Iterable[Piece]) -> str:
    """What a line says."""
    return "".join(text for text, _ink in line)


class Inked(Widget):
    """A widget that draws its lines in inks."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(INKS)

    _look: Mapping[str, Style] | None = None
    _said: Sequence[Line] = ()
    _titles = ("", "")

    def notify_style_update(self) -> None:
        """Forget how the inks looked: the style sheet, the focus or the theme has changed."""
        self._look = None
        super().notify_style_update()

    def refresh_changed(self, lines: Sequence[Line]) -> None:
        """Draw again the lines that differ from the last call's; all of them if their count does."""
        before, self._said = self._said, list(lines)
        if len(before) != len(self._said):
            self.refresh()
            return
        pairs = enumerate(zip(before, self._said, strict=True))
        changed = [Region(0, y, self.size.width, 1) for y, (was, now) in pairs if was != now]
        if changed:
            self.refresh(*changed)

    def entitle(self, title: str, subtitle: str) -> None:
        """Set the border's title and subtitle; either costs a whole drawing, so only where it changes."""
        if (title, subtitle) != self._titles:
            self._titles = (title, subtitle)
            self.border_title, self.border_subtitle = Content(title), Content(subtitle)

    def paint(self, line: Iterable[Piece]) -> Strip:
        """A line as a strip exactly as wide as the widget."""
        if self._look is None:
            base = self.rich_style
            inks = {ink.removeprefix("ink--"): base + self.get_component_rich_style(ink) for ink in INKS}
            self._look = {"": base, **inks}
        look = self._look
        segments = [Segment(text, look[ink]) for text, ink in line if text]
        return Strip(segments).adjust_cell_length(self.size.width, look[""])
