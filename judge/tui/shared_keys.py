"""Which deeds may share a key: those that are never on offer at the same place."""

from collections.abc import Callable, Mapping

from judge.tui.keyboard.deed import Deed
from judge.tui.keyboard.house import CARDS, HOUSE
from judge.tui.keyboard.queue import QUEUE
from judge.tui.keyboard.sheet import MARKING, SHEET

Apart = Callable[[Deed, Deed], bool]
"""Whether the first deed is never on offer where the second is; asked either way round."""

_ASKED_BY: Mapping[str, frozenset[str]] = {
    "close-card": frozenset({"recuse", "deny-conflict", "submit", "submit-all"}),
    "keep": frozenset(),
    "whole-sheet": frozenset({"history"}),
    "save-copy": frozenset(),
    "leave-unsaved": frozenset(),
}
"""The deeds of the desk whose keys do something else than this one on a card that has both."""

WRITING = frozenset({"close-card", "keep", "take-line", "complete-line", "take-typed", "state-card"})
"""Deeds of places where text is written."""


def apart_at_the_desk(one: Deed, other: Deed) -> bool:
    """The queue has its own letters, and cards have theirs; leaving and light are everywhere."""
    if one in CARDS:
        everywhere = other in CARDS or (other in HOUSE and not other.late)
        return not everywhere and other.name not in _ASKED_BY[one.name]
    return one in QUEUE and (other in MARKING or (other in SHEET and other.name != "retry"))


def apart_at_the_import(one: Deed, other: Deed) -> bool:
    """Each step has its own keys; on a line of text late ones are letters. The house's are everywhere."""
    # Whoever changes no key has no need of these deeds.
    from judge.tui.import_keyboard import HOUSE as OF_THE_IMPORT  # noqa: PLC0415
    from judge.tui.import_keyboard import IMPORT_CHAPTERS, TYPING  # noqa: PLC0415

    if one in OF_THE_IMPORT or other in OF_THE_IMPORT:
        return False
    if one in TYPING and other not in TYPING:
        return other.late
    if other in TYPING:
        return False
    at = {deed.name: title for title, chapter in IMPORT_CHAPTERS for deed in chapter}
    return at[one.name] != at[other.name]


def apart_at_the_panels(one: Deed, other: Deed) -> bool:
    """Each page has its own keys, and both have those of what is shown; cards and lines as at the import."""
    from judge.tui.panel_keyboard import CARD, NOMINATIONS, REVIEWERS, TYPING  # noqa: PLC0415 - likewise
    from judge.tui.panel_keyboard import HOUSE as OF_THE_PANELS  # noqa: PLC0415 - likewise

    if one in OF_THE_PANELS or other in OF_THE_PANELS:
        return False
    if one in CARD or other in CARD:
        return True
    if one in TYPING and other not in TYPING:
        return other.late
    return one in REVIEWERS and other in NOMINATIONS
