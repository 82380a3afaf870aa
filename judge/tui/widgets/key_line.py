from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace

from textual.geometry import Size
from textual.strip import Strip

from judge.locale import N_, _
from judge.tui.cells import cell_len
from judge.tui.ink import Inked, Line, plain
from judge.tui.keyboard.chapters import CHAPTERS
from judge.tui.keyboard.deed import Chapter, Deed
from judge.tui.keymap import keymap
from judge.tui.marking import Digits

_GAP = "  "
_LEAST_HEIGHT = 24
_DIGITS = {Digits.POINTS: ("0-9", N_("points")), Digits.LEVELS: ("1-4", N_("level"))}
_MARK = "nudge(1)"  # whose keys digits stand beside where there is little room


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """Keys and label of one deed, in full and in brief; the largest `place` is the first to go.

    Entries of one `group` are brief together; of these, one names them all and the others have no `brief`.
    """

    place: int
    full: tuple[str, str]
    brief: tuple[str, str] | None
    group: str


class KeyLine(Inked):
    """The keys that do something now. What there is no room for is in the palette and the help."""

    def __init__(self, offers: Callable[[Deed], bool], chapters: Sequence[Chapter] = CHAPTERS) -> None:
        super().__init__()
        self._offers = offers
        self._chapters = chapters
        self.digits: Digits | None = None
        self.choosing = False
        self.searching = False
        self.finding = False

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
        offered = [
            deed
            for _title, chapter in self._chapters
            for deed in chapter
            if deed.place is not None and self._offers(deed)
        ]
        actions = {deed.action for deed in offered}
        entries = [_of(deed, paired=deed.pair in actions) for deed in offered]
        if self.searching:
            return [_entry(0, ("↑ ↓ Enter", N_("open it"))), _entry(0, ("Esc", N_("end the search")))]
        if self.finding:
            places = _entry(0, ("Enter ↓", N_("next place"))), _entry(0, ("↑", N_("previous place")))
            return [*places, _entry(0, ("Esc", N_("end the search"))), *entries]
        if self.choosing:
            return [_entry(0, ("↑ ↓ Enter", N_("choose"))), *entries]
        return _with_digits(entries, _DIGITS[self.digits]) if self.digits else entries


def _of(deed: Deed, *, paired: bool) -> Entry:
    """A deed's entry; where the counterpart that would name it is not on offer, it names itself."""
    keys, place = keymap(), deed.place or 0
    full = _translated((keys.shown(deed), deed.label))
    if paired:
        return Entry(place, full, None, deed.pair)
    return Entry(place, full, _translated(keys.brief(deed)) if deed.brief else full, deed.action)


def _with_digits(entries: Sequence[Entry], shown: tuple[str, str]) -> list[Entry]:
    """Digits before all else: there is no key that is needed more."""
    named = next((entry.brief for entry in entries if entry.group == _MARK and entry.brief), None)
    if named is None:
        return [_entry(0, shown), *entries]
    keys, label = named
    together = (f"{shown[0]} {keys}", label)
    kept = [replace(each, brief=together) if each.brief is named else each for each in entries]
    return [Entry(0, _translated(shown), None, _MARK), *kept]


def _entry(place: int, shown: tuple[str, str]) -> Entry:
    full = _translated(shown)
    return Entry(place, full, full, full[0])


def _translated(entry: tuple[str, str]) -> tuple[str, str]:
    keys, label = entry
    return keys, _(label) if label else ""


def key_lines(entries: Sequence[Entry], width: int, height: int) -> list[Line]:
    """Entries on `height` lines: in full; as far as that is too much, in brief; then the last places go."""
    last = {entry.group: max(e.place for e in entries if e.group == entry.group) for entry in entries}
    brief: set[str] = set()
    for group in ("", *sorted(last, key=lambda group: last[group], reverse=True)):
        brief.add(group)
        lines = _laid_out(_shown(entries, brief), width)
        if len(lines) <= height:
            return lines
    kept = [entry for entry in entries if entry.brief]
    while len(lines := _laid_out(_shown(kept, brief), width)) > height:
        kept.remove(max(kept, key=lambda entry: entry.place))
    return lines


def _shown(entries: Sequence[Entry], brief: Container[str]) -> list[tuple[str, str]]:
    shown = (entry.brief if entry.group in brief else entry.full for entry in entries)
    return [keys_and_label for keys_and_label in shown if keys_and_label]


def _laid_out(entries: Sequence[tuple[str, str]], width: int) -> list[Line]:
    lines: list[Line] = [[]]
    for keys, label in entries:
        piece: Line = [(" " if not lines[-1] else _GAP, ""), (keys, "strong"), (f" {label}", "dim")]
        if lines[-1] and cell_len(plain(lines[-1])) + cell_len(plain(piece)) > width:
            lines.append([])
            piece[0] = (" ", "")
        lines[-1] += piece
    return lines
