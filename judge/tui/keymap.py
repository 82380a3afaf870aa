"""Which keys do which deed just now: those of the keyboards, as far as nobody has changed them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from judge.tui import key_names
from judge.tui.cells import cell_len
from judge.tui.keyboard.chapters import CHAPTERS
from judge.tui.keyboard.deed import Deed

DEEDS: Mapping[str, Deed] = {deed.name: deed for _title, chapter in CHAPTERS for deed in chapter}
"""Every deed of the desk by its name in the settings file."""

_ALIASES = frozenset(f"f{number}" for number in range(13, 25))
"""How some terminals name Shift with a function key."""


@dataclass(frozen=True)
class Keymap:
    """The keys of deeds by name, as Textual names keys; the first one is shown.

    `deeds` are those of the screen that it is for.
    """

    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    deeds: Mapping[str, Deed] = field(default_factory=lambda: DEEDS, repr=False)

    def on(self, deeds: Mapping[str, Deed]) -> "Keymap":
        """The same keys for a screen with other deeds."""
        return replace(self, deeds=deeds)

    def deed(self, name: str) -> Deed:
        """A deed of the screen, or one of the cards that lie over any."""
        return self.deeds.get(name) or DEEDS[name]

    def keys(self, deed: Deed) -> tuple[str, ...]:
        """The deed's keys, the one that is shown first."""
        own = self.changed.get(deed.name)
        return own or tuple(filter(None, map(key_names.normal, deed.keys.split(","))))

    def shown(self, deed: Deed) -> str:
        """The key to show for a deed; those of its counterpart where the two are shown together."""
        first, *others = deed.shown.split()
        counterparts = [each for each in self.deeds.values() if each.place is None and each.shown in others]
        return " ".join([self._own(deed, first), *(self._own(each, each.shown) for each in counterparts)])

    def _own(self, deed: Deed, unchanged: str) -> str:
        own = self.changed.get(deed.name)
        return key_names.shown(own[0]) if own else unchanged

    def brief(self, deed: Deed) -> tuple[str, str]:
        """Keys and label where there is little room, with the keys of the deeds that pair with it."""
        if not deed.brief:
            return self.shown(deed), deed.label
        group = [deed, *(each for each in self.deeds.values() if each.pair == deed.action)]
        if all(self.shown(each) == each.shown for each in group):
            return deed.brief
        return " ".join(self.shown(each).replace("Ctrl+", "^") for each in group), deed.brief[1]

    def all_shown(self, deed: Deed) -> str:
        """Every key of a deed, for the help page: a letter in one case, and no signs of input methods."""
        first = self.shown(deed)
        named = dict.fromkeys(key_names.shown(key) for key in self.keys(deed) if key not in _ALIASES)
        known = {first, *first.split()} | (set() if deed.name in self.changed else {first.lower()})
        others = [each for each in named if each not in known and cell_len(each) == len(each)]
        return "  ".join([first, *others])

    @cached_property
    def way_out(self) -> frozenset[str]:
        """The keys of leaving."""
        return frozenset(self.keys(self.deed("quit")))

    def for_textual(self) -> dict[str, str]:
        """The changed keys as `App.set_keymap` takes them."""
        return {name: ",".join(keys) for name, keys in self.changed.items()}


class _Current:
    """The keymap in force; one per process, as the language is."""

    keymap = Keymap()


def use(keymap: Keymap) -> None:
    """Make `keymap` the one that is shown everywhere."""
    _Current.keymap = keymap


def keymap() -> Keymap:
    """The keymap in force."""
    return _Current.keymap


def told(text: str, **shown: str) -> str:
    """A translated text with what is `shown` in it; deeds in braces stand for their keys: "{retry} tries"."""
    return text.format_map(_KeyWords(shown))


class _KeyWords(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return key_of(name)


def key_of(name: str) -> str:
    """The key to name in a sentence about a deed."""
    return _Current.keymap.shown(_Current.keymap.deed(name))


def keys_of(name: str) -> tuple[str, ...]:
    """The keys of a deed, the one that is shown first."""
    return _Current.keymap.keys(_Current.keymap.deed(name))
