"""Keys by name: which names there are, and how a key is shown to people."""

import string

from textual.keys import Keys, _character_to_key, key_to_character

_MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")
_NAMED = frozenset(key.value for key in Keys if "<" not in key.value) | {"space"}
_SIGNS = {_character_to_key(sign): sign for sign in string.punctuation + "－"}
_SHOWN = {
    "delete": "Del",
    "insert": "Ins",
    "escape": "Esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

TYPED = frozenset("0123456789") | {
    *("full_stop", "enter", "escape", "backspace", "up", "down", "home", "end", "ctrl+c"),
    # These four arrive as Enter, Tab, Enter and Backspace.
    *("ctrl+m", "ctrl+i", "ctrl+j", "ctrl+h"),
}
"""The keys that the sheet, the queue or the terminal need for themselves."""


def normal(key: str) -> str | None:
    """A key as Textual names it: "slash" for "/", "ctrl+s" for "Ctrl+S"; None for what names no key.

    A single letter is that letter, small or capital.
    """
    if len(key) == 1:
        return _character_to_key(key) if key.isprintable() and not key.isspace() else None
    before, plus, last = key.rpartition("+")
    if plus and not last:  # "ctrl++"
        before, last = before.removesuffix("+"), "+"
    modifiers = {part.strip().lower() for part in before.split("+")} if before else set()
    if not modifiers.issubset(_MODIFIERS):
        return None
    return _modified(modifiers, last.strip())


def _modified(modifiers: set[str], last: str) -> str | None:
    if len(last) == 1:
        if modifiers == {"shift"} and last.isalpha():
            return last.upper()
        last = _character_to_key(last.lower())
    else:
        last = last.lower()
        if last not in _NAMED and _character(last) in {None, last}:
            return None
    return "+".join((*sorted(modifiers, key=_MODIFIERS.index), last))


def _character(key: str) -> str | None:
    return _SIGNS.get(key) or key_to_character(key)


def writes(key: str) -> bool:
    """Whether a key writes something where text is written."""
    character = None if "+" in key else _character(key)
    return key == "space" or (character is not None and character.isprintable())


def shown(key: str) -> str:
    """A key as people read it: "F2", "Ctrl+S", "PgDn", "?"."""
    *modifiers, last = key.split("+")
    character = _character(last)
    if last in _SHOWN:
        last = _SHOWN[last]
    elif character is not None and character.isprintable() and character != " ":
        last = character
    elif len(last) > 1:
        last = last.capitalize()
    if modifiers and len(last) == 1:
        last = last.upper()
    return "+".join((*(modifier.capitalize() for modifier in modifiers), last))
