"""What a reader has to say about a file: a code, where, and how grave. Wording is the shell's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Self


class Severity(StrEnum):
    """A blocking finding refuses its whole file; a warning asks for consent; a note only informs."""

    BLOCKING = "blocking"
    WARNING = "warning"
    NOTE = "note"


class Term(str):
    """A word as papers write it that knows what it is called in English; equal to the word alone."""

    __slots__ = ("english",)
    english: str

    def __new__(cls, written: str, english: str) -> Self:
        """The word `written`, with its `english`: "" where nobody has said it."""
        term = super().__new__(cls, written)
        term.english = english
        return term

    def __reduce__(self) -> tuple[type["Term"], tuple[str, str]]:
        """What makes the term anew: findings are laid down on disk and taken up again."""
        return Term, (str(self), self.english)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: table (a sheet's name, "1" for the first Word table), row from 1, label or column."""

    file: str
    table: str | None = None
    row: int | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong or worth knowing; `code` with `params` is worded in the user's language by `judge`."""

    code: str
    severity: Severity
    place: Place
    params: Mapping[str, str | int | tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
