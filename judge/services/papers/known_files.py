"""The files that the edition keeps, so that what comes again with the same bytes is not read again."""

from collections.abc import Iterator
from dataclasses import dataclass

from imports.findings import Finding, Place, Severity
from imports.records import DocumentRecord, FileReading, Kind


@dataclass(frozen=True, slots=True)
class KnownFiles:
    """The files that the edition keeps: their paths, and the nominations they are attached to, by SHA-256.

    `said`: the user names the nomination that papers belong to; then a report is known only where it is
    attached to that one, and a form or table is compared with what that one says now.
    """

    paths: dict[str, str]
    attached: dict[str, set[str]]
    said: bool

    def is_known(self, reading: FileReading) -> bool:
        """True where nothing in the file is new."""
        if reading.sha256 not in self.paths:
            return False
        if self.said and reading.kind in {Kind.FORM, Kind.NOMINATIONS}:
            return False
        if reading.kind is not Kind.REPORT or not self.said:
            return True
        return not reading.refused and _owners(reading) <= self.attached.get(reading.sha256, set())

    def elsewhere(self, reading: FileReading) -> Iterator[Finding]:
        """That a report is attached to other nominations already."""
        held = self.attached.get(reading.sha256, set())
        if reading.kind is Kind.REPORT and held:
            known = {"known": tuple(sorted(held))}
            yield Finding("report-attached-elsewhere", Severity.WARNING, Place(reading.path), known)

    def remember(self, reading: FileReading, name: str) -> None:
        """Let files read later know this one."""
        self.paths.setdefault(reading.sha256, name)
        self.attached.setdefault(reading.sha256, set()).update(_owners(reading))


def _owners(reading: FileReading) -> set[str]:
    return {record.nomination for record in reading.records if isinstance(record, DocumentRecord)}
