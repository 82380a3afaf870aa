"""What came of returns that were to be merged: per file and reviewer what was new, known or refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from judge.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose return it is: the reviewer's key and name, their pen, and the fingerprint of its key.

    `standing` is "serving", "withdrawn" or "replaced", by `successor`: entries of those who left are kept,
    and what of them counts is ruled elsewhere.
    """

    reviewer: str
    name: str
    pen: str
    fingerprint: str
    standing: str = "serving"
    successor: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a return brings: entries that are new here, and those that were known.

    `confirmed` says that its pen's key is confirmed with it. `sheets` are how many sheets the new entries are
    on, `states` how many of them then count as which state, `forked` the nominations on which the sheet then
    says two things, of which neither counts until the chair has ruled. `apart` are the nominations on which
    the sheet does not count as it stands, because of the chair's rulings, by what it counts as: late, absent,
    excluded.
    """

    new: int
    known: int
    confirmed: bool = False
    sheets: int = 0
    states: Mapping[str, int] = field(default_factory=dict)
    forked: tuple[str, ...] = ()
    apart: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MergedFile:
    """One file: who sent it, as far as that could be read, and what it brings, or why it is refused whole."""

    path: Path
    sender: Sender | None
    brought: Brought | None
    refusal: Refusal | None = None

    @property
    def new(self) -> int:
        """Entries that the edition did not have."""
        return self.brought.new if self.brought else 0

    @property
    def known(self) -> int:
        """Entries that the edition had."""
        return self.brought.known if self.brought else 0


@dataclass(frozen=True, slots=True)
class MergeReport:
    """All files, in the order in which they were named."""

    files: tuple[MergedFile, ...]

    @property
    def refused(self) -> tuple[MergedFile, ...]:
        """The files of which nothing was taken."""
        return tuple(file for file in self.files if file.refusal)

    @property
    def new(self) -> int:
        """Entries that the edition did not have, in all files."""
        return sum(file.new for file in self.files)

    @property
    def unconfirmed(self) -> tuple[Sender, ...]:
        """Whose key nobody has confirmed yet, once each."""
        waiting = [
            file.sender
            for file in self.files
            if file.sender and file.refusal and file.refusal.code == "return-key-unconfirmed"
        ]
        return tuple(dict.fromkeys(waiting))
