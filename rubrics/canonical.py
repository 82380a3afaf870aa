"""One JSON text for each content: what `rubrics.digest` hashes and what an edition keeps.

Numbers other than whole ones are strings "n/d" in lowest terms, a frozen dataclass is an object with
all its fields but those that came later and are at their default, a tuple an array, a mapping an object,
an enumeration its value. Keys are sorted by code point, no blanks stand between tokens, characters stand as
themselves in UTF-8.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import TypeVar, get_args, get_origin, get_type_hints

Content = TypeVar("Content")

_FRACTION = re.compile(r"(-?[0-9]+)/([1-9][0-9]*)", re.ASCII)

_AS_THEY_ARE = (str, int, bool)
"""Compared by type itself: True would pass as a whole number, and numbers alike are not bytes alike."""


class NotCanonical(ValueError):  # noqa: N818 - says what the bytes are, as the others say what is refused
    """Bytes that no content has as its canonical form: damaged, or written by something else."""


def encode(content: object) -> bytes:
    """The canonical bytes of a frozen dataclass of this package."""
    return json.dumps(_plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def decode(kind: type[Content], data: bytes) -> Content:
    """The `kind` whose canonical bytes are `data`: the exact inverse of `encode`.

    Raises:
        NotCanonical: for any other bytes.
    """
    try:
        content = _typed(kind, json.loads(data.decode()))
        # Written again, it must be the same bytes: one content has one form.
        if isinstance(content, kind) and encode(content) == data:
            return content
    except (ValueError, RecursionError) as error:
        raise NotCanonical(kind.__name__) from error
    raise NotCanonical(kind.__name__)


def _plain(content: object) -> object:
    # Nearly all of it is plain, and need not be asked what else it could be.
    return content if type(content) in _AS_THEY_ARE else _unfolded(content)


def _unfolded(content: object) -> object:
    if isinstance(content, Fraction):
        return f"{content.numerator}/{content.denominator}"
    if isinstance(content, StrEnum):
        return content.value
    if isinstance(content, tuple):
        return [_plain(item) for item in content]
    if isinstance(content, Mapping):
        return {key: _plain(item) for key, item in content.items()}
    if is_dataclass(content):
        return {
            f.name: _plain(getattr(content, f.name)) for f in fields(content) if not _left_out(f, content)
        }
    return content


def _left_out(field: "Field[object]", content: object) -> bool:
    """Whether a field says nothing that editions of before would not also mean by its absence."""
    return _is_later(field) and getattr(content, field.name) == field.default


def _is_later(field: "Field[object]") -> bool:
    return bool(field.metadata.get("later"))


def _typed(kind: object, value: object) -> object:
    """`value` as an instance of `kind`, which is a field's type as annotated."""
    if type(value) is kind and kind in _AS_THEY_ARE:
        return value
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return None if value is None else _typed(next(a for a in arguments if a is not NoneType), value)
    if origin is tuple and isinstance(value, list):
        return tuple(_typed(arguments[0], item) for item in value)
    if origin is Mapping and isinstance(value, dict):
        return MappingProxyType({key: _typed(arguments[1], item) for key, item in value.items()})
    if isinstance(kind, type) and is_dataclass(kind) and isinstance(value, dict):
        return _made(kind, value)
    return _scalar(kind, value)


def _made(kind: type, value: Mapping[str, object]) -> object:
    types = _types(kind)
    if not _needed(kind) <= value.keys() <= types.keys():
        raise ValueError(sorted(value))
    return kind(**{name: _typed(types[name], item) for name, item in value.items()})


def _scalar(kind: object, value: object) -> object:
    if kind is Fraction and isinstance(value, str) and (read := _FRACTION.fullmatch(value)):
        return Fraction(int(read.group(1)), int(read.group(2)))
    if isinstance(kind, type) and issubclass(kind, StrEnum) and isinstance(value, str):
        return kind(value)
    raise ValueError(value)


@cache
def _needed(kind: type) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind) if not _is_later(field))


@cache
def _types(kind: type) -> Mapping[str, object]:
    return get_type_hints(kind)
