"""Passages laid out on a width, as far as anybody has looked."""

from bisect import bisect_right
from collections.abc import Sequence

from judge.tui.passages import Passage, Row


class Layout:
    """The lines of some passages at a width; made from the first on, some at a time."""

    def __init__(self, passages: Sequence[Passage] = (), width: int = 0) -> None:
        self.passages = passages
        self.width = width
        self.rows: list[Row] = []
        self._tops: list[int] = []

    @property
    def complete(self) -> bool:
        """Whether every passage has been laid out."""
        return len(self._tops) == len(self.passages)

    def grow(self, least: int) -> None:
        """Lay out until there are `least` lines, or all."""
        while len(self.rows) < least and not self.complete:
            self._lay_next()

    def top(self, passage: int) -> int:
        """The first line of a passage."""
        while len(self._tops) <= passage:
            self._lay_next()
        return self._tops[passage]

    def rows_of(self, passage: int) -> list[Row]:
        """The lines of a passage."""
        end = self.top(passage + 1) if passage + 1 < len(self.passages) else None
        return self.rows[self.top(passage) : end]

    def passage_at(self, line: int) -> int:
        """The passage that a line belongs to, of those laid out."""
        return max(0, bisect_right(self._tops, line) - 1)

    def _lay_next(self) -> None:
        self._tops.append(len(self.rows))
        for row in self.passages[len(self._tops) - 1].lay(self.width):
            if row or (self.rows and self.rows[-1]):  # no two blank lines, and none at the top
                self.rows.append(row)
