"""A desk that is opened once somebody sits before the screen: the screen need not wait for the edition."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from judge.domain.desk import ReviewerDesk


class LateDesk:
    """Opens a desk at the first word that is asked of it; all words are asked by the writer's thread."""

    def __init__(self, open_desk: "Callable[[], ReviewerDesk]") -> None:
        self._open = open_desk
        self._desk: ReviewerDesk | None = None

    def __getattr__(self, word: str) -> object:
        """Whatever the desk itself says to it."""
        if self._desk is None:
            self._desk = self._open()
        return getattr(self._desk, word)


def late(open_desk: "Callable[[], ReviewerDesk]") -> "ReviewerDesk":
    """The desk that `open_desk` will open."""
    return cast("ReviewerDesk", LateDesk(open_desk))
