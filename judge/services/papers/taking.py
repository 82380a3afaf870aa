"""Files read one after another, each against all that those before it have told."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from imports.findings import Finding, Place, Severity
from imports.intake.beside import Beside
from imports.intake.folders import others_papers
from imports.intake.opening import Waiting
from imports.intake.sent import SentFile
from imports.intake.spool import Held, Kept, Spool
from imports.records import FileReading, Kind, NominationRecord
from judge.services.papers.keying import Keying
from judge.services.papers.known_files import KnownFiles
from judge.services.papers.report import Paper, in_order

_MANY = {Kind.FORM, Kind.REPORT, Kind.SCAN}
"""Kinds of which there is a file for every nomination, and more."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file read, before it is compared with what the edition holds; on disk where there is no room."""

    paper: Held[tuple[SentFile, FileReading]] | Kept[tuple[SentFile, FileReading]]
    in_memory: bool


class Taking:
    """Makes papers of files, with what of each is new under which keys."""

    def __init__(self, keying: Keying, files: KnownFiles, spool: Spool, nomination: str | None) -> None:
        """`nomination` is the key of the one that the user says the papers belong to."""
        self._keying = keying
        self._files = files
        self._spool = spool
        self._nomination = nomination
        self._beside = Beside()

    def read(self, one: Waiting) -> Read:
        """Read an opened file; warning "folder-of-another", blocking "file-name-not-text"."""
        file = one.file.take()
        register = self._keying.register_for(file.kind)
        reading = file.read(register, self._nomination, self._beside.of(file))
        warnings = tuple(others_papers(reading, file.sent.folders, register))
        faults = () if _is_text(file.sent.name) else (_name_not_text(reading),)
        if warnings or faults:
            reading = replace(reading, findings=(*faults, *reading.findings, *warnings))
        if one.in_memory or reading.kind not in _MANY:
            return Read(Held((file.sent, reading)), one.in_memory)
        return Read(self._spool.keep((file.sent, reading)), in_memory=False)

    def settle(self, several: Sequence[Read]) -> None:
        """Compare the nominations of all files that have any, before papers are made of them."""
        self._keying.settle(list(self._nominating(several)))

    def _nominating(self, several: Sequence[Read]) -> Iterator[FileReading]:
        for one in several:
            _, reading = one.paper.take()
            if not self._files.is_known(reading):
                # Whatever else is in it would only fill memory.
                records = tuple(r for r in reading.records if isinstance(r, NominationRecord))
                findings = tuple(f for f in reading.findings if f.severity is Severity.BLOCKING)
                yield replace(reading, records=records, findings=findings)

    def paper(self, one: Read) -> Paper:
        """The file with its new records keyed; it is known to whatever is read later."""
        sent, reading = one.paper.take()
        paper = self._paper(sent, reading)
        self._beside.remember(sent, reading.records, self._keying.register)
        return paper if one.in_memory else _laid_down(paper, self._spool)

    def _paper(self, sent: SentFile, reading: FileReading) -> Paper:
        paper = Paper(sent.path, sent.name, reading, (), sent.at)
        if self._files.is_known(reading):
            known = {"known": self._files.paths[reading.sha256]}
            note = Finding("file-known", Severity.NOTE, Place(str(sent.path)), known)
            return replace(paper, reading=replace(reading, records=(), findings=(note,)))
        taken = self._keying.take(reading)
        findings = taken.findings
        if reading.refused:
            # Whatever else refuses the file is said with it; what is known of it is of no use to anyone.
            findings = tuple(finding for finding in findings if finding.severity is Severity.BLOCKING)
        else:
            findings = (*self._files.elsewhere(reading), *findings)
        if reading.findings or findings:
            reading = replace(reading, findings=in_order((*reading.findings, *findings)))
        if reading.refused:
            return replace(paper, reading=reading)
        self._files.remember(reading, sent.name)
        self._keying.remember(sent.name, taken)
        counts = Counter(type(record) for _, record in taken.keyed)
        return replace(
            paper,
            reading=reading,
            keyed=taken.keyed,
            revised=taken.revised,
            restated=taken.restated,
            joined=taken.joined,
            counts=counts,
        )


def _is_text(name: str) -> bool:
    """False for a file name whose bytes are no characters here; the edition keeps names as text."""
    return not any(unicodedata.category(c) == "Cs" for c in name)


def _name_not_text(reading: FileReading) -> Finding:
    return Finding("file-name-not-text", Severity.BLOCKING, Place(reading.path))


def _laid_down(paper: Paper, spool: Spool) -> Paper:
    """The paper with its records on disk, where there may be thousands like it."""
    if paper.reading.kind not in _MANY:
        return paper
    records, keyed = spool.shelve(paper.reading.records, paper.keyed)
    return replace(paper, reading=replace(paper.reading, records=records), keyed=keyed)
