"""A sheet as the screen knows it: what is committed, what is on its way, and what was refused and kept."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from judge.domain.refusal import Param
from judge.domain.sheet import AT_WORK, Mark, Sheet
from judge.tui.changes import Change, MarkChange, NoteChange, Slot
from rubrics.model import Criterion, Rubric


class Saving(Enum):
    """How far a cell's content has come."""

    NOTHING = "nothing"
    UNDER_WAY = "under way"
    SAVED = "saved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was refused and stays on the screen.

    `typed` is the text of the cell; `change` is what can be tried again, None where the text itself
    was refused and has to be typed anew.
    """

    typed: str
    code: str
    params: Mapping[str, Param]
    change: Change | None = None


class SheetDraft:
    """One sheet between the keys and the edition. Pure: no clock, no screen, no waiting."""

    def __init__(self, rubric: Rubric, sheet: Sheet) -> None:
        self.rubric = rubric
        self.sheet = sheet
        self._kept: dict[Slot, Kept] = {}
        self._sent: dict[Slot, Change] = {}
        self._under_way: Counter[Slot] = Counter()

    @property
    def editable(self) -> bool:
        """True while the reviewer may change the sheet."""
        return self.sheet.state in AT_WORK

    def mark(self, criterion: str) -> Mark | None:
        """The mark as last given: on its way if one is, else as committed. None is unmarked."""
        sent = self._sent.get(("mark", criterion))
        return sent.mark if isinstance(sent, MarkChange) else self.sheet.marks.get(criterion)

    def note(self, criterion: str) -> str:
        """The note of a criterion, or of the sheet for "": as last written, kept if it was refused."""
        slot = ("note", criterion)
        kept = self._kept.get(slot)
        latest = self._sent.get(slot) or (kept.change if kept else None)
        return latest.text if isinstance(latest, NoteChange) else self.sheet.notes.get(criterion, "")

    def kept(self, criterion: str) -> Kept | None:
        """What was refused at the criterion's mark, or else at its note."""
        slot = self.refused_slot(criterion)
        return self._kept[slot] if slot else None

    def refused_slot(self, criterion: str) -> Slot | None:
        """Where the criterion holds something refused: its mark first, then its note."""
        return next((s for s in (("mark", criterion), ("note", criterion)) if s in self._kept), None)

    def kept_text(self, criterion: str) -> str | None:
        """The refused text that still stands in the criterion's cell."""
        kept = self._kept.get(("mark", criterion))
        return kept.typed if kept else None

    def saving(self, criterion: str) -> Saving:
        """How far the criterion's mark and note have come; the worse of the two."""
        slots = (("mark", criterion), ("note", criterion))
        if any(slot in self._kept for slot in slots):
            return Saving.REFUSED
        if any(self._under_way[slot] for slot in slots):
            return Saving.UNDER_WAY
        return Saving.SAVED if criterion in self.sheet.marks else Saving.NOTHING

    @property
    def refused(self) -> tuple[Slot, ...]:
        """The slots that hold something refused, in the order of the refusals."""
        return tuple(self._kept)

    @property
    def marked(self) -> int:
        """How many criteria carry a mark, "not applicable" included."""
        return sum(self.mark(c.key) is not None for c in self.rubric.criteria)

    @property
    def missing(self) -> tuple[Criterion, ...]:
        """The criteria without a mark, in the rubric's order."""
        return tuple(c for c in self.rubric.criteria if self.mark(c.key) is None)

    @property
    def total(self) -> Fraction | None:
        """Points so far, weighted; None while nothing is marked."""
        return points_total(self.rubric, {c.key: self.mark(c.key) for c in self.rubric.criteria})

    @property
    def full(self) -> Fraction:
        """The points that could be reached: full points less those of criteria marked not applicable."""
        return self.rubric.full_points - sum(
            (
                c.full_ticks * self.rubric.step * c.weight
                for c in self.rubric.criteria
                if self.mark(c.key) == Mark(None)
            ),
            start=Fraction(0),
        )

    def keep(self, criterion: str, kept: Kept) -> None:
        """Leave refused text standing in the criterion's cell."""
        self._kept[("mark", criterion)] = kept

    def keep_of(self, before: "SheetDraft") -> None:
        """Keep what was refused on the same sheet under another rubric, where this one asks for it, too."""
        asked = {"", *(criterion.key for criterion in self.rubric.criteria)}
        self._kept = {slot: kept for slot, kept in before._kept.items() if slot[1] in asked}  # noqa: SLF001 - its like

    def forget(self, slot: Slot) -> None:
        """Drop what was refused there; the cell shows the committed content again."""
        self._kept.pop(slot, None)

    def send(self, change: Change) -> None:
        """`change` is on its way; it takes the place of what was refused there."""
        self._kept.pop(change.slot, None)
        self._sent[change.slot] = change
        self._under_way[change.slot] += 1

    def written(self, change: Change, sheet: Sheet) -> None:
        """`change` is durable and `sheet` is what is committed now."""
        self.sheet = sheet
        self._arrived(change)

    def not_written(self, change: Change, code: str, params: Mapping[str, Param]) -> None:
        """`change` was refused: keep what was typed, unless something newer follows it."""
        self._arrived(change)
        if isinstance(change, MarkChange | NoteChange) and not self._under_way[change.slot]:
            typed = change.typed if isinstance(change, MarkChange) else ""
            self._kept[change.slot] = Kept(typed, code, params, change)

    def _arrived(self, change: Change) -> None:
        self._under_way[change.slot] -= 1
        if not self._under_way[change.slot]:
            self._sent.pop(change.slot, None)

    def adopt(self, sheet: Sheet) -> None:
        """Take a sheet read anew. What was refused stays, except where the sheet says the same already."""
        self.sheet = sheet
        self._kept = {slot: kept for slot, kept in self._kept.items() if not _says(sheet, kept.change)}

    def differs_from(self, before: Sheet) -> str | None:
        """The first criterion of which the committed sheet says something else than `before` did.

        "" where only the sheet's own note is another; None where nothing is.
        """
        now = self.sheet
        for key in (*(c.key for c in self.rubric.criteria), ""):
            if now.marks.get(key) != before.marks.get(key) or now.notes.get(key) != before.notes.get(key):
                return key
        return None

    def retries(self) -> tuple[Change, ...]:
        """What was refused by the edition and can be tried again."""
        return tuple(k.change for k in self._kept.values() if k.change is not None)


def points_total(rubric: Rubric, marks: Mapping[str, Mark | None]) -> Fraction | None:
    """Σ points × weight of `marks` by criterion key; None where nothing is marked."""
    given = [(c, mark) for c in rubric.criteria if (mark := marks.get(c.key)) is not None]
    points = (mark.ticks * rubric.step * c.weight for c, mark in given if mark.ticks is not None)
    return sum(points, start=Fraction(0)) if given else None


def _says(sheet: Sheet, change: Change | None) -> bool:
    match change:
        case MarkChange(criterion=criterion, mark=mark):
            return sheet.marks.get(criterion) == mark
        case NoteChange(criterion=criterion, text=text):
            return sheet.notes.get(criterion, "") == text
        case _:
            return False
