"""The one way in: any file opened once as what it is, every failure a finding."""

import hashlib
import zipfile
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from lxml.etree import LxmlError
from python_calamine import CalamineError

from imports import documents, scans, word
from imports.aliases import read_aliases
from imports.attachments import told_by
from imports.detect import (
    TABLE_KINDS,
    TEXT_SUFFIXES,
    Container,
    columns_of,
    container_of,
    is_meant,
    table_kind,
    whole_kinds,
    word_kind,
)
from imports.documents import OpenedDocument
from imports.findings import Finding
from imports.forms import reading as forms
from imports.forms.bodies import with_bodies
from imports.grid import Grid
from imports.guards import FileRefused, read_bytes
from imports.history import read_history
from imports.intake.sent import SentFile
from imports.nominations import read_nominations
from imports.packages import Package, package_of
from imports.quotas import read_quotas
from imports.records import FileReading, Kind, Record
from imports.register import Register
from imports.remarks import Remarks
from imports.reviewers import read_reviewers
from imports.score_sheets.reading import read_score_sheets
from imports.score_sheets.workbook import HIDDEN, FilledWorkbook, filled_workbook
from imports.scores import read_scores
from imports.tables.reading import table_grids
from imports.word import WordFile
from imports.word.old import check_old_word
from imports.word.package import body_in, styles_in

_PARSER_FAULTS = (CalamineError, LxmlError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)
_TITLE_CELLS = 8

_Matter = FileReading | OpenedDocument | FilledWorkbook | tuple[Grid, ...] | None


def read(
    path: Path, register: Register, kind: Kind | None = None, nomination: str | None = None
) -> FileReading:
    """Everything that one file gives, read against what the edition knows; nothing is raised for bad input.

    Args:
        path: the file.
        register: what names resolve against; extend it between the files of one import.
        kind: what the user says the file is; detected where it is None.
        nomination: the key of the nomination that a report belongs to, where the user says so.
    """
    return open_file(SentFile.of(path), register, kind, nomination).read(register, nomination)


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file opened and parsed, and what of it waits for what other files tell; holds no tree and no bytes.

    `matter` is a form's whole reading, a document without its owner, tables, or a workbook of score sheets;
    None for a scan, and for a file that cannot be read, of which the findings tell.
    """

    sent: SentFile
    kind: Kind | None
    sha256: str
    findings: tuple[Finding, ...] = ()
    matter: _Matter = None
    is_old_word: bool = False
    """True where it only waits for a word processor to turn it."""

    def read(
        self, register: Register, nomination: str | None = None, beside: tuple[str, ...] = ()
    ) -> FileReading:
        """Read to the end, against all that files before it have told.

        `beside` are the keys of the nominations whose forms lie in the same folder.
        """
        path = self.sent.path
        reading = FileReading(str(path), self.kind, self.sha256, findings=self.findings)
        try:
            match self.matter:
                case FileReading() as form:
                    if form.sha256 != self.sha256:
                        form = replace(form, sha256=self.sha256)
                    return with_bodies(form, register)
                case OpenedDocument() as document:
                    records, findings = documents.attached(document, path, register, nomination)
                case None if self.kind is Kind.SCAN and not reading.refused:
                    folders = self.sent.folders
                    records, findings = scans.attached(path, folders, register, nomination, beside)
                case None:
                    return reading
                case tables:
                    return self._read_tables(tables, register)
            return replace(reading, records=records, findings=(*self.findings, *findings))
        except FileRefused as refused:
            return replace(reading, findings=(refused.finding(str(path)),))
        except _PARSER_FAULTS:
            return replace(reading, findings=(FileRefused("file-unreadable").finding(str(path)),))

    def _read_score_sheets(self, workbook: FilledWorkbook, register: Register) -> FileReading:
        remarks = Remarks(str(self.sent.path))
        records = read_score_sheets(workbook, register, remarks)
        if not records and not remarks.findings and not self.findings:
            remarks.note("nothing-filled")
        return FileReading(remarks.file, self.kind, self.sha256, records, (*self.findings, *remarks.findings))

    def _read_tables(self, grids: FilledWorkbook | Sequence[Grid], register: Register) -> FileReading:
        if isinstance(grids, FilledWorkbook):
            return self._read_score_sheets(grids, register)
        kind = self.kind or Kind.SCORES
        remarks = Remarks(str(self.sent.path))
        meant = grids if kind is Kind.SCORES else _meant(grids, kind, register, remarks)
        records, headings = _read_tables(kind, meant, register, remarks)
        if not records and not remarks.findings and not self.findings:
            remarks.note("nothing-filled")
        findings = (*self.findings, *remarks.findings)
        return FileReading(remarks.file, kind, self.sha256, records, findings, headings)


def open_file(
    sent: SentFile, register: Register, said: Kind | None = None, nomination: str | None = None
) -> OpenedFile:
    """A file opened once and parsed; `read` it once all that it refers to has been."""
    if sent.fault is not None:
        return OpenedFile(sent, None, "", (sent.fault.finding(str(sent.path)),))
    sha256 = ""
    try:
        content = read_bytes(sent.at)
        sha256 = hashlib.sha256(content).hexdigest()
        return _opened(_Asked(sent, sha256, register, said, nomination), content)
    except FileRefused as refused:
        old = refused.code == "file-old-format"
        return OpenedFile(sent, said, sha256, (refused.finding(str(sent.path)),), is_old_word=old)
    except _PARSER_FAULTS:
        return OpenedFile(sent, said, sha256, (FileRefused("file-unreadable").finding(str(sent.path)),))


def open_turned(
    opened: OpenedFile, turned: Path, register: Register, said: Kind | None, nomination: str | None
) -> OpenedFile:
    """An old Word file by what a word processor made of it; its own bytes are what is kept and pinned."""
    again = open_file(replace(opened.sent, at=turned), register, said, nomination)
    return replace(again, sent=opened.sent, sha256=opened.sha256)


class _Asked(NamedTuple):
    """A file to open: the digest of its bytes, what the edition knows, and what the user says it is."""

    sent: SentFile
    sha256: str
    register: Register
    said: Kind | None
    nomination: str | None

    def opened(
        self,
        kind: Kind,
        matter: _Matter = None,
        findings: tuple[Finding, ...] = (),
    ) -> OpenedFile:
        """The file as what it was found to be."""
        return OpenedFile(self.sent, kind, self.sha256, findings, matter)


def _opened(asked: _Asked, content: bytes) -> OpenedFile:
    package = package_of(content) if content.startswith(b"PK") else None
    match container_of(content, asked.sent.path, package.names if package else None):
        case Container.WORD if package is not None:
            return _opened_word(asked, package)
        case Container.OLD_WORD:
            check_old_word(content)
            raise FileRefused("file-old-format")
        case Container.SCAN:
            if asked.said not in {None, Kind.SCAN, Kind.REPORT}:
                raise FileRefused("scan-cannot-be", kind=asked.said.value if asked.said else "")
            return asked.opened(Kind.SCAN)
        case _:
            return _opened_table(asked, content, package.names if package else ())


def _opened_word(asked: _Asked, package: Package) -> OpenedFile:
    sent, sha256, register, said, nomination = asked
    body = body_in(package)
    opened = WordFile(sha256, body)
    found = forms.forms_of(opened, register)
    if said is Kind.FORM or (found and said is None):
        if forms.need_styles(found):
            opened = replace(opened, styles=styles_in(package))
        return asked.opened(Kind.FORM, forms.read_found(sent.path, opened, found, register))
    if said not in {None, Kind.REPORT}:
        return _tables(asked, said, word.grids_of(opened))
    document = documents.opened(
        sent.path, sent.folders, documents.blocks_of(body, styles_in(package)), register
    )
    grids = word.grids_of(opened)
    kind = said or word_kind(
        sent.path, grids, register, is_document=nomination is not None or bool(document.told)
    )
    return asked.opened(kind, document) if kind is Kind.REPORT else _tables(asked, kind, grids)


def _opened_table(asked: _Asked, content: bytes, parts: Collection[str]) -> OpenedFile:
    sent, register, said = asked.sent, asked.register, asked.said
    remarks = Remarks(str(sent.path))
    grids = _grids(sent.path, content, remarks)
    filled = filled_workbook(grids, content, parts, said)
    if filled is not None:
        return asked.opened(Kind.SCORE_SHEETS, filled, remarks.findings)
    if said is None and _is_self_rating(sent.path, grids, register):
        document = documents.opened(sent.path, sent.folders, documents.table_blocks(grids), register)
        return asked.opened(Kind.REPORT, document, remarks.findings)
    kind = said or table_kind(sent.path, grids, register)
    if kind not in TABLE_KINDS:
        raise FileRefused("not-a-scan" if kind is Kind.SCAN else "kind-needs-word", kind=kind.value)
    return _tables(asked, kind, grids, remarks.findings)


def _grids(path: Path, content: bytes, remarks: Remarks) -> Sequence[Grid]:
    try:
        return table_grids(content, path.stem, remarks, HIDDEN)
    except FileRefused as refused:
        if refused.code.startswith("encoding-") and path.suffix.casefold() not in TEXT_SUFFIXES:
            # Neither a workbook inside nor text: what encoding it has is not the question.
            raise FileRefused("file-unreadable") from refused
        raise


def _is_self_rating(path: Path, grids: Sequence[Grid], register: Register) -> bool:
    """True for a table called by the title of an attachment that has a total, unless its head says more."""
    cells = [cell for grid in grids[:1] for row in grid.rows for cell in row if cell]
    told = told_by((path.stem, *cells[:_TITLE_CELLS]), register)
    return any(t.attachment.total_labels for t in told) and not whole_kinds(grids, register)


def _tables(
    asked: _Asked, kind: Kind, grids: Sequence[Grid], findings: tuple[Finding, ...] = ()
) -> OpenedFile:
    if kind is Kind.SCAN:
        raise FileRefused("not-a-scan")
    if kind is Kind.SCORE_SHEETS:
        raise FileRefused("not-a-score-sheet")
    return asked.opened(kind, tuple(grids), findings)


def _meant(grids: Sequence[Grid], kind: Kind, register: Register, remarks: Remarks) -> list[Grid]:
    """The tables to read; says which are left aside, and what is missing where none is of the kind."""
    meant = [grid for grid in grids if is_meant(grid, kind, register)]
    if not meant:
        needed = tuple(c.head for c in columns_of(kind, register) if c.required)
        remarks.block("head-missing", columns=needed)
    elif len(meant) < len(grids):
        for grid in grids:
            if grid not in meant:
                remarks.warn("sheet-ignored", remarks.place(grid.name), kind=kind.value)
    return meant


def _read_tables(
    kind: Kind, grids: Sequence[Grid], register: Register, remarks: Remarks
) -> tuple[tuple[Record, ...], tuple[tuple[str, str], ...]]:
    """The records, and the headings that were confirmed."""
    match kind:
        case Kind.QUOTAS:
            return read_quotas(grids, register.programme, remarks), ()
        case Kind.NOMINATIONS:
            return read_nominations(grids, register, remarks)
        case Kind.REVIEWERS:
            return read_reviewers(grids, register, remarks), ()
        case Kind.HISTORY:
            return read_history(grids, register, remarks), ()
        case Kind.ALIASES:
            return read_aliases(grids, remarks), ()
        case _:
            return read_scores(grids, register, remarks), ()
