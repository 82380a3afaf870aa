"""What of a file is new to the edition, and under which keys: what is known stays, what differs is said."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from sqlalchemy import Connection

from imports.findings import Finding, Severity
from imports.records import (
    FileReading,
    NominationRecord,
    QuotaRecord,
    Record,
    RecusalRecord,
    ReviewerRecord,
    ScoreRecord,
)
from imports.register import KnownNomination, KnownReviewer, Register
from judge.services.filing import closed_pairs, filed_sheets
from judge.store.filed import filed_bytes
from judge.store.queries.known import Identity, known_nominations, known_quotas, known_reviewers
from judge.store.sheets import load_many

Keyed = tuple[tuple[str, Record], ...]
"""Records to be filed, each with its key, or "" where it needs none."""


class Keying:
    """Gives keys to new records, file after file, and finds what contradicts the edition."""

    def __init__(self, connection: Connection, register: Register) -> None:
        self._connection = connection
        self._marks, self._marks_read = dict(register.marks), dict(register.marks_read)
        # The register sees these two grow: copying them for every file would cost more than reading it.
        self.register = replace(register, marks=self._marks, marks_read=self._marks_read)
        self._quotas = known_quotas(connection)
        self._reviewers = known_reviewers(connection)
        self._nominations = known_nominations(connection)
        self._filed = Counter(known.award for known in register.nominations)

    def take(self, reading: FileReading) -> tuple[Keyed, tuple[Finding, ...]]:
        """The file's new records with their keys, and what is to be said of the others.

        Notes "quota-known", "reviewer-known", "nomination-known"; warning "nomination-differs" (the one
        filed first stays); blocking "quota-differs", "reviewer-differs", "sheet-closed-in-papers".
        """
        findings: list[Finding] = []
        keyed: list[tuple[str, Record]] = []
        keys = self._new_keys(reading)
        for record in reading.records:
            finding = self._known(record)
            if finding:
                findings.append(finding)
            else:
                keyed.append((keys(record), record))
        return tuple(keyed), (*findings, *self._closed(keyed))

    def remember(self, keyed: Keyed) -> None:
        """Let files read later know what this one will add."""
        for key, record in keyed:
            match record:
                case QuotaRecord():
                    self._quotas[record.body] = dict(record.seats)
                    self.register = self.register.with_bodies([record.body])
                case ReviewerRecord():
                    self._reviewers[key] = _said_of_reviewer(record)
                    self.register = self.register.with_reviewers([KnownReviewer(key, record.name)])
                case NominationRecord():
                    self._filed[record.award] += 1
                    self._nominations[_identity(record)] = filed_bytes(record)
                    known = KnownNomination(key, record.award, record.body, record.name, record.organisation)
                    self.register = self.register.with_nominations([known])
                case ScoreRecord():
                    mark = (record.nomination, record.reviewer, record.criterion)
                    self._marks[mark], self._marks_read[mark] = record.ticks, record.place
                case _:
                    pass

    def _known(self, record: Record) -> Finding | None:
        """What to say of a record whose like the edition holds; None for a new one."""
        match record:
            case QuotaRecord() if record.body in self._quotas:
                same = self._quotas[record.body] == dict(record.seats)
                return _finding("quota", record, record.body, same=same)
            case ReviewerRecord() if key := self._reviewer_known(record):
                same = self._reviewers[key] == _said_of_reviewer(record)
                return _finding("reviewer", record, f"{key} {record.name}", same=same)
            case NominationRecord() if _identity(record) in self._nominations:
                same = self._nominations[_identity(record)] == filed_bytes(record)
                return _finding("nomination", record, record.name, same=same, otherwise=Severity.WARNING)
            case _:
                return None

    def _reviewer_known(self, record: ReviewerRecord) -> str:
        """The key of a reviewer whom the edition knows: by number, or by name and organisation."""
        if record.key:
            return record.key if record.key in self._reviewers else ""
        who = (record.name, record.organisation)
        return next((key for key, said in self._reviewers.items() if said[:2] == who), "")

    def _new_keys(self, reading: FileReading) -> Callable[[Record], str]:
        """Keys for one file's new records: nominations by award and number, reviewers by the next free R.."""
        filed = self._filed.copy()
        taken = {r.key for r in reading.records if isinstance(r, ReviewerRecord)} | self._reviewers.keys()
        free = (key for n in count(len(self._reviewers) + 1) if (key := f"R{n:02}") not in taken)

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

    def _closed(self, keyed: Sequence[tuple[str, Record]]) -> Iterator[Finding]:
        """Sheets that are submitted or recused and that this file would change."""
        sheets = filed_sheets(record for _, record in keyed)
        places = {
            (record.nomination, record.reviewer): record.place
            for _, record in keyed
            if isinstance(record, ScoreRecord | RecusalRecord)
        }
        for pair, row in closed_pairs(load_many(self._connection, sheets), sheets):
            params = {"nomination": pair[0], "reviewer": pair[1], "state": row.projection.state.value}
            yield Finding("sheet-closed-in-papers", Severity.BLOCKING, places[pair], params)


def _finding(
    what: str,
    record: QuotaRecord | ReviewerRecord | NominationRecord,
    name: str,
    *,
    same: bool,
    otherwise: Severity = Severity.BLOCKING,
) -> Finding:
    code, severity = (f"{what}-known", Severity.NOTE) if same else (f"{what}-differs", otherwise)
    return Finding(code, severity, record.place, {"name": name})


def _identity(record: NominationRecord) -> Identity:
    return record.award, record.body, record.name, record.organisation


def _said_of_reviewer(record: ReviewerRecord) -> tuple[object, ...]:
    return record.name, record.organisation, record.phone, frozenset(record.awards)
