"""A desk that is opened once somebody sits before the screen: the screen need not wait for the edition."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from judge.domain.desk import ReviewerDesk
    from judge.services.sheets.forerunner import Forerunner

_FIRST = frozenset({"glance", "page", "queue"})
"""What the screen asks first, and only reads."""


class LateDesk:
    """Opens a desk at the first word that no forerunner answers; the writer's thread asks all of them."""

    def __init__(self, open_desk: "Callable[[], ReviewerDesk]", forerunner: "Forerunner | None") -> None:
        self._open = open_desk
        self._forerunner = forerunner
        self._desk: ReviewerDesk | None = None

    def __getattr__(self, word: str) -> object:
        """Whatever the desk itself says to it."""
        if self._forerunner and word in _FIRST:
            return lambda *arguments: self._first(word, *arguments)
        if self._desk is None:
            self._desk = self._open()
            self._let_go()
        return getattr(self._desk, word)

    def _first(self, word: str, *arguments: object) -> object:
        answer = self._forerunner.ask(word, *arguments) if self._forerunner else None
        if answer is None:
            self._let_go()
            said: Callable[..., Any] = getattr(self, word)
            return said(*arguments)
        return answer

    def _let_go(self) -> None:
        if self._forerunner:
            self._forerunner.end()
            self._forerunner = None


def late(open_desk: "Callable[[], ReviewerDesk]", forerunner: "Forerunner | None" = None) -> "ReviewerDesk":
    """The desk that `open_desk` will open; until it has to, `forerunner` says what is read first."""
    return cast("ReviewerDesk", LateDesk(open_desk, forerunner))
