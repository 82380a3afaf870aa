from abc import abstractmethod
from collections.abc import Iterable

from textual.screen import Screen

from judge.tui.keyboard.deed import Deed
from judge.tui.keymap import keymap


class StepScreen(Screen[None]):
    """A screen of steps, each with deeds of its own."""

    @abstractmethod
    def offers(self, deed: Deed) -> bool:
        """Whether a deed does something now."""

    def bind_deeds(self, deeds: Iterable[Deed]) -> None:
        """Bind the deeds of all steps to the keys that they have now."""
        # Textual's own way to change keys takes one that several steps share away from all of them.
        for deed in deeds:
            for key in keymap().keys(deed):
                self._bindings.bind(key, deed.action, show=False, priority=not deed.late)
