"""One TOML file of a programme's folder, read with guards: size, encoding, line length, syntax."""

import re
import tomllib
from decimal import Decimal, InvalidOperation
from importlib.resources.abc import Traversable
from types import MappingProxyType

from rubrics.problems import Param, Problem
from rubrics.table import Table

SIZE_LIMIT = 1 << 18
"""Bytes; a rubric of six criteria with long levels takes some twelve thousand."""

LINE_LIMIT = 2048
"""Characters; tomllib takes time by the square of a dotted key's length, and a key is within a line."""

_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class _Unread(Exception):  # noqa: N818 - a reason, caught below
    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.params = MappingProxyType(params)


def read_toml(file: Traversable, problems: list[Problem]) -> Table | None:
    """The file's outermost table; None, with the reason added to `problems`, where it cannot be read."""
    content = content_of(file, file.name, problems)
    return None if content is None else parse_toml(content, file.name, problems)


def parse_toml(content: bytes, name: str, problems: list[Problem]) -> Table | None:
    """As `read_toml`, for content that is at hand and known as `name`."""
    plain = plain_toml(content, name, problems)
    return None if plain is None else Table(plain, name, "", problems)


def plain_toml(content: bytes, name: str, problems: list[Problem]) -> dict[str, object] | None:
    """The keys and values of a file known as `name`, decimals exact; None, with the reason in `problems`."""
    try:
        return _parsed(_text(content))
    except _Unread as reason:
        problems.append(Problem(name, "", reason.code, reason.params))
        return None


def content_of(file: Traversable, name: str, problems: list[Problem]) -> bytes | None:
    """A file's bytes; None, with the reason added to `problems`, where it cannot be read or is too large."""
    try:
        return _content(file)
    except _Unread as reason:
        problems.append(Problem(name, "", reason.code, reason.params))
        return None


def _content(file: Traversable) -> bytes:
    try:
        # Anything but a plain file (a pipe, say) could keep the reader waiting for ever.
        if not file.is_file():
            raise _Unread("file-unreadable")
        with file.open("rb") as stream:
            content = stream.read(SIZE_LIMIT + 1)
    except OSError:
        raise _Unread("file-unreadable") from None
    if len(content) > SIZE_LIMIT:
        raise _Unread("file-too-large", limit=SIZE_LIMIT)
    return content


def _text(content: bytes) -> str:
    try:
        # Editors on Windows put a byte order mark before UTF-8, which is no part of the text.
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Unread("file-not-utf8", line=content.count(b"\n", 0, error.start) + 1) from None


def _parsed(text: str) -> dict[str, object]:
    for line, written in enumerate(text.split("\n"), start=1):
        if len(written) > LINE_LIMIT:
            raise _Unread("line-too-long", line=line, limit=LINE_LIMIT)
    try:
        return tomllib.loads(text, parse_float=_decimal)
    except ValueError as error:
        raise _Unread("toml-syntax", line=_line(error, text)) from None
    except RecursionError:
        raise _Unread("toml-nested-too-deep") from None


def _decimal(number: str) -> Decimal:
    try:
        return Decimal(number)
    except InvalidOperation:  # an exponent beyond all exponents
        return Decimal("Infinity")


def _line(error: ValueError, text: str) -> int:
    """The line that tomllib names, or the last where it says "end of document"."""
    named = _LINE.search(str(error))
    return int(named.group(1)) if named else text.rstrip("\n").count("\n") + 1
