from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.message import Message
from textual.screen import ModalScreen

from judge.tui import key_names
from judge.tui.keymap import keys_of

Given = TypeVar("Given")


class Card(ModalScreen[Given]):
    """A card over a screen, whose keys are those that the reviewer has for its deeds."""

    WRITTEN: ClassVar = False
    """Whether there is something to write on: letters are written then and do no deed."""

    is_open = False
    """Whether the card stands and has the keyboard: until then what is typed waits for it."""

    class Opened(Message):
        """The card has the keyboard: what was typed while it opened can have its turn."""

    def __init__(self) -> None:
        super().__init__()
        self._heeded: set[str] = set()
        self._answered: Callable[[Given | None], None] | None = None

    def on_mount(self) -> None:
        """Tell the app: what is on the card was mounted before, and one part of it focused."""
        self.is_open = True
        self.app.post_message(self.Opened())

    def ask(self, app: App[Any], answered: Callable[[Given | None], None]) -> None:
        """Lie over the screen of `app`; what `answered` does with the answer is done before the next key.

        Textual calls back by a message, and a key that follows in a burst would overtake it.
        """
        self._answered = answered
        app.push_screen(self)

    def dismiss(self, result: Given | None = None) -> AwaitComplete:
        """Go, and have the answer acted on."""
        gone = super().dismiss(result)
        if self._answered:
            self._answered(result)
        return gone

    def heed(self, action: str, *deeds: str, also: str = "") -> None:
        """Let the keys of deeds, by name, do an action here, and `also` those that nobody can give away.

        They do it at once: a key that follows in a burst may be the sheet's again. The lists of bindings are
        replaced and not added to: Textual shares them among all cards of a class, whatever keys those heed.
        """
        bindings = self._bindings.key_to_bindings
        keys = (*(key for deed in deeds for key in self.keys(deed)), *filter(None, also.split(",")))
        for key in dict.fromkeys(keys):
            if key not in self._heeded:
                self._heeded.add(key)
                own = Binding(key, action, show=False, priority=True)
                bindings[key] = [*bindings.get(key, ()), own]

    def keys(self, deed: str) -> tuple[str, ...]:
        """The keys of a deed that do it here."""
        return tuple(key for key in keys_of(deed) if not (self.WRITTEN and key_names.writes(key)))

    def shown(self, *deeds: str) -> str:
        """The keys to show for deeds that come to the same, the first of each."""
        firsts = (keys[0] for keys in map(self.keys, deeds) if keys)
        return " ".join(dict.fromkeys(map(key_names.shown, firsts)))
