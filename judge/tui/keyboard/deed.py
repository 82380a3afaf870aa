"""A deed of a keyboard, and how its keys are bound."""

from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Deed:
    """One thing a reviewer can do. `label` and `help` are in English, for `_`.

    `place` orders the key line: the smaller, the longer the deed stays on a narrow one; a deed without
    is found in the palette alone, and in the help of its counterpart. `brief` is its keys and label where
    the line is short of room, None for those of the full line; `pair` is the action of the counterpart that
    names it there. A deed whose key means something to a focused widget, too, is `late`: it comes after that.
    `named` is its name where the action's would not do.
    """

    action: str
    keys: str
    shown: str
    label: str
    help: str
    place: int | None = None
    brief: tuple[str, str] | None = None
    pair: str = ""
    late: bool = False
    named: str = ""

    @property
    def name(self) -> str:
        """What the deed is called in the settings file."""
        return self.named or self.action.replace("_", "-")


Chapter = tuple[str, tuple[Deed, ...]]
"""A chapter of a help page: its title in English, for `_`, and its deeds."""


def bound(deeds: tuple[Deed, ...]) -> list[BindingType]:
    """The deeds as Textual binds them: done when the key comes, before the keys that follow it."""
    return [
        Binding(deed.keys, deed.action, deed.label, show=False, priority=not deed.late, id=deed.name)
        for deed in deeds
    ]
