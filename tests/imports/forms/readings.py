"""Reading a form's body, and looking at what came of it."""

from pathlib import Path

from imports.findings import Finding, Severity
from imports.forms.reading import read
from imports.records import BodyPaperRecord, FileReading, NominationRecord
from imports.register import Register
from tests.imports.forms.filled import REGISTER
from tests.imports.word.papers import bare, written


def reading_of(folder: Path, body: str, register: Register = REGISTER) -> FileReading:
    return read(written(folder, bare(body)), register)


def record_of(reading: FileReading) -> NominationRecord:
    (record,) = reading.records
    assert isinstance(record, NominationRecord)
    return record


def codes(reading: FileReading) -> list[tuple[str, Severity]]:
    return [(finding.code, finding.severity) for finding in reading.findings]


def finding(reading: FileReading, code: str) -> Finding:
    (found,) = [found for found in reading.findings if found.code == code]
    return found


def paper_of(reading: FileReading) -> BodyPaperRecord:
    (record,) = reading.records
    assert isinstance(record, BodyPaperRecord)
    return record
