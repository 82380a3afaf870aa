"""The one way in: any file read as what it is, every failure a finding."""

import hashlib
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lxml.etree import LxmlError
from python_calamine import CalamineError

from imports import documents, forms, word
from imports.detect import TABLE_KINDS, Container, columns_of, container_of, is_meant, table_kind, word_kind
from imports.grid import Grid
from imports.guards import FileRefused, read_bytes
from imports.nominations import read_nominations
from imports.quotas import read_quotas
from imports.records import FileReading, Kind, Record
from imports.register import Register
from imports.remarks import Remarks
from imports.reviewers import read_reviewers
from imports.scores import read_scores
from imports.tables.reading import table_grids

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


def _read(
    path: Path, content: bytes, register: Register, said: Kind | None, nomination: str | None
) -> FileReading:
    remarks = Remarks(str(path))
    if container_of(content, path) is Container.WORD:
        kind = said or word_kind(path, register.programme, nomination)
        if kind is Kind.FORM:
            return forms.read(path, register)
        if kind is Kind.REPORT:
            return documents.read_report(path, register, nomination)
        grids = word.grids(path)
    else:
        grids = table_grids(content, path.stem, remarks)
        kind = said or table_kind(path, grids, register.programme)
        if kind not in TABLE_KINDS:
            raise FileRefused("kind-needs-word", kind=kind.value)
    records = _read_tables(kind, _meant(grids, kind, register, remarks), register, remarks)
    return FileReading(str(path), kind, "", records, remarks.findings)


def _meant(grids: Sequence[Grid], kind: Kind, register: Register, remarks: Remarks) -> list[Grid]:
    """The tables to read; says which are left aside, and what is missing where none is of the kind."""
    meant = [grid for grid in grids if is_meant(grid, kind, register.programme)]
    if not meant:
        needed = tuple(c.labels[0] for c in columns_of(kind, register.programme) if c.required)
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
        case _:
            return read_scores(grids, register, remarks)
