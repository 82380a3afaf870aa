"""What is wrong with a programme's files: codes and places, all at once; wording is the shell's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Param = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one file.

    `file` is the file's name in the folder (the folder's own path where the folder is the trouble);
    `key` the path of keys within it, such as `criteria[2].levels[0].text.en`, "" for the whole file.
    """

    file: str
    key: str
    code: str
    params: Mapping[str, Param] = field(default_factory=lambda: MappingProxyType({}))


class RubricsRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A programme's folder that is not taken; `problems` holds every one of them, file by file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(f"{p.file}: {p.key}: {p.code}" for p in self.problems)
