"""Marking a sheet by keys: the cursor, the one cell being typed into, and what a key makes of them."""

from enum import Enum

from judge.domain.refusal import Param
from judge.domain.sheet import Mark
from judge.tui.cells import clean_line
from judge.tui.changes import MarkChange
from judge.tui.draft import Kept, SheetDraft
from rubrics.model import Criterion, Level
from rubrics.scale import MarkRefused, lowest_ticks, points_text, read_points

# Input methods give full-width figures, and the Chinese full stop for a point.
_TYPED_AS = str.maketrans("０１２３４５６７８９．。", "0123456789..")
_TYPEABLE = frozenset("0123456789.")


class Digits(Enum):
    """What a digit key means; the sheet's title and the key line always say which."""

    POINTS = "points"
    LEVELS = "levels"


class Marking:
    """The cursor on a draft and the text being typed at it. Pure, as the draft is.

    Methods that give a mark return the change to be written, or None where there is nothing to write;
    what could not be read is kept in the draft, and a `hint` code says why a key did nothing.
    """

    def __init__(self, draft: SheetDraft, digits: Digits = Digits.POINTS) -> None:
        self.draft = draft
        self.digits = digits
        self.row = 0
        self.typed: str | None = None
        self.hint: tuple[str, dict[str, Param]] | None = None

    @property
    def criterion(self) -> Criterion:
        """The criterion under the cursor."""
        return self.draft.rubric.criteria[self.row]

    def cell_text(self, criterion: Criterion) -> str:
        """What stands in a criterion's cell: being typed, refused and kept, or its points; "" if unmarked."""
        if criterion is self.criterion and self.typed is not None:
            return self.typed
        kept = self.draft.kept_text(criterion.key)
        if kept is not None:
            return kept
        mark = self.draft.mark(criterion.key)
        if mark is None or mark.ticks is None:
            return ""
        return points_text(mark.ticks, self.draft.rubric.step, aligned=True)

    def go(self, row: int) -> None:
        """Move the cursor to `row`, or as near as there are rows. The cell must have been committed."""
        self.hint = None
        self.row = max(0, min(row, len(self.draft.rubric.criteria) - 1))

    def go_to(self, criterion: str) -> None:
        """Move the cursor to a criterion by key."""
        self.go([c.key for c in self.draft.rubric.criteria].index(criterion))

    def type(self, character: str) -> MarkChange | None:
        """One digit or point key: into the cell, or as a level where no points stand typed in it."""
        typed = character.translate(_TYPED_AS)
        if not self._may_change():
            return None
        if self.digits is Digits.LEVELS and self.typed is None:
            return self._give_level(typed)
        self.typed = (self.typed or "") + typed
        return None

    def paste(self, text: str) -> None:
        """Pasted text always means points and stands in the cell until it is committed."""
        if self._may_change():
            self.typed = (self.typed or "") + clean_line(text).translate(_TYPED_AS)

    def backspace(self) -> None:
        """Take back the last character; on a cell that is not being typed into, begin with what it says."""
        if self._may_change():
            text = self.typed if self.typed is not None else self.cell_text(self.criterion)
            self.typed = text[:-1]

    def cancel(self) -> bool:
        """Leave the typing, or else drop what was refused here; whether there was either."""
        self.hint = None
        if self.typed is not None:
            self.typed = None
            return True
        slot = self.draft.refused_slot(self.criterion.key)
        if slot:
            self.draft.forget(slot)
        return slot is not None

    def commit(self) -> MarkChange | None:
        """End the typing: the change to write, or None (nothing new, or refused and kept)."""
        typed, self.typed = self.typed, None
        if not typed:
            return None
        try:
            ticks = self._read(typed)
        except MarkRefused as refused:
            self.draft.keep(self.criterion.key, Kept(typed, refused.code, dict(refused.params)))
            return None
        return self._give(Mark(ticks), typed)

    def nudge(self, steps: int) -> MarkChange | None:
        """Raise or lower a mark by steps; the scale's ends refuse, they never clamp."""
        mark = self.draft.mark(self.criterion.key)
        if not self._may_change():
            return None
        if mark is None or mark.ticks is None or self.draft.kept_text(self.criterion.key) is not None:
            self.hint = ("desk-nothing-to-nudge", {})
            return None
        ticks = mark.ticks + steps
        if not 0 <= ticks <= self.criterion.full_ticks:
            self.hint = ("desk-end-of-scale", {"full": self._points(self.criterion.full_ticks)})
            return None
        return self._give(Mark(ticks), self._points(ticks))

    def clear(self) -> MarkChange | None:
        """Take the mark away; it can be typed again."""
        if not self._may_change():
            return None
        self.typed = None
        return self._give(None, "")

    def not_applicable(self) -> MarkChange | None:
        """Mark the criterion as not applicable, where the rubric allows it."""
        if not self._may_change():
            return None
        if not self.criterion.may_not_apply:
            self.hint = ("desk-always-applies", {})
            return None
        self.typed = None
        return self._give(Mark(None), "")

    def toggle_digits(self) -> None:
        """Let digits mean levels instead of points, or points again."""
        self.hint = None
        self.digits = Digits.LEVELS if self.digits is Digits.POINTS else Digits.POINTS

    def _give_level(self, typed: str) -> MarkChange | None:
        ranks: dict[str, Level] = {str(level.rank): level for level in self.criterion.levels}
        if typed not in ranks:
            levels: dict[str, Param] = {"given": typed, "levels": len(ranks)}
            self.draft.keep(self.criterion.key, Kept(typed, "desk-no-such-level", levels))
            return None
        ticks = lowest_ticks(ranks[typed], self.criterion)
        return self._give(Mark(ticks), self._points(ticks))

    def _give(self, mark: Mark | None, typed: str) -> MarkChange | None:
        key = self.criterion.key
        if mark == self.draft.mark(key):
            self.draft.forget(("mark", key))
            return None
        return MarkChange(self.draft.sheet.nomination, key, mark, typed)

    def _read(self, typed: str) -> int:
        number = typed.removesuffix(".")  # "12." is 12 with the key still warm
        return read_points(number, self.draft.rubric.step, self.criterion.full_ticks)

    def _points(self, ticks: int) -> str:
        return points_text(ticks, self.draft.rubric.step)

    def _may_change(self) -> bool:
        self.hint = None if self.draft.editable else ("desk-read-only", {})
        return self.draft.editable


def is_typed(character: str | None, *, typing: bool = False) -> bool:
    """True for the characters that a cell takes: figures and the point, full-width ones included.

    Once something is being typed, letters and the like are taken too, to be refused with the rest:
    passing over them would save another mark than the one that was typed.
    """
    if character is None or len(character) != 1:
        return False
    return character.translate(_TYPED_AS) in _TYPEABLE or (
        typing and (character.isalnum() or character in ",，%％")
    )
