"""What of a file is new to the edition, and under which keys: what is known stays, what differs is said."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import count

from sqlalchemy import Connection

from imports.findings import Finding
from imports.matching import name_key
from imports.records import (
    BodyPaperRecord,
    FileReading,
    NominationRecord,
    QuotaRecord,
    Record,
    RecusalRecord,
    ReviewerRecord,
    ScoreRecord,
)
from imports.register import KnownNomination, KnownReviewer, Register
from judge.services.held_papers import BodyPapers
from judge.services.holdings import Bodies, Nominations, Reviewers
from judge.services.sheet_papers import SheetPapers
from judge.store.queries.body_papers import body_papers
from judge.store.queries.known import held_bodies, held_nominations, held_reviewers

Keyed = tuple[tuple[str, Record], ...]
"""Records to be filed, each with its key, or "" where it needs none."""


class Keying:
    """Gives keys to new records, file after file, and finds what contradicts the edition."""

    def __init__(self, connection: Connection, register: Register) -> None:
        self._marks, self._marks_read = dict(register.marks), dict(register.marks_read)
        # The register sees these two grow: copying them for every file would cost more than reading it.
        self.register = replace(register, marks=self._marks, marks_read=self._marks_read)
        self._bodies = Bodies(held_bodies(connection))
        self._reviewers = Reviewers(held_reviewers(connection))
        self._nominations = Nominations(held_nominations(connection))
        self._papers = BodyPapers(body_papers(connection))
        self._sheets = SheetPapers(connection)
        self._filed = Counter(known.award for known in register.nominations)

    def take(self, reading: FileReading) -> tuple[Keyed, tuple[Finding, ...]]:
        """The file's new records with their keys, and what is to be said of them and of the others.

        The findings are those of `holdings`, `held_papers` and `sheet_papers`.
        """
        sheets = [r for r in reading.records if isinstance(r, ScoreRecord | RecusalRecord)]
        if sheets:
            due, findings = self._sheets.take(sheets, self.register)
            return tuple(("", record) for record in due), findings
        known = {n: finding for n, r in enumerate(reading.records) if (finding := self._known(r))}
        fresh = [record for n, record in enumerate(reading.records) if n not in known]
        numbers = self._bodies.taken_numbers(r for r in fresh if isinstance(r, QuotaRecord))
        papers = [r for r in fresh if isinstance(r, BodyPaperRecord)]
        replaced = [finding for record in papers if (finding := self._papers.replaced(record))]
        keys = self._new_keys(reading)
        findings = (*known.values(), *numbers, *replaced)
        return tuple((keys(record), record) for record in fresh), findings

    def remember(self, keyed: Keyed, path: str) -> None:
        """Let files read later know what this one, which the edition will know as `path`, will add."""
        for key, record in keyed:
            match record:
                case QuotaRecord():
                    self._bodies.add(record)
                    self.register = self.register.with_bodies([record.body])
                case ReviewerRecord():
                    self._reviewers.add(key, record)
                    known = KnownReviewer(key, record.name, record.organisation)
                    self.register = self.register.with_reviewers([known])
                case NominationRecord():
                    self._filed[record.award] += 1
                    self._nominations.add(record)
                    filed = KnownNomination(key, record.award, record.body, record.name, record.organisation)
                    self.register = self.register.with_nominations([filed])
                case BodyPaperRecord():
                    self._papers.add(record, path)
                case ScoreRecord():
                    mark = (record.nomination, record.reviewer, record.criterion)
                    if mark not in self._marks:
                        self._marks[mark], self._marks_read[mark] = record.ticks, record.place
                case _:
                    pass

    def _known(self, record: Record) -> Finding | None:
        """What to say of a record whose like the edition holds; None for a new one."""
        match record:
            case QuotaRecord():
                return self._bodies.known(record)
            case ReviewerRecord():
                return self._reviewers.known(record)
            case NominationRecord():
                return self._nominations.known(record)
            case BodyPaperRecord():
                return self._papers.known(record)
            case _:
                return None

    def _new_keys(self, reading: FileReading) -> Callable[[Record], str]:
        """Keys for one file's new records: nominations by award and number, reviewers by the next free R.."""
        filed = self._filed.copy()
        taken = {name_key(r.key) for r in reading.records if isinstance(r, ReviewerRecord)}
        numbers = (f"R{n:02}" for n in count(len(self._reviewers) + 1))
        free = (key for key in numbers if name_key(key) not in taken and key not in self._reviewers)

        def key_of(record: Record) -> str:
            match record:
                case NominationRecord():
                    filed[record.award] += 1
                    return f"{record.award}-{filed[record.award]:04}"
                case ReviewerRecord():
                    return record.key or next(free)
                case _:
                    return ""

        return key_of
