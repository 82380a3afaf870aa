"""Reviewers whom score tables are the first to name: their numbers and names, and what they marked."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from imports.findings import Place
from imports.lines import Lines
from imports.matching import Index, name_key
from imports.panel_tables.rows import Cell, Row
from imports.panel_tables.sheet_names import NUMBER as NUMBER_LIKE
from imports.panel_tables.words import LONGEST_NAME, one_line
from imports.records import ReviewerRecord
from imports.register import KnownReviewer, Nameable, Register
from imports.remarks import Remarks
from imports.reviewers import KEY


@dataclass
class _Named:
    """A reviewer: the number, "" for none of their own yet, the name, where, and the awards."""

    key: str
    name: str
    place: Place
    awards: dict[str, None] = field(default_factory=dict)


class Reviewing:
    """The reviewers of one file's tables.

    Blocking: "reviewer-key-malformed" (key), "score-name-too-long" (most).
    """

    def __init__(self, register: Register, remarks: Remarks) -> None:
        self._register, self._remarks = register, remarks
        self._named: dict[str, _Named | None] = {}
        self._known: Index[KnownReviewer] = Index()
        for reviewer in register.reviewers:
            self._known.add(reviewer, reviewer.key, reviewer.name)

    def take(self, row: Row, cell: Cell, lines: Lines, award: str | None) -> None:
        """Take in the reviewer of a filled cell, who marks for this award, where they are not known."""
        written = one_line(cell.reviewer)
        key = name_key(written)
        if not key or Nameable.REVIEWER not in self._register.takes:
            return
        if key not in self._named:
            self._named[key] = None if self._known.find(written) else self._new(written, row, cell, lines)
        named = self._named[key]
        if named is not None and award is not None:
            named.awards[award] = None

    def _new(self, written: str, row: Row, cell: Cell, lines: Lines) -> _Named | None:
        place = lines.place(row.number, cell.reviewer_at)
        name = one_line(row.reviewer_name)
        if len(name or written) > LONGEST_NAME:
            self._remarks.block("score-name-too-long", place, most=LONGEST_NAME)
            return None
        if name and not KEY.fullmatch(written):
            self._remarks.block("reviewer-key-malformed", place, key=written)
            return None
        is_numbered = bool(name) or NUMBER_LIKE.fullmatch(written) is not None
        return _Named(written if is_numbered else "", name or written, place)

    def records(self) -> tuple[ReviewerRecord, ...]:
        """The reviewers, in the order in which they are named."""
        return tuple(
            ReviewerRecord(one.key, one.name, "", "", tuple(one.awards), one.place)
            for one in self._numbered()
        )

    def _numbered(self) -> Iterator[_Named]:
        """Whoever has no number of their own gets the next that is free."""
        new = [one for one in self._named.values() if one is not None]
        taken = {name_key(known.key) for known in self._register.reviewers}
        taken |= {name_key(one.key) for one in new if one.key}
        numbers = (f"R{number:02}" for number in count(len(self._register.reviewers) + 1))
        free = (number for number in numbers if name_key(number) not in taken)
        for one in new:
            yield replace(one, key=one.key or next(free))
