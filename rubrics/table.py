"""A TOML table read key by key; whatever is wrong with it is noted, and reading goes on."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from rubrics.model import Text
from rubrics.problems import Param, Problem

MOST = 10_000
"""The greatest points, step or weight that a file may state."""

DECIMALS = 3
"""The most decimals that points, steps and weights may have."""

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


class Table:
    """One table of one file, at the place `path` (as in `criteria[2]`; "" for the file itself).

    Each reader names the key it wants. What cannot be read is noted in `problems` and answered by an
    empty stand-in, so that one reading finds every problem; whoever asked for the reading must look at
    `problems` before using what was read.
    """

    def __init__(self, content: Mapping[str, object], file: str, path: str, problems: list[Problem]) -> None:
        self._content = content
        self._file = file
        self._path = path
        self._problems = problems
        self._asked: set[str] = set()
        self._faulty: set[str] = set()
        self._inner: list[Table] = []

    def place(self, key: str) -> str:
        """The path of `key` within the file."""
        shown = key if _BARE.match(key) else json.dumps(key, ensure_ascii=False)
        return f"{self._path}.{shown}" if self._path else shown

    def note(self, key: str, code: str, **params: Param) -> None:
        """Record a problem with the value of `key`."""
        self._problems.append(Problem(self._file, self.place(key), code, MappingProxyType(params)))
        self._faulty.add(key)

    def has(self, key: str) -> bool:
        """Whether the table states `key` at all."""
        return key in self._content

    def asked(self, key: str) -> str:
        """`key` itself, which counts as read: whoever asks has something of their own to say of it."""
        self._asked.add(key)
        return key

    def sound(self, key: str) -> bool:
        """Whether the table states `key` and nothing was noted against it so far."""
        return self.has(key) and key not in self._faulty

    def text(self, key: str, *, required: bool = True) -> str:
        """A text of at least one visible character, without the blanks around it."""
        value = self._value(key, required=required)
        return "" if value is None else self._as_text(key, value)

    def name(self, key: str, *, required: bool = True, default: str = "") -> str:
        """A text that can serve as a key: small Latin letters, digits, `-` and `_`.

        `default`, where it can be one, stands for a key that is not stated.
        """
        if not self.has(key) and _NAME.fullmatch(default):
            self._asked.add(key)
            return default
        return self._as_name(key, self.text(key, required=required))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of distinct texts; empty where the key is not stated."""
        texts = tuple(self._as_text(place, value) for place, value in self._items(key, required=False))
        refuse_repeats((self, f"{key}[{i}]", text) for i, text in enumerate(texts))
        return texts

    def names(self, key: str) -> tuple[str, ...]:
        """A list of distinct texts that can serve as keys; empty where the key is not stated."""
        return tuple(self._as_name(f"{key}[{i}]", text) for i, text in enumerate(self.texts(key)))

    def both(self, key: str, *, required: bool = True) -> Text:
        """A text in Chinese and in English; a plain text is the same in both."""
        if isinstance(self._content.get(key), str):
            text = self.text(key)
            return Text(text, text)
        inner = self.table(key, required=required)
        return Text("", "") if inner is None else Text(zh=inner.text("zh"), en=inner.text("en"))

    def number(self, key: str, default: Fraction | None = None) -> Fraction:
        """An exact number above 0, at most `MOST`, of at most `DECIMALS` decimals; 0 if unreadable."""
        value = self._value(key, required=default is None)
        if value is None:
            return default or Fraction(0)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self._mistyped(key, "number", value)
            return Fraction(0)
        finest = Decimal(1).scaleb(-DECIMALS)
        if (isinstance(value, Decimal) and not value.is_finite()) or not 0 < value <= MOST:
            self.note(key, "number-out-of-range", least=f"{finest}", most=f"{MOST}")
            return Fraction(0)
        if isinstance(value, Decimal) and not _is_multiple(value, finest):
            self.note(key, "number-too-fine", decimals=DECIMALS)
            return Fraction(0)
        return Fraction(value)

    def whole(self, key: str, least: int, most: int, *, required: bool = True) -> int:
        """A whole number from `least` to `most`; `least` where the key is not stated."""
        value = self._value(key, required=required)
        if value is None:
            return least
        if isinstance(value, bool) or not isinstance(value, int):
            self._mistyped(key, "whole-number", value)
            return least
        if not least <= value <= most:
            self.note(key, "number-out-of-range", least=f"{least}", most=f"{most}")
            return least
        return value

    def whole_or_none(self, key: str, least: int, most: int) -> int | None:
        """A whole number from `least` to `most`; None where the key is not stated."""
        self._asked.add(key)
        return self.whole(key, least, most) if self.has(key) else None

    def word(self, key: str, known: Sequence[str], default: str | None = None) -> str:
        """One of the words `known`; `default`, where there is one, where the key is not stated."""
        if default is not None and not self.has(key):
            self._asked.add(key)
            return default
        given = self.text(key)
        if given and given not in known:
            self.note(key, "choice-unknown", given=given[:64], known=tuple(known))
            return known[0]
        return given or known[0]

    def rows(self, key: str) -> "tuple[tuple[str, ...], ...]":
        """A list of lists of texts, each of at least one; empty where the key is not stated."""
        rows: list[tuple[str, ...]] = []
        for place, value in self._items(key, required=False):
            if not isinstance(value, list):
                self._mistyped(place, "list", value)
            elif not value:
                self.note(place, "list-empty")
            else:
                rows.append(tuple(self._as_text(f"{place}[{i}]", item) for i, item in enumerate(value)))
        return tuple(rows)

    def table(self, key: str, *, required: bool = True) -> "Table | None":
        """A table within this one; None where it is not stated or is none."""
        value = self._value(key, required=required)
        if value is None:
            return None
        if not isinstance(value, dict):
            self._mistyped(key, "table", value)
            return None
        return self._open(value, key)

    def flag(self, key: str) -> bool:
        """True or false; false where the key is not stated."""
        value = self._value(key, required=False)
        if value is not None and not isinstance(value, bool):
            self._mistyped(key, "true-false", value)
        return value is True

    def tables(self, key: str, *, required: bool = True) -> "tuple[Table, ...]":
        """A list of tables, of at least one where it is required."""
        inner: list[Table] = []
        for place, value in self._items(key, required=required):
            if isinstance(value, dict):
                inner.append(self._open(value, place))
            else:
                self._mistyped(place, "table", value)
        return tuple(inner)

    def refuse_other_keys(self) -> None:
        """Note every key, here and in the tables opened from here, that no reader asked for."""
        for key in self._content:
            if key not in self._asked:
                self.note(key, "key-unknown", known=tuple(sorted(self._asked)))
        for table in self._inner:
            table.refuse_other_keys()

    def _open(self, content: Mapping[str, object], place: str) -> "Table":
        table = Table(content, self._file, self.place(place), self._problems)
        self._inner.append(table)
        return table

    def _value(self, key: str, *, required: bool = True) -> object:
        self._asked.add(key)
        if required and key not in self._content:
            self.note(key, "key-missing")
        return self._content.get(key)

    def _items(self, key: str, *, required: bool) -> list[tuple[str, object]]:
        value = self._value(key, required=required)
        if value is None:
            return []
        if not isinstance(value, list):
            self._mistyped(key, "list", value)
            return []
        if required and not value:
            self.note(key, "list-empty")
        return [(f"{key}[{i}]", item) for i, item in enumerate(value)]

    def _as_text(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            self._mistyped(key, "text", value)
            return ""
        if not value.strip():
            self.note(key, "text-empty")
        if any(unicodedata.category(character) == "Cc" and character != "\n" for character in value):
            self.note(key, "text-control-character")
        return value.strip()

    def _as_name(self, key: str, text: str) -> str:
        if text and not _NAME.fullmatch(text):
            self.note(key, "key-malformed", given=text[:64])
        return text

    def _mistyped(self, key: str, expected: str, value: object) -> None:
        self.note(key, "wrong-type", expected=expected, given=_kind(value))


def refuse_repeats(stated: Iterable[tuple[Table, str, str]]) -> None:
    """Note every (table, key, text) whose text was stated before; the empty stand-in is no text."""
    first: dict[str, str] = {}
    for table, key, text in stated:
        if text in first:
            table.note(key, "duplicate", given=text, first=first[text])
        elif text:
            first[text] = table.place(key)


def _is_multiple(value: Decimal, unit: Decimal) -> bool:
    # A tiny exponent is settled first: as a fraction it would be a number of that many digits.
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -32 and Fraction(value) % Fraction(unit) == 0


def _kind(value: object) -> str:
    # bool stands before int, which it is a kind of.
    kinds = ((bool, "true-false"), (int, "whole-number"), (Decimal, "number"), (str, "text"), (list, "list"))
    return next((name for kind, name in kinds if isinstance(value, kind)), _table_or_date(value))


def _table_or_date(value: object) -> str:
    return "table" if isinstance(value, dict) else "date"
