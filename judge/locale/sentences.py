"""Every refusal and finding as one sentence that names the thing and the way out, in the user's language.

The sentences stand in `judge.locale.refusals` and `judge.locale.findings`, by code, and are translated in
the catalogues.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from imports.findings import Term
from judge.domain.shown_url import without_password
from judge.locale import _, language

Param = str | int | tuple[str, ...]

_SHOWN = 120
"""Characters of any one thing quoted in a sentence; a hostile file could otherwise fill the screen."""

_SHOWN_OF_LIST = 360
"""Characters of a list; the awards of a programme with their English names fit."""


def say(code: str, params: Mapping[str, Param], instead: Mapping[str, str] | None = None) -> str:
    """The sentence for a refusal or finding.

    The house's sentences send the reader to the command line. A screen that has ways out of its own gives the
    sentences that it says `instead`, by code.
    """
    sentence = (instead or {}).get(code) or _sentences().get(code)
    if sentence is None:
        said = ", ".join(f"{name}: {_shown(value)}" for name, value in params.items())
        return f"{code} ({said})" if said else code
    return _(sentence).format_map(_Filled(_worded(code, params)))


def _worded(code: str, params: Mapping[str, Param]) -> Mapping[str, Param]:
    """The particulars, those that are words of the code as people say them."""
    from judge.locale.particulars import PARTICULARS  # noqa: PLC0415 - as with the sentences

    words = PARTICULARS.get(code, {})
    said = {name: words[name].get(str(value)) for name, value in params.items() if name in words}
    return {**params, **{name: _(word) for name, word in said.items() if word}}


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file, as far as it is known."""

    file: str
    table: str | None = None
    row: int | None = None
    label: str | None = None

    def words(self) -> str:
        """The place in words: file, table, row, field."""
        words = [on_one_line(self.file)]
        if self.table:
            words.append(_("table {table}").format(table=_shown(self.table)))
        if self.row is not None:
            words.append(_("row {row}").format(row=self.row))
        if self.label:
            words.append(_("“{label}”").format(label=_shown(self.label)))
        return _separator().join(words)


def say_at(where: Where, code: str, params: Mapping[str, Param]) -> str:
    """The sentence for a finding, after its place."""
    return f"{where.words()}{_(': ')}{say_there(where, code, params)}"


def say_there(
    where: Where, code: str, params: Mapping[str, Param], instead: Mapping[str, str] | None = None
) -> str:
    """The sentence for a finding alone, whose place stands elsewhere; it may name parts of it."""
    places = {"file": where.file, "table": where.table, "row": where.row, "label": where.label}
    known = {name: value for name, value in places.items() if value is not None}
    return say(code, {**known, **params}, instead)


@cache
def _sentences() -> Mapping[str, str]:
    # Loaded when first needed: no command that goes well says any of them.
    from judge.locale.findings import FINDINGS  # noqa: PLC0415
    from judge.locale.refusals import REFUSALS  # noqa: PLC0415

    return {**FINDINGS, **REFUSALS}


class _Filled(dict[str, str]):
    """Parameters as text; one that a sentence names and nobody gave shows as "?" instead of failing."""

    def __init__(self, params: Mapping[str, Param]) -> None:
        super().__init__({name: _shown(value) for name, value in params.items()})

    def __missing__(self, name: str) -> str:
        return "?"


def _shown(value: Param) -> str:
    return _listed(value) if isinstance(value, tuple) else _cut(_said(value))


def _cut(text: str) -> str:
    plain = on_one_line(without_password(text))
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def _listed(words: tuple[str, ...]) -> str:
    """As many whole words as there is room for."""
    listed, room = [], _SHOWN_OF_LIST
    for word in map(_cut, map(_said, words)):
        room -= len(word)
        if room < 0:
            listed.append("…")
            break
        listed.append(word)
    return _separator().join(listed) or _("none")


def _said(value: str | int) -> str:
    """A word with its English behind it, for those who read English."""
    if isinstance(value, Term) and value.english not in {"", value} and language() == "en":
        return f"{value} ({value.english})"
    return str(value)


def on_one_line(text: str) -> str:
    """The text with blanks for blanks of any kind and “�” for whatever else could not be seen."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)


def _separator() -> str:
    return "、" if language() == "zh" else ", "
