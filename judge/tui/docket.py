"""What the queue holds, counted as it changes: ten thousand lines are not gone through for one mark."""

from collections import Counter
from dataclasses import replace

from judge.domain.desk import Glance, QueueItem, is_to_do
from judge.domain.sheet import AT_WORK, Sheet, SheetState
from judge.tui.draft import points_total
from judge.tui.words import points
from rubrics.model import Rubric


class Docket:
    """A reviewer's nominations in the order of their assignment."""

    def __init__(self, items: tuple[QueueItem, ...] = ()) -> None:
        self.items = list(items)
        self._places = {item.nomination: place for place, item in enumerate(items)}
        self._states = Counter(item.state for item in items)
        self._begun = sum(map(_is_begun, items))
        self.decimals = max((_decimals(item) for item in items), default=0)
        self.beyond = 0
        """How many nominations are only counted so far; see `glanced`."""

    @classmethod
    def glanced(cls, glance: Glance) -> "Docket":
        """What a glance has of the queue; all of it is counted."""
        docket = cls(glance.items)
        docket._states = Counter(glance.states)
        docket._begun = glance.begun
        docket.beyond = docket.assigned - len(docket.items)
        return docket

    @property
    def assigned(self) -> int:
        """How many sheets there are."""
        return self._states.total()

    def place(self, nomination: str) -> int:
        """The nomination's line, from 0."""
        return self._places[nomination]

    def take(self, rubric: Rubric, sheet: Sheet) -> None:
        """Note what a sheet has become."""
        place = self._places[sheet.nomination]
        before = self.items[place]
        marked = sum(c.key in sheet.marks for c in rubric.criteria)
        total = points_total(rubric, sheet.marks)
        after = replace(before, state=sheet.state, marked=marked, total=total)
        self._states[before.state] -= 1
        self._states[after.state] += 1
        self._begun += _is_begun(after) - _is_begun(before)
        self.decimals = max(self.decimals, _decimals(after))
        self.items[place] = after

    @property
    def submitted(self) -> int:
        """How many sheets are submitted."""
        return self._states[SheetState.SUBMITTED]

    @property
    def to_do(self) -> int:
        """How many sheets wait for the reviewer."""
        return sum(self._states[state] for state in AT_WORK)

    @property
    def has_begun(self) -> bool:
        """Whether any sheet that waits for the reviewer has marks."""
        return self._begun > 0

    @property
    def first_to_do(self) -> QueueItem | None:
        """Where a sitting begins: the first nomination to do, or the first of all."""
        return next(filter(is_to_do, self.items), next(iter(self.items), None))

    @property
    def unfinished(self) -> tuple[QueueItem, ...]:
        """The nominations to do, in their order."""
        return tuple(filter(is_to_do, self.items))


def _is_begun(item: QueueItem) -> bool:
    return is_to_do(item) and item.marked > 0


def _decimals(item: QueueItem) -> int:
    return len(points(item.total).partition(".")[2]) if item.total is not None else 0
