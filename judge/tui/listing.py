"""What a queue shows of a docket just now, and the way from one line to the next."""

from collections import Counter
from dataclasses import replace

from judge.domain.desk import QueueItem
from judge.domain.sheet import AT_WORK
from judge.tui.docket import Docket
from judge.tui.queue_view import Filter, QueueView, Spellings, listed, standing_order


class Listing:
    """The lines of a queue. They change when the view does, or `renew` is called: never under a cursor."""

    def __init__(self, docket: Docket, view: QueueView) -> None:
        self.docket = docket
        self.view = view
        self.spellings: Spellings = None
        self._names = Counter(item.name for item in docket.items)
        self._places: list[int] = []
        self._rows: dict[int, int] = {}
        self.renew()

    def renew(self) -> None:
        """List what the view shows of the docket as it is now."""
        self._places = listed(self.docket.items, self.view, self.spellings)
        self._rows = {place: row for row, place in enumerate(self._places)}

    def __len__(self) -> int:
        return len(self._places)

    @property
    def extent(self) -> int:
        """How many lines there are, those of nominations that are only counted so far included."""
        return len(self) + self.docket.beyond

    def found_in_all(self) -> int:
        """How many nominations the search finds, whatever the filter."""
        return len(listed(self.docket.items, replace(self.view, filter=Filter.ALL), self.spellings))

    def item(self, row: int) -> QueueItem:
        """The nomination on a line, from 0."""
        return self.docket.items[self._places[row]]

    def row(self, nomination: str) -> int | None:
        """A nomination's line; None where it is not shown."""
        return self._rows.get(self.docket.place(nomination)) if nomination else None

    def has_namesake(self, item: QueueItem) -> bool:
        """Whether another nomination has the same name."""
        return self._names[item.name] > 1

    def step(self, nomination: str, lines: int) -> QueueItem | None:
        """The nomination some lines on; from one that is not shown, the nearest on either side."""
        row = self.row(nomination)
        if row is None:
            below = self._row_below(nomination)
            row = below - 1 if lines > 0 else below
        row += lines
        return self.item(row) if 0 <= row < len(self) else None

    def next_to_do(self, nomination: str) -> QueueItem | None:
        """The next nomination shown that is to do, from the top again at the end."""
        row = self.row(nomination)
        start = self._row_below(nomination) if row is None else row + 1
        rows = (*range(start, len(self)), *range(start))
        others = (self.item(each) for each in rows if each != row)
        return next((item for item in others if item.state in AT_WORK), None)

    def _row_below(self, nomination: str) -> int:
        """The first line after where a nomination would be, were it shown."""
        order = standing_order(self.docket.items, self.view, self.spellings)
        after = order[order.index(self.docket.place(nomination)) :]
        return next((self._rows[place] for place in after if place in self._rows), len(self))
