"""The one way in: any file read as what it is, every failure a finding."""

import hashlib
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml.etree import LxmlError
from python_calamine import CalamineError

from imports import documents, word
from imports.aliases import read_aliases
from imports.detect import TABLE_KINDS, Container, columns_of, container_of, is_meant, table_kind, word_kind
from imports.forms import reading as forms
from imports.forms.finding import FoundForm
from imports.grid import Grid
from imports.guards import FileRefused, read_bytes
from imports.history import read_history
from imports.nominations import read_nominations
from imports.quotas import read_quotas
from imports.records import FileReading, Kind, Record
from imports.register import Register
from imports.remarks import Remarks
from imports.reviewers import read_reviewers
from imports.scores import read_scores
from imports.tables.reading import table_grids
from imports.word import WordFile

_PARSER_FAULTS = (CalamineError, LxmlError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)


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
    file, sha256 = str(path), ""
    try:
        content = read_bytes(path)
        sha256 = hashlib.sha256(content).hexdigest()
        return replace(_read(path, content, register, kind, nomination), path=file, sha256=sha256)
    except FileRefused as refused:
        findings = (refused.finding(file),)
    except _PARSER_FAULTS:
        findings = (FileRefused("file-unreadable").finding(file),)
    return FileReading(file, kind, sha256, findings=findings)


def kind_of(path: Path, register: Register, nomination: str | None = None) -> Kind | None:
    """What a file is; None where that cannot be told, which reading it will explain."""
    try:
        return _Opened.open(path, read_bytes(path), register, None, nomination).kind
    except (FileRefused, *_PARSER_FAULTS):
        return None


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file opened as far as it takes to know what it is."""

    kind: Kind
    remarks: Remarks
    grids: Sequence[Grid] = ()
    document: WordFile | None = None
    found: list[FoundForm] = field(default_factory=list)

    @classmethod
    def open(
        cls, path: Path, content: bytes, register: Register, said: Kind | None, nomination: str | None
    ) -> "_Opened":
        remarks = Remarks(str(path))
        if container_of(content, path) is Container.TABLE:
            grids = table_grids(content, path.stem, remarks)
            kind = said or table_kind(path, grids, register)
            if kind not in TABLE_KINDS:
                raise FileRefused("kind-needs-word", kind=kind.value)
            return cls(kind, remarks, grids)
        opened = word.open_word(path)
        found = forms.forms_of(opened, register)
        if said is Kind.FORM or (found and said is None):
            return cls(Kind.FORM, remarks, document=opened, found=found)
        grids = word.grids_of(opened)
        return cls(said or word_kind(path, grids, register, nomination), remarks, grids, opened)


def _read(
    path: Path, content: bytes, register: Register, said: Kind | None, nomination: str | None
) -> FileReading:
    opened = _Opened.open(path, content, register, said, nomination)
    if opened.kind is Kind.FORM and opened.document is not None:
        return forms.read_found(path, opened.document, opened.found, register)
    if opened.kind is Kind.REPORT:
        return documents.read_report(path, register, nomination)
    remarks = opened.remarks
    records = _read_tables(
        opened.kind, _meant(opened.grids, opened.kind, register, remarks), register, remarks
    )
    if not records and not remarks.findings:
        remarks.note("nothing-filled")
    return FileReading(str(path), opened.kind, "", records, remarks.findings)


def _meant(grids: Sequence[Grid], kind: Kind, register: Register, remarks: Remarks) -> list[Grid]:
    """The tables to read; says which are left aside, and what is missing where none is of the kind."""
    meant = [grid for grid in grids if is_meant(grid, kind, register)]
    if not meant:
        needed = tuple(c.labels[0] for c in columns_of(kind, register) if c.required)
        remarks.block("head-missing", columns=needed)
    elif len(meant) < len(grids):
        for grid in grids:
            if grid not in meant:
                remarks.warn("sheet-ignored", remarks.place(grid.name), kind=kind.value)
    return meant


def _read_tables(
    kind: Kind, grids: Sequence[Grid], register: Register, remarks: Remarks
) -> tuple[Record, ...]:
    match kind:
        case Kind.QUOTAS:
            return read_quotas(grids, register.programme, remarks)
        case Kind.NOMINATIONS:
            return read_nominations(grids, register, remarks)
        case Kind.REVIEWERS:
            return read_reviewers(grids, register, remarks)
        case Kind.HISTORY:
            return read_history(grids, register, remarks)
        case Kind.ALIASES:
            return read_aliases(grids, remarks)
        case _:
            return read_scores(grids, register, remarks)
