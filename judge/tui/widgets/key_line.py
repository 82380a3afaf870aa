from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.geometry import Size
from textual.strip import Strip

from judge.locale import N_, _
from judge.tui.cells import cell_len
from judge.tui.ink import Inked, Line, plain
from judge.tui.keyboard import CHAPTERS, WITH_ITS_PAIR, Chapter, Deed
from judge.tui.marking import Digits

_GAP = "  "
_LEAST_HEIGHT = 24
_DIGITS = {Digits.POINTS: ("0-9", N_("points")), Digits.LEVELS: ("1-4", N_("level"))}
_DIGITS_PLACE = 16  # the first to go: the sheet's title says what digits mean, too


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """Keys and label of one deed, in full and in brief; the largest `place` is the first to go."""

    place: int
    full: tuple[str, str]
    brief: tuple[str, str]


class KeyLine(Inked):
    """The keys that do something now. What there is no room for is in the palette and the help."""

    def __init__(self, offers: Callable[[Deed], bool], chapters: Sequence[Chapter] = CHAPTERS) -> None:
        super().__init__()
        self._offers = offers
        self._chapters = chapters
        self.digits: Digits | None = None
        self.choosing = False

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Two lines, but one on a screen lower than the desk asks for."""
        return 2 if self.app.size.height >= _LEAST_HEIGHT else 1

    def renew(self) -> None:
        """Draw the keys again if others do something now."""
        self.refresh_changed(self._lines())

    def _lines(self) -> list[Line]:
        return key_lines(self._entries(), self.size.width, max(1, self.size.height))

    def render_line(self, y: int) -> Strip:
        """One line of keys."""
        lines = self._lines()
        return self.paint(lines[y] if y < len(lines) else [])

    def _entries(self) -> list[Entry]:
        entries = [
            _entry(deed.place, (deed.shown, deed.label), deed.brief)
            for _title, chapter in self._chapters
            for deed in chapter
            if deed.place is not None and self._offers(deed)
        ]
        if self.choosing:
            return [_entry(0, ("↑ ↓ Enter", N_("choose"))), *entries]
        return [_entry(_DIGITS_PLACE, _DIGITS[self.digits]), *entries] if self.digits else entries


def _entry(place: int, full: tuple[str, str], brief: tuple[str, str] | None = None) -> Entry:
    return Entry(place, _translated(full), _translated(brief or full))


def _translated(entry: tuple[str, str]) -> tuple[str, str]:
    keys, label = entry
    return keys, _(label) if label else ""


def key_lines(entries: Sequence[Entry], width: int, height: int) -> list[Line]:
    """Entries on `height` lines: in full; where that is too much in brief; and then the last places go."""
    lines = _laid_out([entry.full for entry in entries], width)
    if len(lines) <= height:
        return lines
    kept = [entry for entry in entries if entry.brief != WITH_ITS_PAIR]
    while len(lines := _laid_out([entry.brief for entry in kept], width)) > height:
        kept.remove(max(kept))
    return lines


def _laid_out(entries: Sequence[tuple[str, str]], width: int) -> list[Line]:
    lines: list[Line] = [[]]
    for keys, label in entries:
        piece: Line = [(" " if not lines[-1] else _GAP, ""), (keys, "strong"), (f" {label}", "dim")]
        if lines[-1] and cell_len(plain(lines[-1])) + cell_len(plain(piece)) > width:
            lines.append([])
            piece[0] = (" ", "")
        lines[-1] += piece
    return lines
