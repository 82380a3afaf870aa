"""The user's own settings file: keys of deeds, theme, language. All that is wrong with it, at once."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from imports.matching import nearest
from judge.locale import N_, _
from judge.tui import key_names
from judge.tui.cells import clean_line
from judge.tui.keyboard.deed import Deed
from judge.tui.keymap import DEEDS, Keymap
from judge.tui.settings_path import LANGUAGES

if TYPE_CHECKING:
    from judge.tui.shared_keys import Apart

THEMES = ("dark", "light")
_CHOICES = {"theme": THEMES, "language": LANGUAGES}
_KNOWN = (*_CHOICES, "keys")

_SENTENCES = {
    "unreadable": N_("The file cannot be read: {reason}."),
    "not-toml": N_("The file is not TOML: {reason}."),
    "setting-unknown": N_("There is no such setting; there are {known}."),
    "choice-unknown": N_("It can be {known}."),
    "keys-no-table": N_('Keys are a table: [keys], then lines such as submit = "f2".'),
    "deed-unknown": N_("There is no such deed."),
    "deed-unknown-but-near": N_("There is no such deed; do you mean {near}?"),
    "keys-not-text": N_('A deed has a key, "f2", or several: ["f2", "ctrl+s"].'),
    "key-unknown": N_("“{key}” names no key; keys are like f2, ctrl+s, u, slash, pagedown."),
    "key-typed": N_("“{key}” cannot be given away: the sheet, the queue or the terminal needs it."),
    "key-written": N_("“{key}” is written where text is; give a function key, or Ctrl with a letter."),
    "key-taken": N_("“{key}” is also a key of {other}; give that another, too."),
}


@dataclass(frozen=True, slots=True)
class SettingsFault:
    """What is wrong at a key of the settings file; `key` is "" where it is the file."""

    key: str
    code: str
    params: Mapping[str, str] = field(default_factory=dict)

    def sentence(self) -> str:
        """The key, and what is wrong with it."""
        said = _(_SENTENCES[self.code]).format(**{n: clean_line(v)[:120] for n, v in self.params.items()})
        return f"{clean_line(self.key)[:60]}: {said}" if self.key else said


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says; "" and no keys where it says nothing."""

    theme: str = ""
    language: str = ""
    keymap: Keymap = field(default_factory=Keymap)


def read_settings(path: Path) -> tuple[Settings, tuple[SettingsFault, ...]]:
    """The settings in a file; those of nobody, with every problem, where anything is wrong with it."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings(), ()
    except tomllib.TOMLDecodeError as wrong:
        return Settings(), (SettingsFault("", "not-toml", {"reason": str(wrong).rstrip(".")}),)
    except (OSError, ValueError) as wrong:
        return Settings(), (SettingsFault("", "unreadable", {"reason": str(wrong)}),)
    problems = tuple(_problems(said))
    if problems:
        return Settings(), problems
    keymap = Keymap({name: _keys(value) for name, value in said.get("keys", {}).items()})
    return Settings(said.get("theme", ""), said.get("language", ""), keymap), ()


def _problems(said: Mapping[str, object]) -> Iterator[SettingsFault]:
    for key, value in said.items():
        if key not in _KNOWN:
            yield SettingsFault(key, "setting-unknown", {"known": _(", ").join(_KNOWN)})
        elif key in _CHOICES and value not in _CHOICES[key]:
            yield SettingsFault(key, "choice-unknown", {"known": _(", ").join(_CHOICES[key])})
        elif key == "keys" and not isinstance(value, dict):
            yield SettingsFault(key, "keys-no-table")
    keys = said.get("keys")
    if isinstance(keys, dict):
        yield from _key_problems(keys)


def _key_problems(keys: Mapping[str, object]) -> Iterator[SettingsFault]:
    changed = {}
    for name, value in keys.items():
        at = f"keys.{name}"
        wrong = list(_deed_problems(at, name)) or list(_value_problems(at, name, value))
        yield from wrong
        if not wrong:
            changed[name] = _keys(value)
    yield from _conflicts(Keymap(changed))


def _deed(name: str) -> Deed | None:
    return DEEDS.get(name) or _other_deeds().get(name)


def _other_deeds() -> Mapping[str, Deed]:
    """The deeds of the screens beside the desk."""
    from judge.tui.import_keyboard import IMPORT_DEEDS  # noqa: PLC0415 - only for whoever changes keys
    from judge.tui.panel_keyboard import PANEL_DEEDS  # noqa: PLC0415 - likewise

    return {**PANEL_DEEDS, **IMPORT_DEEDS}


def _deed_problems(at: str, name: str) -> Iterator[SettingsFault]:
    if _deed(name) is None:
        near = nearest(name, tuple({**DEEDS, **_other_deeds()}))
        if near:
            yield SettingsFault(at, "deed-unknown-but-near", {"near": _(", ").join(near)})
        else:
            yield SettingsFault(at, "deed-unknown")


def _value_problems(at: str, name: str, value: object) -> Iterator[SettingsFault]:
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not keys or not all(isinstance(key, str) for key in keys):
        yield SettingsFault(at, "keys-not-text")
        return
    from judge.tui.shared_keys import WRITING  # noqa: PLC0415 - as those deeds

    deed = _deed(name)
    for key in keys:
        named = key_names.normal(key)
        if named is None:
            yield SettingsFault(at, "key-unknown", {"key": key})
        elif named in key_names.TYPED and not (deed and named in Keymap().keys(deed)):
            yield SettingsFault(at, "key-typed", {"key": key})
        elif name in WRITING and key_names.writes(named):
            yield SettingsFault(at, "key-written", {"key": key})


def _keys(value: object) -> tuple[str, ...]:
    keys = [value] if isinstance(value, str) else value
    named = (key_names.normal(key) for key in keys) if isinstance(keys, list) else ()
    return tuple(dict.fromkeys(key for key in named if key))


def _conflicts(keymap: Keymap) -> Iterator[SettingsFault]:
    # As those deeds.
    from judge.tui.import_keyboard import IMPORT_DEEDS  # noqa: PLC0415
    from judge.tui.panel_keyboard import PANEL_DEEDS  # noqa: PLC0415
    from judge.tui.shared_keys import (  # noqa: PLC0415
        apart_at_the_desk,
        apart_at_the_import,
        apart_at_the_panels,
    )

    said = set()
    screens = (
        (DEEDS, apart_at_the_desk),
        (IMPORT_DEEDS, apart_at_the_import),
        (PANEL_DEEDS, apart_at_the_panels),
    )
    for deeds, apart in screens:
        for fault in _shared(keymap, deeds, apart):
            if (fault.key, *fault.params.values()) not in said:
                said.add((fault.key, *fault.params.values()))
                yield fault


def _shared(keymap: Keymap, deeds: Mapping[str, Deed], apart: "Apart") -> Iterator[SettingsFault]:
    unchanged = Keymap()
    for one, other in combinations(deeds.values(), 2):
        if apart(one, other) or apart(other, one):
            continue
        shared = set(keymap.keys(one)) & set(keymap.keys(other))
        shared -= set(unchanged.keys(one)) & set(unchanged.keys(other))
        at, rival = (one, other) if one.name in keymap.changed else (other, one)
        for key in sorted(shared):
            yield SettingsFault(
                f"keys.{at.name}", "key-taken", {"key": key_names.shown(key), "other": rival.name}
            )
