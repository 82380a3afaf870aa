from collections.abc import Coroutine
from typing import Any

from textual.message import Message
from textual.screen import Screen


class AwaitedRead(Message):
    """What was to lie on a card has been read: the card is on its way, or there is none."""


class AwaitingCards(Screen[None]):
    """Cards for which something has to be read first: what is typed meanwhile is meant for them."""

    awaits_card = False
    """Whether a card has been asked for that is still being read."""

    def await_card(self, asked: Coroutine[Any, Any, None], group: str) -> None:
        """Have read what goes on a card; `card_is_read` follows, also where nothing could be."""
        self.awaits_card = True
        self.run_worker(asked, group=group, exclusive=True)

    def card_is_read(self) -> None:
        """Let what was typed meanwhile have its turn, once the card stands."""
        if self.awaits_card:
            self.awaits_card = False
            self.app.post_message(AwaitedRead())
