from collections.abc import Callable

from textual.geometry import Size
from textual.strip import Strip

from judge.locale import _
from judge.tui.cells import cell_len
from judge.tui.ink import Inked, Line, plain
from judge.tui.keyboard import CHAPTERS, Deed
from judge.tui.marking import Digits

_GAP = "  "


class KeyLine(Inked):
    """The keys that do something now. What there is no room for is in the palette and the help."""

    def __init__(self, offers: Callable[[Deed], bool]) -> None:
        super().__init__()
        self._offers = offers
        self.digits: Digits | None = None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """A second line where the screen has lines to spare."""
        return 2 if self.app.size.height >= 30 else 1

    def renew(self) -> None:
        """Draw the keys again if others do something now."""
        self.refresh_changed(self._lines())

    def _lines(self) -> list[Line]:
        return key_lines(self._entries(), self.size.width, max(1, self.size.height))

    def render_line(self, y: int) -> Strip:
        """One line of keys."""
        lines = self._lines()
        return self.paint(lines[y] if y < len(lines) else [])

    def _entries(self) -> list[tuple[int, str, str]]:
        deeds = [
            d for _title, chapter in CHAPTERS for d in chapter if d.place is not None and self._offers(d)
        ]
        entries = [(deed.place or 0, deed.shown, _(deed.label)) for deed in deeds]
        digits = {Digits.POINTS: ("0-9", _("points")), Digits.LEVELS: ("1-4", _("level"))}
        return [(0, *digits[self.digits]), *entries] if self.digits else entries


def key_lines(entries: list[tuple[int, str, str]], width: int, height: int) -> list[Line]:
    """Entries of (place, key, label) on `height` lines; where they do not all fit, the last places go."""
    kept = list(entries)
    while True:
        lines = _laid_out(kept, width)
        if len(lines) <= height:
            return lines
        kept.remove(max(kept))


def _laid_out(entries: list[tuple[int, str, str]], width: int) -> list[Line]:
    lines: list[Line] = [[]]
    for _place, key, label in entries:
        piece: Line = [(" " if not lines[-1] else _GAP, ""), (key, "strong"), (f" {label}", "dim")]
        if lines[-1] and cell_len(plain(lines[-1])) + cell_len(plain(piece)) > width:
            lines.append([])
            piece[0] = (" ", "")
        lines[-1] += piece
    return lines
